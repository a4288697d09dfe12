using System.Net;
using System.Text;
using System.Text.Json;
using WmoPlatform.ServiceDefaults.Aanmelding;

namespace WmoPlatform.Dossiers.Tests;

/// <summary>The rekenhulp over HTTP. It gives the dates and amounts that the platform itself uses.</summary>
public class RekenhulpTests(Dienst dienst) : IClassFixture<Dienst>
{
    private static readonly CancellationToken Annulering = TestContext.Current.CancellationToken;

    private async Task<(HttpStatusCode Status, JsonElement Inhoud)> Vraag(string wat, string json, string rol = Rollen.Consulent)
    {
        using var http = dienst.Fabriek.Als(rol, bsn: "999993653", agb: "12345678", teams: ["wijkteam-centrum"]);
        using var antwoord = await http.PostAsync(new Uri($"/rekenhulp/v1/{wat}", UriKind.Relative),
            new StringContent(json, Encoding.UTF8, "application/json"), Annulering);
        var tekst = await antwoord.Content.ReadAsStringAsync(Annulering);
        return (antwoord.StatusCode, tekst.Length == 0 ? default : JsonDocument.Parse(tekst).RootElement);
    }

    private async Task<JsonElement> Antwoord(string wat, string json, string rol = Rollen.Consulent)
    {
        var (status, inhoud) = await Vraag(wat, json, rol);
        status.ShouldBe(HttpStatusCode.OK, inhoud.ToString());
        return inhoud;
    }

    [Theory]
    [InlineData("bevestiging", "2026-05-12", "2026-05-21")]
    [InlineData("persoonlijk-plan", "2026-04-24", "2026-05-01")]
    [InlineData("afspraak", "2026-04-24", "2026-05-04")]
    [InlineData("onderzoek", "2026-03-24", "2026-05-06")]
    [InlineData("onderzoek", "2027-03-25", "2027-05-10")]
    [InlineData("beschikking", "2026-05-01", "2026-05-18")]
    [InlineData("buiten-behandeling", "2026-05-01", "2026-05-29")]
    [InlineData("bezwaar", "2026-04-02", "2026-05-18")]
    [InlineData("beslissing-op-bezwaar", "2026-04-02", "2026-06-29")]
    [InlineData("nadere-stukken", "2026-06-16", "2026-06-05")]
    [InlineData("ter-inzage", "2026-06-16", "2026-06-09")]
    [InlineData("beroep", "2026-04-02", "2026-05-18")]
    [InlineData("beroep-niet-tijdig", "2026-06-06", "2026-06-23")]
    [InlineData("klacht", "2026-04-24", "2026-06-05")]
    [InlineData("betaling", "2026-04-02", "2026-05-18")]
    [InlineData("iwmo-retour", "2026-05-12", "2026-05-19")]
    [InlineData("iwmo-start", "2026-05-12", "2026-05-21")]
    [InlineData("iwmo-verzoek", "2026-05-12", "2026-05-21")]
    [InlineData("iwmo-verzoek-eind", "2026-03-10", "2026-05-05")]
    [InlineData("iwmo-declaratie", "2026-05-12", "2026-05-29")]
    [InlineData("cak", "2026-03-17", "2026-04-17")]
    [InlineData("cak-pgb", "2026-01-31", "2026-05-31")]
    [InlineData("svb-afsluiting", "2026-12-31", "2027-04-08")]
    [InlineData("wijziging", "2026-03-20", "2026-05-15")]
    [InlineData("bewaring", "2026-04-30", "2041-05-01")]
    public async Task Every_term_is_answered_with_its_last_day_and_its_derivation(string soort, string start, string uiterlijk)
    {
        var antwoord = await Antwoord("termijnen", $$"""{"soort":"{{soort}}","start":"{{start}}"}""");
        antwoord.GetProperty("uiterlijk").GetString().ShouldBe(uiterlijk);
        antwoord.GetProperty("toegezegdeDatum").ValueKind.ShouldBe(JsonValueKind.Null);
        foreach (var stap in antwoord.GetProperty("stappen").EnumerateArray())
        {
            stap.EnumerateObject().Select(v => v.Name).ShouldBe(["datum", "uitleg", "grondslag"]);
            stap.GetProperty("uitleg").GetString()!.ShouldEndWith(".");
            stap.GetProperty("grondslag").GetString().ShouldNotBeNullOrEmpty();
        }
    }

