using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;

namespace WmoPlatform.Simulators.Tests;

public class AanmeldingTests(GedeeldHuis gedeeld) : IClassFixture<GedeeldHuis>
{
    private const string Verifier = "een-verifier-die-lang-genoeg-is-om-niet-te-raden-0123456789";

    private static readonly Dictionary<string, string?> Vraag = new()
    {
        ["response_type"] = "code",
        ["client_id"] = "portaal",
        ["redirect_uri"] = "http://localhost:5001/terug",
        ["scope"] = "openid",
        ["state"] = "s\"<t",
        ["nonce"] = "n-1",
        ["code_challenge"] = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
        ["code_challenge_method"] = "S256",
    };

    private static async Task<JsonObject> Json(HttpResponseMessage antwoord) => (await antwoord.Content.ReadFromJsonAsync<JsonObject>())!;

    private static Task<HttpResponseMessage> Token(Huis huis, params (string Naam, string Waarde)[] velden) =>
        huis.Http.PostAsync("/token", new FormUrlEncodedContent(velden.Select(veld => KeyValuePair.Create(veld.Naam, veld.Waarde))));

    private static Task<HttpResponseMessage> Eigen(Huis huis, string client, string secret = "demo") =>
        Token(huis, ("grant_type", "client_credentials"), ("client_id", client), ("client_secret", secret));

    private static async Task<string> Code(Huis huis, string persoon)
    {
        var terug = await huis.Http.PostAsync("/authorize",
            new FormUrlEncodedContent(Vraag!.Append(KeyValuePair.Create("persoon", (string?)persoon))!));
        terug.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var velden = QueryHelpers.ParseQuery(terug.Headers.Location!.Query);
        velden["state"].ToString().ShouldBe("s\"<t");
        return velden["code"].ToString();
    }

    private static Task<HttpResponseMessage> Wissel(Huis huis, string code, string verifier = Verifier) =>
        Token(huis, ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", "http://localhost:5001/terug"),
            ("code_verifier", verifier), ("client_id", "portaal"), ("client_secret", "demo"));

    [Fact]
    public async Task Discovery_names_the_address_under_which_it_was_asked()
    {
        var huis = gedeeld.Huis;
        var gevonden = (await huis.Http.GetFromJsonAsync<JsonObject>("/.well-known/openid-configuration"))!;
        gevonden["issuer"]!.GetValue<string>().ShouldBe("http://localhost");
        gevonden["token_endpoint"]!.GetValue<string>().ShouldBe("http://localhost/token");
        gevonden["jwks_uri"]!.GetValue<string>().ShouldBe("http://localhost/.well-known/jwks.json");
    }

