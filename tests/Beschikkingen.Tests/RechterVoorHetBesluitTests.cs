using System.Net;
using System.Text.Json.Nodes;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Testhuis;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>
/// A court gives help because no decision on the aanvraag came (Awb 8:55d, 8:81). The aanvraag is of Wednesday 6 May 2026, for help from 1
/// June; the judgment of Wednesday 27 May gives help until 30 September.
/// </summary>
public sealed class RechterVoorHetBesluitTests : IAsyncLifetime
{
    private const string Beroepen = "/beschikkingen/v1/beroepen";
    private DienstFabriek<BeschikkingenDb>? _fabriek;
    private readonly GekozenVoorziening _zin = Zin();

    private DienstFabriek<BeschikkingenDb> Fabriek => _fabriek!;
    private HttpClient Consulent => Fabriek.Als(Rollen.Consulent, teams: [Team]);
    private HttpClient Beslisser => Fabriek.Als(Rollen.Beslisser);

    public async ValueTask InitializeAsync()
    {
        _fabriek = await DienstFabriek.StartAsync<BeschikkingenDb>(Diensten.Beschikkingen);
        Op("2026-05-27");
    }

    public async ValueTask DisposeAsync()
    {
        if (_fabriek is not null) await _fabriek.DisposeAsync();
    }

    [Fact]
    public async Task Help_of_a_court_before_the_decision_is_a_voorziening_of_its_own()
    {
        var zaak = await Aangevraagd(_zin);
        var (beroep, opdracht) = await Uitspraak(zaak);
        await Geef(beroep, opdracht, Hulp());

        var hulp = (await Gewijzigd()).ShouldHaveSingleItem();
        (hulp.Stand, hulp.Soort, hulp.Beschikkingnummer, hulp.Bezwaartermijn, hulp.Meldingnummer, hulp.Persoon.Waarde.Bsn)
            .ShouldBe((1, Besluitsoort.Rechter, beroep, null, zaak.Meldingnummer, zaak.Bsn));
        hulp.VoorzieningId.ShouldNotBe(_zin.VoorzieningId);
        var deel = hulp.Delen.ShouldHaveSingleItem();
        (deel.Product, deel.Omvang, deel.Periode, deel.Agb, deel.Tijdelijk).ShouldBe((_zin.Product, _zin.Omvang,
            new Periode(Loop.Dag("2026-05-27"), Loop.Dag("2026-09-30")), "12345678", false));
        // The same help is not given with spoed as well.
        (await Consulent.Weigert($"/beschikkingen/v1/meldingen/{zaak.Meldingnummer}/spoedbesluiten", new
        {
            product = _zin.Product,
            omvang = _zin.Omvang,
            agb = "12345678",
            motivering = "Het kan niet wachten.",
        })).ShouldBe((409, "tijdelijke-hulp-loopt"));
    }

    [Fact]
    public async Task Granted_help_takes_the_place_of_the_help_of_the_court()
    {
        var zaak = await Aangevraagd(_zin);
        var (beroep, opdracht) = await Uitspraak(zaak);
        await Geef(beroep, opdracht, Hulp(ookNaBesluit: true));
        Op("2026-06-10");
        await Beslist(zaak, Dienst.Toekennen(_zin));

        var einde = (await Gewijzigd())[^1];
        (einde.Stand, einde.Soort, einde.Delen.ShouldHaveSingleItem().Periode.Einddatum)
            .ShouldBe((2, Besluitsoort.Aanvraag, Loop.Dag("2026-06-10")));
        (await Fabriek.Aangekondigd()).OfType<BeschikkingBekendgemaakt>().Single().Voorzieningen[0].Periode
            .ShouldBe(new Periode(Loop.Dag("2026-06-11"), Loop.Dag("2027-05-31")));
        (await LaatsteDag(beroep)).ShouldBe("2026-06-10");
    }