    [Fact]
    public async Task Suspension_delay_a_committee_and_a_postponement_count()
    {
        var opgeschort =
            """
            {"soort":"beschikking","start":"2026-09-24","uitstel":{"bekendgemaakt":"2026-10-19","weken":1},
            "opschortingen":[{"grond":"aanvulling","van":"2026-09-28","termijnTot":"2026-10-12","tot":"2026-10-08"}]}
            """;
        var antwoord = await Antwoord("termijnen", opgeschort);
        antwoord.GetProperty("uiterlijk").GetString().ShouldBe("2026-10-19");
        antwoord.GetProperty("toegezegdeDatum").GetString().ShouldBe("2026-10-26");

        antwoord = await Antwoord("termijnen",
            opgeschort.Replace("\"bekendgemaakt\":\"2026-10-19\"", "\"bekendgemaakt\":\"2026-10-20\"", StringComparison.Ordinal));
        antwoord.GetProperty("toegezegdeDatum").ValueKind.ShouldBe(JsonValueKind.Null);
        antwoord.GetProperty("stappen").EnumerateArray().ShouldContain(s => s.GetProperty("uitleg").GetString()!.Contains("te laat"));

        (await Antwoord("termijnen", """{"soort":"beslissing-op-bezwaar","start":"2026-06-25","adviescommissie":true,"verdaagd":true}"""))
            .GetProperty("uiterlijk").GetString().ShouldBe("2026-12-10");
        (await Antwoord("termijnen",
            """
            {"soort":"beslissing-op-bezwaar","start":"2026-06-25","verdaagd":true,"verdaagdWeken":2,"instemmingTot":"2026-10-31",
            "opschortingen":[{"grond":"verzuim","van":"2026-08-10","termijnTot":"2026-08-24","tot":"2026-08-20"}]}
            """)).GetProperty("uiterlijk").GetString().ShouldBe("2026-10-31");
    }

    [Fact]
    public async Task What_may_be_left_out_may_also_be_null()
    {
        (await Antwoord("termijnen",
            """
            {"soort":"beschikking","start":"2026-05-01","opschortingen":null,"uitstel":null,"adviescommissie":null,"verdaagd":null}
            """)).GetProperty("uiterlijk").GetString().ShouldBe("2026-05-18");
        (await Antwoord("termijnen",
            """
            {"soort":"beschikking","start":"2026-09-24",
            "opschortingen":[{"grond":"aanvulling","van":"2026-09-28","termijnTot":null,"tot":null}]}
            """)).GetProperty("uiterlijk").GetString().ShouldBe("2026-10-08");
        (await Antwoord("dwangsommen",
            """
            {"beslistermijn":"2026-05-18","ingebrekestelling":"2026-05-19","peildatum":"2026-06-16","besluit":null,"aanvragers":null}
            """)).GetProperty("dagen").GetInt32().ShouldBe(14);
        (await Antwoord("pgb-tarieven",
            """
            {"voorziening":"dagbesteding","datum":"2026-11-25","gevraagdTarief":17,"urenPerWeek":4,"zinTarief":null,
            "huisvestingskosten":null,"zorgverlener":{"familieOfHuisgenoot":true,"dienstverband":"geen","geboortedatum":"1980-01-01",
            "diploma":null,"vog":null,"urenElders":null}}
            """)).GetProperty("toegekendTarief").GetDecimal().ShouldBe(17);
    }

