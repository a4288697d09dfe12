using WmoPlatform.Beschikkingen.Klachten;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Testhuis;
using static WmoPlatform.Beschikkingen.Tests.Loop;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>
/// The rules of a klacht, each met and refused. It came in on Friday 8 May 2026, so the last day is Friday 19 June. Every day is a literal.
/// </summary>
public sealed class KlachtTests
{
    private DateTimeOffset _nu;

    [Fact]
    public void A_klacht_has_six_weeks_or_ten_with_a_commission_and_four_more()
    {
        var klacht = Ontvang();
        Aankondigingen.Van(klacht).ShouldHaveSingleItem().ShouldBeOfType<KlachtOntvangen>().Termijn.Uiterlijk.ShouldBe(Dag("2026-06-19"));

        klacht.SchakelCommissieIn(_nu);
        klacht.Uiterlijk.ShouldBe(Dag("2026-07-17"));
        Geweigerd(() => klacht.SchakelCommissieIn(_nu)).ShouldBe((409, "commissie-al-gemeld"));
        Geweigerd(() => klacht.Verdaag(5, "Druk.", _nu)).ShouldBe((422, "verdaging-te-lang"));
        klacht.Verdaag(4, "Druk.", _nu);
        klacht.Uiterlijk.ShouldBe(Dag("2026-08-14"));
        Geweigerd(() => klacht.Verdaag(1, "Druk.", _nu)).ShouldBe((409, "al-verdaagd"));
        Geweigerd(() => klacht.StelVerderUit(Dag("2026-08-14"), "Samen.", _nu)).ShouldBe((422, "uitstel-zonder-gevolg"));
        klacht.StelVerderUit(Dag("2026-09-05"), "Samen.", _nu);
        klacht.Uiterlijk.ShouldBe(Dag("2026-09-05"));
    }

    [Fact]
    public void After_its_term_a_klacht_is_not_postponed_and_gets_no_commission()
    {
        var klacht = Ontvang();
        Op("2026-06-20");

        Geweigerd(() => klacht.Verdaag(2, "Druk.", _nu)).ShouldBe((422, "verdaging-te-laat"));
        Geweigerd(() => klacht.SchakelCommissieIn(_nu)).ShouldBe((422, "commissie-te-laat"));
    }

    [Fact]
    public void It_is_heard_and_judged_by_somebody_who_was_not_involved()
    {
        var klacht = Ontvang(medewerker: "consulent-1");
        Geweigerd(() => klacht.HandelAf(Klachtafloop.Gegrond, "U hebt gelijk.", null, Wie("beslisser-1"), _nu)).ShouldBe((409,
            "niet-gehoord"));
        Op("2026-05-20");
        Geweigerd(() => klacht.LegHorenVast(Dag("2026-05-20"), "Er is gesproken.", Wie("consulent-1"), _nu))
            .ShouldBe((422, "behandelaar-betrokken"));
        klacht.LegHorenVast(Dag("2026-05-20"), "Er is gesproken.", Wie("consulent-2"), _nu);
        Geweigerd(() => klacht.LegHorenVast(Dag("2026-05-20"), "Er is gesproken.", Wie("consulent-2"), _nu)).ShouldBe((409, "al-gehoord"));
        Geweigerd(() => klacht.HandelAf(Klachtafloop.Gegrond, "Goed.", null, Wie("consulent-1"), _nu))
            .ShouldBe((422, "behandelaar-betrokken"));
        Geweigerd(() => klacht.HandelAf(Klachtafloop.Gegrond, "Goed.", null, Wie("x", Voorbeelden.Inwoner), _nu))
            .ShouldBe((422, "eigen-klacht"));
        Geweigerd(() => klacht.HandelAf(Klachtafloop.Opgelost, "Goed.", null, Wie("beslisser-1"), _nu)).ShouldBe((422, "geen-oordeel"));
        Gehoord(klacht, "consulent-1");
        Aankondigingen.Van(klacht);

        klacht.HandelAf(Klachtafloop.DeelsGegrond, "Wij hadden moeten bellen.", null, Wie("beslisser-1"), _nu);

        Aankondigingen.Van(klacht).ShouldHaveSingleItem().ShouldBeOfType<KlachtAfgerond>().Afloop.ShouldBe(Klachtafloop.DeelsGegrond);
        Geweigerd(() => klacht.TrekIn(Dag("2026-05-20"), _nu)).ShouldBe((409, "klacht-afgerond"));
    }

