using System.Net;
using WmoPlatform.IStandaarden;
using static WmoPlatform.Simulators.Tests.Voorbeelden;

namespace WmoPlatform.Simulators.Tests;

/// <summary>A provider asks for a toewijzing or a change, and receives the answer.</summary>
public class VerzoekTests
{
    private static readonly object Omvang = new { volume = 3, eenheid = "04", frequentie = "2" };

    private static object Vraag(string referentie = "ref-1", string? bsn = Bsn) => new
    {
        bsn,
        referentie,
        product = new { categorie = "02", code = "02T21" },
        omvang = Omvang,
        ingangsdatum = Vandaag,
        einddatum = Vandaag.AddYears(1),
        beschikkingnummer = 77,
        beschikkingIngangsdatum = Vandaag,
        commentaar = "Graag dezelfde begeleider",
    };

    private static Wmo319 Antwoord(string antwoord, string? reden = null, string identificatie = "A1", string referentie = "ref-1") =>
        new(new Header("0034", Agb, identificatie, Vandaag), new Verzoekantwoord(referentie, antwoord, reden));

    private static Task<HttpResponseMessage> Vraagt(Huis huis, object opdracht) => huis.Beveel($"aanbieders/{Agb}/verzoek", opdracht);

    private static async Task<string> Stand(Huis huis, string referentie = "ref-1") =>
        (await huis.Weet($"aanbieders/{Agb}"))["verzoeken"]!.AsArray()
            .Single(v => v!["referentie"]!.GetValue<string>() == referentie)!["stand"]!.GetValue<string>();

    [Fact]
    public async Task A_request_tells_who_needs_what_from_when_and_who_sent_them()
    {
        await using var huis = await Huis.Open();
        (await Vraagt(huis, Vraag())).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var verzoek = await huis.Bericht<Wmo315>();
        (verzoek.Header.Afzender, verzoek.Header.Ontvanger, verzoek.Client.Bsn, verzoek.Client.Naam.Geslachtsnaam)
            .ShouldBe((Agb, "0034", Bsn, new CdtAchternaam("Amrani", "el")));
        verzoek.Client.AangevraagdeProducten.ShouldHaveSingleItem()
            .ShouldBe(new AangevraagdProduct("ref-1", Vandaag, new CdtVerwijzer("01"))
            {
                BeschikkingNummer = 77,
                BeschikkingIngangsdatum = Vandaag,
                Product = new CdtProduct("02", "02T21"),
                ToewijzingEinddatum = Vandaag.AddYears(1),
                Omvang = new CdtOmvang(3, "04", "2"),
                Commentaar = "Graag dezelfde begeleider",
            });
        (await Stand(huis)).ShouldBe("gevraagd");
    }