    [Theory]
    [InlineData("""{"start":"2026-05-01"}""", "soort")]
    [InlineData("""{"soort":"beschikking"}""", "start")]
    [InlineData("""{"soort":"vakantie","start":"2026-05-01"}""", "soort")]
    [InlineData("""{"soort":"beschikking","start":"1-5-2026"}""", "start")]
    [InlineData("""{"soort":"beschikking","start":"2014-12-31"}""", "start")]
    [InlineData("""{"soort":"bezwaar","start":"2101-01-01"}""", "start")]
    [InlineData("""{"soort":"beschikking","start":"2026-05-01","iets":1}""", "iets")]
    [InlineData("""{"soort":"beschikking","start":"2026-05-01","verdaagd":"ja"}""", "verdaagd")]
    [InlineData("""{"soort":"beschikking","start":"2026-05-01","opschortingen":[null]}""", "opschortingen[0]")]
    [InlineData("""{"soort":"beschikking","start":"2026-05-01","opschortingen":[{"van":"2026-05-04"}]}""", "opschortingen[0].grond")]
    [InlineData("""{"soort":"beschikking","start":"2026-05-01","opschortingen":[{"grond":"ziekte","van":"2026-05-04"}]}""",
        "opschortingen[0].grond")]
    [InlineData(
        """
        {"soort":"beschikking","start":"2026-05-01",
        "opschortingen":[{"grond":"overmacht","van":"2026-05-04","tot":"2026-05-03"}]}
        """,
        "opschortingen[0].tot")]
    [InlineData(
        """
        {"soort":"beschikking","start":"2026-05-01",
        "opschortingen":[{"grond":"aanvulling","van":"2026-05-04","termijnTot":"2026-05-03"}]}
        """,
        "opschortingen[0].termijnTot")]
    [InlineData(
        """
        {"soort":"beschikking","start":"2026-05-01",
        "opschortingen":[{"grond":"overmacht","van":"2026-04-30","tot":"2026-05-03"}]}
        """,
        "opschortingen[0]")]
    [InlineData("""{"soort":"beschikking","start":"2026-05-01","uitstel":{"bekendgemaakt":"2026-05-04","weken":3}}""", "uitstel.weken")]
    [InlineData("""{"soort":"beschikking","start":"2026-05-01","uitstel":{"bekendgemaakt":"2026-05-04","weken":0}}""", "uitstel.weken")]
    [InlineData("""{"soort":"beschikking","start":"2026-05-01","uitstel":{"weken":1}}""", "uitstel.bekendgemaakt")]
    [InlineData("""{"soort":"beslissing-op-bezwaar","start":"2026-05-01","uitstel":{"bekendgemaakt":"2026-05-04","weken":1}}""", "uitstel")]
    [InlineData(
        """
        {"soort":"beslissing-op-bezwaar","start":"2026-05-01",
        "opschortingen":[{"grond":"instemming","van":"2026-05-04","tot":"2026-05-06"}]}
        """,
        "opschortingen[0]")]
    [InlineData(
        """
        {"soort":"beschikking","start":"2026-05-01",
        "opschortingen":[{"grond":"verzuim","van":"2026-05-04","termijnTot":"2026-05-06"}]}
        """,
        "opschortingen[0]")]
    [InlineData("""{"soort":"beslissing-op-bezwaar","start":"2026-05-01","verdaagd":true,"verdaagdWeken":7}""", "verdaagdWeken")]
    [InlineData("""{"soort":"klacht","start":"2026-05-01","verdaagd":true,"verdaagdWeken":5}""", "verdaagdWeken")]
    [InlineData("""{"soort":"klacht","start":"2026-05-01","instemmingTot":"2300-01-01"}""", "instemmingTot")]
    public Task A_question_about_a_term_that_makes_no_sense_is_a_400_that_names_the_field(string json, string veld) =>
        Ongeldig("termijnen", json, veld);

    [Theory]
    [InlineData("""{"ingebrekestelling":"2026-05-19","peildatum":"2026-06-16"}""", "beslistermijn")]
    [InlineData("""{"beslistermijn":"2026-05-18","ingebrekestelling":"2026-05-19"}""", "peildatum")]
    [InlineData("""{"beslistermijn":"2026-05-18","ingebrekestelling":"2026-05-19","peildatum":"2026-06-16","aanvragers":0}""",
        "aanvragers")]
    [InlineData("""{"beslistermijn":"2026-05-18","ingebrekestelling":"2026-05-19","peildatum":"2026-06-16","aanvragers":1.5}""",
        "aanvragers")]
    [InlineData("""{"beslistermijn":"2026-05-18","ingebrekestelling":"2026-05-19","peildatum":"2101-06-16"}""", "peildatum")]
    public Task A_question_about_a_dwangsom_that_makes_no_sense_is_a_400_that_names_the_field(string json, string veld) =>
        Ongeldig("dwangsommen", json, veld);