    [Theory]
    [InlineData(false, "2026-06-10")]
    [InlineData(true, "2026-09-30")]
    public async Task After_a_refusal_help_of_the_court_lasts_only_when_the_judgment_says_so(bool ookNaBesluit, string tot)
    {
        var zaak = await Aangevraagd(_zin);
        var (beroep, opdracht) = await Uitspraak(zaak);
        await Geef(beroep, opdracht, Hulp(ookNaBesluit: ookNaBesluit));
        Op("2026-06-10");
        await Beslist(zaak, new
        {
            besluiten = new[]
            {
                new
                {
                    voorzieningId = _zin.VoorzieningId,
                    uitkomst = "afwijzen",
                    motivering = "Uw zus helpt.",
                    redenAfwijkingAdvies = "Uw zus kwam terug.",
                },
            },
        });

        (await Gewijzigd())[^1].Delen.ShouldHaveSingleItem().Periode.Einddatum.ShouldBe(Loop.Dag(tot));
        (await LaatsteDag(beroep)).ShouldBe(tot);
    }

    [Fact]
    public async Task A_second_order_before_the_decision_is_laid_over_the_first()
    {
        var zaak = await Aangevraagd(_zin);
        var (beroep, opdracht) = await Uitspraak(zaak);
        await Geef(beroep, opdracht, Hulp());
        var (tweede, andere) = await Uitspraak(zaak);
        await Geef(tweede, andere, Hulp(volume: 240, tot: "2026-06-30"));

        var standen = await Gewijzigd();
        standen.Select(s => s.VoorzieningId).Distinct().ShouldHaveSingleItem();
        standen[^1].Delen.Select(d => (d.Omvang.Volume, d.Periode.Einddatum))
            .ShouldBe([(240, Loop.Dag("2026-06-30")), (120, Loop.Dag("2026-09-30"))]);
    }

    [Fact]
    public async Task A_case_about_the_lack_of_a_decision_that_is_withdrawn_ends_the_help()
    {
        var zaak = await Aangevraagd(_zin);
        var nietTijdig = await Vastgelegd("niet-tijdig", zaak);
        var (beroep, opdracht) = await Uitspraak(zaak);
        await Geef(beroep, opdracht, Hulp());
        Op("2026-06-03");
        await Consulent.Doe($"{Beroepen}/{nietTijdig}/intrekking", new { });

        (await Gewijzigd())[^1].Delen.ShouldHaveSingleItem().Periode.Einddatum.ShouldBe(Loop.Dag("2026-06-03"));
    }

    [Fact]
    public async Task The_judgment_about_the_lack_of_a_decision_may_let_the_help_go_on()
    {
        var zaak = await Aangevraagd(_zin);
        var nietTijdig = await Vastgelegd("niet-tijdig", zaak);
        var (beroep, opdracht) = await Uitspraak(zaak);
        await Geef(beroep, opdracht, Hulp());
        Op("2026-06-03");
        await Consulent.Doe($"{Beroepen}/{nietTijdig}/uitspraken", new
        {
            uitkomst = "gegrond",
            verzondenOp = "2026-06-03",
            hulpTot = "2026-07-15",
            opdrachten = new[] { new { soort = "alsnog-beslissen", weken = 2 } },
        });

        (await LaatsteDag(beroep)).ShouldBe("2026-07-15");
    }

    [Fact]
    public async Task Help_that_nobody_asked_for_yet_is_named_by_the_judgment()
    {
        var zaak = await new Zaak().Begint(Fabriek);
        Op("2026-06-08"); // after the six weeks of the melding
        using (var antwoord = await Consulent.Stuur("/beschikkingen/v1/aanvragen",
            new { nummer = zaak.Meldingnummer, vraag = "Ik wil hulp bij het huishouden.", kanaal = "brief", ontvangenOp = "2026-06-08" }))
            antwoord.StatusCode.ShouldBe(HttpStatusCode.Created, await antwoord.Content.ReadAsStringAsync());
        var (beroep, opdracht) = await Uitspraak(zaak);
        var pad = $"{Beroepen}/{beroep}/opdrachten/{opdracht}/hulp";
        var hulp = Hulp("2026-06-08");

        (await Consulent.Weigert(pad, hulp)).ShouldBe((422, "hulp-onbekend"));
        hulp["product"] = new JsonObject { ["categorie"] = "02", ["code"] = "02T21" };
        hulp["omvang"] = new JsonObject { ["volume"] = 90, ["eenheid"] = "01", ["frequentie"] = "2" };
        hulp["leveringsvorm"] = "zin";
        (await Consulent.Weigert(pad, hulp)).ShouldBe((422, "aanbieder-ontbreekt"));
        hulp["agb"] = "12345678";
        await Geef(beroep, opdracht, hulp);
        (await Gewijzigd()).ShouldHaveSingleItem().Delen.ShouldHaveSingleItem().Omvang.Volume.ShouldBe(90);
    }

