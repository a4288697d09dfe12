using System.Net;
using System.Text.Json.Nodes;
using WmoPlatform.Contracts;

namespace WmoPlatform.Onderzoeken.Tests;

/// <summary>The API, on a real database.</summary>
public sealed class ApiTests(Dienst dienst)
{
    [Fact]
    public async Task A_dossier_travels_from_melding_to_aanvraag()
    {
        var dossier = await dienst.Dossier(Stand.Ondertekend);

        var detail = await dossier.Lees();
        detail["onderzoek"]!["status"]!.GetValue<string>().ShouldBe("ondertekend");
        detail["onderzoek"]!["volgendeStap"]!.GetValue<string>().ShouldBe("geen");
        detail["verslag"]!["aanvraagOntvangenOp"]!.GetValue<string>().ShouldBe("2026-03-02");
        (await dossier.Aangekondigd()).Select(g => g.GetType().Name).ShouldBe(
        [
            "OnderzoekGeopend", "GesprekGepland", "GesprekGevoerd", "IndicatieGesteld",
            "LeveringsvormGekozen", "VerslagVastgesteld", "VerslagOndertekend"
        ]);
    }

    [Fact]
    public async Task The_aanvraag_as_stored_carries_the_person_and_the_choices()
    {
        var dossier = await dienst.Dossier(Stand.Ondertekend);

        var aanvraag = (await dossier.Aangekondigd()).OfType<VerslagOndertekend>().Single();
        aanvraag.Persoon.Waarde.ShouldBe(Voorbeeld.Persoon);
        aanvraag.Voorzieningen.ShouldBe(
            [new(dossier.VoorzieningId, Voorbeeld.Begeleiding, Voorbeeld.VierUurPerWeek, Voorbeeld.EenJaar, Leveringsvorm.Zin,
            Voorbeeld.Agb)]);
    }

    [Fact]
    public async Task A_refused_step_changes_and_announces_nothing()
    {
        var dossier = await dienst.Dossier(Stand.Indicatie);
        var (voor, aantal) = ((await dossier.Lees()).ToJsonString(), (await dossier.Aangekondigd()).Count);

        await dossier.Post("/verslag", new { samenvatting = "…" }).MoetZijn(409, "keuze-ontbreekt");

        (await dossier.Lees()).ToJsonString().ShouldBe(voor);
        (await dossier.Aangekondigd()).Count.ShouldBe(aantal);
    }

    [Fact]
    public async Task What_the_state_forbids_is_a_409_that_says_so()
    {
        var geopend = await dienst.Dossier();
        await geopend.Post("/indicaties", Dossier.Indicatie).MoetZijn(409, "gesprek-ontbreekt");
        await geopend.Post("/verslag", new { samenvatting = "…" }).MoetZijn(409, "gesprek-ontbreekt");
        await geopend.Onderteken().MoetZijn(409, "verslag-niet-vastgesteld");

        var gekozen = await dienst.Dossier(Stand.Keuze);
        await gekozen.Post("/verslag", new { samenvatting = "…" }).MoetZijn(409, "persoon-onbekend");

        var verslag = await dienst.Dossier(Stand.Verslag);
        await verslag.Post("/gesprekken", new { tijdstip = "2026-03-05T09:00:00Z", plaats = "thuis" }).MoetZijn(409, "verslag-ligt-vast");
        await verslag.Kies(new { leveringsvorm = "pgb", motivatie = "…" }).MoetZijn(409, "verslag-ligt-vast");

        var ondertekend = await dienst.Dossier(Stand.Ondertekend);
        await ondertekend.Post("/verslag/ondertekening", new { wijze = "papier" }).MoetZijn(409, "aanvraag-al-gedaan");
    }

    [Fact]
    public async Task A_refusal_names_its_article()
    {
        var dossier = await dienst.Dossier(Stand.Indicatie);

        var antwoord = await dossier.Kies(new { leveringsvorm = "pgb" });

        antwoord.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var probleem = JsonNode.Parse(await antwoord.Content.ReadAsStringAsync())!;
        probleem["grondslag"]!.GetValue<string>().ShouldBe("Wmo 2015 art. 2.3.6 lid 2 onder b");
    }

