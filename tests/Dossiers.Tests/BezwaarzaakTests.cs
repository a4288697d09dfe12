using WmoPlatform.Contracts;
using WmoPlatform.Dossiers.Projectie;

namespace WmoPlatform.Dossiers.Tests;

/// <summary>A bezwaar is a zaak of its own in the dossier, with its own state, terms and history. All days are literals.</summary>
public class BezwaarzaakTests
{
    private const string Nummer = Verhaal.Bezwaarnummer;
    private static readonly Termijn Beslis = new("beslissing-op-bezwaar", new(2026, 5, 1), new(2026, 7, 24), "Awb art. 7:10 lid 1");

    [Fact]
    public void A_bezwaar_stands_beside_the_melding_with_its_own_term()
    {
        var beeld = Bezwaar().Beeld;

        beeld.Zaken.Select(z => (z.Soort, z.Nummer)).ShouldBe([(Zaaksoort.Melding, "M-2026-000001"), (Zaaksoort.Bezwaar, Nummer)]);
        beeld.Zaken[1].Stand.ShouldBe(new(Dossierstatus.Bezwaar, Wie.Consulent,
            "De consulent nodigt de inwoner uit voor een hoorzitting, of legt vast waarom horen niet hoeft.", new DateOnly(2026, 7, 24)));
        var termijn = beeld.Termijnen.Single(t => t.Soort == "beslissing-op-bezwaar");
        (termijn.Zaak, termijn.Loopt, termijn.Uiterlijk).ShouldBe((Nummer, true, new DateOnly(2026, 7, 24)));
        beeld.Zaken[0].Stand.Status.ShouldBe(Dossierstatus.Afgewezen);
    }

    [Fact]
    public void While_something_is_missing_the_resident_must_act()
    {
        var v = Bezwaar().Bezwaar(new BezwaarherstelGevraagd(Nummer, Guid.NewGuid(), new(2026, 5, 11), new(2026, 5, 25),
            [Verzuimsoort.Gronden], Beslis with { Uiterlijk = new(2026, 8, 7) }, null));

        (v.Zaak.Wie, v.Zaak.Uiterlijk).ShouldBe((Wie.Inwoner, new DateOnly(2026, 5, 25)));
        v.Beeld.Termijnen.Single(t => t.Soort == "beslissing-op-bezwaar").Uiterlijk.ShouldBe(new DateOnly(2026, 8, 7));
    }

    [Theory]
    [InlineData(Bezwaartijdigheid.TeLaat, Wie.Consulent, "waarom")]
    [InlineData(Bezwaartijdigheid.OpTijdPerPost, Wie.Consulent, "hoorzitting")]
    public void A_late_bezwaar_asks_for_the_reason_first(Bezwaartijdigheid tijdigheid, Wie wie, string wat)
    {
        var stand = Bezwaar(tijdigheid).Zaak;

        stand.Wie.ShouldBe(wie);
        stand.Wat.ShouldContain(wat);
    }

    [Fact]
    public void A_bezwaar_that_came_too_early_waits_for_the_decision()
    {
        var v = Bezwaar(Bezwaartijdigheid.TeVroeg, null);

        (v.Zaak.Wie, v.Zaak.Uiterlijk).ShouldBe((Wie.Niemand, null));
        v.Beeld.Termijnen.ShouldNotContain(t => t.Soort == "beslissing-op-bezwaar");
        v.Bezwaar(new BezwaartijdigheidBeoordeeld(Nummer, Bezwaartijdigheid.TeVroeg, Beslis)).Zaak.Uiterlijk
            .ShouldBe(new DateOnly(2026, 7, 24));
    }

