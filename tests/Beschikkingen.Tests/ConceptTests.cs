using System.Net;
using WmoPlatform.Beschikkingen.Besluiten;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Wetgeving;
using static WmoPlatform.Beschikkingen.Tests.Loop;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>Who drafts, reviews, decides and approves, by the choices of the municipality.</summary>
public sealed class ConceptTests(Dienst dienst)
{
    private static readonly Gebruiker Consulent = Iemand("consulent-1");
    private static readonly Gebruiker Collega = Iemand("beslisser-2");

    [Fact]
    public void A_draft_is_returned_with_a_remark_made_anew_and_then_decided_by_another()
    {
        var loop = new Loop();
        loop.Aanvraag.StelConceptOp([Over(loop, Uitkomst.Afwijzen)], Consulent, loop.Nu);
        loop.Aanvraag.GeefConceptTerug("Het onderzoek zegt iets anders.", Collega, loop.Nu);
        Geweigerd(() => Vast(loop, 1)).ShouldBe((409, "geen-concept"));
        loop.Aanvraag.StelConceptOp([Over(loop, Uitkomst.Toekennen)], Consulent, loop.Nu).Nummer.ShouldBe(2);

        Geweigerd(() => Vast(loop, 1)).ShouldBe((409, "concept-vernieuwd"));
        Vast(loop, 2);

        loop.Aangekondigd().Select(g => g.GetType()).ShouldBe([typeof(ConceptOpgesteld), typeof(ConceptTeruggegeven),
            typeof(ConceptOpgesteld), typeof(BesluitGenomen)]);
        var concept = loop.Aanvraag.Besluitvorming.Concept!;
        (concept.Status, concept.Opmerkingen.Single()).ShouldBe((Conceptstatus.Vastgesteld,
            new Conceptopmerking(1, "beslisser-2", Dag("2026-05-01"), "Het onderzoek zegt iets anders.")));
        loop.Aanvraag.Besluiten.Single().Uitkomst.ShouldBe(Uitkomst.Toekennen);
    }

    [Fact]
    public void Nobody_reviews_decides_or_approves_their_own_work()
    {
        var loop = new Loop();
        loop.Aanvraag.StelConceptOp([Over(loop, Uitkomst.Toekennen)], Beslisser(), loop.Nu);

        Geweigerd(() => loop.Aanvraag.GeefConceptTerug("Anders.", Beslisser(), loop.Nu)).ShouldBe((422, "eigen-werk"));
        Geweigerd(() => Vast(loop, 1, Beslisser())).ShouldBe((422, "eigen-werk"));
        loop.Beslis(Uitkomst.Toekennen);
        Geweigerd(() => loop.Aanvraag.KeurGoed(Beslisser(), loop.Nu)).ShouldBe((422, "eigen-werk"));
    }

    [Fact]
    public void Nobody_drafts_or_reviews_a_decision_on_their_own_aanvraag()
    {
        var loop = new Loop();
        Geweigerd(() => loop.Aanvraag.StelConceptOp([Over(loop, Uitkomst.Toekennen)], Consulent with { Bsn = Inwoner }, loop.Nu))
            .ShouldBe((422, "eigen-aanvraag"));
        loop.Aanvraag.StelConceptOp([Over(loop, Uitkomst.Toekennen)], Consulent, loop.Nu);
        Geweigerd(() => loop.Aanvraag.GeefConceptTerug("Meer.", Collega with { Bsn = Inwoner }, loop.Nu)).ShouldBe((422, "eigen-aanvraag"));
        loop.Beslis(Uitkomst.Toekennen);
        Geweigerd(() => loop.Aanvraag.KeurGoed(Collega with { Bsn = Inwoner }, loop.Nu)).ShouldBe((422, "eigen-aanvraag"));
    }