    [Fact]
    public async Task What_a_rule_refuses_is_a_422_that_names_the_field()
    {
        var indicatie = await dienst.Dossier(Stand.Indicatie);
        (await indicatie.Kies(new { leveringsvorm = "pgb" }).MoetZijn(422, "pgb-zonder-motivatie")).ShouldBe(["motivatie"]);
        (await indicatie.Kies(new { leveringsvorm = "zin", agb = "99999999" }).MoetZijn(422, "aanbieder-onbekend")).ShouldBe(["agb"]);

        var verslag = await dienst.Dossier(Stand.Verslag);
        (await verslag.Post("/verslag/ondertekening", new { wijze = "papier", ontvangenOp = "2026-03-03" })
            .MoetZijn(422, "ontvangstdag-onmogelijk")).ShouldBe(["ontvangenOp"]);
        (await verslag.Post("/verslag/ondertekening", new { wijze = "papier", ontvangenOp = "2026-03-01" })
            .MoetZijn(422, "ontvangstdag-onmogelijk")).ShouldBe(["ontvangenOp"]);
        (await verslag.Post("/verslag/ondertekening", new
        {
            wijze = "papier",
            eerstBij = new { bestuursorgaan = "de huisarts", ontvangenOp = "2026-03-03" },
        }).MoetZijn(422, "eerst-bij-na-ontvangst")).ShouldBe(["eerstBij.ontvangenOp"]);
        (await verslag.Post("/verslag/ondertekening", new { wijze = "digitaal" }).MoetZijn(422, "alleen-zelf-ondertekenen"))
            .ShouldBe(["wijze"]);
        (await verslag.Post("/verslag/ondertekening", new { wijze = "papier" }, dienst.Inwoner).MoetZijn(422, "papier-via-gemeente"))
            .ShouldBe(["wijze"]);
    }

    [Theory]
    [InlineData("""{ "product": { "categorie": "19", "code": "02A01" } }""", "product.categorie")]
    [InlineData("""{ "product": { "categorie": "2", "code": "02A01" } }""", "product.categorie")]
    [InlineData("""{ "product": { "categorie": "02", "code": "02A01X" } }""", "product.code")]
    [InlineData("""{ "omvang": { "volume": 0, "eenheid": "04", "frequentie": "2" } }""", "omvang.volume")]
    [InlineData("""{ "omvang": { "volume": 4, "eenheid": "02", "frequentie": "2" } }""", "omvang.eenheid")]
    [InlineData("""{ "omvang": { "volume": 4, "eenheid": "04", "frequentie": "3" } }""", "omvang.frequentie")]
    [InlineData("""{ "omvang": { "volume": 4, "eenheid": "16", "frequentie": "1" } }""", "omvang.frequentie")]
    [InlineData("""{ "periode": { "ingangsdatum": "2026-05-02", "einddatum": "2026-05-01" } }""", "periode.einddatum")]
    [InlineData("""{ "doelen": [] }""", "doelen")]
    [InlineData("""{ "doelen": [""] }""", "doelen[0]")]
    public async Task A_malformed_indicatie_is_a_400_that_names_the_field(string afwijking, string veld)
    {
        var dossier = await dienst.Dossier(Stand.Gesprek);
        var inhoud = System.Text.Json.JsonSerializer.SerializeToNode(Dossier.Indicatie)!.AsObject();
        foreach (var (naam, waarde) in JsonNode.Parse(afwijking)!.AsObject()) inhoud[naam] = waarde!.DeepClone();

        (await dossier.Post("/indicaties", inhoud.ToJsonString()).MoetZijn(400, "ongeldige-invoer")).ShouldBe([veld]);
    }