    [Fact]
    public void Nothing_is_judged_before_the_member_of_staff_had_the_klacht_and_could_answer()
    {
        var klacht = Ontvang();
        klacht.ZieAfVanHoren(Geenklachthoorgrond.WilNiet, "De inwoner belde af.", _nu);
        Geweigerd(() => klacht.HoorBeklaagde("consulent-1", Dag("2026-05-08"), null, Wie("beslisser-1"), _nu))
            .ShouldBe((422, "geen-beklaagde"));
        Op("2026-05-12");
        Geweigerd(() => klacht.GaatOver("consulent-1", Dag("2026-05-13"), _nu)).ShouldBe((422, "dag-in-de-toekomst"));
        klacht.GaatOver("consulent-1", Dag("2026-05-12"), _nu);
        Geweigerd(() => klacht.GaatOver("consulent-1", Dag("2026-05-12"), _nu)).ShouldBe((409, "afschrift-al-gegeven"));

        Geweigerd(() => klacht.HandelAf(Klachtafloop.Gegrond, "Goed.", null, Wie("beslisser-1"), _nu))
            .ShouldBe((409, "beklaagde-niet-gehoord"));
        Geweigerd(() => klacht.HoorBeklaagde("consulent-1", Dag("2026-05-12"), "Ik was ziek.", Wie("consulent-1"), _nu))
            .ShouldBe((422, "behandelaar-betrokken"));
        klacht.HoorBeklaagde("consulent-1", Dag("2026-05-12"), null, Wie("beslisser-1"), _nu);
        Geweigerd(() => klacht.HoorBeklaagde("consulent-1", Dag("2026-05-12"), "Toch.", Wie("beslisser-1"), _nu))
            .ShouldBe((409, "al-gehoord"));

        klacht.HandelAf(Klachtafloop.Gegrond, "Goed.", null, Wie("beslisser-1"), _nu);
    }

    [Fact]
    public void Who_was_named_before_a_copy_was_given_is_heard_only_after_it()
    {
        var klacht = Ontvang(medewerker: "consulent-1");

        Geweigerd(() => klacht.HoorBeklaagde("consulent-1", Dag("2026-05-08"), null, Wie("beslisser-1"), _nu))
            .ShouldBe((409, "afschrift-ontbreekt"));
    }

    [Fact]
    public void The_advice_of_a_commission_comes_first_and_departing_from_it_needs_a_reason()
    {
        var klacht = Ontvang();
        klacht.ZieAfVanHoren(Geenklachthoorgrond.WilNiet, "De inwoner belde af.", _nu);
        Geweigerd(() => klacht.NeemAdvies(Klachtafloop.Gegrond, "Bel terug.", Dag("2026-05-08"), _nu)).ShouldBe((409, "geen-commissie"));
        klacht.SchakelCommissieIn(_nu);
        Op("2026-06-01");
        Geweigerd(() => klacht.HandelAf(Klachtafloop.Gegrond, "Goed.", null, Wie("beslisser-1"), _nu)).ShouldBe((409, "advies-ontbreekt"));
        Geweigerd(() => klacht.NeemAdvies(Klachtafloop.Opgelost, "Bel terug.", Dag("2026-06-01"), _nu)).ShouldBe((422, "geen-oordeel"));
        klacht.NeemAdvies(Klachtafloop.Gegrond, "Bel terug.", Dag("2026-06-01"), _nu);
        Geweigerd(() => klacht.NeemAdvies(Klachtafloop.Gegrond, "Bel terug.", Dag("2026-06-01"), _nu))
            .ShouldBe((409, "advies-al-vastgelegd"));

        Geweigerd(() => klacht.HandelAf(Klachtafloop.Ongegrond, "Nee.", null, Wie("beslisser-1"), _nu))
            .ShouldBe((422, "afwijking-zonder-reden"));
        Geweigerd(() => klacht.HandelAf(Klachtafloop.Gegrond, "Ja.", "Toch niet.", Wie("beslisser-1"), _nu))
            .ShouldBe((422, "geen-afwijking"));
        Aankondigingen.Van(klacht);
        klacht.HandelAf(Klachtafloop.Ongegrond, "Nee.", "Wij belden wel.", Wie("beslisser-1"), _nu);

        var afgerond = Aankondigingen.Van(klacht).ShouldHaveSingleItem().ShouldBeOfType<KlachtAfgerond>();
        (afgerond.Advies?.Waarde, afgerond.AfwijkingVanAdvies?.Waarde).ShouldBe(("Bel terug.", "Wij belden wel."));
    }