    [Fact]
    public void After_the_hearing_another_beslisser_decides_and_the_backoffice_makes_it_known()
    {
        var v = Bezwaar().Bezwaar(new BezwaarmakerGehoord(Nummer, Guid.NewGuid(), new(2026, 6, 12)));
        v.Zaak.Wie.ShouldBe(Wie.Beslisser);

        v.Bezwaar(new OpBezwaarBeslist(Nummer, new(2026, 6, 20), Bezwaaruitkomst.Ongegrond)).Zaak.Wie.ShouldBe(Wie.Backoffice);
        v.Bezwaar(new BeslissingOpBezwaarBekendgemaakt(Nummer, new(2026, 6, 22), Bezwaaruitkomst.Ongegrond, false,
            new("beroep", new(2026, 6, 22), new(2026, 8, 3), "Awb art. 6:7 en 6:8 lid 1"), null, null, [], new("Het klopt.")));

        v.Zaak.ShouldBe(new(Dossierstatus.BezwaarAfgehandeld, Wie.Inwoner,
            "Op het bezwaar is beslist. De inwoner kan in beroep gaan bij de rechtbank.", new DateOnly(2026, 8, 3)));
        v.Beeld.Termijnen.Single(t => t.Soort == "beslissing-op-bezwaar").VoldaanOp.ShouldBe(new DateOnly(2026, 6, 22));
    }

    [Fact]
    public void A_late_decision_on_bezwaar_has_its_own_dwangsom_and_leaves_the_aanvraag_alone()
    {
        var v = Bezwaar().Bezwaar(new IngebrekestellingOntvangen(Guid.NewGuid(), new(2026, 7, 27), Ingebrekestellingsoordeel.Geldig,
            new("ingebrekestelling", new(2026, 7, 27), new(2026, 8, 10), "Awb art. 4:17 lid 3"))
        { Zaaknummer = Nummer });

        v.Zaak.Uiterlijk.ShouldBe(new DateOnly(2026, 8, 10));
        v.Beeld.Termijnen.Single(t => t.Soort == "ingebrekestelling").Zaak.ShouldBe(Nummer);
        v.Beeld.Zaken[0].Stand.Status.ShouldBe(Dossierstatus.Afgewezen);
    }

    [Fact]
    public void A_founded_bezwaar_without_an_indicatie_is_a_task_of_the_consulent()
    {
        var v = Bezwaar().Bezwaar(new BeslissingOpBezwaarBekendgemaakt(Nummer, new(2026, 6, 22), Bezwaaruitkomst.Gegrond, false,
            new("beroep", new(2026, 6, 22), new(2026, 8, 3), "Awb art. 6:7"), null, null, [], new("Toch nodig."))
        { OnderzoekNodig = true });
        (v.Zaak.Status, v.Zaak.Wie).ShouldBe((Dossierstatus.Bezwaar, Wie.Consulent));
        v.Zaak.Wat.ShouldContain("melding in dit dossier");

        v.Bezwaar(new OnderzoekNaBezwaarBegonnen(Nummer, "M-2026-000002", new(2026, 6, 23)));

        (v.Zaak.Status, v.Zaak.Wie).ShouldBe((Dossierstatus.BezwaarAfgehandeld, Wie.Inwoner));
    }

    [Fact]
    public void A_bezwaar_that_a_court_has_decided_again_runs_with_the_term_of_the_court()
    {
        var v = Bezwaar().Bezwaar(new BezwaarmakerGehoord(Nummer, Guid.NewGuid(), new(2026, 6, 12)))
            .Bezwaar(new OpBezwaarBeslist(Nummer, new(2026, 6, 20), Bezwaaruitkomst.Ongegrond)).Bezwaar(Beslissing(new(2026, 6, 22)))
            .Bezwaar(new BezwaarHeropend(Nummer, "R-2026-000001",
                new("beslissing-op-bezwaar", new(2026, 11, 13), new(2026, 12, 25), "Awb art. 8:72 lid 4")));
        (v.Zaak.Status, v.Zaak.Wie, v.Zaak.Uiterlijk).ShouldBe((Dossierstatus.Bezwaar, Wie.Beslisser, new DateOnly(2026, 12, 25)));
        v.Beeld.Termijnen.Where(t => t.Soort == "beslissing-op-bezwaar").Select(t => (t.Uiterlijk, t.VoldaanOp, t.Loopt)).ShouldBe(
            [(new(2026, 7, 24), new DateOnly(2026, 6, 22), false), (new(2026, 12, 25), null, true)]);

        v.Bezwaar(new OpBezwaarBeslist(Nummer, new(2026, 12, 1), Bezwaaruitkomst.Ongegrond)).Bezwaar(Beslissing(new(2026, 12, 2)));

        v.Zaak.Status.ShouldBe(Dossierstatus.BezwaarAfgehandeld);
        v.Beeld.Termijnen.Last(t => t.Soort == "beslissing-op-bezwaar").VoldaanOp.ShouldBe(new DateOnly(2026, 12, 2));
    }