    [Theory]
    [InlineData("/gesprekken", """{ "plaats": "thuis" }""", "tijdstip")]
    [InlineData("/gesprekken", """{ "tijdstip": "2026-03-05T09:00:00Z", "plaats": "op straat" }""", "plaats")]
    [InlineData("/gesprekken", """{ "tijdstip": "morgen", "plaats": "thuis" }""", "tijdstip")]
    [InlineData("/gesprekken", """{ "tijdstip": "9999-12-31T23:00:00Z", "plaats": "thuis" }""", "tijdstip")]
    [InlineData("/gesprekken", """{ "tijdstip": "0001-01-01T00:00:00Z", "plaats": "thuis" }""", "tijdstip")]
    [InlineData("/gesprekken", """{ "tijdstip": "2026-03-05T09:00:00Z", "plaats": "thuis", "duur": 60 }""", "duur")]
    [InlineData("/geen-indicatie", """{ "motivering": " " }""", "motivering")]
    [InlineData("/geen-indicatie", """{ "motivering": null }""", "motivering")]
    [InlineData("/doorverwijzing", """{ "naar": "zvw", "motivering": "x" }""", "naar")]
    [InlineData("/doorverwijzing", """{ "naar": "wlz", "motivering": "" }""", "motivering")]
    [InlineData("/verslag", """{ "samenvatting": "" }""", "samenvatting")]
    [InlineData("/verslag/opmerkingen", """{ "opmerkingen": "" }""", "opmerkingen")]
    [InlineData("/verslag/ondertekening", """{ "wijze": "fax" }""", "wijze")]
    [InlineData("/verslag/ondertekening", """{ "wijze": "digitaal", "ontvangenOp": "2026-03-02" }""", "ontvangenOp")]
    [InlineData("/verslag/ondertekening",
        """{ "wijze": "digitaal", "eerstBij": { "bestuursorgaan": "de huisarts", "ontvangenOp": "2026-03-02" } }""", "eerstBij")]
    [InlineData("/verslag/ondertekening",
        """{ "wijze": "papier", "eerstBij": { "bestuursorgaan": " ", "ontvangenOp": "2026-03-02" } }""", "eerstBij.bestuursorgaan")]
    [InlineData("/indicaties", """{ "product": { "categorie": "02", "code": "02A01", "naam": "x" } }""", "product.naam")]
    public async Task A_malformed_request_is_a_400_that_names_the_field(string onder, string inhoud, string veld)
    {
        var dossier = await dienst.Dossier();

        (await dossier.Post(onder, inhoud).MoetZijn(400, "ongeldige-invoer")).ShouldBe([veld]);
    }

    [Fact]
    public async Task A_gesprek_without_any_topic_is_a_400()
    {
        var dossier = await dienst.Dossier();
        var gesprek = await dossier.PlanGesprek();

        (await dossier.Post($"/gesprekken/{gesprek}/verslag", new { gevoerdOp = "2026-03-02", gebruiktWlz = false, onderwerpen = new { } })
            .MoetZijn(400, "ongeldige-invoer")).ShouldBe(["onderwerpen"]);
        (await dossier.Post($"/gesprekken/{gesprek}/verslag",
            new { gevoerdOp = "2026-03-02", gebruiktWlz = false, onderwerpen = new { weer = "mooi" } })
            .MoetZijn(400, "ongeldige-invoer")).ShouldBe(["onderwerpen.weer"]);
    }

    [Fact]
    public async Task Invalid_JSON_is_a_400()
    {
        var dossier = await dienst.Dossier();

        await dossier.Post("/geen-indicatie", "{ motivering").MoetZijn(400, "ongeldige-json");
    }

    [Theory]
    [InlineData("""{ "leveringsvorm": "zin" }""", "agb")]
    [InlineData("""{ "leveringsvorm": "zin", "agb": "1234567" }""", "agb")]
    [InlineData("""{ "leveringsvorm": "pgb", "agb": "12345678", "motivatie": "x" }""", "agb")]
    [InlineData("""{ "leveringsvorm": "natura" }""", "leveringsvorm")]
    public async Task A_malformed_choice_is_a_400_that_names_the_field(string keuze, string veld)
    {
        var dossier = await dienst.Dossier(Stand.Indicatie);

        (await dossier.Kies(JsonNode.Parse(keuze)!).MoetZijn(400, "ongeldige-invoer")).ShouldBe([veld]);
    }