    [Theory]
    [InlineData("demo-inwoner", "inwoner")]
    [InlineData("demo-consulent", "consulent")]
    [InlineData("demo-beslisser", "beslisser")]
    [InlineData("demo-backoffice", "backoffice")]
    [InlineData("demo-aanbieder", "aanbieder")]
    [InlineData("demo-beheer", "beheer")]
    [InlineData("demo-keten", "keten")]
    public async Task Every_demo_client_gets_a_valid_token_with_its_role(string client, string rol)
    {
        var huis = gedeeld.Huis;
        var antwoord = await Json(await Eigen(huis, client));
        var token = antwoord["access_token"]!.GetValue<string>();
        (await Tokens.IsGeldig(token, await huis.Http.GetStringAsync("/.well-known/jwks.json"), "http://localhost", "wmoplatform"))
            .ShouldBeTrue();
        Tokens.Inhoud(token)["roles"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldBe(rol);
        antwoord["expires_in"]!.GetValue<int>().ShouldBe(3600);
    }

    [Fact]
    public async Task Tokens_carry_bsn_agb_and_teams_where_they_belong()
    {
        var huis = gedeeld.Huis;
        async Task<JsonObject> Inhoud(string client) =>
            Tokens.Inhoud((await Json(await Eigen(huis, client)))["access_token"]!.GetValue<string>());
        (await Inhoud("demo-inwoner"))["bsn"]!.GetValue<string>().ShouldBe("999993653");
        (await Inhoud("demo-aanbieder"))["agb"]!.GetValue<string>().ShouldBe("12345678");
        (await Inhoud("demo-consulent"))["teams"]!.AsArray().Select(team => team!.GetValue<string>())
            .ShouldBe(["wijkteam-centrum", "wijkteam-haven"]);
        (await Inhoud("demo-inwoner"))["sub"]!.GetValue<string>().ShouldNotContain("9999");
    }

    [Fact]
    public async Task Clients_of_the_configuration_sign_in_too()
    {
        await using var huis = await Huis.Open(("Aanmelding:Clients:0:Id", "proef"), ("Aanmelding:Clients:0:Secret", "geheim"),
            ("Aanmelding:Clients:0:Roles:0", "inwoner"), ("Aanmelding:Clients:0:Bsn", "999900018"));
        Tokens.Inhoud((await Json(await Eigen(huis, "proef", "geheim")))["access_token"]!.GetValue<string>())["bsn"]!.GetValue<string>()
            .ShouldBe("999900018");
    }

    [Fact]
    public async Task A_client_may_identify_itself_in_the_header()
    {
        var huis = gedeeld.Huis;
        using var vraag = new HttpRequestMessage(HttpMethod.Post, "/token")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("grant_type", "client_credentials")])
        };
        vraag.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String("demo-beheer:demo"u8));
        (await huis.Http.SendAsync(vraag)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_wrong_secret_is_refused()
    {
        var huis = gedeeld.Huis;
        var antwoord = await Eigen(huis, "demo-beheer", "fout");
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await Json(antwoord))["error"]!.GetValue<string>().ShouldBe("invalid_client");
    }

    [Fact]
    public async Task The_sign_in_page_offers_the_demo_persons_and_passes_on_what_was_asked()
    {
        var huis = gedeeld.Huis;
        var antwoord = await huis.Http.GetAsync(QueryHelpers.AddQueryString("/authorize", Vraag));
        var pagina = await antwoord.Content.ReadAsStringAsync();
        pagina.ShouldContain("<html lang=\"nl\">");
        pagina.ShouldContain("Fatima el Amrani");
        pagina.ShouldContain("name=\"state\" value=\"s&quot;&lt;t\"");
        pagina.ShouldNotContain("9999");
        antwoord.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("form-action 'self' http://localhost:5001;");
    }

    [Fact]
    public async Task Who_picks_a_person_gets_tokens_for_that_person_with_the_nonce()
    {
        var huis = gedeeld.Huis;
        var tokens = await Json(await Wissel(huis, await Code(huis, "inwoner-boer")));
        var toegang = Tokens.Inhoud(tokens["access_token"]!.GetValue<string>());
        toegang["bsn"]!.GetValue<string>().ShouldBe("999900006");
        var id = Tokens.Inhoud(tokens["id_token"]!.GetValue<string>());
        id["nonce"]!.GetValue<string>().ShouldBe("n-1");
        id["aud"]!.GetValue<string>().ShouldBe("portaal");
        id["sub"]!.GetValue<string>().ShouldBe(toegang["sub"]!.GetValue<string>());
        id.ContainsKey("bsn").ShouldBeFalse();
    }

    [Fact]
    public async Task A_code_works_once()
    {
        var huis = gedeeld.Huis;
        var code = await Code(huis, "beslisser");
        (await Wissel(huis, code)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Wissel(huis, code)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_stolen_code_is_worth_nothing_without_the_verifier()
    {
        var huis = gedeeld.Huis;
        (await Wissel(huis, await Code(huis, "beslisser"), "een-andere-verifier")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("redirect_uri", "https://kwaad.example/terug")]
    [InlineData("client_id", "onbekend")]
    public async Task Nobody_is_sent_to_an_address_or_a_client_that_is_not_known(string veld, string waarde)
    {
        var huis = gedeeld.Huis;
        var antwoord = await huis.Http.GetAsync(
            QueryHelpers.AddQueryString("/authorize", new Dictionary<string, string?>(Vraag) { [veld] = waarde }));
        antwoord.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        antwoord.Headers.Location.ShouldBeNull();
    }

    [Fact]
    public async Task Without_PKCE_there_is_no_code()
    {
        var huis = gedeeld.Huis;
        var antwoord = await huis.Http.GetAsync(
            QueryHelpers.AddQueryString("/authorize", new Dictionary<string, string?>(Vraag) { ["code_challenge"] = "" }));
        antwoord.Headers.Location!.Query.ShouldContain("error=invalid_request");
    }

    [Fact]
    public async Task A_key_in_a_file_outlives_a_restart()
    {
        var map = Directory.CreateTempSubdirectory("keten").FullName;
        (string, string) bewaard = ("Aanmelding:Sleutelbestand", Path.Combine(map, "sleutel.pem"));
        string eerst, daarna;
        await using (var huis = await Huis.Open(bewaard)) eerst = await huis.Http.GetStringAsync("/.well-known/jwks.json");
        await using (var huis = await Huis.Open(bewaard)) daarna = await huis.Http.GetStringAsync("/.well-known/jwks.json");
        daarna.ShouldBe(eerst);
        Directory.Delete(map, recursive: true);
    }
}
