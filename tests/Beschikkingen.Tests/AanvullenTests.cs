using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WmoPlatform.Beschikkingen.Beslistermijnen;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>The term to decide through the API: what is asked, what comes in, and what a late decision costs.</summary>
public sealed class AanvullenTests(Dienst dienst)
{
    [Fact]
    public async Task What_is_missing_is_asked_and_comes_in_in_parts()
    {
        var pad = await dienst.Aanvraag(Zin());
        var wettelijk = await Uiterlijk(pad);

        var verzoek = await dienst.Backoffice.Stuur($"{pad}/aanvulverzoeken", Vraag(dienst.Vandaag.AddDays(7)));
        verzoek.StatusCode.ShouldBe(System.Net.HttpStatusCode.Created);
        var id = System.Text.Json.Nodes.JsonNode.Parse(await verzoek.Content.ReadAsStringAsync())!["verzoekId"]!.GetValue<string>();
        (await Uiterlijk(pad)).ShouldBeGreaterThan(wettelijk);
        var deel = await dienst.Backoffice.Doe($"{pad}/aanvulverzoeken/{id}/aanvullingen", """{"stukken":[1]}""");
        deel["stappen"]!.AsArray().Count.ShouldBeGreaterThan(2);
        await dienst.Backoffice.Doe($"{pad}/aanvulverzoeken/{id}/aanvullingen", """{"stukken":[2]}""");

        // Nothing stood still: it was complete on the day of the request.
        (await Uiterlijk(pad)).ShouldBe(wettelijk);
        var stukken = (await dienst.Backoffice.Lees(pad))["aanvulverzoeken"]![0]!;
        stukken["volledigOp"]!.GetValue<string>().ShouldNotBeEmpty();
        stukken["stukken"]!.AsArray().Select(s => s!["omschrijving"]!.GetValue<string>())
            .ShouldBe(["Uw handtekening op de aanvraag", "Een offerte"]);
    }

    [Fact]
    public async Task The_second_to_save_is_told_that_the_aanvraag_changed()
    {
        var pad = await dienst.Aanvraag(Zin());
        var etag = await dienst.Backoffice.Etag(pad);
        using var eerste = await dienst.Backoffice.Stuur($"{pad}/aanvulverzoeken", Vraag(dienst.Vandaag.AddDays(7)), etag);

        (await dienst.Beslisser.Weigert($"{pad}/intrekking", new { }, etag)).ShouldBe((412, "intussen-gewijzigd"));
    }

    [Theory]
    [InlineData("aanvulverzoeken", """{"stukken":[{"soort":"offerte","omschrijving":"Een offerte"}]}""")]
    [InlineData("aanvulverzoeken", """{"uiterlijk":"2026-12-31","stukken":[]}""")]
    [InlineData("aanvulverzoeken", """{"uiterlijk":"2026-12-31","stukken":[{"soort":"verslag","omschrijving":"Het verslag"}]}""")]
    [InlineData("aanvulverzoeken", """{"uiterlijk":"2026-12-31","stukken":[{"soort":"offerte","omschrijving":" "}]}""")]
    [InlineData("opschortingen", """{"grond":"ziekte","toelichting":"De consulent is ziek."}""")]
    [InlineData("opschortingen", """{"grond":"aanvulling","toelichting":"Er mist iets."}""")]
    [InlineData("opschortingen", """{"grond":"verzuim","toelichting":"Er mist iets."}""")]
    [InlineData("opschortingen", """{"grond":"overmacht","toelichting":""}""")]
    [InlineData("ontvangst", """{"ontvangenOp":"2014-12-31","reden":"Lang geleden."}""")]
    [InlineData("ontvangst", """{"ontvangenOp":"2026-01-05","reden":""}""")]
    [InlineData("intrekking", """{"voorzieningen":[]}""")]
    [InlineData("ingebrekestellingen", """{"aanvragers":2}""")]
    [InlineData("ingebrekestellingen", """{"ontvangenOp":"2026-01-05","aanvragers":0}""")]
    [InlineData("ingebrekestellingen", """{"ontvangenOp":"2026-01-05","onredelijkLaat":" "}""")]
    [InlineData("dwangsom/besluit", """{"motivering":""}""")]
    [InlineData("dwangsom/besluit", """{"motivering":"Waarom.","geenDwangsom":"geen-zin"}""")]
    [InlineData("dwangsom/terugvorderingen", """{"bedrag":0,"reden":"Fout."}""")]
    [InlineData("dwangsom/terugvorderingen", """{"bedrag":1.234,"reden":"Fout."}""")]
    public async Task A_malformed_request_is_refused_and_changes_nothing(string wat, string body)
    {
        var pad = await dienst.Aanvraag(Zin());
        var ervoor = (await dienst.Aangekondigd(pad)).Count;

        (await dienst.Beslisser.Weigert($"{pad}/{wat}", body)).ShouldBe((400, "ongeldige-invoer"));

        (await dienst.Aangekondigd(pad)).Count.ShouldBe(ervoor);
    }