    [Fact]
    public async Task A_request_for_a_known_client_needs_no_BSN()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(1));
        (await Vraagt(huis, new
        {
            toewijzingnummer = 1,
            product = new { categorie = "07", code = "07T21" },
            omvang = Omvang,
            ingangsdatum = Vandaag,
            einddatum = Vandaag.AddYears(1)
        })).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await huis.Bericht<Wmo315>()).Client.Bsn.ShouldBe(Bsn);
    }

    [Fact]
    public async Task Of_a_birth_date_that_is_half_known_the_request_tells_which_half()
    {
        await using var huis = await Huis.Open();
        await Vraagt(huis, Vraag(bsn: "999990044"));
        (await huis.Bericht<Wmo315>()).Client.Geboortedatum.ShouldBe(new CdtGeboortedatum(new DateOnly(1947, 1, 1), "2"));
    }

    [Fact]
    public async Task A_request_that_does_not_fit_the_message_is_not_sent()
    {
        await using var huis = await Huis.Open();
        (await Vraagt(huis, new { bsn = Bsn, product = new { categorie = "99" }, ingangsdatum = Vandaag }))
            .StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Vraagt(huis, Vraag(bsn: null))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await huis.Verzonden(Agb)).ShouldBeEmpty();
    }

    [Fact]
    public async Task While_a_request_is_pending_there_is_no_other_one_for_this_client()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(1));
        await Vraagt(huis, Vraag());
        (await Vraagt(huis, Vraag("ref-2"))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await huis.Beveel($"aanbieders/{Agb}/wijzigingsverzoek",
            new { toewijzingnummer = 1, nieuw = new[] { new { ingangsdatum = Vandaag, budget = 5 } } }))
            .StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Vraagt(huis, Vraag("ref-3", AnderBsn))).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        (await huis.Antwoord<Wmo320>("ggk", Antwoord("2"))).IsAkkoord.ShouldBeTrue();
        (await Stand(huis)).ShouldBe("in-onderzoek");
        (await Vraagt(huis, Vraag("ref-2"))).StatusCode.ShouldBe(HttpStatusCode.Conflict);

        (await huis.Antwoord<Wmo320>("ggk", Antwoord("1", "4", "A2"))).IsAkkoord.ShouldBeTrue();
        (await Stand(huis)).ShouldBe("afgewezen");
        (await Vraagt(huis, Vraag())).StatusCode.ShouldBe(HttpStatusCode.Conflict); // the reference has been used
        (await Vraagt(huis, Vraag("ref-2"))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task A_request_that_was_rejected_as_a_message_is_not_pending()
    {
        await using var huis = await Huis.Open();
        await Vraagt(huis, Vraag());
        var verzoek = await huis.Bericht<Wmo315>();
        await huis.Stuur("ggk", Retour.Afgekeurd(verzoek, "R1", Vandaag, "9347"));
        (await Stand(huis)).ShouldBe("afgekeurd");
        (await Vraagt(huis, Vraag("ref-2"))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task A_toewijzing_answers_the_request_and_names_it_the_first_time_only()
    {
        await using var huis = await Huis.Open();
        await Vraagt(huis, Vraag());
        var toewijzing = Toewijzing(1).Met(p => p with { ReferentieAanbieder = "ref-1" });
        (await huis.Antwoord<Wmo302>("ggk", toewijzing)).IsAkkoord.ShouldBeTrue();
        (await Stand(huis)).ShouldBe("toegewezen");

        (await huis.Antwoord<Wmo302>("ggk", toewijzing.Met(p => p, "T2"))).Afkeurcodes.ShouldBe(["9379"]);
        (await huis.Antwoord<Wmo302>("ggk", Toewijzing(1, "T3"))).IsAkkoord.ShouldBeTrue();
        (await huis.Antwoord<Wmo320>("ggk", Antwoord("1", "4"))).Afkeurcodes.ShouldBe(["9359"]);
    }

    [Fact]
    public async Task A_toewijzing_for_another_client_than_the_request_was_for_is_rejected()
    {
        await using var huis = await Huis.Open();
        await Vraagt(huis, Vraag());
        (await huis.Antwoord<Wmo302>("ggk", Toewijzing(1, bsn: AnderBsn)
            .Met(p => p with { ReferentieAanbieder = "ref-1" }))).Afkeurcodes.ShouldBe(["9379"]);
        (await Stand(huis)).ShouldBe("gevraagd");
    }

    [Theory]
    [InlineData("2", "2", "9360")]
    [InlineData("1", "1", "9365")]
    public async Task A_request_is_answered_once_for_each_thing_there_is_to_say(string eerst, string daarna, string code)
    {
        await using var huis = await Huis.Open();
        await Vraagt(huis, Vraag());
        (await huis.Antwoord<Wmo320>("ggk", Antwoord(eerst, eerst == "1" ? "4" : null))).IsAkkoord.ShouldBeTrue();
        (await huis.Antwoord<Wmo320>("ggk", Antwoord(daarna, daarna == "1" ? "4" : null, "A2"))).Afkeurcodes.ShouldBe([code]);
    }

    [Fact]
    public async Task An_answer_to_nothing_comes_back_with_its_class_and_a_code()
    {
        await using var huis = await Huis.Open();
        var retour = await huis.Antwoord<Wmo320>("ggk", Antwoord("2"));
        retour.Header.RetourCodes.ShouldBe(["0200"]);
        retour.Inhoud.ShouldNotBeNull().RetourCodes.ShouldBe(["9355"]);
    }

    [Theory]
    [InlineData("1", null, "CD085")]
    [InlineData("2", "4", "CD086")]
    public async Task An_answer_that_breaks_a_condition_comes_back_as_technically_wrong(string antwoord, string? reden, string regel)
    {
        await using var huis = await Huis.Open();
        (await huis.Antwoord<Wmo320>("ggk", Antwoord(antwoord, reden))).Afkeurcodes.ShouldBe(["0001"]);
        (await huis.Regels(Agb, "A1")).ShouldBe([regel]);
    }

    [Fact]
    public async Task A_request_for_change_names_every_actual_assignment_of_the_client()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(1));
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(2, "T2").Met(p => p with { Product = new("07", "07T21") }));
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(3, "T3")
            .Met(p => p with { Product = new("03", "03A01"), Ingangsdatum = Vandaag.AddDays(-9), Einddatum = Vandaag.AddDays(-1) }));
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(4, "T4")
            .Met(p => p with { Product = new("04", "04A01"), Einddatum = Vandaag, RedenWijziging = "13" }));
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(5, "T5", AnderBsn));

        (await huis.Beveel($"aanbieders/{Agb}/wijzigingsverzoek", new
        {
            toewijzingnummer = 1,
            reden = "2",
            referentie = "ref-9",
            teWijzigen = new[]
            {
                new { toewijzingnummer = 1, ingangsdatum = Vandaag.AddDays(7), einddatum = Vandaag.AddYears(1), omvang = Omvang }
            },
            nieuw = new[]
            {
                new
                {
                    ingangsdatum = Vandaag.AddDays(1),
                    product = new { categorie = "08", code = "08A03" },
                    omvang = Omvang,
                    einddatum = Vandaag.AddYears(1)
                }
            },
        })).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        var verzoek = (await huis.Bericht<Wmo317>()).Client.Verzoek;
        (verzoek.ReferentieAanbieder, verzoek.RedenVerzoek).ShouldBe(("ref-9", "2"));
        verzoek.OngewijzigdeProducten!.Select(p => p.ToewijzingNummer).ShouldBe([2]);
        verzoek.TeWijzigenProducten!.Select(p => p.ToewijzingNummer).ShouldBe([1]);
        verzoek.NieuweProducten!.ShouldHaveSingleItem().Product.ShouldBe(new CdtProduct("08", "08A03"));
    }

    [Fact]
    public async Task A_request_for_change_that_is_rejected_as_a_message_can_be_made_again()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(1));
        var opdracht = new
        {
            toewijzingnummer = 1,
            teWijzigen = new[] { new { toewijzingnummer = 1, ingangsdatum = Vandaag, einddatum = Vandaag.AddYears(2), omvang = Omvang } }
        };
        await huis.Beveel($"aanbieders/{Agb}/wijzigingsverzoek", opdracht);
        await huis.Stuur("ggk", Retour.Afgekeurd(await huis.Bericht<Wmo317>(), "R1", Vandaag, "9349"));
        (await huis.Beveel($"aanbieders/{Agb}/wijzigingsverzoek", opdracht)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task A_request_for_change_of_what_is_not_there_or_of_nothing_is_refused()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(1));
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(2, "T2", AnderBsn));
        (await huis.Beveel($"aanbieders/{Agb}/wijzigingsverzoek", new { toewijzingnummer = 1 }))
            .StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await huis.Beveel($"aanbieders/{Agb}/wijzigingsverzoek",
            new { toewijzingnummer = 1, teWijzigen = new[] { new { toewijzingnummer = 2, ingangsdatum = Vandaag } } }))
            .StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await huis.Beveel($"aanbieders/{Agb}/wijzigingsverzoek", new { toewijzingnummer = 9 }))
            .StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("true", 1)]
    [InlineData("false", 0)]
    public async Task A_sign_makes_a_provider_ask_if_it_is_one_that_does_so_by_itself(string zelf, int verzoeken)
    {
        await using var huis = await Huis.Open(("Ggk:AutoVerzoek", zelf));
        (await huis.Beveel($"aanbieders/{Agb}/seintje", Vraag())).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await huis.Verzonden(Agb)).Count.ShouldBe(verzoeken);
    }

    [Fact]
    public async Task What_a_provider_knows_is_told_without_a_person()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(1));
        await Vraagt(huis, Vraag());
        var beeld = await huis.Http.GetStringAsync($"/beheer/aanbieders/{Agb}");
        beeld.ShouldContain("\"toewijzingnummer\":1");
        foreach (var van in new[] { Bsn, "Amrani", "Fatima", "Stadhuisplein" }) beeld.ShouldNotContain(van);
        (await huis.Http.GetAsync("/beheer/aanbieders/11111111")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task After_a_restart_a_provider_still_knows_what_it_asked()
    {
        var map = Directory.CreateTempSubdirectory("keten").FullName;
        await using (var huis = await Huis.Open(("Keten:Map", map)))
        {
            await Vraagt(huis, Vraag());
            await huis.Antwoord<Wmo320>("ggk", Antwoord("2"));
        }
        await using (var huis = await Huis.Open(("Keten:Map", map))) (await Stand(huis)).ShouldBe("in-onderzoek");
        Directory.Delete(map, recursive: true);
    }
}
