using System.Net;
using System.Text.Json.Nodes;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>A bezwaar through the API: by the resident and by the municipality.</summary>
public sealed class BezwaarApiTests(Dienst dienst)
{
    private const string Pad = "/beschikkingen/v1/bezwaren";
    private static readonly string[] Gronden = ["gronden"];

    private HttpClient Zelf => dienst.Fabriek.Als(Rollen.Inwoner, bsn: Inwoner, sub: "inwoner-1");

    [Fact]
    public async Task A_resident_objects_sees_it_and_withdraws_it()
    {
        var (dossier, _) = await Bekend();

        var bezwaar = await Gemaakt(Zelf, new { nummer = dossier, gronden = "Ik heb de hulp wel nodig." });

        (Tekst(bezwaar, "status"), Tekst(bezwaar, "tijdigheid")).ShouldBe(("ontvangen", "op-tijd"));
        var nummer = Tekst(bezwaar, "bezwaarnummer");
        nummer.ShouldMatch(@"^Z-\d{4}-\d{6}$");
        (await Zelf.Lees($"{Pad}/{nummer}"))["gronden"]!.GetValue<string>().ShouldBe("Ik heb de hulp wel nodig.");
        (await Zelf.Lees(Pad))["items"]!.AsArray().ShouldContain(b => b!["bezwaarnummer"]!.GetValue<string>() == nummer);
        (await dienst.Fabriek.Als(Rollen.Inwoner, bsn: AndereInwoner).Weigert($"{Pad}/{nummer}")).ShouldBe((404, "niet-gevonden"));
        (await Zelf.Weigert(Pad, new { nummer = dossier })).ShouldBe((409, "bezwaar-loopt-al"));
        Tekst(await Zelf.Doe($"{Pad}/{nummer}/intrekking", new { }), "status").ShouldBe("ingetrokken");
        (await Aangekondigd(dossier)).Select(g => g.GetType()).ShouldBe([typeof(BezwaarOntvangen), typeof(BezwaarIngetrokken)]);
    }

    [Fact]
    public async Task A_resident_cannot_choose_the_day_and_objects_only_to_their_own_decision()
    {
        var (dossier, _) = await Bekend();

        (await Zelf.Weigert(Pad, new { nummer = dossier, ontvangenOp = dienst.Vandaag.AddDays(-1) })).ShouldBe((422, "dag-is-vandaag"));
        (await Zelf.Weigert(Pad, new { nummer = dossier, poststempel = dienst.Vandaag })).ShouldBe((422, "dag-is-vandaag"));
        (await dienst.Fabriek.Als(Rollen.Inwoner, bsn: AndereInwoner).Weigert(Pad, new { nummer = dossier })).ShouldBe((404,
            "niet-gevonden"));
        (await Zelf.Weigert(Pad, new { nummer = "" })).ShouldBe((400, "ongeldige-invoer"));
        (await Zelf.Weigert(Pad, new { nummer = dossier, tegen = "beslissing-op-bezwaar" })).ShouldBe((400, "ongeldige-invoer"));
        (await Zelf.Weigert(Pad, new { nummer = dossier, tegen = "dwangsombesluit" })).ShouldBe((409, "geen-besluit"));
        (await Zelf.Weigert(Pad, new { nummer = dossier, voorzieningen = new[] { Guid.NewGuid() } })).ShouldBe((404, "niet-gevonden"));
    }

