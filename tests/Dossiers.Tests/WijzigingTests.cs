using WmoPlatform.Contracts;
using WmoPlatform.Dossiers.Projectie;

namespace WmoPlatform.Dossiers.Tests;

/// <summary>A request for change on the dossier: a zaak of its own, with the terms of the law and the promise beside them.</summary>
public sealed class WijzigingTests
{
    private static readonly Termijn Belofte = new("wijziging", new(2026, 6, 6), new(2026, 8, 1), "Servicenorm van de gemeente");
    private static readonly Termijn Twee = new("beschikking", new(2026, 6, 6), new(2026, 6, 22), "Wmo 2015 art. 2.3.5 lid 2");

    [Fact]
    public void As_an_aanvraag_the_two_weeks_stand_there_and_the_promise_moves_nothing()
    {
        var v = AlsAanvraag();

        v.Zaak.Wat.ShouldContain("A-2026-000009");
        (v.Beeld.Stand.Status, v.Beeld.Stand.Wie, v.Beeld.Stand.Uiterlijk).ShouldBe(
            (Dossierstatus.Aanvraag, Wie.Consulent, new DateOnly(2026, 6, 22)), "de pgb-toets");
        Beslistermijn(v).Uiterlijk.ShouldBe(new(2026, 6, 22));
        Termijn(v, "wijziging").Uiterlijk.ShouldBe(new(2026, 8, 1));
        v.Beeld.Zaken[1].Aanvraagnummer.ShouldBe("A-2026-000009");

        v.Wijziging(new WijzigingsontvangstGecorrigeerd(Verhaal.Wijzigingsnummer, new(2026, 6, 6), new(2026, 6, 5),
            Belofte with { Start = new(2026, 6, 5), Uiterlijk = new(2026, 7, 31) }));

        Termijn(v, "wijziging").Uiterlijk.ShouldBe(new(2026, 7, 31));
    }

    [Fact]
    public void A_refused_form_leaves_the_help_as_it_is_and_bezwaar_open()
    {
        var v = AlsAanvraag();

        v.Vormaanvraag(Beschikt(v, Uitkomst.Afwijzen)).Wijziging(
            new WijzigingsverzoekAfgerond(Verhaal.Wijzigingsnummer, new(2026, 6, 18), Wijzigingsafloop.Besloten, "B-2026-000012"));

        v.Beeld.Zaken[0].Stand.Status.ShouldBe(Dossierstatus.HulpLoopt);
        (v.Zaak.Status, v.Zaak.Wie).ShouldBe((Dossierstatus.WijzigingAfgehandeld, Wie.Niemand));
        Beslistermijn(v).VoldaanOp.ShouldBe(new(2026, 6, 18));
        v.Beeld.Termijnen.Single(t => t.Kenmerk == "B-2026-000012").Soort.ShouldBe("bezwaar");
        Tijdlijn.Zin(v.Gebeurtenissen.OfType<BeschikkingBekendgemaakt>().Last()).ShouldContain("De hulp blijft zoals die is.");
    }

    [Fact]
    public void As_a_melding_within_its_term_the_aanvraag_ends_and_the_help_goes_on()
    {
        var v = AlsAanvraag();

        v.Vormaanvraag(new AanvraagWerdMelding(new(2026, 6, 9), new(2026, 6, 6), new("De situatie is veranderd.")))
            .Wijziging(new WijzigingVraagtOnderzoek(
                Verhaal.Wijzigingsnummer, Guid.NewGuid(), new(2026, 6, 6), Meldkanaal.Telefoon, Verhaal.Wijkteam, new("Liever een pgb.")));
        (v.Zaak.Wie, Beslistermijn(v).Vervallen).ShouldBe((Wie.Gemeente, true));
        v.Beeld.Zaken[0].Stand.Status.ShouldBe(Dossierstatus.HulpLoopt);

        v.Wijziging(new WijzigingsverzoekAfgerond(Verhaal.Wijzigingsnummer, new(2026, 6, 9), Wijzigingsafloop.Melding, "M-2026-000009"));

        v.Zaak.Wat.ShouldContain("M-2026-000009");
        v.Beeld.Termijnen.Count(t => t.Zaak == Verhaal.Wijzigingsnummer && t.Loopt).ShouldBe(0);
    }