    [Fact]
    public void A_dwangsom_of_an_annulled_decision_stays_a_term_and_a_task()
    {
        var v = Bezwaar().Bezwaar(new BezwaarmakerGehoord(Nummer, Guid.NewGuid(), new(2026, 6, 12)))
            .Bezwaar(new OpBezwaarBeslist(Nummer, new(2026, 8, 14), Bezwaaruitkomst.Ongegrond)).Bezwaar(Beslissing(new(2026, 8, 14)))
            .Bezwaar(new DwangsomVerschuldigd(new(2026, 8, 11), new(2026, 8, 13), 3, 69,
                new("dwangsombesluit", new(2026, 8, 13), new(2026, 8, 27), "Awb art. 4:18"))
            { Zaaknummer = Nummer })
            .Bezwaar(new BezwaarHeropend(Nummer, "R-2026-000001",
                new("beslissing-op-bezwaar", new(2026, 11, 13), new(2026, 12, 25), "Awb art. 8:72 lid 4")));
        v.Beeld.Termijnen.Single(t => t.Soort == "dwangsombesluit").Loopt.ShouldBeTrue();
        // The term for beroep against a decision that is gone is gone too.
        v.Beeld.Termijnen.Single(t => t.Soort == "beroep").Vervallen.ShouldBeTrue();

        v.Bezwaar(new DwangsomVastgesteld(69, 3, new(2026, 11, 20), null,
            new("betaling", new(2026, 11, 20), new(2027, 1, 1), "Awb art. 4:87 lid 1"),
            new("bezwaar", new(2026, 11, 20), new(2027, 1, 4), "Awb art. 6:7"), new("Wij waren te laat."))
        { Zaaknummer = Nummer, Beroepnummer = "R-2026-000001" });

        v.Beeld.Termijnen.Single(t => t.Soort == "dwangsombesluit").VoldaanOp.ShouldBe(new DateOnly(2026, 11, 20));
        v.Beeld.Termijnen.Single(t => t.Soort == "betaling").Loopt.ShouldBeTrue();
        // The second decision has a dwangsom of its own beside it.
        v.Bezwaar(new DwangsomVerschuldigd(new(2027, 1, 12), new(2027, 1, 12), 1, 23,
            new("dwangsombesluit", new(2027, 1, 12), new(2027, 1, 26), "Awb art. 4:18"))
        { Zaaknummer = Nummer });
        v.Beeld.Termijnen.Where(t => t.Soort == "dwangsombesluit").Select(t => t.Loopt).ShouldBe([false, true]);
        v.Bezwaar(new DwangsomBetaald(new(2026, 12, 1)) { Zaaknummer = Nummer, Beroepnummer = "R-2026-000001" });
        v.Beeld.Termijnen.Single(t => t.Soort == "betaling").VoldaanOp.ShouldBe(new DateOnly(2026, 12, 1));
    }