    [Fact]
    public async Task An_unknown_dossier_gesprek_or_voorziening_is_a_404()
    {
        var dossier = await dienst.Dossier(Stand.Indicatie);

        await dienst.Consulent.GetAsync("/onderzoek/v1/onderzoeken/D-2026-999999").MoetZijn(404, "niet-gevonden");
        await dossier.Post($"/gesprekken/{Guid.NewGuid()}/verslag",
            new { gevoerdOp = "2026-03-02", gebruiktWlz = false, onderwerpen = Dossier.Onderwerpen }).MoetZijn(404, "niet-gevonden");
        await dossier.Kies(new { leveringsvorm = "pgb", motivatie = "…" }, voorzieningId: Guid.NewGuid()).MoetZijn(404, "niet-gevonden");
    }

    [Fact]
    public async Task Somebody_elses_dossier_is_a_404_for_another_team_and_another_resident()
    {
        var dossier = await dienst.Dossier(Stand.Indicatie);
        var anderTeam = dienst.Fabriek.Als("consulent", teams: ["wijkteam-poort"]);
        var anderInwoner = dienst.Fabriek.Als("inwoner", bsn: "999900006");

        foreach (var ander in new[] { anderTeam, anderInwoner })
        {
            await ander.GetAsync(dossier.Pad).MoetZijn(404, "niet-gevonden");
            await dossier.Kies(new { leveringsvorm = "pgb", motivatie = "…" }, ander).MoetZijn(404, "niet-gevonden");
            await dossier.Post("/verslag/ondertekening", new { wijze = "digitaal" }, ander).MoetZijn(404, "niet-gevonden");
        }
        await dossier.Post("/gesprekken", new { tijdstip = "2026-03-05T09:00:00Z", plaats = "thuis" }, anderTeam)
            .MoetZijn(404, "niet-gevonden");
    }

    [Fact]
    public async Task The_resident_sees_the_own_dossier_and_beslisser_and_backoffice_every_one()
    {
        var dossier = await dienst.Dossier();

        foreach (var http in new[] { dienst.Inwoner, dienst.Fabriek.Als("beslisser"), dienst.Fabriek.Als("backoffice") })
            (await dossier.Lees(http))["hulpvraag"]!.GetValue<string>().ShouldBe("Ik heb hulp nodig bij mijn dag.");
    }

    [Fact]
    public async Task Investigating_is_the_consulents_work()
    {
        var dossier = await dienst.Dossier(Stand.Gesprek);

        await dossier.Post("/indicaties", Dossier.Indicatie, dienst.Inwoner).MoetZijn(403, "geen-toegang");
        await dossier.Post("/indicaties", Dossier.Indicatie, dienst.Fabriek.Als("beslisser")).MoetZijn(403, "geen-toegang");
        await dossier.Post("/indicaties", Dossier.Indicatie, dienst.Fabriek.Met(null)).MoetZijn(401, "niet-aangemeld");
    }

