namespace WmoPlatform.ServiceDefaults.Tests;

public sealed class ApiTests(Voorbeelddienst dienst) : IClassFixture<Voorbeelddienst>
{
    [Fact]
    public async Task Pages_follow_one_another_until_all_is_seen_once()
    {
        var gezien = new List<string>();
        string? na = null;
        do
        {
            var pagina = (await dienst.Vraag("GET", $"/voorbeeld/v1/dingen?aantal=3{(na is null ? "" : "&na=" + na)}")).Json;
            gezien.AddRange(pagina.GetProperty("items").EnumerateArray().Select(i => i.GetString()!));
            na = pagina.GetProperty("volgende").GetString();
        }
        while (na is not null);

        gezien.ShouldBe(Enumerable.Range(1, 7).Select(i => $"ding {i}"));
    }

    [Theory]
    [InlineData("aantal=0", "aantal")]
    [InlineData("aantal=201", "aantal")]
    [InlineData("na=%25%25", "na")]
    [InlineData("na=a", "na")]
    [InlineData("na=_w", "na")]
    [InlineData("na=AA", "na")]
    public async Task A_page_size_or_cursor_that_is_none_is_a_400_that_names_it(string vraag, string veld) =>
        (await dienst.Vraag("GET", "/voorbeeld/v1/dingen?" + vraag)).Probleem(400, "ongeldige-invoer").Keys.ShouldBe([veld]);

    [Fact]
    public async Task A_word_in_an_address_is_that_of_the_answers() =>
        (await dienst.Vraag("GET", "/voorbeeld/v1/dingen?soort=heel-groot")).Json.GetProperty("items").GetArrayLength().ShouldBe(1);

    [Fact]
    public async Task A_word_that_is_none_is_a_400_that_says_which_there_are() =>
        (await dienst.Vraag("GET", "/voorbeeld/v1/dingen?soort=HeelGroot")).Probleem(400, "ongeldige-invoer")["soort"]
            .ShouldBe(["Kies uit: klein, heel-groot."]);