    [Theory]
    [InlineData("zinTarief", "null", "zinTarief")]
    [InlineData("zinTarief", "-1", "zinTarief")]
    [InlineData("gevraagdTarief", "\"20\"", "gevraagdTarief")]
    [InlineData("gevraagdTarief", "1e30", "gevraagdTarief")]
    [InlineData("urenPerWeek", "0", "urenPerWeek")]
    [InlineData("urenPerWeek", "169", "urenPerWeek")]
    [InlineData("datum", "\"2026-13-01\"", "datum")]
    [InlineData("voorziening", "\"rolstoel\"", "voorziening")]
    [InlineData("zorgverlener", "null", "zorgverlener")]
    [InlineData("zorgverlener", """{"familieOfHuisgenoot":true,"dienstverband":"zzp"}""", "zorgverlener.geboortedatum")]
    [InlineData("zorgverlener", """{"familieOfHuisgenoot":false}""", "zorgverlener.dienstverband")]
    [InlineData("zorgverlener", """{"familieOfHuisgenoot":false,"dienstverband":"zzp","urenElders":-1}""", "zorgverlener.urenElders")]
    public Task A_question_about_a_pgb_that_makes_no_sense_is_a_400_that_names_the_field(string naam, string waarde, string veld)
    {
        var velden = new Dictionary<string, string>
        {
            ["voorziening"] = "\"individuele-begeleiding\"",
            ["datum"] = "\"2026-11-25\"",
            ["gevraagdTarief"] = "62",
            ["urenPerWeek"] = "10",
            ["zinTarief"] = "68.29",
            ["zorgverlener"] = """{"familieOfHuisgenoot":false,"dienstverband":"zzp","diploma":true,"vog":true}""",
        };
        velden[naam] = waarde;
        return Ongeldig("pgb-tarieven", $"{{{string.Join(',', velden.Select(v => $"\"{v.Key}\":{v.Value}"))}}}", veld);
    }

    private async Task Ongeldig(string wat, string json, string veld)
    {
        var (status, probleem) = await Vraag(wat, json);
        status.ShouldBe(HttpStatusCode.BadRequest, probleem.ToString());
        probleem.GetProperty("code").GetString().ShouldBe("ongeldige-invoer");
        probleem.GetProperty("errors").EnumerateObject().Select(f => f.Name).ShouldContain(veld);
    }

    [Fact]
    public async Task A_dwangsom_counts_its_days_and_its_amount()
    {
        var antwoord = await Antwoord("dwangsommen",
            """
            {"beslistermijn":"2026-05-18","ingebrekestelling":"2026-05-19","besluit":"2026-06-16","peildatum":"2026-11-25",
            "aanvragers":2}
            """);
        antwoord.GetProperty("eersteDag").GetString().ShouldBe("2026-06-03");
        antwoord.GetProperty("laatsteDag").GetString().ShouldBe("2026-07-14");
        antwoord.GetProperty("dagen").GetInt32().ShouldBe(13);
        antwoord.GetProperty("bedrag").GetDecimal().ShouldBe(299.00m);
        antwoord.GetProperty("bedragPerAanvrager").GetDecimal().ShouldBe(149.50m);
        antwoord.GetProperty("besluitUiterlijk").GetString().ShouldBe("2026-06-29");
        antwoord.GetProperty("stappen").GetArrayLength().ShouldBeGreaterThan(4);
    }

    [Fact]
    public async Task A_premature_notice_is_an_answer_and_no_error()
    {
        var antwoord = await Antwoord("dwangsommen",
            """{"beslistermijn":"2026-05-18","ingebrekestelling":"2026-05-18","peildatum":"2026-11-25"}""");
        antwoord.GetProperty("dagen").GetInt32().ShouldBe(0);
        antwoord.GetProperty("bedrag").GetDecimal().ShouldBe(0);
        foreach (var datum in (string[])["eersteDag", "laatsteDag", "besluitUiterlijk"])
            antwoord.GetProperty(datum).ValueKind.ShouldBe(JsonValueKind.Null);
        antwoord.GetProperty("stappen").EnumerateArray().ShouldContain(s => s.GetProperty("uitleg").GetString()!.Contains("te vroeg"));
    }

    [Fact]
    public async Task A_pgb_tariff_says_who_pays_what()
    {
        var antwoord = await Antwoord("pgb-tarieven", """
            {"voorziening":"individuele-begeleiding","datum":"2026-11-25","gevraagdTarief":62.00,"zinTarief":68.29,"urenPerWeek":10,
             "zorgverlener":{"familieOfHuisgenoot":false,"dienstverband":"zzp","diploma":true,"vog":true}}
            """);
        antwoord.GetProperty("behandeldAls").GetString().ShouldBe("professional");
        antwoord.GetProperty("maximumTarief").GetDecimal().ShouldBe(58.05m);
        antwoord.GetProperty("toegekendTarief").GetDecimal().ShouldBe(58.05m);
        antwoord.GetProperty("zelfBijTeBetalen").GetDecimal().ShouldBe(3.95m);
        antwoord.GetProperty("toegestaneUren").GetDecimal().ShouldBe(10);
        antwoord.GetProperty("weigeringen").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_refusal_by_the_rules_is_a_200_with_its_reasons()
    {
        var antwoord = await Antwoord("pgb-tarieven", """
            {"voorziening":"huishoudelijke-ondersteuning","datum":"2026-11-25","gevraagdTarief":15,"urenPerWeek":12,
             "zorgverlener":{"familieOfHuisgenoot":true,"dienstverband":"zorginstelling","geboortedatum":"2006-01-01","urenElders":40}}
            """);
        antwoord.GetProperty("behandeldAls").GetString().ShouldBe("bekende");
        antwoord.GetProperty("toegekendTarief").GetDecimal().ShouldBe(0);
        antwoord.GetProperty("weigeringen").EnumerateArray().Select(w => w.GetProperty("code").GetString())
            .ShouldBe(["te-jong", "geen-uren-over"]);
    }

    [Fact]
    public async Task A_wage_that_is_not_known_is_a_422_that_names_table_and_date()
    {
        var (status, probleem) = await Vraag("pgb-tarieven",
            """
            {"voorziening":"dagbesteding","datum":"2027-01-01","gevraagdTarief":17,"urenPerWeek":4,
            "zorgverlener":{"familieOfHuisgenoot":true,"dienstverband":"geen","geboortedatum":"1980-01-01"}}
            """);
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        probleem.GetProperty("code").GetString().ShouldBe("gegevens-ontbreken");
        probleem.GetProperty("tabel").GetString().ShouldBe("wettelijk minimumuurloon");
        probleem.GetProperty("datum").GetString().ShouldBe("2027-01-01");
        probleem.GetProperty("detail").GetString()!.ShouldContain("wettelijk minimumuurloon");
    }

    [Theory]
    [InlineData("termijnen", """{"soort":"onderzoek","start":"2026-05-01"}""", true)]
    [InlineData("dwangsommen", """{"beslistermijn":"2026-05-18","ingebrekestelling":"2026-05-19","peildatum":"2026-06-16"}""", false)]
    [InlineData("pgb-tarieven",
        """
        {"voorziening":"dagbesteding","datum":"2026-11-25","gevraagdTarief":17,"urenPerWeek":4,
        "zorgverlener":{"familieOfHuisgenoot":true,"dienstverband":"geen","geboortedatum":"1980-01-01"}}
        """,
        false)]
    public async Task A_resident_may_ask_about_terms_and_those_who_work_with_them_about_everything(string wat, string json, bool inwoner)
    {
        foreach (var rol in (string[])[Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice, Rollen.Beheer, Rollen.Systeem])
            (await Vraag(wat, json, rol)).Status.ShouldBe(HttpStatusCode.OK, rol);
        foreach (var rol in (string[])[Rollen.Aanbieder, Rollen.Keten])
            (await Vraag(wat, json, rol)).Status.ShouldBe(HttpStatusCode.Forbidden, rol);
        (await Vraag(wat, json, Rollen.Inwoner)).Status.ShouldBe(inwoner ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_thousand_questions_in_a_row_are_all_answered()
    {
        using var http = dienst.Fabriek.Als(Rollen.Systeem);
        for (var i = 0; i < 1000; i++)
        {
            var start = new DateOnly(2015, 1, 1).AddDays(i * 31);
            using var vraag = new StringContent(
                $$"""{"soort":"beslissing-op-bezwaar","start":"{{start:yyyy-MM-dd}}"}""", Encoding.UTF8, "application/json");
            using var antwoord = await http.PostAsync(new Uri("/rekenhulp/v1/termijnen", UriKind.Relative), vraag, Annulering);
            antwoord.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }
}
