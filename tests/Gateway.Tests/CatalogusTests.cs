using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace WmoPlatform.Gateway.Tests;

public sealed partial class CatalogusTests(Poort poort) : IClassFixture<Poort>
{
    [Fact]
    public async Task The_front_page_is_a_Dutch_page_that_names_every_API_with_its_documentation()
    {
        var antwoord = await poort.Bezoeker.Stuur("GET /", null, null, ("Accept", "text/html,application/xhtml+xml"));
        var pagina = await antwoord.Content.ReadAsStringAsync();

        antwoord.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        pagina.ShouldContain("<html lang=\"nl\">");
        pagina.ShouldContain("<main>");
        foreach (var api in Apis.Alle)
        {
            pagina.ShouldContain($"<h2>{WebUtility.HtmlEncode(api.Naam)}</h2>");
            pagina.ShouldContain($"href=\"{api.OpenApi}\"");
        }
    }

    [Fact]
    public async Task Every_link_of_the_front_page_leads_somewhere_on_this_gateway()
    {
        var pagina = await (await poort.Bezoeker.Stuur("GET /")).Content.ReadAsStringAsync();
        var links = Link().Matches(pagina).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).ToArray();

        links.Length.ShouldBeGreaterThan(16);
        foreach (var link in links) (await poort.Bezoeker.Stuur("GET " + link)).StatusCode.ShouldBe(HttpStatusCode.OK, link);
    }

    [Fact]
    public async Task Who_asks_for_JSON_gets_the_catalogue_as_JSON()
    {
        var antwoord = await poort.Bezoeker.Stuur("GET /", null, null, ("Accept", "application/json"));
        var apis = JsonSerializer.Deserialize<JsonElement>(await antwoord.Content.ReadAsStringAsync()).GetProperty("apis");

        antwoord.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        apis.GetArrayLength().ShouldBe(9);
        apis[0].GetProperty("naam").GetString().ShouldBe("Meldingen");
        apis[0].GetProperty("pad").GetString().ShouldBe("/meldingen/v1");
        apis[0].GetProperty("openApi").GetString().ShouldBe("/meldingen/v1/openapi.json");
        apis[0].GetProperty("documentatie").GetString().ShouldBe("/documentatie/index.html?urls.primaryName=Meldingen");
    }

    [Fact]
    public async Task The_documentation_offers_the_document_of_every_API()
    {
        var start = await (await poort.Bezoeker.Stuur("GET /documentatie/index.js")).Content.ReadAsStringAsync();

        foreach (var api in Apis.Alle) start.ShouldContain(api.OpenApi);
    }

    [Fact]
    public async Task The_documentation_loads_only_files_of_this_gateway()
    {
        var pagina = await (await poort.Bezoeker.Stuur("GET /documentatie/index.html")).Content.ReadAsStringAsync();
        var bestanden = Bestand().Matches(pagina).Select(m => m.Groups[1].Value).ToArray();

        pagina.ShouldContain("<html lang=\"nl\">");
        bestanden.Length.ShouldBeGreaterThanOrEqualTo(6);
        foreach (var bestand in bestanden)
        {
            bestand.ShouldNotContain("//");
            (await poort.Bezoeker.Stuur($"GET {new Uri(new Uri("http://x/documentatie/"), bestand).AbsolutePath}")).StatusCode.ShouldBe(
                HttpStatusCode.OK, bestand);
        }
    }

    [Fact]
    public async Task The_short_address_of_the_documentation_leads_to_it()
    {
        var antwoord = await poort.Bezoeker.Stuur("GET /documentatie");

        ((int)antwoord.StatusCode).ShouldBeInRange(301, 308);
        antwoord.Kop("Location").ShouldContain("documentatie/index.html");
    }

    [GeneratedRegex("<(?:a|link)[^>]* href=\"([^\"#]+)\"")]
    private static partial Regex Link();

    [GeneratedRegex("(?:src|<link[^>]* href)=\"([^\"]+)\"")]
    private static partial Regex Bestand();
}