    [Theory]
    [InlineData("1900-01-01", "2199-12-31")]
    [InlineData("2026-03-02", "2026-03-02")]
    public async Task A_date_within_1900_and_2199_is_a_date(string dag, string tot) =>
        (await dienst.Vraag("GET", $"/voorbeeld/v1/dagen/{dag}?tot={tot}")).Json.GetProperty("tot").GetString().ShouldBe(tot);

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("1899-12-31")]
    [InlineData("2200-01-01")]
    [InlineData("9999-12-31")]
    public async Task Another_date_is_a_400_that_names_it_wherever_it_stands(string dag)
    {
        string[] uitleg = ["Kies een datum in de jaren 1900 tot en met 2199."];
        (await dienst.Vraag("GET", $"/voorbeeld/v1/dagen/{dag}")).Probleem(400, "ongeldige-invoer")["dag"].ShouldBe(uitleg);
        (await dienst.Vraag("GET", $"/voorbeeld/v1/dagen/2026-01-01?tot={dag}")).Probleem(400, "ongeldige-invoer")["tot"].ShouldBe(uitleg);
        (await dienst.Vraag("POST", "/voorbeeld/v1/dingen",
            $$$"""{"soort":"klein","naam":"a","op":"2026-03-02T09:00:00Z","deel":{"dag":"{{{dag}}}"}}""",
            koppen: ("Idempotency-Key", Guid.NewGuid().ToString())))
            .Probleem(400, "ongeldige-invoer")["deel.dag"].ShouldBe(uitleg);
    }

    [Theory]
    [InlineData("\"02-03-2026\"")]
    [InlineData("\"2026-3-2\"")]
    [InlineData("\"2026-02-30\"")]
    [InlineData("\"2026-03-02T00:00:00Z\"")]
    [InlineData("20260302")]
    public async Task What_is_no_date_is_a_400_that_names_it(string dag) =>
        (await dienst.Vraag("POST", "/voorbeeld/v1/dingen",
            $$$"""{"soort":"klein","naam":"a","op":"2026-03-02T09:00:00Z","deel":{"dag":{{{dag}}}}}""",
            koppen: ("Idempotency-Key", Guid.NewGuid().ToString())))
            .Probleem(400, "ongeldige-invoer").Keys.ShouldBe(["deel.dag"]);

    [Fact]
    public async Task Who_changes_must_say_which_version_was_in_view() =>
        (await dienst.Vraag("PUT", "/voorbeeld/v1/dingen/d-1")).Probleem(428, "versie-vereist");

    [Fact]
    public async Task Who_had_an_older_version_in_view_is_told_so() =>
        (await dienst.Vraag("PUT", "/voorbeeld/v1/dingen/d-1", koppen: ("If-Match", "\"6\""))).Probleem(412, "intussen-gewijzigd");

    [Fact]
    public async Task Who_had_this_version_in_view_may_change_it()
    {
        var etag = (await dienst.Vraag("GET", "/voorbeeld/v1/dingen/d-1")).Kop("ETag");

        (await dienst.Vraag("PUT", "/voorbeeld/v1/dingen/d-1", koppen: ("If-Match", etag))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Every_answer_names_the_version_of_the_API_and_is_not_stored()
    {
        foreach (var pad in (string[])["/voorbeeld/v1/dingen", "/voorbeeld/v1/openapi.json", "/voorbeeld/v1/onbekend", "/health/live"])
        {
            var antwoord = await dienst.Vraag("GET", pad);
            antwoord.Kop("API-Version").ShouldBe("1.4.2", pad);
            antwoord.Kop("Cache-Control").ShouldContain("no-store", customMessage: pad);
        }
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_is_told_without_a_token(string pad) => (await dienst.Vraag("GET", pad, token: "")).Status.ShouldBe(200);

    [Fact]
    public async Task The_OpenAPI_document_is_version_3_and_says_whom_to_ask_and_where_it_is_served()
    {
        var document = (await dienst.Vraag("GET", "/voorbeeld/v1/openapi.json", token: "")).Json;

        document.GetProperty("openapi").GetString().ShouldStartWith("3.");
        var info = document.GetProperty("info");
        info.GetProperty("title").GetString().ShouldBe("Voorbeeld");
        info.GetProperty("version").GetString().ShouldBe("1.4.2");
        foreach (var veld in (string[])["name", "email", "url"]) info.GetProperty("contact").GetProperty(veld).GetString()
            .ShouldNotBeNullOrEmpty();
        document.GetProperty("servers").EnumerateArray().Single().GetProperty("url").GetString().ShouldBe("/voorbeeld/v1");
        document.GetProperty("paths").EnumerateObject().ShouldNotContain(p => p.Name.StartsWith("/voorbeeld", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_operation_documents_its_problems_its_version_header_and_its_roles()
    {
        var document = (await dienst.Vraag("GET", "/voorbeeld/v1/openapi.json", token: "")).Json;
        var maken = document.GetProperty("paths").GetProperty("/dingen").GetProperty("post");

        foreach (var status in (string[])["400", "401", "403", "404", "409", "413", "415", "422", "429", "500", "503", "504"])
            maken.GetProperty("responses").GetProperty(status).GetProperty("content").GetProperty("application/problem+json")
                .GetProperty("schema")
                .GetProperty("$ref").GetString().ShouldBe("#/components/schemas/Probleem");
        maken.GetProperty("responses").GetProperty("201").GetProperty("headers").TryGetProperty("API-Version", out _).ShouldBeTrue();
        maken.GetProperty("description").GetString()!.ShouldContain("Rollen: consulent.");
        maken.GetProperty("security").GetArrayLength().ShouldBe(1);
        maken.GetProperty("parameters").EnumerateArray()
            .ShouldContain(p => p.GetProperty("name").GetString() == "Idempotency-Key" && p.GetProperty("required").GetBoolean());
        document.GetProperty("components").GetProperty("schemas").TryGetProperty("Probleem", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Whoever_binds_the_version_in_view_or_sends_one_documents_it()
    {
        var pad = (await dienst.Vraag("GET", "/voorbeeld/v1/openapi.json", token: "")).Json.GetProperty("paths")
            .GetProperty("/dingen/{nummer}");

        pad.GetProperty("put").GetProperty("parameters").EnumerateArray()
            .ShouldContain(p => p.GetProperty("name").GetString() == "If-Match" && p.GetProperty("required").GetBoolean());
        foreach (var status in (string[])["412", "428"]) pad.GetProperty("put").GetProperty("responses").TryGetProperty(status, out _)
            .ShouldBeTrue(status);
        pad.GetProperty("get").GetProperty("parameters").EnumerateArray()
            .ShouldNotContain(p => p.GetProperty("name").GetString() == "If-Match");
        pad.GetProperty("get").GetProperty("responses").TryGetProperty("412", out _).ShouldBeFalse();
        pad.GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("headers").TryGetProperty("ETag", out _)
            .ShouldBeTrue();
    }

    [Fact]
    public async Task A_parameter_is_explained_and_a_choice_lists_its_words()
    {
        var parameters = (await dienst.Vraag("GET", "/voorbeeld/v1/openapi.json", token: "")).Json.GetProperty("paths")
            .GetProperty("/dingen").GetProperty("get").GetProperty("parameters")
            .EnumerateArray().ToDictionary(p => p.GetProperty("name").GetString()!);

        parameters["na"].GetProperty("description").GetString()!.ShouldStartWith("Waar de pagina begint");
        parameters["soort"].GetProperty("schema").GetProperty("enum").EnumerateArray().Select(w => w.GetString())
            .ShouldBe(["klein", "heel-groot"]);
    }

    [Fact]
    public async Task What_is_refused_for_a_while_says_for_how_long()
    {
        var antwoorden = (await dienst.Vraag("GET", "/voorbeeld/v1/openapi.json", token: "")).Json.GetProperty("paths")
            .GetProperty("/dingen").GetProperty("post").GetProperty("responses");

        foreach (var status in (string[])["429", "503"]) antwoorden.GetProperty(status).GetProperty("headers")
            .TryGetProperty("Retry-After", out _).ShouldBeTrue(status);
    }

    [Fact]
    public async Task The_OpenAPI_document_may_be_read_from_any_site_and_the_rest_from_none()
    {
        (await dienst.Vraag("GET", "/voorbeeld/v1/openapi.json", token: "", koppen: ("Origin", "https://site.example")))
            .Kop("Access-Control-Allow-Origin").ShouldBe("*");
        (await dienst.Vraag("GET", "/voorbeeld/v1/dingen", koppen: ("Origin", "https://site.example"))).Kop("Access-Control-Allow-Origin")
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task A_service_does_not_say_what_it_is_made_of() =>
        (await dienst.Vraag("GET", "/voorbeeld/v1/dingen")).Kop("Server").ShouldBeEmpty();
}