    [Fact]
    public async Task From_letter_to_decision_by_the_municipality()
    {
        var (dossier, voorziening) = await Bekend();
        var bezwaar = await Gemaakt(dienst.Backoffice, new { nummer = dossier, poststempel = dienst.Vandaag, vraagtKosten = true });
        var pad = $"{Pad}/{Tekst(bezwaar, "bezwaarnummer")}";
        using var verzoek = await dienst.Backoffice.Stuur($"{pad}/herstelverzoeken",
            new { uiterlijk = dienst.Vandaag.AddDays(14), verzuimen = Gronden });
        verzoek.StatusCode.ShouldBe(HttpStatusCode.Created);
        var id = JsonNode.Parse(await verzoek.Content.ReadAsStringAsync())!["verzoekId"]!.GetValue<Guid>();
        await dienst.Backoffice.Doe($"{pad}/herstelverzoeken/{id}/herstel", new { hersteld = Gronden, gronden = "Daarom." });
        using var zitting = await dienst.Backoffice.Stuur($"{pad}/hoorzittingen",
            new { tijdstip = DateTimeOffset.UtcNow.AddDays(20), plaats = "Stadhuis" });
        zitting.StatusCode.ShouldBe(HttpStatusCode.Created);
        await dienst.Backoffice.Doe($"{pad}/geen-hoorzitting", new { grond = "wil-niet", toelichting = "De inwoner belde af." });
        var besluit = new
        {
            uitkomst = "gegrond",
            motivering = "De hulp is nodig.",
            kosten = 0,
            voorzieningen = new[] { new { uitkomst = "toekennen", motivering = "Nodig.", voorzieningId = voorziening } },
        };
        (await dienst.Beslisser.Weigert($"{pad}/besluit", besluit)).ShouldBe((422, "zelfde-beslisser"));
        using var ander = dienst.Fabriek.Als(Rollen.Beslisser, sub: "beslisser-2");
        await ander.Doe($"{pad}/besluit", besluit);
        (await ander.Weigert($"{pad}/besluit", besluit)).ShouldBe((428, "versie-vereist"));
        (await Zelf.Lees(pad))["besluit"].ShouldBeNull();

        Tekst(await dienst.Backoffice.Doe($"{pad}/bekendmaking", new { }), "uitkomst").ShouldBe("gegrond");

        (await Zelf.Lees(pad))["besluit"]!["motivering"]!.GetValue<string>().ShouldBe("De hulp is nodig.");
        (await Zelf.Weigert(Pad, new { nummer = dossier })).ShouldBe((409, "al-beslist-op-bezwaar"));
        (await Aangekondigd(dossier)).OfType<BeslissingOpBezwaarBekendgemaakt>().Single().Voorzieningen.Single().IsToegekend.ShouldBeTrue();
        var gewijzigd = (await dienst.Fabriek.Aangekondigd()).OfType<VoorzieningGewijzigd>().Single(g => g.VoorzieningId == voorziening);
        (gewijzigd.Stand, gewijzigd.Soort, gewijzigd.Beschikkingnummer, gewijzigd.Delen.Count).ShouldBe(
            (2, Besluitsoort.Bezwaar, Tekst(bezwaar, "bezwaarnummer"), 1));
    }

    [Fact]
    public async Task A_bezwaar_before_bekendmaking_gets_its_term_then()
    {
        var zin = Zin();
        var aanvraag = await dienst.Aanvraag(zin);
        var dossier = aanvraag[(aanvraag.LastIndexOf('/') + 1)..];
        Tekst(await Gemaakt(dienst.Backoffice, new { nummer = dossier }), "tijdigheid").ShouldBe("te-vroeg");
        await dienst.Beslisser.Doe($"{aanvraag}/besluit", Dienst.Toekennen(zin));
        await dienst.Backoffice.Doe($"{aanvraag}/bekendmaking", new { });
        var bekend = (await dienst.Aangekondigd(aanvraag)).OfType<BeschikkingBekendgemaakt>().Single();

        await dienst.Fabriek.Verwerk(bekend);
        await dienst.Fabriek.Verwerk(bekend);

        (await Aangekondigd(dossier)).OfType<BezwaartijdigheidBeoordeeld>().ShouldHaveSingleItem().Termijn.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_new_decision_on_the_voorziening_joins_the_bezwaar_that_runs()
    {
        var (dossier, voorziening) = await Bekend();
        await Gemaakt(Zelf, new { nummer = dossier });
        var nieuw = new VoorzieningGewijzigd(voorziening, 2, Besluitsoort.Herziening, Guid.NewGuid(), "B-2026-000777", dienst.Vandaag,
            new("bezwaar", dienst.Vandaag, dienst.Vandaag, "Awb art. 6:7"), Guid.NewGuid(), Team, [], false, new(Persoon))
        { Dossiernummer = dossier, AggregaatId = Guid.NewGuid(), Versie = 1 };

        await dienst.Fabriek.Verwerk(nieuw);
        await dienst.Fabriek.Verwerk(nieuw);

        (await Aangekondigd(dossier)).OfType<BezwaarUitgebreid>().ShouldHaveSingleItem().Besluitnummer.ShouldBe("B-2026-000777");
    }

    private async Task<(string Dossier, Guid Voorziening)> Bekend()
    {
        var zin = Zin();
        var pad = await dienst.Aanvraag(zin);
        await dienst.Beslisser.Doe($"{pad}/besluit", new
        {
            besluiten = new[]
            {
                new
                {
                    voorzieningId = zin.VoorzieningId, uitkomst = "afwijzen", motivering = "Niet nodig.",
                    redenAfwijkingAdvies = "De zus helpt sinds kort.",
                },
            },
        });
        await dienst.Backoffice.Doe($"{pad}/bekendmaking", new { });
        return (pad[(pad.LastIndexOf('/') + 1)..], zin.VoorzieningId);
    }

    private static async Task<JsonNode> Gemaakt(HttpClient http, object body)
    {
        using var antwoord = await http.Stuur(Pad, body);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Created, tekst);
        return JsonNode.Parse(tekst)!;
    }

    private static string Tekst(JsonNode node, string veld) => node[veld]!.GetValue<string>();

    private async Task<IReadOnlyList<Gebeurtenis>> Aangekondigd(string dossier) =>
        [.. (await dienst.Fabriek.Aangekondigd()).Where(g => g.Dossiernummer == dossier && g is IVanZaak { Zaaknummer: not null })];
}
