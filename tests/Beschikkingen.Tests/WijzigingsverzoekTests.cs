using WmoPlatform.Beschikkingen.Wijzigingsverzoeken;
using WmoPlatform.Contracts;
using static WmoPlatform.Beschikkingen.Tests.Loop;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>
/// A request to change granted help: its road and its terms. The help is granted from 1 June 2026 to 31 May 2027; the request comes in on
/// Saturday 6 June 2026.
/// </summary>
public sealed class WijzigingsverzoekTests
{
    private static readonly DateTimeOffset Nu = new(2026, 6, 9, 8, 0, 0, TimeSpan.Zero);
    private readonly Herzieningsloop _loop = new();

    [Theory]
    [InlineData(Wijzigingsvraag.AndereHulp, Wijzigingsroute.Melding)]
    [InlineData(Wijzigingsvraag.ZinNaarPgb, Wijzigingsroute.Aanvraag)]
    [InlineData(Wijzigingsvraag.AndereAanbieder, Wijzigingsroute.Uitvoering)]
    [InlineData(Wijzigingsvraag.Rekeningnummer, Wijzigingsroute.Uitvoering)]
    [InlineData(Wijzigingsvraag.Stoppen, Wijzigingsroute.Opzegging)]
    public void What_is_asked_decides_the_road(Wijzigingsvraag vraag, Wijzigingsroute weg)
    {
        var ontvangen = Aangekondigd(Ontvang(vraag))[0].ShouldBeOfType<WijzigingsverzoekOntvangen>();

        ontvangen.Weg.ShouldBe(weg);
        // Eight weeks after Saturday 6 June: a promise, which also ends on a Saturday.
        ontvangen.Belofte.ShouldBe(new("wijziging", Dag("2026-06-06"), Dag("2026-08-01"), "Servicenorm van de gemeente"));
        // Two weeks after 6 June is Saturday 20 June, and runs to Monday.
        ontvangen.Beslistermijn?.Uiterlijk.ShouldBe(Dag("2026-06-22"));
        (ontvangen.Beslistermijn is null).ShouldBe(weg != Wijzigingsroute.Aanvraag);
    }

    [Fact]
    public void Other_help_is_asked_of_Meldingen_with_the_day_of_the_request_and_then_done_with()
    {
        var verzoek = Ontvang(Wijzigingsvraag.AndereHulp);
        var vraag = Aangekondigd(verzoek)[1].ShouldBeOfType<WijzigingVraagtOnderzoek>();
        (vraag.OntvangenOp, vraag.Kanaal, vraag.Hulpvraag.Waarde)
            .ShouldBe((Dag("2026-06-06"), Meldkanaal.Brief, "Ik heb iets anders nodig."));

        verzoek.WerdMelding("M-2026-000002", Nu);
        verzoek.WerdMelding("M-2026-000002", Nu);

        var klaar = Aangekondigd(verzoek).ShouldHaveSingleItem().ShouldBeOfType<WijzigingsverzoekAfgerond>();
        (klaar.Afloop, klaar.Nummer).ShouldBe((Wijzigingsafloop.Melding, "M-2026-000002"));
    }

    [Fact]
    public void What_is_an_aanvraag_is_done_with_only_by_the_decision_on_that()
    {
        var verzoek = Ontvang(Wijzigingsvraag.ZinNaarPgb);

        Geweigerd(() => verzoek.IsUitgevoerd(Nu)).ShouldBe((409, "besluit-nodig"));
        Geweigerd(() => Ontvang(Wijzigingsvraag.ZinNaarPgb, redenLaat: null)).ShouldBe((422, "reden-laat-ontbreekt"), "nu is dinsdag");
    }

