using System.Collections.Concurrent;
using System.Globalization;
using WmoPlatform.Keten.Tests.Spel;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Keten.Tests;

/// <summary>
/// Plays dossiers at the same time while everything breaks that can break. Afterwards every act has had its effect exactly once, counted
/// at the partners, in the mail and in the databases. It uses the platform of the other classes, after them: all that broke works again
/// when the class ends. A normal run is short; <c>./test.sh --lang Keten.Tests</c> plays half an hour with two instances of every service.
/// </summary>
[Collection(nameof(NaAfloopTests))]
public sealed class SoakTests(Platform platform, ITestOutputHelper uitvoer)
{
    private static readonly int Zaad = Environment.GetEnvironmentVariable("WMOPLATFORM_SEED") is { Length: > 0 } gegeven
        ? int.Parse(gegeven, CultureInfo.InvariantCulture)
        : Random.Shared.Next(1_000_000);

    private static readonly string[] Partners = ["ggk", "svb", "cak"];

    private readonly ConcurrentBag<(Afloop Afloop, Dossier Dossier)> _gespeeld = [];
    private readonly ConcurrentDictionary<string, int> _onheil = [];

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
        const int kort = 30;
        var einde = DateTime.UtcNow + TimeSpan.FromMinutes(30);
        uitvoer.WriteLine($"Zaad {Zaad}. Herhaal met WMOPLATFORM_SEED={Zaad}.");
        var eerder = await platform.Tel("meldingen", "SELECT count(*) FROM melding");
        if (Duur.Lang) await platform.Verdubbel();
        platform.Volhardend = true;

        using var klaar = new CancellationTokenSource();
        var onheil = RichtOnheilAan(klaar.Token);
        var lot = new Random(Zaad);
        var nummer = 0;
        await Task.WhenAll(Enumerable.Range(0, spelers).Select(async _ =>
        {
            while (Volgende() is { } afloop) _gespeeld.Add((afloop, await Speel(afloop)));
        }));
        await klaar.CancelAsync();
        await onheil;
        // What a partner was told to do to its next messages would otherwise outlast the outages.
        foreach (var partner in Partners) await platform.GedraagVoorIedereen(partner, "normaal", 1, 0);
        platform.Volhardend = false;

        await KomtTotRust();
        foreach (var (soort, keer) in _onheil.OrderBy(o => o.Key)) uitvoer.WriteLine($"{keer,4} keer {soort}");
        await IsPreciesEenKeerGebeurd(eerder + _gespeeld.Count);

