using System.Net.Http.Json;
using System.Text.Json;
using WmoPlatform.Contracts;
using WmoPlatform.Dossiers.Projectie;
using WmoPlatform.ServiceDefaults.Aanmelding;

namespace WmoPlatform.Dossiers.Tests;

/// <summary>A dossier with two meldingen: help runs after the first, and the second is under way.</summary>
public class ZakenTests(Dienst dienst) : IClassFixture<Dienst>
{
    private const string Tweede = "M-2026-000009";
    private static readonly Guid Melding = Guid.NewGuid(), Onderzoek = Guid.NewGuid(), Aanvraag = Guid.NewGuid();

    [Fact]
    public void Each_zaak_has_its_own_state_and_the_most_urgent_is_that_of_the_dossier()
    {
        var beeld = Beeld.Van(new Feiten(Verhaal("D-2026-000001")));

        beeld.Zaken.Select(z => (z.Nummer, z.Stand.Status, z.Stand.Wie)).ShouldBe(
        [
            ("M-2026-000001", Dossierstatus.HulpLoopt, beeld.Zaken[0].Stand.Wie),
            (Tweede, Dossierstatus.InOnderzoek, Wie.Consulent),
        ]);
        (beeld.Stand.Status, beeld.Stand.Wie).ShouldBe((Dossierstatus.InOnderzoek, Wie.Consulent));
        beeld.Stand.Uiterlijk.ShouldBe(new DateOnly(2026, 8, 13));
    }

    [Fact]
    public void Each_zaak_has_its_own_terms()
    {
        var termijnen = Beeld.Van(new Feiten(Verhaal("D-2026-000001"))).Termijnen;

        var onderzoeken = termijnen.Where(t => t.Soort == "onderzoek").ToDictionary(t => t.Zaak);
        (onderzoeken["M-2026-000001"].Loopt, onderzoeken[Tweede].Loopt).ShouldBe((false, true));
        termijnen.Single(t => t.Soort == "bevestiging" && t.Zaak == Tweede).VoldaanOp.ShouldBe(new DateOnly(2026, 7, 2));
        termijnen.Single(t => t.Soort == "beschikking").Zaak.ShouldBe("M-2026-000001");
        termijnen.Where(t => t.Soort == "cak").ShouldAllBe(t => t.Zaak.Length == 0);
    }

    [Fact]
    public void A_corrected_day_of_receipt_moves_only_the_terms_of_its_own_melding()
    {
        var verhaal = Verhaal("D-2026-000001");
        verhaal.AddRange(
        [
            Van(new MeldingontvangstGecorrigeerd(new(2026, 7, 2), new(2026, 6, 29), new("bevestiging", new(2026, 6, 29), new(2026, 7, 6),
                "Servicenorm"), new("onderzoek", new(2026, 6, 29), new(2026, 8, 10), "Wmo 2015 art. 2.3.2 lid 1"), new(2026, 8, 11),
                new("De brief lag er al.")) { Meldingnummer = Tweede }, Melding, 9, "2026-07-03"),
        ]);
        var beeld = Beeld.Van(new Feiten(verhaal));

        beeld.Termijnen.Where(t => t.Zaak == Tweede).Select(t => (t.Soort, t.Uiterlijk)).ShouldBe(
            [("bevestiging", new DateOnly(2026, 7, 6)), ("onderzoek", new DateOnly(2026, 8, 10))]);
        beeld.Stand.Uiterlijk.ShouldBe(new DateOnly(2026, 8, 10));
        Tijdlijn.Zin(verhaal[^1]).ShouldBe("De melding is ontvangen op 29 juni 2026, niet op 2 juli 2026. Het onderzoek is uiterlijk op "
            + "10 augustus 2026 klaar.");
    }

    [Fact]
    public void A_decision_on_the_second_is_about_its_own_aanvraag()
    {
        var verhaal = Verhaal("D-2026-000001");
        var (voorziening, dag) = (Guid.NewGuid(), new DateOnly(2026, 7, 10));
        verhaal.AddRange(
        [
            Van(new VerslagOndertekend(dag, Ondertekenwijze.Papier, Guid.NewGuid(), "wijkteam-haven",
                [new(voorziening, Tests.Verhaal.Product, Tests.Verhaal.Omvang, Tests.Verhaal.Periode, Leveringsvorm.Zin, "12345678")],
                false,
                Tests.Verhaal.Persoon) { Meldingnummer = Tweede }, Onderzoek, 3, "2026-07-10"),
            Van(new AanvraagOntvangen(dag, new("beschikking", dag, new(2026, 7, 24), "Wmo 2015 art. 2.3.5 lid 2"))
            { Meldingnummer = Tweede, Aanvraagnummer = "A-2026-000002" }, Aanvraag, 1, "2026-07-10"),
        ]);
        var beeld = Beeld.Van(new Feiten(verhaal));

        beeld.Zaken[1].Aanvraagnummer.ShouldBe("A-2026-000002");
        beeld.Zaken[1].Stand.ShouldBe(new(Dossierstatus.Aanvraag, Wie.Beslisser, "De beslisser neemt een besluit over de aanvraag.",
            new DateOnly(2026, 7, 24)));
        beeld.Zaken[0].Stand.Status.ShouldBe(Dossierstatus.HulpLoopt);
    }

