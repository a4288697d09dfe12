using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using WmoPlatform.IStandaarden;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Simulators.Tests;

public class BrpTests(GedeeldHuis gedeeld) : IClassFixture<GedeeldHuis>
{
    private static Task<HttpResponseMessage> Vraag(Huis huis, string[] bsn, params string[] fields) =>
        huis.Http.PostAsJsonAsync("/brp/personen", new { type = "RaadpleegMetBurgerservicenummer", burgerservicenummer = bsn, fields });

    private static async Task<JsonArray> Personen(Huis huis, string bsn, params string[] fields) =>
        (await (await Vraag(huis, [bsn], fields)).Content.ReadFromJsonAsync<JsonObject>())!["personen"]!.AsArray();

    /// <summary>Everything that the BRP says about this person.</summary>
    private static async Task<JsonObject> Persoon(Huis huis, string bsn) =>
        (await Personen(huis, bsn, "burgerservicenummer", "naam", "geboorte", "verblijfplaats", "adressering", "gemeenteVanInschrijving",
            "indicatieCurateleRegister", "overlijden")).ShouldHaveSingleItem()!.AsObject();

    private static string Tekst(JsonNode van, params string[] pad) => pad.Aggregate(van, (deel, naam) => deel[naam]!).GetValue<string>();

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
    public async Task Who_has_gezag_over_a_minor_is_told_when_asked()
    {
        var huis = gedeeld.Huis;
        Tekst((await Personen(huis, "999990020", "naam", "gezag"))[0]!["gezag"]![0]!, "type").ShouldBe("Voogdij");
        (await Personen(huis, "999993653", "naam", "gezag"))[0]!.AsObject().ContainsKey("gezag").ShouldBeFalse();
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
    public async Task Who_moves_has_the_new_address_everywhere_and_keeps_the_rest()
    {
        var huis = gedeeld.Huis;
        var voorheen = await Persoon(huis, "999900031");
        await huis.Wijzig(new
        {
            bsn = "999900031",
            straat = "Dorpsstraat",
            huisnummer = 8,
            postcode = "8211AB",
            plaats = "Lelystad",
            gemeente = "0995",
        });

        var nu = await Persoon(huis, "999900031");
        nu["verblijfplaats"]!["verblijfadres"]!.ToJsonString().ShouldBe(new JsonObject
        {
            ["officieleStraatnaam"] = "Dorpsstraat",
            ["korteStraatnaam"] = "Dorpsstraat",
            ["huisnummer"] = 8,
            ["postcode"] = "8211AB",
            ["woonplaats"] = "Lelystad",
        }.ToJsonString());
        (Tekst(nu, "adressering", "adresregel1"), Tekst(nu, "adressering", "adresregel2"))
            .ShouldBe(("Dorpsstraat 8", "8211 AB LELYSTAD"));
        (Tekst(nu, "gemeenteVanInschrijving", "code"), Tekst(nu, "gemeenteVanInschrijving", "omschrijving"))
            .ShouldBe(("0995", "Lelystad"));
        nu["naam"]!.ToJsonString().ShouldBe(voorheen["naam"]!.ToJsonString());
        nu["geboorte"]!.ToJsonString().ShouldBe(voorheen["geboorte"]!.ToJsonString());
    }

    [Fact]
    public async Task What_is_not_named_stays_and_nobody_else_changes()
    {
        var huis = gedeeld.Huis;
        var (ander, postcode) = ((await Persoon(huis, "999900055")).ToJsonString(), (await Persoon(huis, "999900043"))["verblijfplaats"]!
            ["verblijfadres"]!["postcode"]!.GetValue<string>());
        await huis.Wijzig(new { bsn = "999900043", huisnummer = 77 });
        await huis.Wijzig(new { bsn = "999900043", straat = "Parkallee" });

        var adres = (await Persoon(huis, "999900043"))["verblijfplaats"]!["verblijfadres"]!;
        (adres["huisnummer"]!.GetValue<int>(), adres["korteStraatnaam"]!.GetValue<string>(), adres["postcode"]!.GetValue<string>())
            .ShouldBe((77, "Parkallee", postcode));
        (await Persoon(huis, "999900055")).ToJsonString().ShouldBe(ander);
    }

    [Fact]
    public async Task A_new_name_is_in_every_form_of_the_name()
    {
        var huis = gedeeld.Huis;
        await huis.Wijzig(new { bsn = "999900067", geslachtsnaam = "Okafor" });
        var persoon = await Persoon(huis, "999900067");
        Tekst(persoon, "naam", "geslachtsnaam").ShouldBe("Okafor");
        Tekst(persoon, "naam", "volledigeNaam").ShouldEndWith("Okafor");
        Tekst(persoon, "adressering", "aanhef").ShouldEndWith("Okafor");
    }

    [Fact]
    public async Task A_sign_that_is_set_is_told_and_one_that_is_taken_back_is_not()
    {
        var huis = gedeeld.Huis;
        await huis.Wijzig(new { bsn = "999900079", geheim = true, curatele = true, verblijftNiet = true });
        var persoon = await Persoon(huis, "999900079");
        persoon["geheimhoudingPersoonsgegevens"]!.GetValue<bool>().ShouldBeTrue();
        persoon["indicatieCurateleRegister"]!.GetValue<bool>().ShouldBeTrue();
        persoon["verblijfplaats"]!["indicatieVastgesteldVerblijftNietOpAdres"]!.GetValue<bool>().ShouldBeTrue();

        await huis.Wijzig(new { bsn = "999900079", geheim = false, curatele = false, verblijftNiet = false });
        persoon = await Persoon(huis, "999900079");
        persoon.ContainsKey("geheimhoudingPersoonsgegevens").ShouldBeFalse();
        persoon.ContainsKey("indicatieCurateleRegister").ShouldBeFalse();
        persoon["verblijfplaats"]!.AsObject().ContainsKey("indicatieVastgesteldVerblijftNietOpAdres").ShouldBeFalse();
    }

    [Theory]
    [InlineData("999900080", "2026-02-28", "Datum", "datum", "2026-02-28")]
    [InlineData("999900092", "2026", "JaarDatum", "jaar", "2026")]
    public async Task Who_died_is_told_with_as_much_of_the_day_as_is_known(
        string bsn, string overleden, string type, string veld, string waarde)
    {
        var huis = gedeeld.Huis;
        await huis.Wijzig(new { bsn, overleden });
        var persoon = await Persoon(huis, bsn);
        Tekst(persoon, "opschortingBijhouding", "reden", "code").ShouldBe("O");
        foreach (var datum in new[] { persoon["opschortingBijhouding"]!["datum"]!, persoon["overlijden"]!["datum"]! })
            (Tekst(datum, "type"), datum[veld]!.ToString(), datum.AsObject().Count).ShouldBe((type, waarde, 2));
    }

    [Fact]
    public async Task Who_emigrates_is_in_the_RNI_at_an_address_abroad_until_they_return()
    {
        var huis = gedeeld.Huis;
        var voorheen = (await Persoon(huis, "999900109")).ToJsonString();
        await huis.Wijzig(new { bsn = "999900109", rni = true });
        var persoon = await Persoon(huis, "999900109");
        Tekst(persoon, "gemeenteVanInschrijving", "code").ShouldBe("1999");
        Tekst(persoon, "opschortingBijhouding", "reden", "code").ShouldBe("E");
        Tekst(persoon, "verblijfplaats", "type").ShouldBe("VerblijfplaatsBuitenland");
        persoon["verblijfplaats"]!["verblijfadres"]!.AsObject().Select(veld => veld.Key).ShouldBe(["regel1", "regel2", "land"]);
        Tekst(persoon, "adressering", "land", "omschrijving").ShouldBe("België");
        persoon["rni"]!.AsArray().ShouldHaveSingleItem();

        await huis.Wijzig(new { bsn = "999900109", rni = false });
        (await Persoon(huis, "999900109")).ToJsonString().ShouldBe(voorheen);
    }

    [Theory]
    [InlineData("999900110", "E")]
    [InlineData("999900122", "M")]
    [InlineData("999900134", "R")]
    public async Task A_record_that_is_no_longer_kept_up_says_why_and_since_when(string bsn, string opschorting)
    {
        var klok = new TestKlok();
        klok.Zet(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
        await using var huis = await Huis.Open(klok);
        await huis.Wijzig(new { bsn, opschorting });
        var persoon = await Persoon(huis, bsn);
        (Tekst(persoon, "opschortingBijhouding", "reden", "code"), Tekst(persoon, "opschortingBijhouding", "datum", "datum"))
            .ShouldBe((opschorting, "2026-03-02"));
    }

    [Fact]
    public async Task Who_was_taken_out_of_the_BRP_is_not_found()
    {
        var huis = gedeeld.Huis;
        await huis.Wijzig(new { bsn = "999900146", opschorting = "W" });
        (await Personen(huis, "999900146", "naam")).ShouldBeEmpty();
        (await huis.Beveel("brp/wijziging", new { bsn = "999900146", geheim = true })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_has_a_new_number_is_found_under_that_number_only()
    {
        var huis = gedeeld.Huis;
        var naam = (await Persoon(huis, "999900158"))["naam"]!.ToJsonString();
        await huis.Wijzig(new { bsn = "999900158", nieuwBsn = "999900171" });
        (await Personen(huis, "999900158", "naam")).ShouldBeEmpty();
        var persoon = await Persoon(huis, "999900171");
        (Tekst(persoon, "burgerservicenummer"), persoon["naam"]!.ToJsonString()).ShouldBe(("999900171", naam));
    }

    [Fact]
    public async Task The_SVB_and_the_providers_know_a_person_as_the_BRP_does_now()
    {
        await using var huis = await Huis.Open();
        await huis.Wijzig(new { bsn = Voorbeelden.AnderBsn, nieuwBsn = "999900171", geslachtsnaam = "Okafor" });
        (await huis.Antwoord<Wmo502>("svb", Voorbeelden.Toekenning("B-1"))).Afkeurcodes.ShouldBe(["9504"]);

        var vandaag = Voorbeelden.Vandaag;
        await huis.Beveel($"aanbieders/{Voorbeelden.Agb}/verzoek",
            new { bsn = "999900171", ingangsdatum = vandaag, einddatum = vandaag.AddYears(1), budget = 125_000, referentie = "ref-1" });
        (await huis.Bericht<Wmo315>()).Client.Naam.Geslachtsnaam.Achternaam.ShouldBe("Okafor");
    }

    [Theory]
    [InlineData("999993653")] // has a story
    [InlineData("999900195")] // has a change
    [InlineData("999900183")] // is the number of the person already
    public async Task A_number_that_somebody_has_is_nobody_elses_new_one(string nieuwBsn)
    {
        var huis = gedeeld.Huis;
        await huis.Wijzig(new { bsn = "999900195", geheim = true });
        (await huis.Beveel("brp/wijziging", new { bsn = "999900183", nieuwBsn })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Personen(huis, "999900183", "naam")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_record_can_hold_a_date_of_birth_that_does_not_exist_and_be_repaired()
    {
        var huis = gedeeld.Huis;
        var geboren = (await Persoon(huis, "999900201"))["geboorte"]!.ToJsonString();
        await huis.Wijzig(new { bsn = "999900201", onleesbaar = true });
        DateOnly.TryParse(Tekst(await Persoon(huis, "999900201"), "geboorte", "datum", "datum"), out _).ShouldBeFalse();

        await huis.Wijzig(new { bsn = "999900201", onleesbaar = false });
        (await Persoon(huis, "999900201"))["geboorte"]!.ToJsonString().ShouldBe(geboren);
    }

    public static TheoryData<string> GeenWijziging =>
    [
        "{}",
        """{ "bsn": "999900214" }""", // fails the elfproef
        """{ "bsn": "999900213", "postcode": "1315 HR" }""",
        """{ "bsn": "999900213", "huisnummer": 0 }""",
        """{ "bsn": "999900213", "gemeente": "34" }""",
        """{ "bsn": "999900213", "geslachtsnaam": "" }""",
        """{ "bsn": "999900213", "overleden": "2026-02-30" }""",
        """{ "bsn": "999900213", "opschorting": "X" }""",
        """{ "bsn": "999900213", "nieuwBsn": "999900214" }""",
        """{ "bsn": "999900213", "huisnumer": 3 }""",
    ];

    [Theory, MemberData(nameof(GeenWijziging))]
    public async Task A_change_that_cannot_be_is_refused_and_changes_nothing(string opdracht)
    {
        var huis = gedeeld.Huis;
        var voorheen = (await Persoon(huis, "999900213")).ToJsonString();
        (await huis.Beveel("brp/wijziging", JsonNode.Parse(opdracht)!)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Persoon(huis, "999900213")).ToJsonString().ShouldBe(voorheen);
    }

    [Fact]
    public async Task The_record_of_nobody_is_not_changed()
    {
        var huis = gedeeld.Huis;
        (await huis.Beveel("brp/wijziging", new { bsn = "999990019", geheim = true })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Personen(huis, "999990019", "naam")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_restart_loses_no_change()
    {
        var map = Directory.CreateTempSubdirectory("keten-brp-").FullName;
        string gewijzigd;
        await using (var huis = await Huis.Open(("Keten:Map", map)))
        {
            await huis.Wijzig(new { bsn = "999993653", nieuwBsn = "999900225", plaats = "Lelystad", overleden = "2026", geheim = true });
            await huis.Wijzig(new { bsn = "999900237", rni = true, opschorting = "R", onleesbaar = true });
            gewijzigd = (await Persoon(huis, "999900225")).ToJsonString() + (await Persoon(huis, "999900237")).ToJsonString();
        }
        await using (var huis = await Huis.Open(("Keten:Map", map)))
        {
            ((await Persoon(huis, "999900225")).ToJsonString() + (await Persoon(huis, "999900237")).ToJsonString()).ShouldBe(gewijzigd);
            (await Personen(huis, "999993653", "naam")).ShouldBeEmpty();
        }
        Directory.Delete(map, recursive: true);
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