        Afloop? Volgende()
        {
            lock (lot)
            {
                if (Duur.Lang ? DateTime.UtcNow > einde : nummer == kort) return null;
                return nummer++ < 7 ? (Afloop)(nummer - 1) : Trek(lot);
            }
        }
    }

    /// <summary>
    /// Until all dossiers are played: one process after another is killed, and beside that the broker. In a long run processes also hang,
    /// networks fall silent, databases are killed or refuse changes, and partners are away, or take a message without our hearing of it.
    /// </summary>
    private Task RichtOnheilAan(CancellationToken klaar)
    {
        var lot = new Random(Zaad + 1);
        var processen = platform.Processen.Values.OrderBy(p => p.Project).ToArray();
        lot.Shuffle(processen);
        var beurt = 0;
        // The broker stops in order the first time: RabbitMQ 3.10 saves its list of quorum queues after some minutes, or at an orderly
        // stop, and without that list new queues do not survive kill -9. The broker must be up longer than down, because consumers
        // reconnect with growing pauses.
        var gestopt = false;
        List<Task> stromen =
        [
            Telkens(5000, lot, Gedood, Duur.Lang ? Gehangen : Gedood),
            Telkens(40_000, new Random(Zaad + 2), Broker),
        ];
        if (Duur.Lang)
        {
            stromen.Add(Telkens(60_000, new Random(Zaad + 3), Databases, AlleenLezen));
            stromen.Add(Telkens(20_000, new Random(Zaad + 4), PartnerWeg, PartnerZwijgt));
            stromen.Add(Telkens(30_000, new Random(Zaad + 5), NetwerkStil));
        }
        return Task.WhenAll(stromen);

        async Task Gedood(Random lot)
        {
            var proces = processen[beurt++ % processen.Length];
            Noteer($"kill -9 {proces.Project}", "kill -9 van een proces");
            await proces.Kill9Async();
            await Pauze(lot.Next(100, 3000));
            await proces.HerstartAsync(limiet: Platform.Opstarten);
        }

        async Task Gehangen(Random lot)
        {
            var proces = processen[beurt++ % processen.Length];
            Noteer($"SIGSTOP {proces.Project}", "proces dat hangt");
            proces.Pauzeer();
            await Pauze(lot.Next(500, 25_000));
            proces.GaVerder();
        }

        async Task Broker(Random lot)
        {
            Noteer(gestopt ? "kill -9 de broker" : "stop de broker", "broker weg");
            await (gestopt ? platform.Servers.KillRabbitAsync() : platform.Servers.StopRabbitAsync());
            gestopt = true;
            await Pauze(lot.Next(100, 3000));
            await platform.Servers.StartRabbitAsync();
        }

        async Task Databases(Random lot)
        {
            Noteer("kill -9 PostgreSQL", "databaseserver weg");
            await platform.Servers.KillPostgresAsync();
            await Pauze(lot.Next(100, 3000));
            await platform.Servers.StartPostgresAsync();
        }

        async Task AlleenLezen(Random lot)
        {
            var dienst = platform.Diensten.ElementAt(lot.Next(platform.Diensten.Count()));
            Noteer($"{dienst} neemt geen wijzigingen", "database die weigert te schrijven");
            await platform.AlleenLezen(dienst, true);
            await Pauze(lot.Next(1000, 15_000));
            await platform.AlleenLezen(dienst, false);
        }

        async Task NetwerkStil(Random lot)
        {
            var (tussen, netwerk) = platform.Netwerken.OrderBy(n => n.Key).ElementAt(lot.Next(platform.Netwerken.Count));
            Noteer($"stilte tussen {tussen}", "netwerk dat zwijgt");
            netwerk.Verbreek();
            await Pauze(lot.Next(500, 60_000));
            netwerk.Herstel();
        }

        Task PartnerWeg(Random lot) => Partner(lot, "storing", lot.Next(1, 30), 0, "partner weg");

        // Longer than we wait for an answer. The message has been taken all the same.
        Task PartnerZwijgt(Random lot) => Partner(lot, "traag", lot.Next(1, 3), 45_000, "bericht aangenomen zonder dat wij het horen");

        async Task Partner(Random lot, string modus, int aantal, int vertraging, string soort)
        {
            var partner = Partners[lot.Next(Partners.Length)];
            Noteer($"{partner}: {modus}", soort);
            try
            {
                await platform.GedraagVoorIedereen(partner, modus, aantal, vertraging);
            }
            catch (HttpRequestException)
            {
                // The simulator itself has just been killed.
            }
        }

        async Task Telkens(int rust, Random lot, params Func<Random, Task>[] onheil)
        {
            while (!klaar.IsCancellationRequested)
            {
                await onheil[lot.Next(onheil.Length)](lot);
                await Pauze(lot.Next(rust / 2, rust));
            }
        }

        void Noteer(string wat, string soort)
        {
            _onheil.AddOrUpdate(soort, 1, (_, keer) => keer + 1);
            uitvoer.WriteLine($"{DateTime.UtcNow:HH:mm:ss} {wat}, na {_gespeeld.Count} dossiers");
        }

        // The length of an outage is part of the test; it does not wait for anything to happen.
        Task Pauze(int ms) => Task.Delay(ms, klaar).ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private async Task<Dossier> Speel(Afloop afloop) => afloop switch
    {
        Afloop.ZorgInNatura => await platform.Dossier().ZorgInNaturaAangevraagd().Toegekend().ZorgGestart(),
        Afloop.ZorgInNaturaGestopt =>
            await platform.Dossier().ZorgInNaturaAangevraagd(Agb.DeBrug).Toegekend().ZorgGestart().ZorgTijdelijkGestopt().ZorgGestopt()
                .Opgezegd(),
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
        await AllePostIsWeg();
        await platform.Postbus.BevestigAlles();
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
        (await platform.Tel("correspondentie", "SELECT count(*) FROM verzending WHERE soort = 'Ontvangstbevestiging'"))
            .ShouldBe(meldingen);

        // Everything that was announced is in the journal, once.
        await Tot.Waar(async () => (await platform.TelOveral("SELECT count(*) FROM published_message")).Values.Sum()
            == await platform.Tel("dossiers", "SELECT count(*) FROM journaalregel"), Platform.Geduld, "elke gebeurtenis in het journaal");
        await EenMailPerBrief();

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

    private Task AllePostIsWeg() => Tot.Waar(
        async () => await platform.Tel("correspondentie", "SELECT count(*) FROM verzending WHERE status = 'TeVerzenden'") == 0,
        Platform.Geduld, "elke brief en e-mail is verzonden");

    /// <summary>Each e-mail has one Message-ID, under which it may have been offered twice.</summary>
    private async Task EenMailPerBrief()
    {
        await AllePostIsWeg();
        var mails = platform.Postbus.Emails.GroupBy(email => email.MessageId).ToArray();
        mails.Length.ShouldBe((int)await platform.Tel("correspondentie",
            "SELECT count(*) FROM verzending WHERE wijze = 'Email' AND status = 'Verzonden'"));
        mails.ShouldAllBe(mail => mail.Count() <= 2);
        uitvoer.WriteLine($"E-mail: {mails.Length}, samen {mails.Sum(m => m.Count())} keer aangeboden");
    }
}
