using System.Collections.Concurrent;
using System.Globalization;
using WmoPlatform.Keten.Tests.Spel;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Keten.Tests;

/// <summary>
/// Plays dossiers at the same time while kill -9 hits the broker and the processes. Afterwards every act has had its effect exactly once.
/// It uses the platform of the other classes, after them: all that is killed has started again when the class ends.
/// A normal run is short; <c>./test.sh --lang Keten.Tests</c> plays 300 dossiers.
/// </summary>
[Collection(nameof(NaAfloopTests))]
public sealed class SoakTests(Platform platform, ITestOutputHelper uitvoer)
{
    private static readonly bool Lang = Environment.GetEnvironmentVariable("WMOPLATFORM_LANG") == "1";
    private static readonly int Zaad = Environment.GetEnvironmentVariable("WMOPLATFORM_SEED") is { Length: > 0 } gegeven
        ? int.Parse(gegeven, CultureInfo.InvariantCulture)
        : Random.Shared.Next(1_000_000);

    private readonly ConcurrentBag<(Afloop Afloop, Dossier Dossier)> _gespeeld = [];

    private enum Afloop
    {
        ZorgInNatura,
        ZorgInNaturaGestopt,
        Pgb,
        Wlz,
        GeenIndicatie,
        Afgewezen,
        NietVaardig,
    }

    [Fact]
    public async Task After_broker_and_services_were_killed_everything_has_happened_exactly_once()
    {
        const int spelers = 8;
        var aantal = Lang ? 300 : 30;
        uitvoer.WriteLine($"Zaad {Zaad}: {aantal} dossiers. Herhaal met WMOPLATFORM_SEED={Zaad}.");
        var eerder = await platform.Tel("meldingen", "SELECT count(*) FROM melding");
        platform.Volhardend = true;

        using var klaar = new CancellationTokenSource();
        var onheil = RichtOnheilAan(klaar.Token);
        var lot = new Random(Zaad);
        var rollen = new ConcurrentQueue<Afloop>(Enumerable.Range(0, aantal).Select(n => n < 7 ? (Afloop)n : Trek(lot)));
        await Task.WhenAll(Enumerable.Range(0, spelers).Select(async _ =>
        {
            while (rollen.TryDequeue(out var afloop)) _gespeeld.Add((afloop, await Speel(afloop)));
        }));
        await klaar.CancelAsync();
        await onheil;
        platform.Volhardend = false;

        await KomtTotRust();
        await IsPreciesEenKeerGebeurd(eerder + aantal);
    }

