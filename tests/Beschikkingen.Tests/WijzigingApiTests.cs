using System.Net;
using System.Text.Json.Nodes;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>The change form through the API: by the resident and by the municipality.</summary>
public sealed class WijzigingApiTests(Dienst dienst)
{
    private const string Pad = "/beschikkingen/v1/wijzigingsverzoeken";
    private readonly GekozenVoorziening _zin = Zin();

    private HttpClient Zelf => dienst.Fabriek.Als(Rollen.Inwoner, bsn: Inwoner, sub: "inwoner-1");
    private string Formulier => $"/beschikkingen/v1/voorzieningen/{_zin.VoorzieningId}/wijzigingsverzoeken";

    [Fact]
    public async Task A_resident_asks_for_another_form_and_sees_the_two_weeks_beside_the_promise()
    {
        await Toegekend();

        var verzoek = await Vraag(Zelf, new { vraag = "zin-naar-pgb", toelichting = "Mijn buurvrouw kan mij helpen." });

        var nummer = verzoek["wijzigingsnummer"]!.GetValue<string>();
        nummer.ShouldStartWith("W-");
        (verzoek["weg"]!.GetValue<string>(), verzoek["kanaal"]!.GetValue<string>()).ShouldBe(("aanvraag", "web"));
        verzoek["uiterlijk"].ShouldNotBeNull();
        (await Zelf.Lees($"{Pad}/{nummer}"))["toelichting"]!.GetValue<string>().ShouldBe("Mijn buurvrouw kan mij helpen.");
        (await dienst.Fabriek.Als(Rollen.Inwoner, bsn: AndereInwoner).Weigert($"{Pad}/{nummer}")).ShouldBe((404, "niet-gevonden"));
        (await Zelf.Lees($"{Pad}?open=true"))["items"]!.AsArray()
            .ShouldContain(v => v!["wijzigingsnummer"]!.GetValue<string>() == nummer);
        (await Zelf.Doe($"{Pad}/{nummer}/intrekking", new { }))["afronding"]!["afloop"]!.GetValue<string>().ShouldBe("ingetrokken");
    }

    [Fact]
    public async Task By_telephone_it_counts_from_that_day_and_other_help_becomes_a_melding_once()
    {
        await Toegekend();
        var verzoek = await Vraag(dienst.Backoffice,
            new { vraag = "andere-hulp", toelichting = "Ik heb meer hulp nodig.", kanaal = "telefoon", ontvangenOp = dienst.Vandaag });
        var nummer = verzoek["wijzigingsnummer"]!.GetValue<string>();
        var gevraagd = (await dienst.Fabriek.Aangekondigd()).OfType<WijzigingVraagtOnderzoek>().Single(g => g.Zaaknummer == nummer);

        var melding = Gedaan(gevraagd);
        await dienst.Fabriek.Verwerk(melding);
        await dienst.Fabriek.Verwerk(melding);

        var afronding = (await dienst.Backoffice.Lees($"{Pad}/{nummer}"))["stand"]!["afronding"]!;
        (afronding["afloop"]!.GetValue<string>(), afronding["nummer"]!.GetValue<string>()).ShouldBe(("melding", melding.Meldingnummer));
        (await dienst.Fabriek.Aangekondigd()).OfType<WijzigingsverzoekAfgerond>().Count(g => g.Zaaknummer == nummer).ShouldBe(1);
    }

    [Fact]
    public async Task To_stop_is_an_opzegging_that_still_needs_its_decision()
    {
        await Toegekend();

        var verzoek = await Vraag(Zelf, new { vraag = "stoppen", toelichting = "Het gaat goed.", laatsteDag = dienst.Vandaag.AddDays(30) });

        (verzoek["weg"]!.GetValue<string>(), verzoek["afronding"]!["afloop"]!.GetValue<string>()).ShouldBe(("opzegging", "opzegging"));
        var herziening = await dienst.Backoffice.Lees(
            $"/beschikkingen/v1/herzieningen/{verzoek["afronding"]!["nummer"]!.GetValue<string>()}");
        herziening["status"]!.GetValue<string>().ShouldBe("begonnen");
    }