    [Fact]
    public async Task A_late_decision_shows_what_it_costs_today_and_until_when_it_helps()
    {
        var zin = Zin();
        var pad = await dienst.Aanvraag(dienst.Vandaag.AddDays(-60), zin);

        var gesteld = await dienst.Backoffice.Stuur($"{pad}/ingebrekestellingen", new { ontvangenOp = dienst.Vandaag.AddDays(-30) });
        gesteld.StatusCode.ShouldBe(System.Net.HttpStatusCode.Created);

        var aanvraag = await dienst.Backoffice.Lees(pad);
        aanvraag["ingebrekestellingen"]![0]!["oordeel"]!.GetValue<string>().ShouldBe("geldig");
        var dagen = aanvraag["dwangsom"]!["dagen"]!.GetValue<int>();
        dagen.ShouldBeInRange(8, 16);
        await dienst.Beslisser.Doe($"{pad}/besluit", Dienst.Toekennen(zin));
        await dienst.Backoffice.Doe($"{pad}/bekendmaking", new { });
        var besluit = await dienst.Beslisser.Doe($"{pad}/dwangsom/besluit", new { motivering = "Wij waren te laat." });
        besluit["bedrag"]!.GetValue<decimal>().ShouldBe((await dienst.Backoffice.Lees(pad))["dwangsom"]!["bedrag"]!.GetValue<decimal>());
        (await dienst.Backoffice.Stuur($"{pad}/dwangsom/betaling", new { })).StatusCode.ShouldBe(System.Net.HttpStatusCode.NoContent);
        (await dienst.Aangekondigd(pad)).Select(g => g.GetType().Name).ShouldBe([
            "AanvraagOntvangen", "IngebrekestellingOntvangen", "BesluitGenomen", "BeschikkingBekendgemaakt", "DwangsomVerschuldigd",
            "DwangsomVastgesteld", "DwangsomBetaald",
        ]);
    }

    [Theory]
    [InlineData("aanvulverzoeken", """{"uiterlijk":"2027-01-15","stukken":[{"soort":"offerte","omschrijving":"Een offerte"}]}""")]
    [InlineData("opschortingen", """{"grond":"overmacht","toelichting":"Brand."}""")]
    [InlineData("ontvangst", """{"ontvangenOp":"2026-01-05","reden":"Later gevonden."}""")]
    [InlineData("intrekking", "{}")]
    [InlineData("ingebrekestellingen", """{"ontvangenOp":"2026-01-05"}""")]
    public async Task Another_teams_aanvraag_is_unknown(string wat, string body)
    {
        var pad = await dienst.Aanvraag(Zin());
        using var ander = dienst.Fabriek.Als(Rollen.Consulent, teams: ["wijkteam-stad"]);
        (await ander.Weigert($"{pad}/{wat}", body)).ShouldBe((404, "niet-gevonden"));
    }

    [Fact]
    public async Task The_watch_does_once_what_falls_due_and_leaves_the_rest()
    {
        // A service of its own, because its clock moves.
        await using var eigen = new Dienst();
        await eigen.InitializeAsync();
        var (kort, lang) = (await eigen.Aanvraag(Zin()), await eigen.Aanvraag(Zin()));
        using (await eigen.Backoffice.Stuur($"{kort}/aanvulverzoeken", Vraag(eigen.Vandaag.AddDays(7)))) { }
        using (await eigen.Backoffice.Stuur($"{lang}/aanvulverzoeken", Vraag(eigen.Vandaag.AddDays(40)))) { }

        eigen.Fabriek.Klok.Vooruit(TimeSpan.FromDays(8));
        var bewaking = eigen.Fabriek.Services.GetServices<IHostedService>().OfType<Termijnbewaking>().Single();
        await bewaking.Round(CancellationToken.None);
        await bewaking.Round(CancellationToken.None);

        (await eigen.Aangekondigd(kort)).OfType<AanvultermijnVerstreken>().Count().ShouldBe(1);
        (await eigen.Aangekondigd(lang)).ShouldNotContain(g => g is AanvultermijnVerstreken || g is AanvullingHerinnerd);
    }

    private static object Vraag(DateOnly uiterlijk) => new
    {
        uiterlijk,
        stukken = new[]
        {
            new { soort = "handtekening", omschrijving = "Uw handtekening op de aanvraag" },
            new { soort = "offerte", omschrijving = "Een offerte" },
        },
    };

    private async Task<DateOnly> Uiterlijk(string pad) => DateOnly.ParseExact(
        (await dienst.Backoffice.Lees(pad))["aanvraag"]!["uiterlijk"]!.GetValue<string>(), "yyyy-MM-dd",
        System.Globalization.CultureInfo.InvariantCulture);
}