    [Fact]
    public void About_a_decision_nothing_is_judged_before_the_person_could_say_what_was_meant()
    {
        var klacht = OverBesluit();
        klacht.ZieAfVanHoren(Geenklachthoorgrond.WilNiet, "De inwoner belde af.", _nu);
        Geweigerd(() => klacht.HandelAf(Klachtafloop.Gegrond, "Ja.", null, Wie("beslisser-1"), _nu))
            .ShouldBe((409, "bedoeling-niet-gevraagd"));
        klacht.VraagBedoeling(Dag("2026-05-22"), _nu);
        Op("2026-05-22");
        Geweigerd(() => klacht.HandelAf(Klachtafloop.Gegrond, "Ja.", null, Wie("beslisser-1"), _nu)).ShouldBe((409, "bedoeling-onbekend"));
        Op("2026-05-23");
        Geweigerd(() => klacht.HandelAf(Klachtafloop.Gegrond, "Ja.", null, Wie("beslisser-9"), _nu))
            .ShouldBe((422, "behandelaar-besliste"));

        klacht.HandelAf(Klachtafloop.Gegrond, "Ja.", null, Wie("beslisser-1"), _nu);
    }

    [Fact]
    public void About_a_decision_against_which_there_is_no_bezwaar_nothing_is_asked()
    {
        var klacht = Ontvang(Klachtonderwerp.Besluit, besluit: "Z-2026-000001");
        klacht.GaatOver(["beslisser-9"], kanBezwaarZijn: false);

        Geweigerd(() => klacht.VraagBedoeling(Dag("2026-05-22"), _nu)).ShouldBe((409, "geen-bezwaar-mogelijk"));
        klacht.BehandelNiet(Nietbehandelgrond.BeroepMogelijk, "U kunt naar de rechter.", _nu);
    }

    [Fact]
    public void Without_a_hearing_only_what_the_ground_says_is_decided()
    {
        var klacht = Ontvang();
        klacht.ZieAfVanHoren(Geenklachthoorgrond.KennelijkOngegrond, "Dit kan niet kloppen.", _nu);

        Geweigerd(() => klacht.HandelAf(Klachtafloop.Gegrond, "Goed.", null, Wie("beslisser-1"), _nu)).ShouldBe((422, "horen-toch-nodig"));
        klacht.HandelAf(Klachtafloop.Ongegrond, "Niet gebeurd.", null, Wie("beslisser-1"), _nu);
        klacht.IsOpen.ShouldBeFalse();
    }

    [Fact]
    public void It_is_settled_only_when_the_person_is_content()
    {
        var klacht = Ontvang();

        Geweigerd(() => klacht.LosOp("Wij belden.", metInstemming: false, _nu)).ShouldBe((422, "instemming-ontbreekt"));
        klacht.LosOp("Wij belden.", metInstemming: true, _nu);
        klacht.Afronding!.Afloop.ShouldBe(Klachtafloop.Opgelost);
    }

    [Theory]
    [InlineData("2025-05-07", null)]
    [InlineData("2025-05-08", "binnen-een-jaar")]
    [InlineData(null, "binnen-een-jaar")]
    public void Facts_of_more_than_a_year_ago_need_not_be_handled(string? gedraging, string? code)
    {
        var klacht = Ontvang(gedragingOp: gedraging);
        if (code is null) klacht.BehandelNiet(Nietbehandelgrond.LangerDanEenJaar, "Te lang geleden.", _nu);
        else
            Geweigerd(() => klacht.BehandelNiet(Nietbehandelgrond.LangerDanEenJaar, "Te lang geleden.", _nu)).ShouldBe((422, code));
    }