    /// <summary>Until all dossiers are played, kills and restarts the broker, and at the same time one process after another.</summary>
    private Task RichtOnheilAan(CancellationToken klaar)
    {
        var processen = platform.Processen.Values.OrderBy(p => p.Project).ToArray();
        var lot = new Random(Zaad + 1);
        lot.Shuffle(processen);
        return Task.WhenAll(
            Telkens(lot, beurt => $"kill -9 {processen[beurt % processen.Length].Project}",
                beurt => processen[beurt % processen.Length].Kill9Async(),
                beurt => processen[beurt % processen.Length].HerstartAsync(limiet: Platform.Opstarten), rust: 5000),
            // The broker stops in order the first time: RabbitMQ 3.10 saves its list of quorum queues after some minutes, or at an orderly
            // stop, and without that list new queues do not survive kill -9. The broker must be up longer than down, because consumers
            // reconnect with growing pauses.
            Telkens(new Random(Zaad + 2), beurt => beurt == 0 ? "stop de broker" : "kill -9 de broker",
                beurt => beurt == 0 ? platform.Servers.StopRabbitAsync() : platform.Servers.KillRabbitAsync(),
                _ => platform.Servers.StartRabbitAsync(), rust: 40_000));

        async Task Telkens(Random lot, Func<int, string> naam, Func<int, Task> dood, Func<int, Task> start, int rust)
        {
            for (var beurt = 0; !klaar.IsCancellationRequested; beurt++)
            {
                uitvoer.WriteLine($"{DateTime.UtcNow:HH:mm:ss} {naam(beurt)}, na {_gespeeld.Count} dossiers");
                await dood(beurt);
                await Pauze(lot.Next(100, 3000));
                await start(beurt);
                await Pauze(lot.Next(rust / 2, rust));
            }
        }

        // The length of an outage is part of the test; it does not wait for anything to happen.
        Task Pauze(int ms) => Task.Delay(ms, klaar).ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private async Task<Dossier> Speel(Afloop afloop) => afloop switch
    {
        Afloop.ZorgInNatura => await platform.Dossier().ZorgInNaturaAangevraagd().Toegekend().ZorgGestart(),
        Afloop.ZorgInNaturaGestopt =>
            await platform.Dossier().ZorgInNaturaAangevraagd(Agb.DeBrug).Toegekend().ZorgGestart().ZorgTijdelijkGestopt().ZorgGestopt(),
        Afloop.Pgb => await platform.Dossier().PgbAangevraagd().PgbBesproken().Toegekend(),
        Afloop.Wlz => await platform.Dossier().MeldingGedaan().GesprekGevoerd(gebruiktWlz: true).DoorverwezenNaarWlz(),
        Afloop.GeenIndicatie => await platform.Dossier().MeldingGedaan().GesprekGevoerd().GeenIndicatieGesteld().VerslagVastgesteld(),
        Afloop.Afgewezen => await platform.Dossier().ZorgInNaturaAangevraagd().Afgewezen(),
        _ => await platform.Dossier().PgbAangevraagd().PgbBesproken(vaardig: false).Afgewezen(),
    };

    private static Afloop Trek(Random lot) => lot.Next(100) switch
    {
        < 40 => Afloop.ZorgInNatura,
        < 55 => Afloop.ZorgInNaturaGestopt,
        < 80 => Afloop.Pgb,
        < 85 => Afloop.Wlz,
        < 90 => Afloop.GeenIndicatie,
        < 95 => Afloop.Afgewezen,
        _ => Afloop.NietVaardig,
    };

    private static string Eindstatus(Afloop afloop) => afloop switch
    {
        Afloop.ZorgInNatura or Afloop.Pgb => "hulp-loopt",
        Afloop.ZorgInNaturaGestopt => "hulp-gestopt",
        Afloop.Wlz => "doorverwezen-wlz",
        Afloop.GeenIndicatie => "geen-indicatie",
        _ => "afgewezen",
    };

    /// <summary>Waits until every dossier has reached its end and all messages have been delivered.</summary>
    private async Task KomtTotRust()
    {
        var tot = DateTime.UtcNow + Platform.Opstarten;
        foreach (var (afloop, dossier) in _gespeeld)
        {
            var begon = afloop is Afloop.ZorgInNatura or Afloop.ZorgInNaturaGestopt or Afloop.Pgb;
            await Tot.Waar(async () => await dossier.Lees() is var beeld && beeld.Status == Eindstatus(afloop)
                && beeld.Heeft("OntvangstBevestigd")
                && (!begon || beeld.Tijdlijn.Count(r => r.Gebeurtenis == "EigenBijdrageBevestigd") == (afloop == Afloop.ZorgInNaturaGestopt
                    ? 2 : 1)),
                tot - DateTime.UtcNow, $"{dossier.Nummer} ({afloop}) komt tot rust");
        }
        await Tot.Waar(async () => (await platform.TelOveral("SELECT count(*) FROM outbox_message")).Values.Sum() == 0,
            Platform.Geduld, "lege outboxen");
        foreach (var dienst in new[] { "zorgaanbieders", "pgb", "eigenbijdrage" })
            await Tot.Waar(async () => await platform.OnderwegVan(dienst) == 0, Platform.Geduld, $"alle post van {dienst}");
    }

    private async Task IsPreciesEenKeerGebeurd(long meldingen)
    {
        (await platform.TelOveral("SELECT count(*) FROM failed_message")).ShouldAllBe(dienst => dienst.Value == 0);

        // No melding of any class was made twice, and each has one onderzoek and one letter.
        (await platform.Tel("meldingen", "SELECT count(*) FROM melding")).ShouldBe(meldingen);
        (await platform.Tel("onderzoek", "SELECT count(*) FROM onderzoek")).ShouldBe(meldingen);
        (await platform.Tel("onderzoek", "SELECT count(DISTINCT meldingnummer) FROM onderzoek")).ShouldBe(meldingen);
        (await platform.Tel("correspondentie", "SELECT count(*) FROM verzending")).ShouldBe(meldingen);

        await Precies("zorgaanbieders", "ggk", "WMO301", Afloop.ZorgInNatura, Afloop.ZorgInNaturaGestopt);
        await Precies("pgb", "svb", "WMO501", Afloop.Pgb);
        await Precies("eigen-bijdrage", "cak", "WMO401", Afloop.ZorgInNatura, Afloop.ZorgInNaturaGestopt, Afloop.Pgb);
        await Precies("eigen-bijdrage", "cak", "WMO403", Afloop.ZorgInNaturaGestopt);

        // Counts what the partner received: one message in each of these dossiers and none in the others, no other message with the same
        // subject (toewijzingnummer, budget, start number), and no message at all that the register of the service does not know.
        async Task Precies(string api, string partner, string soort, params Afloop[] welke)
        {
            var ontvangen = new List<Ontvangst>();
            foreach (var (afloop, dossier) in _gespeeld)
            {
                var hierover = await dossier.BijPartner(api, partner, soort);
                hierover.Count.ShouldBe(welke.Contains(afloop) ? 1 : 0, $"{soort} bij {partner} over {dossier.Nummer} ({afloop})");
                ontvangen.AddRange(hierover);
            }
            ontvangen.ShouldAllBe(o => o.Codes.Count == 0);
            var sleutels = ontvangen.Select(o => o.Sleutel).ToHashSet();
            sleutels.Count.ShouldBe(ontvangen.Count, $"{soort} bij {partner}, naar sleutel");
            var alles = await platform.Ontvangen(partner, soort);
            alles.Count(o => sleutels.Contains(o.Sleutel)).ShouldBe(ontvangen.Count, $"{soort} bij {partner}, naar sleutel");
            (await platform.Tel(api.Replace("-", ""),
                $"""
                SELECT count(*) FROM poststuk
                WHERE richting = 'Uitgaand' AND identificatie IN ({string.Join(',', alles.Select(o => $"'{o.Identificatie}'"))})
                """)).ShouldBe(alles.Count, $"{soort} bij {partner}, in ons register");
            uitvoer.WriteLine($"{soort} bij {partner}: {ontvangen.Count}, samen {ontvangen.Sum(o => o.Keer)} keer aangeboden");
        }
    }
}