    [Fact]
    public async Task The_person_chooses_a_pgb_with_a_motivation_of_their_own()
    {
        var dossier = await dienst.Dossier(Stand.Indicatie);

        (await dossier.Kies(new { leveringsvorm = "pgb", motivatie = "Ik wil mijn vaste begeleider houden." },
            dienst.Inwoner)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var keuze = (await dossier.Lees(dienst.Inwoner))["indicaties"]![0]!["keuze"]!;
        keuze["leveringsvorm"]!.GetValue<string>().ShouldBe("pgb");
        keuze["motivatie"]!.GetValue<string>().ShouldBe("Ik wil mijn vaste begeleider houden.");
    }

    [Fact]
    public async Task A_choice_made_with_an_old_version_in_view_is_a_412_and_without_any_a_428()
    {
        var dossier = await dienst.Dossier(Stand.Indicatie);
        var oud = await dossier.Etag();
        var eerste = await dossier.Kies(new { leveringsvorm = "zin", agb = Voorbeeld.Agb }, ifMatch: oud);
        eerste.StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await dossier.Kies(new { leveringsvorm = "pgb", motivatie = "…" }, ifMatch: oud).MoetZijn(412, "intussen-gewijzigd");
        await dossier.Kies(new { leveringsvorm = "pgb", motivatie = "…" }, ifMatch: null).MoetZijn(428, "versie-vereist");
        (await dossier.Kies(new { leveringsvorm = "pgb", motivatie = "…" },
            ifMatch: eerste.Headers.ETag!.ToString())).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Of_two_motivations_written_with_one_version_in_view_the_second_is_a_412()
    {
        var dossier = await dienst.Dossier(Stand.Indicatie);
        (await dossier.Kies(new { leveringsvorm = "pgb", motivatie = "Eerst." })).EnsureSuccessStatusCode();
        var gezien = await dossier.Etag();

        var eerste = await dossier.Kies(new { leveringsvorm = "pgb", motivatie = "Van de inwoner." }, ifMatch: gezien);

        eerste.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        eerste.Headers.ETag!.ToString().ShouldNotBe(gezien, "the indicatie is a part of the onderzoek");
        await dossier.Kies(new { leveringsvorm = "pgb", motivatie = "Van de consulent." }, ifMatch: gezien)
            .MoetZijn(412, "intussen-gewijzigd");
        (await dossier.Lees())["indicaties"]![0]!["keuze"]!["motivatie"]!.GetValue<string>().ShouldBe("Van de inwoner.");
    }

    [Fact]
    public async Task Of_motivations_written_at_once_one_is_kept_and_the_others_are_told()
    {
        var dossier = await dienst.Dossier(Stand.Indicatie);
        (await dossier.Kies(new { leveringsvorm = "pgb", motivatie = "Eerst." })).EnsureSuccessStatusCode();
        var gezien = await dossier.Etag();

        var antwoorden = await Task.WhenAll(Enumerable.Range(1, 4)
            .Select(n => dossier.Kies(new { leveringsvorm = "pgb", motivatie = $"Poging {n}." }, ifMatch: gezien)));

        antwoorden.Select(a => (int)a.StatusCode).Order().ShouldBe([204, 412, 412, 412]);
    }

    [Fact]
    public async Task Who_signs_digitally_signs_the_very_text_that_was_shown()
    {
        var dossier = await dienst.Dossier(Stand.Verslag);
        var gelezen = await dossier.Etag();
        await dossier.Post("/verslag/ondertekening", new { wijze = "digitaal" }, dienst.Inwoner).MoetZijn(428, "versie-vereist");

        await Dienst.Ok(dossier.Post("/verslag/opmerkingen", new { opmerkingen = "Mijn zus helpt niet meer." }));
        await Dienst.Ok(dossier.Post("/verslag", new { samenvatting = "Een andere tekst." }));

        await dossier.Post("/verslag/ondertekening", new { wijze = "digitaal" }, dienst.Inwoner, ifMatch: gelezen)
            .MoetZijn(412, "intussen-gewijzigd");
        await dossier.Post("/verslag/ondertekening", new { wijze = "papier" }, ifMatch: gelezen).MoetZijn(412, "intussen-gewijzigd");
        await Dienst.Ok(dossier.Onderteken());
    }

    [Fact]
    public async Task A_verslag_fixed_with_an_old_version_in_view_is_a_412()
    {
        var dossier = await dienst.Dossier(Stand.Keuze);
        await dossier.KenPersoon();
        var gezien = await dossier.Etag();
        (await dossier.Kies(new { leveringsvorm = "pgb", motivatie = "Toch liever zelf." }, dienst.Inwoner)).EnsureSuccessStatusCode();

        await dossier.Post("/verslag", new { samenvatting = "Zorg in natura." }, ifMatch: gezien).MoetZijn(412, "intussen-gewijzigd");
        await Dienst.Ok(dossier.Post("/verslag", new { samenvatting = "Een pgb." }, ifMatch: await dossier.Etag()));
    }

    [Fact]
    public async Task After_remarks_an_indicatie_can_be_replaced_and_the_verslag_put_right()
    {
        var dossier = await dienst.Dossier(Stand.Verslag);
        var oud = dossier.VoorzieningId;
        await Dienst.Ok(dossier.Post("/verslag/opmerkingen", new { opmerkingen = "Vier uur is te veel." }, dienst.Inwoner));

        await Dienst.Ok(dossier.TrekIndicatieIn());
        await dossier.Indiceer();
        (await dossier.Kies(new { leveringsvorm = "zin", agb = Voorbeeld.Agb })).EnsureSuccessStatusCode();
        await Dienst.Ok(dossier.Post("/verslag", new { samenvatting = "Aangepast." }));
        await Dienst.Ok(dossier.Onderteken());

        var aangekondigd = await dossier.Aangekondigd();
        aangekondigd.OfType<IndicatieIngetrokken>().Single()
            .ShouldSatisfyAllConditions(i => i.VoorzieningId.ShouldBe(oud), i => i.Product.ShouldBe(Voorbeeld.Begeleiding));
        aangekondigd.OfType<VerslagOndertekend>().Single().Voorzieningen.Select(v => v.VoorzieningId).ShouldBe([dossier.VoorzieningId]);
        (await dossier.Lees())["indicaties"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_indicatie_is_withdrawn_by_who_saw_it_as_it_is_and_once()
    {
        var dossier = await dienst.Dossier(Stand.Indicatie);
        var gezien = await dossier.Etag();
        (await dossier.Kies(new { leveringsvorm = "pgb", motivatie = "Zelf kiezen." }, dienst.Inwoner)).EnsureSuccessStatusCode();

        await dossier.TrekIndicatieIn(ifMatch: null).MoetZijn(428, "versie-vereist");
        await dossier.TrekIndicatieIn(ifMatch: gezien).MoetZijn(412, "intussen-gewijzigd");
        var ingetrokken = await dossier.TrekIndicatieIn();
        ingetrokken.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        ingetrokken.Headers.ETag!.ToString().ShouldBe(await dossier.Etag());
        await dossier.TrekIndicatieIn().MoetZijn(404, "niet-gevonden");
    }

    [Fact]
    public async Task A_request_sent_twice_with_one_key_has_its_effect_once()
    {
        var dossier = await dienst.Dossier(Stand.Gesprek);

        var sleutel = Guid.NewGuid().ToString();
        var antwoorden = await Task.WhenAll(Enumerable.Range(0, 3)
            .Select(_ => Dienst.Ok(dossier.Post("/indicaties", Dossier.Indicatie, sleutel: sleutel))));

        antwoorden.Select(a => a!["voorzieningId"]!.GetValue<Guid>()).Distinct().Count().ShouldBe(1);
        (await dossier.Lees())["indicaties"]!.AsArray().Count.ShouldBe(1);
        (await dossier.Aangekondigd()).OfType<IndicatieGesteld>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_key_used_for_another_request_is_a_422()
    {
        var dossier = await dienst.Dossier(Stand.Gesprek);
        var sleutel = Guid.NewGuid().ToString();
        await Dienst.Ok(dossier.Post("/geen-indicatie", new { motivering = "Kan het zelf." }, sleutel: sleutel));

        await dossier.Post("/geen-indicatie", new { motivering = "Iets anders." }, sleutel: sleutel).MoetZijn(422, "sleutel-hergebruikt");
    }

    [Fact]
    public async Task A_signed_paper_counts_from_the_day_it_came_in()
    {
        var dossier = await dienst.Dossier(Stand.Verslag);

        await Dienst.Ok(dossier.Post("/verslag/ondertekening", new { wijze = "papier", ontvangenOp = "2026-03-02" },
            dienst.Fabriek.Als("backoffice")));

        (await dossier.Aangekondigd()).OfType<VerslagOndertekend>().Single().OntvangenOp.ShouldBe(new(2026, 3, 2));
    }

    [Fact]
    public async Task Remarks_open_the_verslag_again()
    {
        var dossier = await dienst.Dossier(Stand.Verslag);

        await Dienst.Ok(dossier.Post("/verslag/opmerkingen", new { opmerkingen = "Mijn zus helpt niet meer." }, dienst.Inwoner));

        var detail = await dossier.Lees();
        detail["onderzoek"]!["volgendeStap"]!.GetValue<string>().ShouldBe("verslag-vaststellen");
        detail["verslag"]!["opmerkingen"]![0]!["tekst"]!.GetValue<string>().ShouldBe("Mijn zus helpt niet meer.");
        await Dienst.Ok(dossier.Post("/verslag", new { samenvatting = "Aangepast." }));
    }

    [Fact]
    public async Task Referring_to_the_Wlz_stops_the_onderzoek_and_says_so()
    {
        var dossier = await dienst.Dossier(Stand.Gesprek);

        await Dienst.Ok(dossier.Post("/doorverwijzing", new { naar = "wlz", motivering = "Heeft recht op Wlz-zorg." }));

        var gestopt = (await dossier.Lees())["gestopt"]!;
        (gestopt["reden"]!.GetValue<string>(), gestopt["motivering"]!.GetValue<string>()).ShouldBe(("wlz", "Heeft recht op Wlz-zorg."));
        await dossier.Post("/geen-indicatie", new { motivering = "…" }).MoetZijn(409, "onderzoek-gestopt");
    }

    [Fact]
    public async Task The_work_list_holds_what_runs_in_the_own_teams_by_last_day_and_pages()
    {
        var team = "wijkteam-lijst";
        var later = await dienst.Dossier(team: team);
        await dienst.Fabriek.Verwerk(Voorbeeld.Melding("D-2025-000009", ontvangenOp: new(2026, 2, 20), wijkteam: team));
        var derde = await dienst.Dossier(team: team);
        await dienst.Dossier(team: "wijkteam-anders");
        var consulent = dienst.Fabriek.Als("consulent", teams: [team]);
        await Dienst.Ok(derde.Post("/doorverwijzing", new { naar = "ander-domein", motivering = "De Zvw helpt." }, consulent));

        var eerste = await Dienst.Ok(consulent.GetAsync("/onderzoek/v1/onderzoeken?aantal=1"));
        eerste!["items"]![0]!["dossiernummer"]!.GetValue<string>().ShouldBe("D-2025-000009");
        var tweede = await Dienst.Ok(consulent.GetAsync($"/onderzoek/v1/onderzoeken?aantal=1&na={eerste["volgende"]}"));
        tweede!["items"]![0]!["dossiernummer"]!.GetValue<string>().ShouldBe(later.Nummer);
        tweede["volgende"].ShouldBeNull();
        var gestopt = await Dienst.Ok(consulent.GetAsync("/onderzoek/v1/onderzoeken?status=gestopt"));
        gestopt!["items"]!.AsArray().Select(i => i!["dossiernummer"]!.GetValue<string>()).ShouldBe([derde.Nummer]);
    }

    [Theory]
    [InlineData("?na=x", "na")]
    [InlineData("?na=eA", "na")]
    [InlineData("?aantal=0", "aantal")]
    [InlineData("?status=weg", "status")]
    public async Task A_list_asked_in_a_wrong_way_is_a_400(string vraag, string veld)
    {
        (await dienst.Consulent.GetAsync("/onderzoek/v1/onderzoeken" + vraag).MoetZijn(400, "ongeldige-invoer")).ShouldBe([veld]);
    }

    [Fact]
    public async Task Every_answer_says_its_version_and_is_not_cached()
    {
        var dossier = await dienst.Dossier();

        var antwoord = await dienst.Consulent.GetAsync(dossier.Pad);

        antwoord.Headers.GetValues("API-Version").ShouldBe(["1.0.0"]);
        antwoord.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task The_OpenAPI_document_describes_every_endpoint_in_Dutch()
    {
        var document = (await Dienst.Ok(dienst.Fabriek.Met(null).GetAsync("/onderzoek/v1/openapi.json")))!;

        var operaties = document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject()).ToArray();
        operaties.Length.ShouldBeGreaterThanOrEqualTo(12);
        operaties.ShouldAllBe(o => o.Value!["summary"] != null && o.Value["description"] != null);
    }
}