    [Fact]
    public void That_it_is_not_handled_is_told_within_four_weeks_and_on_a_true_ground()
    {
        var klacht = Ontvang();
        Geweigerd(() => klacht.BehandelNiet(Nietbehandelgrond.BezwaarMogelijk, "Bezwaar.", _nu)).ShouldBe((422, "geen-besluit"));
        Op("2026-06-06");
        Geweigerd(() => klacht.BehandelNiet(Nietbehandelgrond.AlBehandeld, "Al gedaan.", _nu)).ShouldBe((422, "niet-behandelen-te-laat"));
        Op("2026-06-05");
        klacht.BehandelNiet(Nietbehandelgrond.AlBehandeld, "Al gedaan.", _nu);
        klacht.Afronding!.NietBehandeld.ShouldBe(Nietbehandelgrond.AlBehandeld);
    }

    [Fact]
    public void About_a_decision_the_person_is_asked_before_it_is_left_aside()
    {
        var klacht = OverBesluit();
        Geweigerd(() => klacht.BehandelNiet(Nietbehandelgrond.BezwaarMogelijk, "Bezwaar.", _nu)).ShouldBe((409, "bedoeling-niet-gevraagd"));
        Geweigerd(() => klacht.VraagBedoeling(Dag("2026-05-08"), _nu)).ShouldBe((422, "termijn-te-kort"));
        Geweigerd(() => klacht.NeemBedoeling(Dag("2026-05-08"), null, _nu)).ShouldBe((409, "niet-gevraagd"));
        klacht.VraagBedoeling(Dag("2026-05-22"), _nu);
        Geweigerd(() => klacht.VraagBedoeling(Dag("2026-05-22"), _nu)).ShouldBe((409, "al-gevraagd"));

        klacht.NeemBedoeling(Dag("2026-05-08"), null, _nu);

        klacht.IsOpen.ShouldBeTrue();
        klacht.BehandelNiet(Nietbehandelgrond.BezwaarMogelijk, "Bezwaar kon tot 1 mei.", _nu);
        Geweigerd(() => Ontvang().VraagBedoeling(Dag("2026-05-22"), _nu)).ShouldBe((409, "geen-besluit"));
    }

    [Fact]
    public void Only_a_klacht_about_a_provider_goes_to_the_provider()
    {
        Geweigerd(() => Ontvang().WijsNaarAanbieder("Bel Zorg Dichtbij.", _nu)).ShouldBe((409, "geen-aanbieder"));
        var klacht = Ontvang(Klachtonderwerp.Aanbieder);
        klacht.WijsNaarAanbieder("Bel Zorg Dichtbij.", _nu);
        klacht.Afronding!.Afloop.ShouldBe(Klachtafloop.NaarAanbieder);
    }

    private Klacht Ontvang(Klachtonderwerp over = Klachtonderwerp.Gedraging, string? medewerker = null, string? gedragingOp = null,
        string? besluit = null)
    {
        Op("2026-05-08");
        return Klacht.Ontvang("K-2026-000001", new("D-2026-000001", Guid.NewGuid(), Voorbeelden.Inwoner, Voorbeelden.Team),
            new(Dag("2026-05-08")), over, "Ik werd niet teruggebeld.", gedragingOp is null ? null : Dag(gedragingOp), medewerker, besluit,
            _nu);
    }

    private Klacht OverBesluit()
    {
        var klacht = Ontvang(Klachtonderwerp.Besluit, besluit: "B-2026-000001");
        klacht.GaatOver(["beslisser-9"], kanBezwaarZijn: true);
        return klacht;
    }

    private void Gehoord(Klacht klacht, string medewerker)
    {
        klacht.GaatOver(medewerker, DateOnly.FromDateTime(_nu.DateTime), _nu);
        klacht.HoorBeklaagde(medewerker, DateOnly.FromDateTime(_nu.DateTime), "Ik was het vergeten.", Wie("beslisser-1"), _nu);
    }

    private void Op(string dag) => _nu = new DateTimeOffset(Dag(dag), new(9, 0), TimeSpan.Zero);

    private static Gebruiker Wie(string id, string? bsn = null) =>
        new(id, new HashSet<string> { Rollen.Beslisser }, bsn, null, new HashSet<string>());
}
