using System.Net;
using System.Text.Json.Nodes;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>
/// Help that a court gives meanwhile: it changes the voorziening, lasts as the law says, and ends with the measure (Awb 8:85).
/// </summary>
public sealed class RechtershulpTests(Dienst dienst)
{
    private const string Bezwaren = "/beschikkingen/v1/bezwaren";
    private const string Beroepen = "/beschikkingen/v1/beroepen";

    [Fact]
    public async Task What_a_court_orders_meanwhile_becomes_help_and_the_order_is_done()
    {
        var (bezwaar, voorziening) = await Bezwaar();
        var (zaak, opdracht) = await Uitspraak(bezwaar, "hulp-geven");
        var pad = $"{Beroepen}/{zaak}/opdrachten/{opdracht}/hulp";
        var hulp = new
        {
            voorzieningId = voorziening,
            vanaf = dienst.Vandaag,
            einddatum = dienst.Vandaag.AddDays(200),
            motivering = "De rechter gaf hulp.",
        };
        (await dienst.Beslisser.Weigert(pad, hulp with { voorzieningId = Guid.NewGuid() })).ShouldBe((404, "niet-gevonden"));
        (await dienst.Beslisser.Weigert(pad, hulp with { einddatum = dienst.Vandaag.AddDays(-1) })).ShouldBe((400, "ongeldige-invoer"));

        await dienst.Beslisser.Doe(pad, hulp);

        (await dienst.Beslisser.Weigert(pad, hulp)).ShouldBe((409, "opdracht-al-uitgevoerd"));
        var stand = (await Standen(voorziening)).ShouldHaveSingleItem();
        (stand.Stand, stand.Soort, stand.Beschikkingnummer, stand.Bezwaartermijn).ShouldBe((2, Besluitsoort.Rechter, zaak, null));
        stand.Delen.ShouldHaveSingleItem().Periode.ShouldBe(new(dienst.Vandaag, dienst.Vandaag.AddDays(200)));
        // It is no decision of the municipality, so it does not join the bezwaar (Awb 6:19).
        await dienst.Fabriek.Verwerk(stand);
        (await dienst.Fabriek.Aangekondigd()).OfType<BezwaarUitgebreid>().ShouldNotContain(g => g.Zaaknummer == bezwaar);
    }

    [Fact]
    public async Task Another_order_gives_no_help()
    {
        var (bezwaar, voorziening) = await Bezwaar();
        var (zaak, opdracht) = await Uitspraak(bezwaar, "betalen");

        (await dienst.Beslisser.Weigert($"{Beroepen}/{zaak}/opdrachten/{opdracht}/hulp", new
        {
            voorzieningId = voorziening,
            vanaf = dienst.Vandaag,
            einddatum = dienst.Vandaag,
            motivering = "De rechter gaf hulp.",
        })).ShouldBe((409, "geen-opdracht-tot-hulp"));
    }

    [Fact]
    public async Task A_bezwaar_that_is_withdrawn_ends_the_help_today()
    {
        var (bezwaar, voorziening) = await MetHulp();

        await dienst.Backoffice.Doe($"{Bezwaren}/{bezwaar}/intrekking", new { });

        var laatste = (await Standen(voorziening))[^1];
        (laatste.Stand, laatste.Soort).ShouldBe((3, Besluitsoort.Rechter));
        laatste.Delen.ShouldHaveSingleItem().Periode.Einddatum.ShouldBe(dienst.Vandaag);
    }

