using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using WmoPlatform.Contracts;

namespace WmoPlatform.Zorgaanbieders.Tests;

/// <summary>The register of contracted providers.</summary>
public sealed class ZorgaanbiederTests(Huis huis) : IClassFixture<Huis>
{
    private static readonly string[] Begeleiding = ["07", "02"];
    private static readonly string[] Vervoer = ["08"];
    private static readonly string[] Spoedopvang = ["17"];
    private static readonly object Contract = new { naam = "Zorg Dichtbij", productcategorieen = Begeleiding, geldigVan = "2026-01-01" };

    [Fact]
    public async Task A_contract_makes_a_provider_known_and_is_announced()
    {
        var antwoord = await LegVast("20000001", Contract);
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Created);
        antwoord.Headers.ETag.ShouldNotBeNull();
        var gebeurtenis = (await huis.Dienst.Aangekondigd()).OfType<ZorgaanbiederGecontracteerd>().Single(g => g.Agb == "20000001");
        gebeurtenis.Productcategorieen.ShouldBe(["02", "07"]);
        gebeurtenis.Dossiernummer.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_contract_again_changes_nothing()
    {
        await LegVast("20000002", Contract);
        (await LegVast("20000002", Contract)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await huis.Dienst.Aangekondigd()).OfType<ZorgaanbiederGecontracteerd>().Count(g => g.Agb == "20000002").ShouldBe(1);
    }