    [Fact]
    public void A_refused_zaak_hides_no_help_that_runs()
    {
        var verhaal = Verhaal("D-2026-000001");
        var dag = new DateOnly(2026, 7, 10);
        verhaal.AddRange(
        [
            Van(new AanvraagOntvangen(dag, new("beschikking", dag, new(2026, 7, 24), "Wmo 2015 art. 2.3.5 lid 2"))
            { Meldingnummer = Tweede }, Aanvraag, 1, "2026-07-10"),
            Van(new BeschikkingBekendgemaakt(Aanvraag, "B-2026-000009", dag, new("bezwaar", dag, new(2026, 8, 21), "Awb 6:7"),
                Guid.NewGuid(), "wijkteam-haven", [], false, Tests.Verhaal.Persoon) { Meldingnummer = Tweede }, Aanvraag, 2, "2026-07-11"),
        ]);
        var beeld = Beeld.Van(new Feiten(verhaal));

        beeld.Zaken[1].Stand.Status.ShouldBe(Dossierstatus.Afgewezen);
        beeld.Stand.Status.ShouldBe(Dossierstatus.HulpLoopt);
    }

    [Fact]
    public void In_any_order_the_zaken_are_the_same()
    {
        var verhaal = Verhaal("D-2026-000001");
        var verwacht = Beeld.Van(new Feiten(verhaal));
        for (var zaad = 1; zaad <= 50; zaad++)
        {
            var geschud = verhaal.ToArray();
            new Random(zaad).Shuffle(geschud);
            var feiten = new Feiten([]);
            foreach (var g in geschud) feiten.Voeg(g);
            var beeld = Beeld.Van(feiten);
            beeld.Zaken.Select(z => (z.Nummer, z.Stand)).ShouldBe(verwacht.Zaken.Select(z => (z.Nummer, z.Stand)), $"zaad {zaad}");
            beeld.Termijnen.ShouldBe(verwacht.Termijnen, $"zaad {zaad}");
        }
    }

    [Fact]
    public async Task The_dossier_tells_each_line_with_its_zaak_and_a_change_of_the_person_once()
    {
        var nummer = dienst.Nummer();
        var verhaal = Verhaal(nummer);
        var persoon = verhaal.OfType<MeldingGedaan>().First().PersoonId;
        foreach (var melding in verhaal.OfType<MeldingGedaan>().ToList())
            verhaal.Add(Van(new PersoonsgegevensGewijzigd(persoon, false, Tests.Verhaal.Persoon, [Persoonswijziging.Adres])
            { Persoonstand = 7 }, melding.AggregaatId, 50, "2026-07-20", nummer));

        await dienst.Verwerk(verhaal);
        var dossier = await dienst.Fabriek.Als(Rollen.Backoffice).GetFromJsonAsync<JsonElement>($"/dossiers/v1/dossiers/{nummer}");

        dossier.GetProperty("zaken").EnumerateArray().Select(z => z.GetProperty("meldingnummer").GetString())
            .ShouldBe(["M-2026-000001", Tweede]);
        var regels = dossier.GetProperty("tijdlijn").EnumerateArray()
            .Select(r => (r.GetProperty("gebeurtenis").GetString(), r.GetProperty("zaak").GetString())).ToList();
        regels.Where(r => r.Item1 == "OnderzoekGeopend").Select(r => r.Item2).ShouldBe(["M-2026-000001", Tweede]);
        regels.Where(r => r.Item1 == "ZorgGestart").Select(r => r.Item2).ShouldBe(["M-2026-000001"]);
        regels.Where(r => r.Item1 == "PersoonsgegevensGewijzigd").ShouldHaveSingleItem().Item2.ShouldBeNull();
    }

    private static List<Gebeurtenis> Verhaal(string nummer)
    {
        var v = Tests.Verhaal.Gemeld(nummer);
        v.Aangevraagd(Leveringsvorm.Zin).Beschikt(Leveringsvorm.Zin).Toegewezen()
            .Dan(new ToewijzingGeaccepteerd(v.VoorzieningId, 1, Tests.Verhaal.Agb))
            .Dan(new ZorgGestart(v.VoorzieningId, 1, v.Vandaag, v.Hulp, Tests.Verhaal.Kern)).EigenBijdrageGestart();
        return
        [
            .. v.Gebeurtenissen,
            Van(new MeldingGedaan(Tweede, v.PersoonId, new(2026, 7, 2), Meldkanaal.Telefoon, "wijkteam-haven", false,
                new("bevestiging", new(2026, 7, 2), new(2026, 7, 9), "Servicenorm"),
                new(new(Tests.Verhaal.Bsn, "Ik heb ook hulp nodig bij het huishouden.", null, null))) { SluitAan = true },
                Melding, 1, "2026-07-02", nummer),
            Van(new OntvangstBevestigd(Verzendwijze.Brief, new(2026, 7, 2)) { Meldingnummer = Tweede }, Guid.NewGuid(), 1, "2026-07-02",
                nummer),
            Van(new OnderzoekGeopend(Tweede, new("onderzoek", new(2026, 7, 2), new(2026, 8, 13), "Wmo 2015 art. 2.3.2 lid 1")), Onderzoek,
                1, "2026-07-02", nummer),
        ];
    }

    private static Gebeurtenis Van(Gebeurtenis gebeurtenis, Guid aggregaat, int versie, string op, string nummer = "D-2026-000001") =>
        gebeurtenis with
        {
            Dossiernummer = nummer,
            AggregaatId = aggregaat,
            Versie = versie,
            Op = DateTimeOffset.Parse($"{op}T09:00:00Z", System.Globalization.CultureInfo.InvariantCulture),
        };
}