    [Fact]
    public async Task After_an_unfounded_bezwaar_the_help_lasts_until_the_term_for_beroep_ends()
    {
        var (bezwaar, voorziening) = await MetHulp();
        await Beslis(bezwaar, new { uitkomst = "ongegrond", motivering = "Het besluit klopt." });

        var stand = (await dienst.Backoffice.Lees($"{Bezwaren}/{bezwaar}"))["stand"]!;
        var beroepTot = DateOnly.Parse(stand["beroepUiterlijk"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture);
        (await Standen(voorziening))[^1].Delen.ShouldHaveSingleItem().Periode.Einddatum.ShouldBe(beroepTot);

        // With beroep in time it lasts as long as the judgment said, and the judgment in the main case ends it.
        var beroep = await Vastgelegd("beroep", bezwaar);
        (await Standen(voorziening))[^1].Delen.ShouldHaveSingleItem().Periode.Einddatum.ShouldBe(dienst.Vandaag.AddDays(200));
        await dienst.Backoffice.Doe($"{Beroepen}/{beroep}/uitspraken", new { uitkomst = "ongegrond", verzondenOp = dienst.Vandaag });
        var laatste = (await Standen(voorziening))[^1];
        (laatste.Stand, laatste.Delen.ShouldHaveSingleItem().Periode.Einddatum).ShouldBe((5, dienst.Vandaag));
    }

    [Fact]
    public async Task The_judgment_in_hoger_beroep_ends_what_the_court_gave_meanwhile()
    {
        var (bezwaar, voorziening) = await MetHulp();
        var beroep = await Vastgelegd("hoger-beroep", bezwaar);

        await dienst.Backoffice.Doe($"{Beroepen}/{beroep}/uitspraken", new { uitkomst = "ongegrond", verzondenOp = dienst.Vandaag });

        (await Standen(voorziening))[^1].Delen.ShouldHaveSingleItem().Periode.Einddatum.ShouldBe(dienst.Vandaag);
    }

    [Fact]
    public async Task Help_of_a_court_is_in_the_code_lists_and_given_by_the_team_of_the_dossier()
    {
        var (bezwaar, voorziening) = await Bezwaar();
        var (zaak, opdracht) = await Uitspraak(bezwaar, "hulp-geven");
        var pad = $"{Beroepen}/{zaak}/opdrachten/{opdracht}/hulp";
        object Hulp(string eenheid) => new
        {
            voorzieningId = voorziening,
            vanaf = dienst.Vandaag,
            einddatum = dienst.Vandaag.AddDays(200),
            motivering = "De rechter gaf hulp.",
            omvang = new { volume = 4, eenheid, frequentie = "2" },
        };

        (await dienst.Beslisser.Weigert(pad, Hulp("99"))).ShouldBe((400, "ongeldige-invoer"));
        using var elders = dienst.Fabriek.Als(Rollen.Consulent, teams: ["wijkteam-elders"]);
        (await elders.Weigert(pad, Hulp("04"))).ShouldBe((404, "niet-gevonden"));
        await dienst.Beslisser.Doe(pad, Hulp("04"));
    }

    [Fact]
    public async Task A_founded_bezwaar_takes_the_place_of_the_help_of_the_court()
    {
        var (bezwaar, voorziening) = await MetHulp();

        await Beslis(bezwaar, new
        {
            uitkomst = "gegrond",
            motivering = "De hulp is nodig.",
            voorzieningen = new[] { new { uitkomst = "toekennen", motivering = "Nodig.", voorzieningId = voorziening } },
        });

        var standen = await Standen(voorziening);
        // What the court gave after the granted days ends with the term for beroep.
        standen.Select(s => s.Soort).ShouldBe([Besluitsoort.Rechter, Besluitsoort.Bezwaar, Besluitsoort.Rechter]);
        standen[^1].Delen.ShouldHaveSingleItem().Periode.ShouldBe(new(new(2026, 6, 1), new(2027, 5, 31)));
    }

    [Fact]
    public async Task An_order_to_decide_again_opens_the_bezwaar_and_is_done_by_the_decision()
    {
        var (bezwaar, _) = await Bezwaar();
        await Beslis(bezwaar, new { uitkomst = "ongegrond", motivering = "Het besluit klopt." });
        var eerste = (await dienst.Fabriek.Aangekondigd()).OfType<BeslissingOpBezwaarBekendgemaakt>().Single(g => g.Zaaknummer == bezwaar);
        var beroep = await Vastgelegd("beroep", bezwaar);
        await dienst.Backoffice.Doe($"{Beroepen}/{beroep}/uitspraken", new
        {
            uitkomst = "gegrond",
            verzondenOp = dienst.Vandaag,
            opdrachten = new[] { new { soort = "opnieuw-beslissen", weken = 6 } },
        });

        (await dienst.Backoffice.Lees($"{Bezwaren}/{bezwaar}"))["stand"]!["status"]!.GetValue<string>().ShouldBe("ontvangen");
        await Beslis(bezwaar, new { uitkomst = "ongegrond", motivering = "Nu beter uitgelegd." }, gehoord: true);
        var tweede = (await dienst.Fabriek.Aangekondigd()).OfType<BeslissingOpBezwaarBekendgemaakt>().Last(g => g.Zaaknummer == bezwaar);
        await dienst.Fabriek.Verwerk(tweede);
        await dienst.Fabriek.Verwerk(eerste);
        (await dienst.Fabriek.Aangekondigd()).OfType<RechterlijkeOpdrachtUitgevoerd>().Count(g => g.Zaaknummer == beroep).ShouldBe(1);
    }

    [Fact]
    public async Task Two_cases_about_one_voorziening_end_apart()
    {
        var (bezwaar, voorziening) = await MetHulp();
        var (tweede, opdracht) = await Uitspraak(bezwaar, "hulp-geven");
        await Geef(tweede, opdracht, voorziening, 100, volume: 240);
        (await Standen(voorziening))[^1].Delen.Select(d => (d.Omvang.Volume, d.Periode.Einddatum))
            .ShouldBe([(240, dienst.Vandaag.AddDays(100)), (120, dienst.Vandaag.AddDays(200))]);

        // The court lifts the second measure in a judgment that names its last day (Awb 8:87).
        var opheffing = await Vastgelegd("voorlopige-voorziening", bezwaar);
        (await dienst.Backoffice.Weigert($"{Beroepen}/{opheffing}/uitspraken", new
        {
            uitkomst = "gegrond",
            verzondenOp = dienst.Vandaag,
            hulpTot = dienst.Vandaag.AddDays(-1),
        })).ShouldBe((400, "ongeldige-invoer"));
        await dienst.Backoffice.Doe($"{Beroepen}/{opheffing}/uitspraken",
            new { uitkomst = "gegrond", verzondenOp = dienst.Vandaag, hulpTot = dienst.Vandaag.AddDays(50) });
        (await Standen(voorziening))[^1].Delen.ShouldHaveSingleItem().Periode.Einddatum.ShouldBe(dienst.Vandaag.AddDays(50));
        (await dienst.Backoffice.Lees($"{Beroepen}/{tweede}"))["hulp"]![0]!["laatsteDag"]!.GetValue<string>()
            .ShouldBe($"{dienst.Vandaag.AddDays(50):yyyy-MM-dd}");
    }

    [Fact]
    public async Task A_decision_of_the_municipality_under_help_of_a_court_remains_when_that_ends()
    {
        var (bezwaar, voorziening) = await MetHulp();
        var pad = (await Gemaakt($"/beschikkingen/v1/voorzieningen/{voorziening}/herzieningen", new
        {
            grond = "in-overeenstemming",
            gevraagdOp = dienst.Vandaag,
            verandering = new
            {
                vanaf = dienst.Vandaag,
                einddatum = dienst.Vandaag.AddDays(20),
                omvang = new { volume = 30, eenheid = "01", frequentie = "2" },
            },
        }))["herzieningnummer"]!.GetValue<string>();
        await dienst.Beslisser.Doe($"/beschikkingen/v1/herzieningen/{pad}/besluit", new { motivering = "Dat past." });
        await dienst.Beslisser.Doe($"/beschikkingen/v1/herzieningen/{pad}/bekendmaking", new { });
        var besluit = (await Standen(voorziening))[^1];
        besluit.Delen.ShouldHaveSingleItem().Periode.Einddatum.ShouldBe(dienst.Vandaag.AddDays(200));
        // The bezwaar is about what the municipality gave, and not about what the court gave (Awb 6:19).
        await dienst.Fabriek.Verwerk(besluit);

        await dienst.Backoffice.Doe($"{Bezwaren}/{bezwaar}/intrekking", new { });

        (await Standen(voorziening))[^1].Delen.Select(d => (d.Omvang.Volume, d.Periode.Ingangsdatum, d.Periode.Einddatum)).ShouldBe(
        [
            (120, dienst.Vandaag, dienst.Vandaag),
            (30, dienst.Vandaag.AddDays(1), dienst.Vandaag.AddDays(20)),
        ]);
        (await Eigen(voorziening)).ShouldHaveSingleItem()!["omvang"]!["volume"]!.GetValue<int>().ShouldBe(30);
    }

    [Fact]
    public async Task Help_that_lapsed_before_it_was_recorded_is_not_given()
    {
        var (bezwaar, voorziening) = await Bezwaar();
        var (zaak, opdracht) = await Uitspraak(bezwaar, "hulp-geven");
        await dienst.Backoffice.Doe($"{Bezwaren}/{bezwaar}/intrekking", new { });

        (await dienst.Beslisser.Weigert($"{Beroepen}/{zaak}/opdrachten/{opdracht}/hulp", new
        {
            voorzieningId = voorziening,
            vanaf = dienst.Vandaag.AddDays(1),
            einddatum = dienst.Vandaag.AddDays(200),
            motivering = "De rechter gaf hulp.",
        })).ShouldBe((409, "hulp-al-vervallen"));
        await Geef(zaak, opdracht, voorziening, 200);
        (await Standen(voorziening))[^1].Delen.ShouldHaveSingleItem().Periode.Einddatum.ShouldBe(dienst.Vandaag);
    }

    private Task Geef(string zaak, Guid opdracht, Guid voorziening, int dagen, int volume = 120) =>
        dienst.Beslisser.Doe($"{Beroepen}/{zaak}/opdrachten/{opdracht}/hulp", new
        {
            voorzieningId = voorziening,
            vanaf = dienst.Vandaag,
            einddatum = dienst.Vandaag.AddDays(dagen),
            motivering = "De rechter gaf hulp.",
            omvang = new { volume, eenheid = "01", frequentie = "2" },
        });

    private async Task<JsonArray> Eigen(Guid voorziening) =>
        (await dienst.Beslisser.Lees($"/beschikkingen/v1/voorzieningen/{voorziening}"))["eigen"]!.AsArray();

    private async Task<(string Bezwaar, Guid Voorziening)> MetHulp()
    {
        var (bezwaar, voorziening) = await Bezwaar();
        var (zaak, opdracht) = await Uitspraak(bezwaar, "hulp-geven");
        await dienst.Beslisser.Doe($"{Beroepen}/{zaak}/opdrachten/{opdracht}/hulp", new
        {
            voorzieningId = voorziening,
            vanaf = dienst.Vandaag,
            einddatum = dienst.Vandaag.AddDays(200),
            motivering = "De rechter gaf hulp.",
        });
        return (bezwaar, voorziening);
    }

    private async Task<(string Bezwaar, Guid Voorziening)> Bezwaar()
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
        var bezwaar = await Gemaakt(Bezwaren, new { nummer = pad[(pad.LastIndexOf('/') + 1)..] });
        return (bezwaar["bezwaarnummer"]!.GetValue<string>(), zin.VoorzieningId);
    }

