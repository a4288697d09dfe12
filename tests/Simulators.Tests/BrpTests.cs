using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace WmoPlatform.Simulators.Tests;

public class BrpTests(GedeeldHuis gedeeld) : IClassFixture<GedeeldHuis>
{
    private static Task<HttpResponseMessage> Vraag(Huis huis, string[] bsn, params string[] fields) =>
        huis.Http.PostAsJsonAsync("/brp/personen", new { type = "RaadpleegMetBurgerservicenummer", burgerservicenummer = bsn, fields });

    private static async Task<JsonArray> Personen(Huis huis, string bsn, params string[] fields) =>
        (await (await Vraag(huis, [bsn], fields)).Content.ReadFromJsonAsync<JsonObject>())!["personen"]!.AsArray();

    [Fact]
    public async Task Only_the_fields_that_were_asked_for_are_given()
    {
        var huis = gedeeld.Huis;
        var persoon = (await Personen(huis, "999993653", "naam", "geboorte.datum")).ShouldHaveSingleItem()!.AsObject();
        persoon.Select(veld => veld.Key).ShouldBe(["naam", "geboorte"]);
        persoon["naam"]!["geslachtsnaam"]!.GetValue<string>().ShouldBe("Amrani");
        persoon["geboorte"]!["datum"]!["datum"]!.GetValue<string>().ShouldBe("1952-04-17");
    }

    [Fact]
    public async Task Any_official_test_number_is_the_same_person_every_time()
    {
        var huis = gedeeld.Huis;
        var eerst = (await Personen(huis, "999900018", "naam", "verblijfplaats")).ToJsonString();
        eerst.ShouldContain("woonplaats");
        (await Personen(huis, "999900018", "naam", "verblijfplaats")).ToJsonString().ShouldBe(eerst);
    }

    [Theory]
    [InlineData("999990019")] // kept free on purpose
    [InlineData("999900007")] // fails the elfproef
    [InlineData("111" + "222333")] // passes it, and is no test number
    public async Task Who_is_not_there_gives_an_empty_list(string bsn)
    {
        var huis = gedeeld.Huis;
        (await Personen(huis, bsn, "naam")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_secret_address_is_told_without_asking()
    {
        var huis = gedeeld.Huis;
        (await Personen(huis, "999990032", "naam"))[0]!["geheimhoudingPersoonsgegevens"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Theory]
    [InlineData("geheimhoudingPersoonsgegevens")]
    [InlineData("opschortingBijhouding")]
    public async Task What_comes_along_unasked_cannot_be_asked(string veld) =>
        (await Vraag(gedeeld.Huis, ["999993653"], "naam", veld)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_question_without_fields_is_malformed()
    {
        var huis = gedeeld.Huis;
        (await Vraag(huis, ["999993653"])).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task In_trouble_for_one_person_it_answers_about_all_others()
    {
        await using var huis = await Huis.Open();
        await huis.Gedraag("brp", new { modus = "storing", bsn = "999993653" });
        (await Vraag(huis, ["999900018"], "naam")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Vraag(huis, ["999993653"], "naam")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);

        await huis.Gedraag("brp", new { modus = "normaal", bsn = "999993653" });
        (await Vraag(huis, ["999993653"], "naam")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task In_trouble_it_answers_503()
    {
        await using var huis = await Huis.Open();
        await huis.Gedraag("brp", new { modus = "storing" });
        (await Vraag(huis, ["999993653"], "naam")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }
}
