namespace WmoPlatform.ServiceDefaults.Tests;

public sealed class FoutenTests(Voorbeelddienst dienst) : IClassFixture<Voorbeelddienst>
{
    private const string Goed = """{"soort":"heel-groot","naam":"n","op":"2026-07-01T12:00:00+02:00"}""";

    [Fact]
    public async Task A_good_request_is_accepted_and_instants_come_back_in_UTC()
    {
        var antwoord = await Maak(Goed);

        antwoord.Status.ShouldBe(201, antwoord.Tekst);
        antwoord.Json.GetProperty("op").GetString().ShouldBe("2026-07-01T10:00:00Z");
        antwoord.Json.GetProperty("soort").GetString().ShouldBe("heel-groot");
    }

    [Theory]
    [InlineData("{\"soort\":")]
    [InlineData("geen json")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task What_is_no_JSON_object_is_a_400(string json)
    {
        var antwoord = await Maak(json);

        antwoord.Status.ShouldBe(400, antwoord.Tekst);
        antwoord.Probleem(400, antwoord.Json.GetProperty("code").GetString()!);
    }

    [Theory]
    [InlineData("""{"soort":"klein","naam":"n","op":"2026-07-01T12:00:00Z","verzonnen":1}""", "verzonnen")]
    [InlineData("""{"soort":"klein","naam":"n","op":"2026-07-01T12:00:00Z","deel":{"dag":"2026-01-01","extra":1}}""", "deel.extra")]
    [InlineData("""{"soort":"klein","naam":"n","op":"2026-07-01T12:00:00Z","Jan Lokaas is somber":1}""", "onbekend")]
    [InlineData("""{"soort":"klein","naam":5,"op":"2026-07-01T12:00:00Z"}""", "naam")]
    [InlineData("""{"soort":"klein","naam":null,"op":"2026-07-01T12:00:00Z"}""", "naam")]
    [InlineData("""{"soort":"reusachtig","naam":"n","op":"2026-07-01T12:00:00Z"}""", "soort")]
    [InlineData("""{"soort":1,"naam":"n","op":"2026-07-01T12:00:00Z"}""", "soort")]
    [InlineData("""{"soort":"klein","naam":"n","op":"gisteren"}""", "op")]
    [InlineData("""{"soort":"klein","naam":"n","op":"2026-07-01T12:00:00"}""", "op")]
    [InlineData("""{"soort":"klein","naam":"n","op":"2026-07-01T12:00:00Z","deel":{"dag":"1-1-2026"}}""", "deel.dag")]
    [InlineData("""{"soort":"klein","naam":"n","op":"2026-07-01T12:00:00Z","aantal":"3"}""", "aantal")]
    [InlineData("""{"soort":"klein","naam":"n","op":"2026-07-01T12:00:00Z","aantal":1.5}""", "aantal")]
    [InlineData("""{"soort":"klein","naam":"n","naam":"m","op":"2026-07-01T12:00:00Z"}""", "naam")]
    public async Task An_unknown_field_or_a_wrong_type_is_a_400_that_names_the_field(string json, string veld)
    {
        var velden = (await Maak(json)).Probleem(400, "ongeldige-invoer");

        velden.Keys.ShouldBe([veld]);
        velden[veld].ShouldHaveSingleItem().ShouldBe("Dit veld bestaat niet of heeft een verkeerde vorm.");
    }

    [Fact]
    public async Task Missing_fields_are_a_400_that_names_them_all()
    {
        var velden = (await Maak("""{"naam":"n"}""")).Probleem(400, "ongeldige-invoer");

        velden.Keys.ShouldBe(["soort", "op"], ignoreOrder: true);
        velden["soort"].ShouldBe(["Dit veld is verplicht."]);
    }

    [Fact]
    public async Task A_missing_field_of_a_part_is_named_with_the_part()
    {
        var velden = (await Maak("""{"soort":"klein","naam":"n","op":"2026-07-01T12:00:00Z","deel":{}}"""))
            .Probleem(400, "ongeldige-invoer");

        velden.Keys.ShouldBe(["deel.dag"]);
    }

    [Fact]
    public async Task What_a_validator_refuses_is_a_400_that_names_the_fields_in_camelCase()
    {
        var velden = (await Maak("""{"soort":"klein","naam":"","op":"2026-07-01T12:00:00Z","deel":{"dag":"2019-01-01"}}"""))
            .Probleem(400, "ongeldige-invoer");

        velden["naam"].ShouldBe(["Vul een naam in."]);
        velden["deel.dag"].ShouldBe(["Kies een dag na 1 januari 2020."]);
    }

    [Fact]
    public async Task No_answer_repeats_what_was_sent()
    {
        foreach (var json in (string[])
        [
            """{"naam":"999993653","soort":"999993653"}""",
            """{"999993653":1}""", "{\"naam\":999993653", """{"naam":"n","soort":"klein","op":"999993653"}"""
        ])
            (await Maak(json)).Tekst.ShouldNotContain("999993653");
    }

    [Fact]
    public async Task Another_content_type_is_a_415()
    {
        using var inhoud = new StringContent("<xml/>", System.Text.Encoding.UTF8, "text/xml");
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, "/voorbeeld/v1/dingen") { Content = inhoud };
        verzoek.Headers.Authorization = new("Bearer", dienst.Uitgever.Token("consulent"));

        var antwoord = await dienst.Client.SendAsync(verzoek);

        ((int)antwoord.StatusCode).ShouldBe(415);
        antwoord.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task A_body_over_1_MB_is_a_413() =>
        // The client waits for leave to send the body: the service closes the connection of one that it does not read.
        (await dienst.Vraag("POST", "/voorbeeld/v1/dingen", $$"""{"naam":"{{new string('x', 1024 * 1024)}}"}""",
            koppen: [("Expect", "100-continue")])).Probleem(413, "te-groot");

    [Fact]
    public async Task A_value_in_the_address_of_the_wrong_type_is_a_400() =>
        (await dienst.Vraag("GET", "/voorbeeld/v1/dingen?aantal=veel")).Probleem(400, "ongeldige-invoer");

    [Fact]
    public async Task A_rule_that_refuses_is_a_422_with_the_article_it_rests_on()
    {
        var antwoord = await dienst.Vraag("POST", "/voorbeeld/v1/regel");

        antwoord.Probleem(422, "te-vroeg").Keys.ShouldBe(["op"]);
        antwoord.Json.GetProperty("grondslag").GetString().ShouldBe("Wmo 2015 art. 2.3.2");
    }

    [Fact]
    public async Task A_state_that_forbids_is_a_409() => (await dienst.Vraag("POST", "/voorbeeld/v1/toestand")).Probleem(409, "al-klaar");

    [Fact]
    public async Task An_unknown_number_is_a_404() =>
        (await dienst.Vraag("GET", "/voorbeeld/v1/dingen/d-9")).Probleem(404, "niet-gevonden");

    [Theory]
    [InlineData("/voorbeeld/v1/onbekend")]
    [InlineData("/onbekend")]
    [InlineData("/voorbeeld/v1/dingen/")]
    [InlineData("/voorbeeld/v1/dingen/d-1/")]
    public async Task An_address_that_does_not_exist_is_a_404_with_and_without_a_token(string pad)
    {
        (await dienst.Vraag("GET", pad)).Probleem(404, "niet-gevonden");
        (await dienst.Vraag("GET", pad, token: "")).Probleem(404, "niet-gevonden");
    }

    [Fact]
    public async Task A_method_that_an_address_does_not_have_is_a_405()
    {
        var antwoord = await dienst.Vraag("DELETE", "/voorbeeld/v1/dingen");

        antwoord.Probleem(405, "methode-niet-toegestaan");
        antwoord.Http.Content.Headers.Allow.ShouldBe(["GET", "POST"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_nobody_foresaw_is_a_500_that_tells_nothing()
    {
        var antwoord = await dienst.Vraag("POST", "/voorbeeld/v1/stuk");

        antwoord.Probleem(500, "onverwachte-fout");
        antwoord.Tekst.ShouldNotContain("geheim");
        antwoord.Tekst.ShouldNotContain("Exception");
    }

    private Task<Voorbeelddienst.Antwoord> Maak(string json) => dienst.Vraag("POST", "/voorbeeld/v1/dingen", json);
}
