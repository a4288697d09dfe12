using WmoPlatform.Contracts;
using WmoPlatform.Dossiers.Projectie;

namespace WmoPlatform.Dossiers.Tests;

/// <summary>A request for change on the dossier: a zaak of its own, with the terms of the law and the promise beside them.</summary>
public sealed class WijzigingTests
{
    private static readonly Termijn Belofte = new("wijziging", new(2026, 6, 6), new(2026, 8, 1), "Servicenorm van de gemeente");
    private static readonly Termijn Twee = new("beschikking", new(2026, 6, 6), new(2026, 6, 22), "Wmo 2015 art. 2.3.5 lid 2");

    [Fact]
    public void As_an_aanvraag_it_has_two_weeks_and_the_promise_moves_nothing()
    {
        var v = Gevraagd(Wijzigingsvraag.ZinNaarPgb, Wijzigingsroute.Aanvraag, Twee);

        (v.Zaak.Status, v.Zaak.Wie, v.Zaak.Uiterlijk).ShouldBe((Dossierstatus.Wijziging, Wie.Beslisser, new(2026, 6, 22)));
        Termijn(v, "beschikking").Uiterlijk.ShouldBe(new(2026, 6, 22));
        Termijn(v, "wijziging").Uiterlijk.ShouldBe(new(2026, 8, 1));

        v.Wijziging(new WijzigingsverzoekAfgerond(Verhaal.Wijzigingsnummer, new(2026, 6, 18), Wijzigingsafloop.Besloten, "B-2026-000012"));

        (v.Zaak.Status, v.Zaak.Wie).ShouldBe((Dossierstatus.WijzigingAfgehandeld, Wie.Niemand));
        (Termijn(v, "beschikking").VoldaanOp, Termijn(v, "wijziging").VoldaanOp).ShouldBe((new(2026, 6, 18), new(2026, 6, 18)));
        v.Beeld.Zaken.Count.ShouldBe(2);
        v.Beeld.Zaken[0].Stand.Status.ShouldBe(Dossierstatus.HulpLoopt, "de hulp zelf verandert hier niet door");
    }

    [Fact]
    public void As_a_melding_its_two_weeks_lapse_and_the_melding_has_its_own()
    {
        var v = Gevraagd(Wijzigingsvraag.ZinNaarPgb, Wijzigingsroute.Aanvraag, Twee)
            .Wijziging(new WijzigingVraagtOnderzoek(
                Verhaal.Wijzigingsnummer, Guid.NewGuid(), new(2026, 6, 6), Meldkanaal.Telefoon, Verhaal.Wijkteam, new("Liever een pgb.")));
        (v.Zaak.Wie, Termijn(v, "beschikking").Vervallen).ShouldBe((Wie.Gemeente, true));

        v.Wijziging(new WijzigingsverzoekAfgerond(Verhaal.Wijzigingsnummer, new(2026, 6, 9), Wijzigingsafloop.Melding, "M-2026-000009"));

        v.Zaak.Wat.ShouldContain("M-2026-000009");
        v.Beeld.Termijnen.Count(t => t.Zaak == Verhaal.Wijzigingsnummer && t.Loopt).ShouldBe(0);
    }

    [Fact]
    public void Execution_is_the_consulents_and_ends_when_it_is_taken_back()
    {
        var v = Gevraagd(Wijzigingsvraag.AndereAanbieder, Wijzigingsroute.Uitvoering, null);
        (v.Zaak.Wie, v.Zaak.Uiterlijk).ShouldBe((Wie.Consulent, new(2026, 8, 1)));

        v.Wijziging(new WijzigingsverzoekAfgerond(Verhaal.Wijzigingsnummer, new(2026, 6, 9), Wijzigingsafloop.Ingetrokken, null));

        Termijn(v, "wijziging").Vervallen.ShouldBeTrue();
    }

    private static Termijnstand Termijn(Verhaal v, string soort) =>
        v.Beeld.Termijnen.Single(t => t.Soort == soort && t.Zaak == Verhaal.Wijzigingsnummer);

    private static Verhaal Gevraagd(Wijzigingsvraag vraag, Wijzigingsroute weg, Termijn? beslis)
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin).Beschikt(Leveringsvorm.Zin).Toegewezen();
        return v.Dan(new ZorgGestart(v.VoorzieningId, 1, v.Vandaag, v.Hulp, Verhaal.Kern))
            .Wijziging(new WijzigingsverzoekOntvangen(
                Verhaal.Wijzigingsnummer, v.VoorzieningId, new(2026, 6, 6), Meldkanaal.Telefoon, vraag, weg, Belofte)
            { Beslistermijn = beslis });
    }
}
