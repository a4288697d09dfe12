using System.Net;
using System.Text.Json.Nodes;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>Claims, bezwaren against them and against other later decisions, over the API. The help began sixty days ago.</summary>
public sealed class TerugvorderingApiTests(Dienst dienst)
{
    private const string Bezwaren = "/beschikkingen/v1/bezwaren";
    private static readonly string[] Adres = ["Dorpsstraat 1", "1234 AB Ons Dorp"];
    private GekozenVoorziening? _zin;

    private HttpClient Zelf => dienst.Fabriek.Als(Rollen.Inwoner, bsn: Inwoner, sub: "inwoner-1");
    private HttpClient Ander => dienst.Fabriek.Als(Rollen.Beslisser, sub: "beslisser-2");
    private GekozenVoorziening Hulp => _zin ??= Zin() with { Periode = new(dienst.Vandaag.AddDays(-60), dienst.Vandaag.AddDays(300)) };

    [Fact]
    public async Task A_founded_bezwaar_against_a_claim_lessens_it()
    {
        var (herziening, vordering) = await Gevorderd();
        var bezwaar = await Gemaakt(Zelf, new { nummer = Tekst(vordering, "beschikkingnummer"), gronden = "Het was minder." });
        (Tekst(bezwaar, "status"), Tekst(bezwaar, "tijdigheid")).ShouldBe(("ontvangen", "op-tijd"));
        var pad = $"{Bezwaren}/{Tekst(bezwaar, "bezwaarnummer")}";
        await dienst.Backoffice.Doe($"{pad}/geen-hoorzitting", new { grond = "wil-niet", toelichting = "De inwoner belde af." });
        var gegrond = new { uitkomst = "gegrond", motivering = "Het was minder.", vordering = 100m };

        (await dienst.Beslisser.Weigert($"{pad}/besluit", gegrond)).ShouldBe((422, "zelfde-beslisser"));
        (await Ander.Weigert($"{pad}/besluit", new { uitkomst = "gegrond", motivering = "Ja." })).ShouldBe((422, "vordering-ontbreekt"));
        (await Ander.Weigert($"{pad}/besluit", gegrond with { vordering = 500m })).ShouldBe((422, "vordering-niet-minder"));
        (await Ander.Weigert($"{pad}/besluit", gegrond with { uitkomst = "ongegrond" })).ShouldBe((422, "geen-terugvordering"));
        await Ander.Doe($"{pad}/besluit", gegrond);
        await dienst.Backoffice.Doe($"{pad}/bekendmaking", new { });

        (await Vordering(dienst.Beslisser, herziening))["bedrag"]!.GetValue<decimal>().ShouldBe(100m);
        (await Verlaagd()).Reden.ShouldBe(Vorderwijziging.Bezwaar);
    }

    [Fact]
    public async Task A_founded_bezwaar_against_the_withdrawal_ends_the_claim()
    {
        var (herziening, _) = await Gevorderd();
        var besluit = (await dienst.Beslisser.Lees(herziening))["beschikkingnummer"]!.GetValue<string>();
        var pad = $"{Bezwaren}/{Tekst(await Gemaakt(Zelf, new { nummer = besluit }), "bezwaarnummer")}";
        await dienst.Backoffice.Doe($"{pad}/geen-hoorzitting", new { grond = "wil-niet", toelichting = "De inwoner belde af." });
        await Ander.Doe($"{pad}/besluit", new
        {
            uitkomst = "gegrond",
            motivering = "De inwoner verzweeg niets.",
            voorzieningen = new[]
            {
                new { uitkomst = "toekennen", motivering = "Nodig.", voorzieningId = Hulp.VoorzieningId, periode = Hulp.Periode },
            },
        });
        await dienst.Backoffice.Doe($"{pad}/bekendmaking", new { });

        (await Verlaagd()).ShouldSatisfyAllConditions(v => v.Reden.ShouldBe(Vorderwijziging.HulpHersteld), v => v.Bedrag.ShouldBe(0m));
        (await dienst.Beslisser.Weigert($"{herziening}/terugvorderingen", Vorder())).ShouldBe((409, "niets-ontnomen"));
    }

    [Fact]
    public async Task A_claim_on_who_helped_is_not_shown_to_the_person_nor_theirs_to_object_to()
    {
        var (herziening, vordering) = await Gevorderd(new { naam = "De heer J. de Vries", adresregels = Adres });

        vordering.ToJsonString().ShouldNotContain("Vries");
        (await Zelf.Lees(herziening))["terugvorderingen"]!.AsArray().ShouldBeEmpty();
        (await Zelf.Weigert(Bezwaren, new { nummer = Tekst(vordering, "beschikkingnummer") })).ShouldBe((409, "besluit-aan-een-ander"));
        (await dienst.Fabriek.Aangekondigd()).OfType<TerugvorderingBesloten>().Last(t => t.VoorzieningId == Hulp.VoorzieningId)
            .Ontvanger!.Waarde.Naam.ShouldBe("De heer J. de Vries");
    }

