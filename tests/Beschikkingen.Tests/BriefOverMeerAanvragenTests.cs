using System.Net;
using System.Text.Json.Nodes;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Testhuis;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>
/// A notice that no decision was made in time: in one letter about several requests, or in a klacht or a bezwaar, where somebody saw it
/// later. The first aanvraag is of Monday 11 May 2026: its two weeks end on Whit Monday, and run to Tuesday 26 May.
/// </summary>
public sealed class BriefOverMeerAanvragenTests : IAsyncLifetime
{
    private const string Pad = "/beschikkingen/v1/ingebrekestellingen";
    private readonly Zaak _eerste = new();
    private DienstFabriek<BeschikkingenDb>? _fabriek;

    private DienstFabriek<BeschikkingenDb> Fabriek => _fabriek!;
    private HttpClient Beslisser => Fabriek.Als(Rollen.Beslisser);
    private HttpClient Backoffice => Fabriek.Als(Rollen.Backoffice);

    public async ValueTask InitializeAsync()
    {
        _fabriek = await DienstFabriek.StartAsync<BeschikkingenDb>(Diensten.Beschikkingen);
        Op("2026-06-08");
        await _eerste.Begint(Fabriek);
    }

    public async ValueTask DisposeAsync()
    {
        if (_fabriek is not null) await _fabriek.DisposeAsync();
    }

    [Fact]
    public async Task One_letter_is_judged_and_answered_for_each_aanvraag()
    {
        var (laat, optijd) = (await Aanvraag(_eerste, "2026-05-11"), await Aanvraag(await Tweede(), "2026-06-01"));

        var antwoord = await Gemaakt(Pad, new
        {
            zaken = new object[] { new { nummer = laat, aanvragers = 2 }, new { nummer = optijd } },
            ontvangenOp = "2026-06-05"
        });

        // Two weeks after Friday 5 June. The two weeks of the other aanvraag run to 15 June.
        antwoord["gevolgen"]!.AsArray().Select(g => (Tekst(g!, "nummer"), Tekst(g!, "oordeel"), Tekst(g!, "beslisUiterlijk"))).ShouldBe(
            [(laat, "geldig", "2026-06-19"), (optijd, "te-vroeg", null)]);
        (await Verteld()).Select(i => (i.Aanvraagnummer, i.Oordeel, i.MeerZaken, i.OntvangenOp)).ShouldBe(
        [
            (laat, Ingebrekestellingsoordeel.Geldig, true, Loop.Dag("2026-06-05")),
            (optijd, Ingebrekestellingsoordeel.TeVroeg, true, Loop.Dag("2026-06-05")),
        ], ignoreOrder: true);
        Op("2026-06-22");
        // 20, 21 and 22 June: 3 days of 23 euros, for the two of them.
        var dwangsom = (await Beslisser.Lees(Dienst.Pad(laat)))["dwangsom"]!;
        dwangsom["bedrag"]!.GetValue<decimal>().ShouldBe(69m);
        dwangsom["aandelen"]!.AsArray().Select(a => a!.GetValue<decimal>()).ShouldBe([34.5m, 34.5m]);
    }

    [Fact]
    public async Task What_was_decided_already_is_named_and_the_letter_counts_for_the_rest()
    {
        var zin = Zin();
        var (laat, klaar) = (await Aanvraag(_eerste, "2026-05-11"), await Aanvraag(await Tweede(), "2026-05-11", zin));
        await Beslisser.Doe($"{Dienst.Pad(klaar)}/besluit", Dienst.Toekennen(zin));
        await Backoffice.Doe($"{Dienst.Pad(klaar)}/bekendmaking", new { });
        Op("2026-06-09");

        var antwoord = await Gemaakt(Pad, new
        {
            zaken = new[] { new { nummer = klaar }, new { nummer = laat } },
            ontvangenOp = "2026-06-09",
        });

        var gevolgen = antwoord["gevolgen"]!.AsArray();
        Tekst(gevolgen[0]!, "oordeel").ShouldBeNull();
        var geweigerd = gevolgen[0]!["geweigerd"]!;
        (Tekst(geweigerd, "code"), Tekst(geweigerd, "grondslag")).ShouldBe(("al-beslist", "Awb art. 4:17"));
        Tekst(geweigerd, "uitleg").ShouldNotBeNull().ShouldContain("al beslist");
        gevolgen[1]!["geweigerd"].ShouldBeNull();
        Tekst(gevolgen[1]!, "oordeel").ShouldBe("geldig");
        (await Verteld()).ShouldHaveSingleItem().Aanvraagnummer.ShouldBe(laat);
    }