    [Fact]
    public void An_opzegging_that_waits_is_a_task_with_the_day_that_the_person_named()
    {
        var v = Gevraagd(Wijzigingsvraag.Stoppen, Wijzigingsroute.Opzegging,
            o => o with { Wacht = new("H-2026-000003", new(2026, 7, 31)) });

        (v.Zaak.Wie, v.Zaak.Uiterlijk).ShouldBe((Wie.Consulent, new(2026, 7, 31)));
        v.Zaak.Wat.ShouldContain("H-2026-000003");
        Tijdlijn.Zin(v.Gebeurtenissen[^1]).ShouldContain("31 juli 2026");
    }

    [Fact]
    public void Execution_is_the_consulents_and_ends_when_it_is_taken_back()
    {
        var v = Gevraagd(Wijzigingsvraag.AndereAanbieder, Wijzigingsroute.Uitvoering);
        (v.Zaak.Wie, v.Zaak.Uiterlijk).ShouldBe((Wie.Consulent, new(2026, 8, 1)));

        v.Wijziging(new WijzigingsverzoekAfgerond(Verhaal.Wijzigingsnummer, new(2026, 6, 9), Wijzigingsafloop.Ingetrokken, null));

        Termijn(v, "wijziging").Vervallen.ShouldBeTrue();
    }

    private static Termijnstand Termijn(Verhaal v, string soort) =>
        v.Beeld.Termijnen.Single(t => t.Soort == soort && t.Zaak == Verhaal.Wijzigingsnummer);

    private static Termijnstand Beslistermijn(Verhaal v) =>
        v.Beeld.Termijnen.Single(t => t.Soort == "beschikking" && t.Kenmerk == "A-2026-000009");

    private static Verhaal AlsAanvraag()
    {
        var v = Gevraagd(Wijzigingsvraag.ZinNaarPgb, Wijzigingsroute.Aanvraag,
            o => o with { Beslistermijn = Twee, Aanvraagnummer = "A-2026-000009" });
        return v.Vormaanvraag(new AanvraagOntvangen(new(2026, 6, 6), Twee)
        {
            Aanvraagnummer = "A-2026-000009",
            Vorm = Aanvraagvorm.Wijziging,
            Wijziging = new(Verhaal.Wijzigingsnummer, v.VoorzieningId, Leveringsvorm.Pgb, v.PersoonId, Verhaal.Wijkteam),
        });
    }

    private static BeschikkingBekendgemaakt Beschikt(Verhaal v, Uitkomst uitkomst) => new(
        Guid.NewGuid(), "B-2026-000012", new(2026, 6, 18), new("bezwaar", new(2026, 6, 18), new(2026, 7, 30), "Awb art. 6:7"), v.PersoonId,
        Verhaal.Wijkteam, [new(v.VoorzieningId, uitkomst, new("02", "02T21"), new(120, "01", "2"), v.Hulp.Periode, Leveringsvorm.Pgb, null,
            null) { PgbGeweigerd = PgbWeigering.NietVaardig }], false, Verhaal.Persoon)
    {
        VanWijziging = true,
    };

    private static Verhaal Gevraagd(Wijzigingsvraag vraag, Wijzigingsroute weg,
        Func<WijzigingsverzoekOntvangen, WijzigingsverzoekOntvangen>? anders = null)
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin).Beschikt(Leveringsvorm.Zin).Toegewezen();
        var ontvangen = new WijzigingsverzoekOntvangen(
            Verhaal.Wijzigingsnummer, v.VoorzieningId, new(2026, 6, 6), Meldkanaal.Telefoon, vraag, weg, Belofte);
        return v.Dan(new ZorgGestart(v.VoorzieningId, 1, v.Vandaag, v.Hulp, Verhaal.Kern))
            .Wijziging(anders?.Invoke(ontvangen) ?? ontvangen);
    }
}