    [Fact]
    public async Task The_confirmation_that_an_opzegging_was_taken_back_can_be_objected_to()
    {
        await Toegekend();
        var opzegging = await Maak(Zelf, $"/beschikkingen/v1/voorzieningen/{Hulp.VoorzieningId}/opzegging",
            new { laatsteDag = dienst.Vandaag.AddDays(30) });
        await dienst.Beslisser.Doe($"{opzegging}/besluit", new { motivering = "U wilt stoppen." });
        await dienst.Beslisser.Doe($"{opzegging}/bekendmaking", new { });
        await Zelf.Doe($"{opzegging}/herroeping", new { });
        var besluit = (await dienst.Fabriek.Aangekondigd()).OfType<VoorzieningGewijzigd>().Last(v => v.VoorzieningId == Hulp.VoorzieningId);

        var bezwaar = await Gemaakt(Zelf, new { nummer = besluit.Beschikkingnummer, gronden = "Ik wilde wel stoppen." });

        (Tekst(bezwaar, "status"), Tekst(bezwaar, "tijdigheid")).ShouldBe(("ontvangen", "op-tijd"));
    }

    [Fact]
    public async Task A_claim_for_a_dwangsom_can_be_objected_to_and_becomes_less()
    {
        var pad = await dienst.Aanvraag(dienst.Vandaag.AddDays(-60), Hulp);
        await dienst.Backoffice.Stuur($"{pad}/ingebrekestellingen", new { ontvangenOp = dienst.Vandaag.AddDays(-30) });
        await dienst.Beslisser.Doe($"{pad}/besluit", Dienst.Toekennen(Hulp));
        await dienst.Backoffice.Doe($"{pad}/bekendmaking", new { });
        using var vast = await dienst.Beslisser.Stuur($"{pad}/dwangsom/besluit", new { motivering = "Te laat beslist." });
        vast.IsSuccessStatusCode.ShouldBeTrue(await vast.Content.ReadAsStringAsync());
        (await dienst.Backoffice.Stuur($"{pad}/dwangsom/betaling", new { })).IsSuccessStatusCode.ShouldBeTrue();
        var dossier = pad[(pad.LastIndexOf('/') + 1)..];
        (await Zelf.Weigert(Bezwaren, new { nummer = dossier, tegen = "dwangsomterugvordering" })).ShouldBe((409, "geen-besluit"));
        (await dienst.Beslisser.Stuur($"{pad}/dwangsom/terugvorderingen", new { bedrag = 50m, reden = "Er was wel op tijd beslist." }))
            .IsSuccessStatusCode.ShouldBeTrue();
        (await dienst.Aangekondigd(pad)).OfType<DwangsomTeruggevorderd>().Single().Bezwaartermijn.ShouldNotBeNull();

        var bezwaar = await Gemaakt(Zelf, new { nummer = dossier, tegen = "dwangsomterugvordering" });
        var bezwaarpad = $"{Bezwaren}/{Tekst(bezwaar, "bezwaarnummer")}";
        await dienst.Backoffice.Doe($"{bezwaarpad}/geen-hoorzitting", new { grond = "wil-niet", toelichting = "De inwoner belde af." });
        (await dienst.Beslisser.Weigert($"{bezwaarpad}/besluit", new { uitkomst = "gegrond", motivering = "Ja.", vordering = 20m }))
            .ShouldBe((422, "zelfde-beslisser"));
        (await Ander.Weigert($"{bezwaarpad}/besluit", new { uitkomst = "gegrond", motivering = "Ja.", vordering = 50m }))
            .ShouldBe((422, "vordering-niet-minder"));
        await Ander.Doe($"{bezwaarpad}/besluit", new { uitkomst = "gegrond", motivering = "Het was minder.", vordering = 20m });
        await dienst.Backoffice.Doe($"{bezwaarpad}/bekendmaking", new { });
    }

    [Fact]
    public async Task Who_looked_whether_the_help_fits_records_the_outcome_and_the_plan_is_done()
    {
        await Toegekend();
        var pad = $"/beschikkingen/v1/voorzieningen/{Hulp.VoorzieningId}";
        await dienst.Beslisser.Doe($"{pad}/heroverweging", new { op = dienst.Vandaag.AddDays(20) });
        (await dienst.Beslisser.Weigert($"{pad}/heroverweging/uitkomst",
            new { uitkomst = "hulp-past", toelichting = "Het gaat goed.", gedaanOp = dienst.Vandaag.AddDays(1) }))
            .ShouldBe((422, "dag-in-de-toekomst"));
        var na = await dienst.Beslisser.Doe($"{pad}/heroverweging/uitkomst",
            new { uitkomst = "hulp-past", toelichting = "Het gaat goed.", volgende = dienst.Vandaag.AddDays(200) });

        na["heroverwegingen"]!.AsArray().ShouldHaveSingleItem()!["uitkomst"]!.GetValue<string>().ShouldBe("hulp-past");
        (await dienst.Fabriek.Aangekondigd()).OfType<IOverVoorziening>().Where(g => g.VoorzieningId == Hulp.VoorzieningId)
            .Where(g => g is HeroverwegingGepland or HeroverwegingGedaan).Select(g => g.GetType())
            .ShouldBe([typeof(HeroverwegingGepland), typeof(HeroverwegingGedaan), typeof(HeroverwegingGepland)]);
    }