    [Fact]
    public async Task A_change_needs_the_version_it_was_made_on()
    {
        var etag = (await LegVast("20000003", Contract)).Headers.ETag!.Tag;
        var ander = new { naam = "Zorg Dichtbij", productcategorieen = Begeleiding, geldigVan = "2026-01-01", geldigTot = "2026-12-31" };
        (await LegVast("20000003", ander)).StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        (await LegVast("20000003", ander, etag)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await LegVast("20000003", new { naam = "Anders", productcategorieen = Begeleiding, geldigVan = "2026-01-01" }, etag))
            .StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await huis.Dienst.Aangekondigd()).OfType<ZorgaanbiederGecontracteerd>().Where(g => g.Agb == "20000003")
            .Select(g => g.GeldigTot).ShouldBe([null, new(2026, 12, 31)]);
    }

    [Theory]
    [InlineData("1234567", """{"naam":"X","productcategorieen":["02"],"geldigVan":"2026-01-01"}""", "agb")]
    [InlineData("1234567a", """{"naam":"X","productcategorieen":["02"],"geldigVan":"2026-01-01"}""", "agb")]
    [InlineData("20000004", """{"naam":"","productcategorieen":["02"],"geldigVan":"2026-01-01"}""", "naam")]
    [InlineData("20000004", """{"naam":"X","productcategorieen":[],"geldigVan":"2026-01-01"}""", "productcategorieen")]
    [InlineData("20000004", """{"naam":"X","productcategorieen":["19"],"geldigVan":"2026-01-01"}""", "productcategorieen[0]")]
    [InlineData("20000004", """{"naam":"X","productcategorieen":["02"],"geldigVan":"2026-02-01","geldigTot":"2026-01-31"}""", "geldigTot")]
    [InlineData("20000004", """{"naam":"X","productcategorieen":["02"],"geldigVan":"2026-01-01","capaciteit":-1}""", "capaciteit")]
    [InlineData("20000004", """{"naam":"X","productcategorieen":["02"],"geldigVan":"2026-01-01","tarief":80}""", "tarief")]
    public async Task What_is_wrong_is_named_and_nothing_is_stored(string agb, string verzoek, string veld)
    {
        var antwoord = await huis.Dienst.Als("beheer").PutAsync(
            $"/zorgaanbieders/v1/zorgaanbieders/{agb}", new StringContent(verzoek, null, "application/json"));
        antwoord.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty(veld, out _).ShouldBeTrue();
        (await huis.Dienst.Als("beheer").GetAsync("/zorgaanbieders/v1/zorgaanbieders/20000004"))
            .StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("02\n")]
    [InlineData("19")]
    public async Task What_is_no_product_category_is_refused(string? categorie) =>
        (await LegVast("20000007", new { naam = "Test", productcategorieen = new[] { categorie }, geldigVan = "2026-01-01" }))
            .StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_resident_finds_the_providers_of_a_kind_of_help()
    {
        await LegVast("20000005",
            new { naam = "Vervoer", productcategorieen = Vervoer, geldigVan = "2026-01-01", geldigTot = "2026-06-30", capaciteit = 3 });
        var http = huis.Dienst.Als("inwoner", bsn: "999993653");
        (await Agbs(http, "?productcategorie=08&geldigOp=2026-06-30")).ShouldBe(["20000005"]);
        (await Agbs(http, "?productcategorie=08&geldigOp=2026-07-01")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_list_comes_in_pages()
    {
        foreach (var agb in new[] { "90000001", "90000002", "90000003" }) await LegVast(
            agb, new { naam = agb, productcategorieen = Spoedopvang, geldigVan = "2026-01-01" });
        var http = huis.Dienst.Als("inwoner", bsn: "999993653");
        var eerste = await http.GetFromJsonAsync<JsonElement>("/zorgaanbieders/v1/zorgaanbieders?productcategorie=17&aantal=2");
        eerste.GetProperty("items").GetArrayLength().ShouldBe(2);
        (await Agbs(http, $"?productcategorie=17&aantal=2&na={eerste.GetProperty("volgende").GetString()}")).ShouldBe(["90000003"]);
    }

    [Theory]
    [InlineData("inwoner")]
    [InlineData("consulent")]
    [InlineData("aanbieder")]
    [InlineData("keten")]
    public async Task Only_beheer_and_backoffice_change_the_register(string rol) =>
        (await huis.Dienst.Als(rol).PutAsJsonAsync("/zorgaanbieders/v1/zorgaanbieders/20000006", Contract))
            .StatusCode.ShouldBe(HttpStatusCode.Forbidden);

    [Fact]
    public async Task The_API_describes_itself()
    {
        var document = await huis.Dienst.Met(null).GetFromJsonAsync<JsonElement>("/zorgaanbieders/v1/openapi.json");
        var paden = document.GetProperty("paths");
        paden.GetProperty("/iwmo/berichten").GetProperty("post").GetProperty("requestBody").GetProperty("content")
            .TryGetProperty("application/xml", out _).ShouldBeTrue();
        var status = paden.GetProperty("/iwmo/berichten").GetProperty("get").GetProperty("parameters").EnumerateArray()
            .Single(p => p.GetProperty("name").GetString() == "status");
        status.GetProperty("schema").GetProperty("type").GetString().ShouldBe("string");
        var contract = document.GetProperty("components").GetProperty("schemas").EnumerateObject()
            .First(s => s.Value.TryGetProperty("properties", out var velden) && velden.TryGetProperty("geldigVan", out _)).Value
            .GetProperty("properties");
        contract.GetProperty("naam").GetProperty("type").GetString().ShouldBe("string");
        contract.GetProperty("geldigVan").GetProperty("format").GetString().ShouldBe("date");
    }

    private Task<HttpResponseMessage> LegVast(string agb, object contract, string? etag = null)
    {
        var http = huis.Dienst.Als("backoffice");
        if (etag is not null) http.DefaultRequestHeaders.Add("If-Match", etag);
        return http.PutAsJsonAsync($"/zorgaanbieders/v1/zorgaanbieders/{agb}", contract);
    }

    private static async Task<string[]> Agbs(HttpClient http, string vraag) =>
        [.. (await http.GetFromJsonAsync<JsonElement>("/zorgaanbieders/v1/zorgaanbieders" + vraag)).GetProperty("items").EnumerateArray()
            .Select(z => z.GetProperty("agb").GetString()!)];
}
