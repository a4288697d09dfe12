using WmoPlatform.Contracts;
using WmoPlatform.Dossiers.Projectie;

namespace WmoPlatform.Dossiers.Tests;

/// <summary>A klacht is a zaak of its own in the dossier. All days are literals.</summary>
public class KlachtzaakTests
{
    private const string Nummer = Verhaal.Klachtnummer;

    [Fact]
    public void A_klacht_has_its_own_term_until_it_ended()
    {
        var v = Klacht(Klachtonderwerp.Gedraging);
        (v.Zaak.Status, v.Zaak.Wie, v.Zaak.Uiterlijk).ShouldBe((Dossierstatus.Klacht, Wie.Consulent, new DateOnly(2026, 6, 19)));

        v.Klacht(new KlagerGehoord(Nummer, new(2026, 5, 20), null)).Zaak.Wie.ShouldBe(Wie.Beslisser);
        v.Klacht(new KlachtAfgerond(Nummer, new(2026, 6, 1), Klachtafloop.Gegrond, null, new("U hebt gelijk.")));

        (v.Zaak.Status, v.Zaak.Wie).ShouldBe((Dossierstatus.KlachtAfgehandeld, Wie.Niemand));
        v.Beeld.Termijnen.Single(t => t.Soort == "klacht").VoldaanOp.ShouldBe(new DateOnly(2026, 6, 1));
    }

    [Fact]
    public void The_judgement_waits_for_the_member_of_staff_and_for_the_commission()
    {
        var v = Klacht(Klachtonderwerp.Gedraging).Klacht(new KlachtcommissieIngeschakeld(Nummer, new(2026, 5, 11),
            new("klacht", new(2026, 5, 8), new(2026, 7, 17), "Awb art. 9:11 lid 1")));
        v.Klacht(new KlachtafschriftGegeven(Nummer, new(2026, 5, 11))).Klacht(new KlagerGehoord(Nummer, new(2026, 5, 20), null));
        (v.Zaak.Wie, v.Zaak.Wat).ShouldBe((Wie.Consulent,
            "De medewerker over wie de klacht gaat, kan er nog over vertellen. De consulent legt dat vast."));

        v.Klacht(new BeklaagdeGehoord(Nummer, new(2026, 5, 21), false)).Zaak.Wie.ShouldBe(Wie.Backoffice);
        v.Klacht(new KlachtadviesOntvangen(Nummer, new(2026, 6, 1), Klachtafloop.Gegrond)).Zaak.Wie.ShouldBe(Wie.Beslisser);
    }

    [Fact]
    public void A_klacht_about_a_decision_asks_the_person_what_is_meant()
    {
        var v = Klacht(Klachtonderwerp.Besluit);
        v.Zaak.Wie.ShouldBe(Wie.Consulent);

        v.Klacht(new KlachtbedoelingGevraagd(Nummer, "B-2026-000001", new(2026, 5, 11), new(2026, 5, 25)));

        (v.Zaak.Wie, v.Zaak.Uiterlijk).ShouldBe((Wie.Inwoner, new DateOnly(2026, 5, 25)));
    }

    [Theory]
    [InlineData(Klachtafloop.Bezwaar)]
    [InlineData(Klachtafloop.NaarAanbieder)]
    [InlineData(Klachtafloop.Ingetrokken)]
    public void A_klacht_that_needs_no_finding_has_no_term_any_more(Klachtafloop afloop)
    {
        var v = Klacht(Klachtonderwerp.Aanbieder);
        v.Zaak.Wat.ShouldContain("klachtregeling");

        v.Klacht(new KlachtAfgerond(Nummer, new(2026, 5, 12), afloop, null, null)).Beeld.Termijnen.Single(t => t.Soort == "klacht")
            .Vervallen.ShouldBeTrue();
    }

    private static Verhaal Klacht(Klachtonderwerp over) => Verhaal.Gemeld().InOnderzoek().Klacht(new KlachtOntvangen(
        Nummer, new(2026, 5, 8), over, new("klacht", new(2026, 5, 8), new(2026, 6, 19), "Awb art. 9:11 lid 1"),
        new("klacht-niet-behandelen", new(2026, 5, 8), new(2026, 6, 5), "Awb art. 9:8 lid 3")));
}