    [Fact]
    public async Task A_resident_does_not_date_a_zienswijze_back()
    {
        await Toegekend();
        var herziening = await Maak(dienst.Beslisser, $"/beschikkingen/v1/voorzieningen/{Hulp.VoorzieningId}/herzieningen",
            new { grond = "niet-meer-aangewezen", verandering = new { vanaf = dienst.Vandaag.AddDays(90), einde = true } });
        await dienst.Beslisser.Doe(
            $"{herziening}/voornemen", new { uiterlijk = dienst.Vandaag.AddDays(20), toelichting = "Het gaat beter." });

        (await Zelf.Weigert($"{herziening}/zienswijze", new { inhoud = "Nee.", ontvangenOp = dienst.Vandaag.AddDays(-1) }))
            .ShouldBe((422, "dag-is-vandaag"));
        await Zelf.Doe($"{herziening}/zienswijze", new { inhoud = "Nee." });
        var na = await Zelf.Doe($"{herziening}/zienswijze", new { inhoud = "En mijn arts vindt dat ook." });
        na["voornemen"]!["latereZienswijzen"]!.AsArray().ShouldHaveSingleItem();
    }

    /// <summary>The help was withdrawn from its first day, and some of it is claimed back.</summary>
    private async Task<(string Herziening, JsonNode Vordering)> Gevorderd(object? meewerker = null)
    {
        await Toegekend();
        var herziening = await Maak(dienst.Beslisser, $"/beschikkingen/v1/voorzieningen/{Hulp.VoorzieningId}/herzieningen", new
        {
            grond = "onjuiste-gegevens",
            verandering = new { vanaf = Hulp.Periode.Ingangsdatum, einde = true },
            redenTerug = "De zus woonde er al.",
        });
        await dienst.Beslisser.Doe($"{herziening}/besluit", new
        {
            motivering = "De hulp was niet nodig.",
            nietGehoord = new { grond = "gegevens-niet-gegeven", reden = "De inwoner gaf de gegevens niet." },
        });
        await dienst.Beslisser.Doe($"{herziening}/bekendmaking", new { });
        using var antwoord = await dienst.Beslisser.Stuur($"{herziening}/terugvorderingen", Vorder(meewerker));
        var tekst = await antwoord.Content.ReadAsStringAsync();
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Created, tekst);
        return (herziening, JsonNode.Parse(tekst)!);
    }

    private object Vorder(object? meewerker = null) => new
    {
        posten = new[]
        {
            new
            {
                periode = new { ingangsdatum = dienst.Vandaag.AddDays(-60), einddatum = dienst.Vandaag.AddDays(-1) },
                bedrag = 500m,
                bron = "declaratie",
                kenmerk = "D-1",
            },
        },
        berekening = "Tien uur van 50 euro.",
        opzet = "De inwoner verzweeg de zus.",
        motivering = "U gaf onjuiste gegevens.",
        meewerker,
    };

    private async Task Toegekend()
    {
        var pad = await dienst.Aanvraag(Hulp);
        await dienst.Beslisser.Doe($"{pad}/besluit", Dienst.Toekennen(Hulp));
        await dienst.Beslisser.Doe($"{pad}/bekendmaking", new { });
    }

    private static async Task<JsonNode> Vordering(HttpClient wie, string herziening) =>
        (await wie.Lees(herziening))["terugvorderingen"]!.AsArray().ShouldHaveSingleItem()!;

    private async Task<TerugvorderingVerlaagd> Verlaagd() =>
        (await dienst.Fabriek.Aangekondigd()).OfType<TerugvorderingVerlaagd>().Single(v => v.VoorzieningId == Hulp.VoorzieningId);

    private static async Task<string> Maak(HttpClient wie, string pad, object body)
    {
        using var antwoord = await wie.Stuur(pad, body);
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Created, await antwoord.Content.ReadAsStringAsync());
        return antwoord.Headers.Location!.ToString();
    }

    private static async Task<JsonNode> Gemaakt(HttpClient http, object body)
    {
        using var antwoord = await http.Stuur(Bezwaren, body);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Created, tekst);
        return JsonNode.Parse(tekst)!;
    }

    private static string Tekst(JsonNode node, string veld) => node[veld]!.GetValue<string>();
}
