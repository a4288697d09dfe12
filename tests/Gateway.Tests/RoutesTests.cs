using WmoPlatform.Testhuis;

namespace WmoPlatform.Gateway.Tests;

public sealed class RoutesTests(Poort poort) : IClassFixture<Poort>
{
    [Theory]
    [InlineData("/meldingen/v1/meldingen", "meldingen")]
    [InlineData("/onderzoek/v1/onderzoeken/D-1", "onderzoek")]
    [InlineData("/beschikkingen/v1/aanvragen", "beschikkingen")]
    [InlineData("/pgb/v1/toetsen", "pgb")]
    [InlineData("/zorgaanbieders/v1/toewijzingen", "zorgaanbieders")]
    [InlineData("/eigen-bijdrage/v1/bijdragen/p", "eigenbijdrage")]
    [InlineData("/correspondentie/v1/verzendingen", "correspondentie")]
    [InlineData("/dossiers/v1/dossiers", "dossiers")]
    [InlineData("/rekenhulp/v1/termijnen", "dossiers")]
    public async Task Every_path_reaches_its_service_unchanged(string pad, string dienst)
    {
        var uniek = $"{pad}?na=a%20b%2Fc&aantal={Guid.NewGuid():N}";

        (await poort.Bezoeker.Stuur("GET " + uniek, poort.Token())).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);

        poort.Diensten.Alles.Single(b => b.Regel == "GET " + uniek).Dienst.ShouldBe(dienst);
    }

    [Theory]
    [InlineData("X-Medewerker", "José")]
    [InlineData("Idempotency-Key", "ключ")]
    public async Task A_letter_outside_ASCII_in_a_header_reaches_the_service(string kop, string waarde)
    {
        var pad = $"/meldingen/v1/{Guid.NewGuid():N}";
        using var tcp = new System.Net.Sockets.TcpClient();
        await tcp.ConnectAsync(poort.Bezoeker.BaseAddress!.Host, poort.Bezoeker.BaseAddress.Port);
        await tcp.GetStream().WriteAsync(System.Text.Encoding.UTF8.GetBytes(
            $"GET {pad} HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\nAuthorization: {poort.Token()}\r\n{kop}: {waarde}\r\n\r\n"));

        using var lezer = new StreamReader(tcp.GetStream());
        (await lezer.ReadToEndAsync()).ShouldStartWith("HTTP/1.1 200");
        poort.Diensten.Alles.Single(b => b.Regel == "GET " + pad).Koppen[kop].ShouldBe(waarde);
    }

    [Theory]
    [InlineData("GET /")]
    [InlineData("GET /meldingen/v1/openapi.json")]
    public async Task Nothing_else_is_needed_to_look_around(string regel) =>
        (await poort.Bezoeker.Stuur(regel)).IsSuccessStatusCode.ShouldBeTrue();

    [Theory]
    [InlineData("/meldingen/v1/meldingen/")]
    [InlineData("/meldingen/v1/")]
    [InlineData("/health/live/")]
    public async Task A_trailing_slash_is_an_address_that_does_not_exist(string pad) =>
        await (await poort.Bezoeker.Stuur("GET " + pad, poort.Token())).Probleem(404, "niet-gevonden");

    [Theory]
    [InlineData("/onzin")]
    [InlineData("/meldingen/v2/meldingen")]
    [InlineData("/meldingen")]
    public async Task An_unknown_path_is_a_404_also_without_a_token(string pad) =>
        await (await poort.Bezoeker.Stuur("GET " + pad)).Probleem(404, "niet-gevonden");

    [Fact]
    public async Task A_refusal_of_the_service_comes_back_as_the_service_gave_it()
    {
        var antwoord = await poort.Bezoeker.Stuur("POST /meldingen/v1/geweigerd", poort.Token());

        ((int)antwoord.StatusCode).ShouldBe(409);
        (await antwoord.Content.ReadAsStringAsync()).ShouldBe("antwoord van de dienst");
        antwoord.Kop("ETag").ShouldBe("\"7\"");
    }

    [Fact]
    public void A_gateway_that_misses_the_address_of_a_service_says_which_setting_it_needs() =>
        Should.Throw<InvalidOperationException>(() => Program.Maak(["--Aanmelding:Authority=https://localhost", "--Aanmelding:Audience=x"]))
            .Message.ShouldContain("services__meldingen__https__0");

    [Theory]
    [InlineData("meldingen:8101")]
    [InlineData("localhost")]
    [InlineData("ftp://meldingen")]
    public async Task An_address_of_a_service_that_is_none_is_said_at_the_start(string adres) =>
        (await Should.ThrowAsync<InvalidOperationException>(() => poort.GatewayAsync($"services:meldingen:http:0={adres}")))
            .Message.ShouldContain("services:meldingen:http:0");

    [Fact]
    public async Task A_plain_address_of_a_service_is_refused_outside_Development() =>
        (await Should.ThrowAsync<InvalidOperationException>(() => poort.GatewayAsync(
            "environment=Production", "Verbindingen:Onversleuteld=127.0.0.1", "Verbindingen:LuisterenOnversleuteld=true",
            "services:meldingen:http:0=http://meldingen:8080")))
            .Message.ShouldContain("services:meldingen:http:0 is geen beveiligde verbinding");

    [Fact]
    public async Task A_service_on_https_is_reached_by_the_root_of_the_settings()
    {
        using var certificaten = new Testcertificaten();
        var meldingen = new Uri(poort.Diensten.Adressen["meldingen"]);
        await using var tls = new Tussenstation(meldingen.Host, meldingen.Port, certificaten.Maak("meldingen"));
        string[] instellingen =
        [
            "environment=Production", "Verbindingen:Onversleuteld=127.0.0.1", "Verbindingen:LuisterenOnversleuteld=true",
            $"services:meldingen:https:0=https://localhost:{tls.Poort}",
        ];

        using var vertrouwt = await poort.GatewayAsync([.. instellingen, $"Diensten:Vertrouwd={certificaten.Wortel}"]);
        (await vertrouwt.Stuur("GET /meldingen/v1/iets", poort.Token())).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        using var vreemd = await poort.GatewayAsync(instellingen);
        (await vreemd.Stuur("GET /meldingen/v1/iets", poort.Token())).StatusCode.ShouldBe(System.Net.HttpStatusCode.ServiceUnavailable);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task The_gateway_tells_its_own_health_to_everyone(string pad) =>
        (await poort.Bezoeker.Stuur("GET " + pad)).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);

    [Fact]
    public async Task The_gateway_is_not_ready_before_it_knows_the_keys_of_the_issuer()
    {
        var client = await poort.GatewayAsync("Aanmelding:Authority=http://127.0.0.1:9");

        ((int)(await client.Stuur("GET /health/ready")).StatusCode).ShouldBe(503);
        (await client.Stuur("GET /health/live")).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
    }
}