    [Fact]
    public async Task A_letter_that_cannot_be_recorded_anywhere_is_refused()
    {
        var laat = await Aanvraag(_eerste, "2026-05-11");
        var tweede = await Aanvraag(await Tweede(), "2026-05-11");
        object Brief(string een, string ander, string? dag) => new
        {
            zaken = new[] { new { nummer = een }, new { nummer = ander } },
            ontvangenOp = dag,
        };

        (await Backoffice.Weigert(Pad, Brief(laat, tweede, "2026-06-09"))).ShouldBe((422, "dag-in-de-toekomst"));
        (await Backoffice.Weigert(Pad, Brief(laat, laat, "2026-06-05"))).ShouldBe((422, "zaak-dubbel"));
        (await Backoffice.Weigert(Pad, Brief(laat, "A-2026-999999", "2026-06-05"))).ShouldBe((404, "niet-gevonden"));
        (await Backoffice.Weigert(Pad, Brief(laat, tweede, null))).ShouldBe((400, "ongeldige-invoer"));
        (await Verteld()).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_letter_may_be_about_an_aanvraag_and_a_bezwaar()
    {
        var zin = Zin();
        Op("2026-05-11");
        var eerste = await Aanvraag(_eerste, "2026-05-11", zin);
        await Beslisser.Doe($"{Dienst.Pad(eerste)}/besluit", Dienst.Toekennen(zin));
        await Backoffice.Doe($"{Dienst.Pad(eerste)}/bekendmaking", new { });
        Op("2026-05-12");
        var bezwaar = Tekst(await Gemaakt("/beschikkingen/v1/bezwaren", new { nummer = eerste, gronden = "Te weinig." }), "bezwaarnummer")!;
        Op("2026-08-05");
        var laat = await Aanvraag(await Tweede(), "2026-06-29");

        var antwoord = await Gemaakt(Pad, new
        {
            zaken = new[] { new { nummer = bezwaar }, new { nummer = laat } },
            ontvangenOp = "2026-08-04",
        });

        // The term for bezwaar ended on 22 June; six weeks later is 3 August. Two weeks after 4 August is 18 August.
        antwoord["gevolgen"]!.AsArray().Select(g => (Tekst(g!, "nummer"), Tekst(g!, "beslisUiterlijk")))
            .ShouldBe([(bezwaar, "2026-08-18"), (laat, "2026-08-18")]);
        (await Verteld()).Select(i => (i.Zaaknummer, i.Aanvraagnummer)).ShouldBe([(bezwaar, null), (null, laat)], ignoreOrder: true);
    }

    [Fact]
    public async Task A_notice_that_was_seen_later_in_a_klacht_counts_from_the_day_of_that_klacht()
    {
        var laat = await Aanvraag(_eerste, "2026-05-11");
        var klacht = Tekst(await Gemaakt("/beschikkingen/v1/klachten",
            new { dossiernummer = _eerste.Dossiernummer, omschrijving = "U beslist niet.", ontvangenOp = "2026-05-28" }), "klachtnummer");
        var pad = $"{Dienst.Pad(laat)}/ingebrekestellingen";
        (await Backoffice.Weigert(pad, new { herkendIn = "klacht", briefnummer = klacht, ontvangenOp = "2026-06-01" }))
            .ShouldBe((422, "dag-van-de-brief"));
        (await Backoffice.Weigert(pad, new { herkendIn = "andere-brief", briefnummer = klacht })).ShouldBe((400, "ongeldige-invoer"));
        (await Backoffice.Weigert(pad, new { herkendIn = "klacht" })).ShouldBe((400, "ongeldige-invoer"));

        // Two weeks after Thursday 28 May.
        Tekst(await Gemaakt(pad, new { herkendIn = "klacht", briefnummer = klacht }), "beslisUiterlijk").ShouldBe("2026-06-11");

        var brief = (await Beslisser.Lees(Dienst.Pad(laat)))["ingebrekestellingen"]![0]!["brief"]!;
        (Tekst(brief, "herkendIn"), Tekst(brief, "briefnummer"), Tekst(brief, "ontvangenOp"), Tekst(brief, "vastgelegdOp"))
            .ShouldBe(("klacht", klacht, "2026-05-28", "2026-06-08"));
        (await Verteld()).Single().HerkendIn.ShouldBe(Briefsoort.Klacht);
        (await Backoffice.Weigert(pad, new { herkendIn = "klacht", briefnummer = klacht })).ShouldBe((409, "brief-al-herkend"));
    }

    [Fact]
    public async Task A_klacht_of_another_dossier_is_not_the_letter()
    {
        var laat = await Aanvraag(_eerste, "2026-05-11");
        var ander = await new Zaak().Begint(Fabriek);
        var klacht = Tekst(await Gemaakt("/beschikkingen/v1/klachten",
            new { dossiernummer = ander.Dossiernummer, omschrijving = "U beslist niet.", ontvangenOp = "2026-05-28" }), "klachtnummer");

        (await Backoffice.Weigert($"{Dienst.Pad(laat)}/ingebrekestellingen", new { herkendIn = "klacht", briefnummer = klacht }))
            .ShouldBe((422, "brief-van-ander-dossier"));
    }

    [Fact]
    public async Task A_notice_in_a_letter_that_is_split_names_the_klacht_that_it_stood_in()
    {
        var (laat, ander) = (await Aanvraag(_eerste, "2026-05-11"), await Aanvraag(await Tweede(), "2026-05-11"));

        var antwoord = await Backoffice.Doe("/beschikkingen/v1/brieven", new
        {
            dossiernummer = _eerste.Dossiernummer,
            ontvangenOp = "2026-06-05",
            delen = new object[]
            {
                new { soort = "ingebrekestelling", nummer = laat }, new { soort = "klacht", tekst = "Onbeleefd." },
                new { soort = "ingebrekestelling", nummer = ander, aanvragers = 2 },
            },
        });

        var zaken = antwoord["zaken"]!.AsArray().Select(z => Tekst(z!, "nummer")!).ToList();
        (zaken[0], zaken[2]).ShouldBe((laat, ander));
        var brief = (await Beslisser.Lees(Dienst.Pad(ander)))["ingebrekestellingen"]![0]!["brief"]!;
        (Tekst(brief, "briefnummer"), brief["aanvragers"]!.GetValue<int>()).ShouldBe((zaken[1], 2));
        (await Verteld()).ShouldAllBe(i => i.HerkendIn == Briefsoort.Klacht && i.MeerZaken);
    }

    private void Op(string dag) => Fabriek.Klok.Zet(new DateTimeOffset(Loop.Dag(dag), new(9, 0), TimeSpan.Zero));

    private Task<Zaak> Tweede() => new Zaak(dossier: _eerste.Dossiernummer, persoon: _eerste.PersoonId).Begint(Fabriek);

    /// <summary>The signed verslag of that day comes in. Returns the number of the aanvraag.</summary>
    private async Task<string> Aanvraag(Zaak zaak, string dag, params GekozenVoorziening[] voorzieningen)
    {
        await Fabriek.Verwerk(zaak.Ondertekend(dag, dag, voorzieningen is [] ? [Zin()] : voorzieningen));
        return (await Fabriek.Aangekondigd()).OfType<AanvraagOntvangen>().Single(a => a.Meldingnummer == zaak.Meldingnummer)
            .Aanvraagnummer!;
    }

    private async Task<JsonNode> Gemaakt(string pad, object body)
    {
        using var antwoord = await Backoffice.Stuur(pad, body);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        // A letter about several zaken stands in each of them, and has no page of its own.
        antwoord.StatusCode.ShouldBe(pad == Pad ? HttpStatusCode.OK : HttpStatusCode.Created, tekst);
        (antwoord.Headers.Location is null).ShouldBe(pad == Pad);
        return JsonNode.Parse(tekst)!;
    }

    private async Task<IReadOnlyList<IngebrekestellingOntvangen>> Verteld() =>
        [.. (await Fabriek.Aangekondigd()).OfType<IngebrekestellingOntvangen>().Where(i => i.Dossiernummer == _eerste.Dossiernummer)];

    private static string? Tekst(JsonNode node, string naam) => node[naam]?.GetValue<string>();
}