    [Fact]
    public void What_is_a_melding_is_taken_back_there()
    {
        var verzoek = Ontvang(Wijzigingsvraag.AndereAanbieder);
        Aangekondigd(verzoek);

        verzoek.HeeftOnderzoekNodig("De situatie is veranderd.", Nu);

        Aangekondigd(verzoek).ShouldHaveSingleItem().ShouldBeOfType<WijzigingVraagtOnderzoek>().OntvangenOp.ShouldBe(Dag("2026-06-06"));
        Geweigerd(() => verzoek.HeeftOnderzoekNodig("Nog eens.", Nu)).ShouldBe((409, "al-een-melding"));
        Geweigerd(() => verzoek.TrekIn(Dag("2026-06-09"), Nu)).ShouldBe((409, "al-een-melding"));
    }

    [Fact]
    public void Another_provider_needs_no_decision()
    {
        var verzoek = Ontvang(Wijzigingsvraag.AndereAanbieder);
        verzoek.IsUitgevoerd(Nu);

        verzoek.Afronding!.Afloop.ShouldBe(Wijzigingsafloop.Uitgevoerd);
    }

    [Fact]
    public void A_bank_account_is_referred_unless_the_municipality_pays_itself()
    {
        Ontvang(Wijzigingsvraag.Rekeningnummer).Afronding!.Afloop.ShouldBe(Wijzigingsafloop.Verwezen);
        var svb = new Herzieningsloop(Pgb(), budget: 9000m);
        Ontvang(Wijzigingsvraag.Rekeningnummer, svb).Afronding!.Afloop.ShouldBe(Wijzigingsafloop.Verwezen);
        var hulpmiddel = new Herzieningsloop(Pgb() with { Product = new("13", "13A01") }, budget: 900m);

        var verzoek = Ontvang(Wijzigingsvraag.Rekeningnummer, hulpmiddel);

        verzoek.IsOpen.ShouldBeTrue();
        Geweigerd(() => verzoek.HeeftOnderzoekNodig("Zomaar.", Nu)).ShouldBe((409, "geen-onderzoek-nodig"));
    }

    [Fact]
    public void Only_what_is_otherwise_now_is_asked_and_only_while_help_is_granted()
    {
        Geweigerd(() => Ontvang(Wijzigingsvraag.PgbNaarZin)).ShouldBe((422, "vorm-past-niet"));
        var pgb = new Herzieningsloop(Pgb(), budget: 9000m);
        Geweigerd(() => Ontvang(Wijzigingsvraag.ZinNaarPgb, pgb)).ShouldBe((422, "vorm-past-niet"));
        Geweigerd(() => Ontvang(Wijzigingsvraag.AndereAanbieder, pgb)).ShouldBe((422, "vorm-past-niet"));
        Geweigerd(() => Ontvang(Wijzigingsvraag.AndereHulp, new Herzieningsloop(uitkomst: Uitkomst.Afwijzen))).ShouldBe((409, "geen-hulp"));
        Geweigerd(() => Ontvang(Wijzigingsvraag.AndereHulp, op: "2027-06-01")).ShouldBe((409, "geen-hulp"), "afgelopen");
    }

    private Wijzigingsverzoek Ontvang(
        Wijzigingsvraag vraag, Herzieningsloop? loop = null, string op = "2026-06-06", string? redenLaat = "Weekend.") =>
        Wijzigingsverzoek.Ontvang("W-2026-000001", (loop ?? _loop).Voorziening,
            new(vraag, "Ik heb iets anders nodig.", Meldkanaal.Brief, Dag(op), redenLaat), Beleid.Op(Dag(op)).Waarde.Servicenormen, Nu,
            vraag is Wijzigingsvraag.ZinNaarPgb or Wijzigingsvraag.PgbNaarZin ? "A-2026-000009" : null);

    private static IReadOnlyList<Gebeurtenis> Aangekondigd(Wijzigingsverzoek verzoek) => Testhuis.Aankondigingen.Van(verzoek);

    private static (int Status, string Code) Geweigerd(Action daad)
    {
        var weigering = Should.Throw<ServiceDefaults.Fouten.Weigering>(daad);
        return (weigering.Status, weigering.Code);
    }
}