    private async Task Beslis(string bezwaar, object besluit, bool gehoord = false)
    {
        if (!gehoord)
            await dienst.Backoffice.Doe($"{Bezwaren}/{bezwaar}/geen-hoorzitting", new { grond = "wil-niet", toelichting = "Belde af." });
        using var ander = dienst.Fabriek.Als(Rollen.Beslisser, sub: "beslisser-2");
        await ander.Doe($"{Bezwaren}/{bezwaar}/besluit", besluit);
        await dienst.Backoffice.Doe($"{Bezwaren}/{bezwaar}/bekendmaking", new { });
    }

    private async Task<(string Zaak, Guid Opdracht)> Uitspraak(string bezwaar, string opdracht)
    {
        var zaak = await Vastgelegd("voorlopige-voorziening", bezwaar);
        var stand = await dienst.Backoffice.Doe($"{Beroepen}/{zaak}/uitspraken", new
        {
            uitkomst = "gegrond",
            verzondenOp = dienst.Vandaag,
            opdrachten = new[] { new { soort = opdracht, weken = 0 } },
        });
        return (zaak, stand["uitspraken"]![0]!["opdrachten"]![0]!["opdrachtId"]!.GetValue<Guid>());
    }

    private async Task<string> Vastgelegd(string soort, string nummer) => (await Gemaakt(Beroepen, new
    {
        soort,
        nummer,
        rechtbanknummer = $"LEE {Guid.NewGuid():N}"[..20],
        ingesteldOp = dienst.Vandaag,
    }))["beroepnummer"]!.GetValue<string>();

    private async Task<JsonNode> Gemaakt(string pad, object body)
    {
        using var antwoord = await dienst.Backoffice.Stuur(pad, body);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Created, tekst);
        return JsonNode.Parse(tekst)!;
    }

    private async Task<IReadOnlyList<VoorzieningGewijzigd>> Standen(Guid voorziening) =>
        [.. (await dienst.Fabriek.Aangekondigd()).OfType<VoorzieningGewijzigd>().Where(g => g.VoorzieningId == voorziening)
            .OrderBy(g => g.Stand)];
}