    [Fact]
    public void An_onderzoek_after_an_annulled_decision_does_not_hide_the_next_one()
    {
        var v = Bezwaar().Bezwaar(Beslissing(new(2026, 6, 22), onderzoek: true))
            .Bezwaar(new OnderzoekNaBezwaarBegonnen(Nummer, "M-2026-000002", new(2026, 6, 23)))
            .Bezwaar(new BezwaarHeropend(Nummer, "R-2026-000001",
                new("beslissing-op-bezwaar", new(2026, 11, 13), new(2026, 12, 25), "Awb art. 8:72 lid 4")))
            .Bezwaar(Beslissing(new(2026, 12, 2), onderzoek: true));

        (v.Zaak.Status, v.Zaak.Wie).ShouldBe((Dossierstatus.Bezwaar, Wie.Consulent));
        v.Bezwaar(new OnderzoekNaBezwaarBegonnen(Nummer, "M-2026-000003", new(2026, 12, 3))).Zaak.Status
            .ShouldBe(Dossierstatus.BezwaarAfgehandeld);
    }

    private static BeslissingOpBezwaarBekendgemaakt Beslissing(DateOnly op, bool onderzoek = false) => new(Nummer, op,
        onderzoek ? Bezwaaruitkomst.Gegrond : Bezwaaruitkomst.Ongegrond, false,
        new("beroep", op, op.AddDays(42), "Awb art. 6:7"), null, null, [], new("Dit is waarom."))
    { OnderzoekNodig = onderzoek };

    [Fact]
    public void Costs_are_paid_before_the_zaak_is_over()
    {
        var v = Bezwaar().Bezwaar(new BeslissingOpBezwaarBekendgemaakt(Nummer, new(2026, 6, 22), Bezwaaruitkomst.Gegrond, false,
            new("beroep", new(2026, 6, 22), new(2026, 8, 3), "Awb art. 6:7"),
            new("kostenvergoeding", new(2026, 6, 22), new(2026, 8, 3), "Awb art. 4:87 lid 1"), 647m, [], new("Toch nodig.")));
        v.Zaak.Wie.ShouldBe(Wie.Backoffice);

        v.Bezwaar(new BezwaarkostenBetaald(Nummer, new(2026, 7, 1))).Zaak.Wie.ShouldBe(Wie.Inwoner);
    }

    [Fact]
    public void In_any_order_the_dossier_is_the_same()
    {
        var v = Bezwaar().Bezwaar(new BezwaarmakerGehoord(Nummer, Guid.NewGuid(), new(2026, 6, 12)))
            .Bezwaar(new BezwaarIngetrokken(Nummer, new(2026, 6, 15)));
        var verwacht = v.Beeld;
        for (var zaad = 1; zaad <= 50; zaad++)
        {
            var geschud = v.Gebeurtenissen.ToArray();
            new Random(zaad).Shuffle(geschud);
            var beeld = Beeld.Van(new Feiten(geschud));
            beeld.Zaken.Select(z => (z.Nummer, z.Stand)).ShouldBe(verwacht.Zaken.Select(z => (z.Nummer, z.Stand)), $"zaad {zaad}");
            beeld.Termijnen.ShouldBe(verwacht.Termijnen, $"zaad {zaad}");
        }
    }

    private static Verhaal Bezwaar(Bezwaartijdigheid tijdigheid = Bezwaartijdigheid.OpTijd) => Bezwaar(tijdigheid, Beslis);

    private static Verhaal Bezwaar(Bezwaartijdigheid tijdigheid, Termijn? beslis)
    {
        var v = Verhaal.Gemeld();
        return v.Aangevraagd(Leveringsvorm.Zin).Beschikt(Leveringsvorm.Zin, Uitkomst.Afwijzen).Bezwaar(new BezwaarOntvangen(Nummer,
            new(2026, 5, 8), BestredenSoort.Beschikking, "B-2026-000001", [v.VoorzieningId], tijdigheid,
            new("bezwaar", new(2026, 5, 1), new(2026, 6, 12), "Awb art. 6:7 en 6:8 lid 1"), beslis));
    }
}