    [Fact]
    public async Task Another_provider_is_carried_out_and_recorded()
    {
        await Toegekend();
        var verzoek = await Vraag(dienst.Backoffice,
            new { vraag = "andere-aanbieder", toelichting = "Het klikt niet.", kanaal = "inloop" });
        var pad = $"{Pad}/{verzoek["wijzigingsnummer"]!.GetValue<string>()}";

        (await dienst.Backoffice.Doe($"{pad}/afronding", new { }))["afronding"]!["afloop"]!.GetValue<string>().ShouldBe("uitgevoerd");
        (await dienst.Backoffice.Weigert($"{pad}/afronding", new { })).ShouldBe((409, "verzoek-afgerond"));
        using var inwoner = await Zelf.Stuur($"{pad}/afronding", new { });
        inwoner.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_same_change_is_asked_once_at_a_time_also_at_the_same_moment()
    {
        await Toegekend();
        var vraag = new { vraag = "andere-hulp", toelichting = "Ik heb meer hulp nodig." };

        var antwoorden = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Zelf.Stuur(Formulier, vraag)));

        antwoorden.Select(a => a.StatusCode).Order().ShouldBe(
            [HttpStatusCode.Created, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict]);
        (await Zelf.Weigert(Formulier, vraag)).ShouldBe((409, "wijziging-al-gevraagd"));
        await Vraag(dienst.Backoffice, new { vraag = "andere-aanbieder", toelichting = "Het klikt niet.", kanaal = "inloop" });
    }

    [Fact]
    public async Task What_is_missing_or_of_another_day_is_refused()
    {
        await Toegekend();

        (await Zelf.Weigert(Formulier, new { vraag = "andere-hulp" })).ShouldBe((400, "ongeldige-invoer"));
        (await Zelf.Weigert(Formulier, new { vraag = "zomaar", toelichting = "X" })).ShouldBe((400, "ongeldige-invoer"));
        (await Zelf.Weigert(Formulier, new { vraag = "stoppen", toelichting = "X" })).ShouldBe((400, "ongeldige-invoer"));
        (await Zelf.Weigert(Formulier, new { vraag = "andere-hulp", toelichting = "X", laatsteDag = dienst.Vandaag }))
            .ShouldBe((400, "ongeldige-invoer"));
        (await Zelf.Weigert(Formulier, new { vraag = "andere-hulp", toelichting = "X", kanaal = "telefoon" }))
            .ShouldBe((422, "alleen-digitaal-zelf"));
        (await Zelf.Weigert(Formulier, new { vraag = "andere-hulp", toelichting = "X", ontvangenOp = dienst.Vandaag.AddDays(-1) }))
            .ShouldBe((422, "dag-is-vandaag"));
        (await dienst.Backoffice.Weigert(
            Formulier, new { vraag = "andere-hulp", toelichting = "X", ontvangenOp = dienst.Vandaag.AddDays(1) }))
            .ShouldBe((422, "dag-in-de-toekomst"));
        (await dienst.Backoffice.Weigert(
            Formulier, new { vraag = "andere-hulp", toelichting = "X", ontvangenOp = dienst.Vandaag.AddDays(-9) }))
            .ShouldBe((422, "dag-te-vroeg"));
        (await Zelf.Weigert(Formulier, new { vraag = "pgb-naar-zin", toelichting = "X" })).ShouldBe((422, "vorm-past-niet"));
        (await dienst.Fabriek.Als(Rollen.Inwoner, bsn: AndereInwoner).Weigert(Formulier, new { vraag = "andere-hulp", toelichting = "X" }))
            .ShouldBe((404, "niet-gevonden"));
    }

    private async Task Toegekend()
    {
        var pad = await dienst.Aanvraag(_zin);
        await dienst.Beslisser.Doe($"{pad}/besluit", Dienst.Toekennen(_zin));
        await dienst.Beslisser.Doe($"{pad}/bekendmaking", new { });
    }

    private async Task<JsonNode> Vraag(HttpClient wie, object verzoek)
    {
        using var antwoord = await wie.Stuur(Formulier, verzoek);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Created, tekst);
        return JsonNode.Parse(tekst)!;
    }

    private static MeldingGedaan Gedaan(WijzigingVraagtOnderzoek vraag) => new(
        $"M-2026-9{Random.Shared.Next(100_000):D5}", vraag.PersoonId, vraag.OntvangenOp, vraag.Kanaal, vraag.Wijkteam, false,
        new("bevestiging", vraag.OntvangenOp, vraag.OntvangenOp.AddDays(7), "Servicenorm"),
        new(new MeldingInhoud(Inwoner, vraag.Hulpvraag.Waarde, null, null)))
    {
        SluitAan = true,
        Wijzigingsverzoek = vraag.Zaaknummer,
        Dossiernummer = vraag.Dossiernummer,
        AggregaatId = Guid.CreateVersion7(),
        Versie = 1,
        Op = DateTimeOffset.UtcNow,
    };
}