    [Fact]
    public async Task Of_several_asked_voorzieningen_the_user_names_the_one()
    {
        var ander = Zin() with { Product = new("04", "04A01") };
        var zaak = await Aangevraagd(_zin, ander);
        var (beroep, opdracht) = await Uitspraak(zaak);
        var hulp = Hulp();

        (await Consulent.Weigert($"{Beroepen}/{beroep}/opdrachten/{opdracht}/hulp", hulp)).ShouldBe((422, "voorziening-ontbreekt"));
        hulp["voorzieningId"] = ander.VoorzieningId;
        await Geef(beroep, opdracht, hulp);
        (await Gewijzigd()).ShouldHaveSingleItem().Delen.ShouldHaveSingleItem().Product.ShouldBe(ander.Product);
    }

    private static JsonObject Hulp(string vanaf = "2026-05-27", string tot = "2026-09-30", int? volume = null, bool ookNaBesluit = false)
    {
        var hulp = new JsonObject
        {
            ["vanaf"] = vanaf,
            ["einddatum"] = tot,
            ["motivering"] = "De rechter gaf u hulp.",
            ["ookNaBesluit"] = ookNaBesluit,
        };
        if (volume is { } zoveel) hulp["omvang"] = new JsonObject { ["volume"] = zoveel, ["eenheid"] = "01", ["frequentie"] = "2" };
        return hulp;
    }

    private Task Geef(string beroep, Guid opdracht, JsonObject hulp) =>
        Consulent.Doe($"{Beroepen}/{beroep}/opdrachten/{opdracht}/hulp", hulp);

    private async Task<Zaak> Aangevraagd(params GekozenVoorziening[] hulp)
    {
        var zaak = await new Zaak().Begint(Fabriek);
        await Fabriek.Verwerk(zaak.Verslag("2026-05-04", hulp));
        await Fabriek.Verwerk(zaak.Ondertekend("2026-05-06", "2026-05-04", hulp));
        return zaak;
    }

    private async Task Beslist(Zaak zaak, object besluit)
    {
        await Beslisser.Doe($"{zaak.Pad}/besluit", besluit);
        await Beslisser.Doe($"{zaak.Pad}/bekendmaking", new { });
    }

    private async Task<(string Beroep, Guid Opdracht)> Uitspraak(Zaak zaak)
    {
        var beroep = await Vastgelegd("voorlopige-voorziening", zaak);
        var stand = await Consulent.Doe($"{Beroepen}/{beroep}/uitspraken", new
        {
            uitkomst = "gegrond",
            verzondenOp = Fabriek.Klok.Vandaag(),
            opdrachten = new[] { new { soort = "hulp-geven", weken = 0 } },
        });
        return (beroep, stand["uitspraken"]![0]!["opdrachten"]![0]!["opdrachtId"]!.GetValue<Guid>());
    }

    private async Task<string> Vastgelegd(string soort, Zaak zaak)
    {
        var nummer = (await Beslisser.Lees(zaak.Pad))["aanvraag"]!["aanvraagnummer"]!.GetValue<string>();
        using var antwoord = await Consulent.Stuur(Beroepen,
            new { soort, nummer, rechtbanknummer = $"LEE {Guid.NewGuid():N}"[..20], ingesteldOp = Fabriek.Klok.Vandaag() });
        var tekst = await antwoord.Content.ReadAsStringAsync();
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Created, tekst);
        return JsonNode.Parse(tekst)!["beroepnummer"]!.GetValue<string>();
    }

    private async Task<string> LaatsteDag(string beroep) =>
        (await Consulent.Lees($"{Beroepen}/{beroep}"))["hulp"]![0]!["laatsteDag"]!.GetValue<string>();

    private async Task<List<VoorzieningGewijzigd>> Gewijzigd() => [.. (await Fabriek.Aangekondigd()).OfType<VoorzieningGewijzigd>()];

    private void Op(string dag) => Fabriek.Klok.Zet(new DateTimeOffset(Loop.Dag(dag), new(9, 0), TimeSpan.Zero));
}
