using System.Collections.Concurrent;
using System.Globalization;
using WmoPlatform.Keten.Tests.Spel;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Keten.Tests;

/// <summary>
/// Plays dossiers at the same time while kill -9 hits the broker and the processes. Afterwards every act has had its effect exactly once.
/// A normal run is short; <c>./test.sh --lang Keten.Tests</c> plays 300 dossiers.
/// </summary>
[Collection(nameof(NaAfloopTests))]
public sealed class SoakTests(ITestOutputHelper uitvoer)
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
        var (aantal, spelers) = Lang ? (300, 8) : (30, 4);
        uitvoer.WriteLine($"Zaad {Zaad}: {aantal} dossiers. Herhaal met WMOPLATFORM_SEED={Zaad}.");
        await using var servers = await EigenServers.StartAsync();
        await using var platform = new Platform(servers,
            // The provider starts accepted help by itself. The pauses of redelivery are short, so that none outlasts the test.
            [new("Ggk__AutoStart", "true"), .. Herbezorging()])
        { Volhardend = true };
        await platform.InitializeAsync();
        // RabbitMQ 3.10 saves its list of quorum queues after some minutes, or at an orderly stop. Without this stop, new queues would not
        // survive kill -9.
        await servers.StopRabbitAsync();
        await servers.StartRabbitAsync();

        using var klaar = new CancellationTokenSource();
        var onheil = RichtOnheilAan(platform, servers, klaar.Token);
        var lot = new Random(Zaad);
        var rollen = new ConcurrentQueue<Afloop>(Enumerable.Range(0, aantal).Select(n => n < 7 ? (Afloop)n : Trek(lot)));
        await Task.WhenAll(Enumerable.Range(0, spelers).Select(async _ =>
        {
            while (rollen.TryDequeue(out var afloop)) _gespeeld.Add((afloop, await Speel(platform, afloop)));
        }));
        await klaar.CancelAsync();
        await onheil;

        await KomtTotRust(platform);
        await IsPreciesEenKeerGebeurd(platform, aantal);
    }

    /// <summary>Until all dossiers are played, kills and restarts the broker, and at the same time one process after another.</summary>
    private Task RichtOnheilAan(Platform platform, EigenServers servers, CancellationToken klaar)
    {
        var processen = platform.Processen.Values.OrderBy(p => p.Project).ToArray();
        var lot = new Random(Zaad + 1);
        lot.Shuffle(processen);
        return Task.WhenAll(
            Telkens(lot, beurt => processen[beurt % processen.Length].Project,
                beurt => processen[beurt % processen.Length].Kill9Async(),
                beurt => processen[beurt % processen.Length].HerstartAsync(limiet: Platform.Opstarten), rust: 5000),
            // The broker must be up longer than down, because consumers reconnect with growing pauses.
            Telkens(new Random(Zaad + 2), _ => "de broker", _ => servers.KillRabbitAsync(), _ => servers.StartRabbitAsync(), rust: 40_000));

        async Task Telkens(Random lot, Func<int, string> naam, Func<int, Task> dood, Func<int, Task> start, int rust)
        {
            for (var beurt = 0; !klaar.IsCancellationRequested; beurt++)
            {
                uitvoer.WriteLine($"{DateTime.UtcNow:HH:mm:ss} kill -9 {naam(beurt)}, na {_gespeeld.Count} dossiers");
                await dood(beurt);
                await Pauze(lot.Next(100, 3000));
                await start(beurt);
                await Pauze(lot.Next(rust / 2, rust));
            }
        }

        // The length of an outage is part of the test; it does not wait for anything to happen.
        Task Pauze(int ms) => Task.Delay(ms, klaar).ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private static async Task<Dossier> Speel(Platform platform, Afloop afloop) => afloop switch
    {
        Afloop.ZorgInNatura => await platform.Dossier().ZorgInNaturaAangevraagd().Toegekend(),
        Afloop.ZorgInNaturaGestopt =>
            await platform.Dossier().ZorgInNaturaAangevraagd(Agb.DeBrug).Toegekend().Totdat("ZorgGestart").ZorgTijdelijkGestopt()
            .ZorgGestopt(),
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
    private async Task KomtTotRust(Platform platform)
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

    private async Task IsPreciesEenKeerGebeurd(Platform platform, int aantal)
    {
        (await platform.TelOveral("SELECT count(*) FROM failed_message")).ShouldAllBe(dienst => dienst.Value == 0);

        (await platform.Tel("meldingen", "SELECT count(*) FROM melding")).ShouldBe(aantal);
        (await platform.Tel("onderzoek", "SELECT count(*) FROM onderzoek")).ShouldBe(aantal);
        (await platform.Tel("onderzoek", "SELECT count(DISTINCT meldingnummer) FROM onderzoek")).ShouldBe(aantal);
        (await platform.Tel("correspondentie", "SELECT count(*) FROM verzending")).ShouldBe(aantal);

        // Counts the messages at the partners, by their identification and by their subject.
        await Precies("ggk", "WMO301", Aantal(Afloop.ZorgInNatura, Afloop.ZorgInNaturaGestopt));
        await Precies("svb", "WMO501", Aantal(Afloop.Pgb));
        await Precies("cak", "WMO401", Aantal(Afloop.ZorgInNatura, Afloop.ZorgInNaturaGestopt, Afloop.Pgb));
        await Precies("cak", "WMO403", Aantal(Afloop.ZorgInNaturaGestopt));

        int Aantal(params Afloop[] welke) => _gespeeld.Count(g => welke.Contains(g.Afloop));

        async Task Precies(string partner, string soort, int hoeveel)
        {
            var ontvangen = await platform.Ontvangen(partner, soort);
            ontvangen.Count.ShouldBe(hoeveel, $"{soort} bij {partner}");
            ontvangen.ShouldAllBe(o => o.Codes.Count == 0);
            ontvangen.Select(o => o.Sleutel).Distinct().Count().ShouldBe(hoeveel, $"{soort} bij {partner}, naar sleutel");
            uitvoer.WriteLine($"{soort} bij {partner}: {hoeveel}, samen {ontvangen.Sum(o => o.Keer)} keer aangeboden");
        }
    }

    private static IEnumerable<KeyValuePair<string, string?>> Herbezorging() =>
        new[] { 0.5, 1, 2, 5, 10, 20, 20 }
            .Select((s, i) =>
                new KeyValuePair<string, string?>($"Messaging__Herbezorging__{i}", TimeSpan.FromSeconds(s)
                    .ToString("c", CultureInfo.InvariantCulture)));
}