    [Fact]
    public void A_decision_that_needs_four_eyes_waits_for_a_second_beslisser()
    {
        var loop = MetBeleid(vierogen: [new([Besluituitkomst.Afwijzen], [])]);
        loop.Beslis(Uitkomst.Afwijzen);
        loop.Aangekondigd()[^1].ShouldBeOfType<BesluitGenomen>().TweedeNodig.ShouldBeTrue();
        Geweigerd(() => loop.MaakBekend()).ShouldBe((409, "tweede-beoordeling-nodig"));

        loop.Aanvraag.KeurGoed(Collega, loop.Nu);
        Geweigerd(() => loop.Aanvraag.KeurGoed(Collega, loop.Nu)).ShouldBe((409, "al-goedgekeurd"));
        loop.MaakBekend();

        loop.Aangekondigd().Select(g => g.GetType()).ShouldBe([typeof(BesluitGoedgekeurd), typeof(BeschikkingBekendgemaakt)]);
    }

    [Fact]
    public void Another_decision_needs_another_approval()
    {
        var loop = MetBeleid(vierogen: [new([], [])]);
        loop.Beslis(Uitkomst.Toekennen);
        loop.Aanvraag.KeurGoed(Collega, loop.Nu);
        loop.Beslis(Uitkomst.Afwijzen);

        Geweigerd(() => loop.MaakBekend()).ShouldBe((409, "tweede-beoordeling-nodig"));
    }

    [Fact]
    public void A_decision_by_another_than_who_drafted_it_has_four_eyes()
    {
        var loop = MetBeleid(vierogen: [new([], [])]);
        loop.Aanvraag.StelConceptOp([Over(loop, Uitkomst.Toekennen)], Consulent, loop.Nu);
        Vast(loop, 1);

        loop.MaakBekend();
        loop.Aanvraag.Status.ShouldBe(Aanvraagstatus.Bekendgemaakt);
    }

    [Fact]
    public void What_needs_no_four_eyes_is_made_known_at_once()
    {
        var loop = MetBeleid(vierogen: [new([Besluituitkomst.Afwijzen], []), new([], ["13"]), new([], [], Boven: 100_000)]);
        loop.Beslis(Uitkomst.Toekennen).MaakBekend();
        loop.Aanvraag.Status.ShouldBe(Aanvraagstatus.Bekendgemaakt);
    }

    [Fact]
    public void A_beslisser_without_mandate_is_told_who_has_it()
    {
        var loop = MetBeleid(mandaten:
        [
            new("de beslisser", [], new([Besluituitkomst.Toekennen], [], TotEnMet: 5_000)),
            new("de teamleider Wmo", ["beslisser-2"], new([], ["02"])),
        ], voorzieningen: [Pgb()]);
        loop.Toetsen[loop.Gevraagd[0].VoorzieningId] = true;
        var duur = Over(loop, Uitkomst.Toekennen) with { Budget = 5_000.01m };

        Geweigerd(() => loop.Beslis(duur)).ShouldBe((422, "buiten-mandaat"));
        Should.Throw<ServiceDefaults.Fouten.Weigering>(() => loop.Beslis(duur)).Message.ShouldContain("Dat mag wel: de teamleider Wmo.");
        loop.Beslis(duur with { Budget = 5_000m });
        loop.Aanvraag.Beslis([duur], loop.Toetsen, Collega, "B-2026-000001", loop.Regels, loop.Nu);
    }

    [Fact]
    public void What_nobody_has_a_mandate_for_goes_to_the_college()
    {
        var loop = MetBeleid(mandaten: [new("de beslisser", [], new([], ["01"]))]);
        Should.Throw<ServiceDefaults.Fouten.Weigering>(() => loop.Beslis(Uitkomst.Toekennen)).Message.ShouldContain("het college");
    }

    [Fact]
    public void Help_in_kind_counts_for_what_it_costs_at_most_at_the_tariff()
    {
        // 120 minutes in each of 53 weeks (1 June 2026 up to 31 May 2027, Monday to Monday) at 68.29 an hour is 7238.74 euros.
        var loop = MetBeleid(mandaten: [new("de beslisser", [], new([], [], TotEnMet: 7_238.73m))], tarief: 68.29m);
        Geweigerd(() => loop.Beslis(Uitkomst.Toekennen)).ShouldBe((422, "buiten-mandaat"));
        MetBeleid(mandaten: [new("de beslisser", [], new([], [], TotEnMet: 7_238.74m))], tarief: 68.29m).Beslis(Uitkomst.Toekennen);
        MetBeleid(mandaten: [new("de beslisser", [], new([], [], TotEnMet: 1m))]).Beslis(Uitkomst.Toekennen);
    }

    [Fact]
    public async Task A_draft_goes_through_the_api_from_consulent_to_beslisser()
    {
        var zin = Zin();
        var pad = await dienst.Aanvraag(zin);
        using var consulent = dienst.Fabriek.Als(Rollen.Consulent, sub: "consulent-1", teams: [Team]);
        (await consulent.Weigert($"{pad}/concept")).ShouldBe((404, "niet-gevonden"));
        (await consulent.Doe($"{pad}/concept", Dienst.Toekennen(zin)))["nummer"]!.GetValue<int>().ShouldBe(1);
        (await consulent.Weigert($"{pad}/concept/teruggave", new { opmerking = "Toch anders." })).ShouldBe((422, "eigen-werk"));
        using var terug = await dienst.Beslisser.Stuur($"{pad}/concept/teruggave", new { opmerking = "Leg het beter uit." });
        terug.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await consulent.Lees($"{pad}/concept"))["opmerkingen"]![0]!["tekst"]!.GetValue<string>().ShouldBe("Leg het beter uit.");
        await consulent.Doe($"{pad}/concept", Dienst.Toekennen(zin));

        (await consulent.Weigert($"{pad}/concept/vaststelling", new { nummer = 2 })).ShouldBe((403, "geen-toegang"));
        var besloten = await dienst.Beslisser.Doe($"{pad}/concept/vaststelling", new { nummer = 2 });

        besloten["tweedeNodig"]!.GetValue<bool>().ShouldBeFalse();
        (await dienst.Beslisser.Lees(pad))["aanvraag"]!["status"]!.GetValue<string>().ShouldBe("besloten");
    }

    [Fact]
    public async Task A_second_beslisser_approves_the_version_that_they_read()
    {
        var pad = await dienst.Besloten();
        using var tweede = dienst.Fabriek.Als(Rollen.Beslisser, sub: "beslisser-2");

        (await tweede.Weigert($"{pad}/besluit/goedkeuring", new { })).ShouldBe((428, "versie-vereist"));
        using var antwoord = await tweede.Stuur($"{pad}/besluit/goedkeuring", new { }, ifMatch: await tweede.Etag(pad));

        antwoord.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await dienst.Aangekondigd(pad))[^1].ShouldBeOfType<BesluitGoedgekeurd>();
    }

    private static Loop MetBeleid(
        IReadOnlyList<Mandaat>? mandaten = null, IReadOnlyList<Besluitgroep>? vierogen = null, decimal? tarief = null,
        params GekozenVoorziening[] voorzieningen)
    {
        var waarde = Beleid.Op(Dag("2026-05-01")).Waarde with { Besluiten = new(mandaten ?? [], vierogen ?? []) };
        if (tarief is { } perUur) waarde = waarde with { Zintarieven = new Dictionary<string, decimal> { ["02T21"] = perUur } };
        return new(voorzieningen) { Regels = new("gemeentebeleid", new Rij<Gemeentebeleid>(new(2026, 1, 1), null, waarde, "test")) };
    }

    private static void Vast(Loop loop, int nummer, Gebruiker? beslisser = null) =>
        loop.Aanvraag.StelConceptVast(nummer, loop.Toetsen, beslisser ?? Collega, "B-2026-000001", loop.Regels, loop.Nu);

    private static Voorzieningbesluit Over(Loop loop, Uitkomst uitkomst) =>
        Loop.Over(loop.Gevraagd[0], uitkomst);

    private static Gebruiker Iemand(string sub) => new(sub, new HashSet<string>(), null, null, new HashSet<string>());
}
