using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using WmoPlatform.IStandaarden;
using static WmoPlatform.Simulators.Tests.Voorbeelden;

namespace WmoPlatform.Simulators.Tests;

/// <summary>A provider declares its help and remembers the amounts that were granted.</summary>
public class DeclaratieTests
{
    private static readonly DateOnly Begin = Vandaag.AddMonths(-1);
    private static readonly DateOnly Laatste = new DateOnly(Vandaag.Year, Vandaag.Month, 1).AddDays(-1);
    private static readonly string Maand = Laatste.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static Wmo301 Toewijzing(int nummer, string? identificatie = null, string bsn = Bsn) =>
        Voorbeelden.Toewijzing(nummer, identificatie ?? "T1", bsn).Met(p => p with { Ingangsdatum = Begin });

    private static Task<HttpResponseMessage> Declareert(Huis huis, object opdracht) =>
        huis.Beveel($"aanbieders/{Agb}/declaratie", opdracht);

    private static object Een(long volume = 12, string nummer = "D1") =>
        new { maand = Maand, nummer, prestaties = new[] { new { toewijzingnummer = 1, volume, tarief = 6829 } } };

    private static async Task<JsonArray> Prestaties(Huis huis) => (await huis.Weet($"aanbieders/{Agb}"))["prestaties"]!.AsArray();

    private static async Task<Huis> MetToewijzing()
    {
        var huis = await Huis.Open();
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(1));
        return huis;
    }

    [Fact]
    public async Task A_declaration_tells_the_days_of_the_month_on_which_there_was_an_assignment()
    {
        await using var huis = await MetToewijzing();
        (await Declareert(huis, Een())).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var declaratie = (await huis.Bericht<Wmo323>()).Declaratie;
        (declaratie.DeclaratieNummer, declaratie.DeclaratieDagtekening, declaratie.TotaalIngediendBedrag)
            .ShouldBe(("D1", Vandaag, new CdtTotaalBedragMetDC(81_948, "D")));
        declaratie.DeclaratiePeriode.ShouldBe(new CdtGeslotenPeriode(new(Laatste.Year, Laatste.Month, 1), Laatste));
        var client = declaratie.Clienten.ShouldHaveSingleItem();
        client.Bsn.ShouldBe(Bsn);
        var prestatie = client.Prestaties.ShouldHaveSingleItem();
        prestatie.ProductPeriode.ShouldBe(new CdtGeslotenPeriode(Begin, Laatste));
        (prestatie.ToewijzingNummer, prestatie.ProductCategorie, prestatie.ProductCode, prestatie.GeleverdVolume, prestatie.Eenheid,
            prestatie.ProductTarief).ShouldBe((1, "02", "02T21", 12, "04", 6829));
    }

    [Fact]
    public async Task In_euros_the_volume_is_the_amount_and_there_is_no_tariff()
    {
        await using var huis = await MetToewijzing();
        await Declareert(
            huis, new { maand = Maand, prestaties = new[] { new { toewijzingnummer = 1, volume = 5000, tarief = 1, eenheid = "83" } } });
        var prestatie = (await huis.Bericht<Wmo323>()).Declaratie.Clienten[0].Prestaties[0];
        (prestatie.ProductTarief, prestatie.IngediendBedrag).ShouldBe((null, new CdtBedragMetDC(5000, "D")));
    }

    [Fact]
    public async Task What_is_paid_and_what_is_not_is_remembered_line_by_line()
    {
        await using var huis = await MetToewijzing();
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(2, "T2", AnderBsn));
        await Declareert(
            huis, new
            {
                maand = Maand,
                nummer = "D1",
                prestaties = new[] { new { toewijzingnummer = 1, volume = 12, tarief = 6829 },
                    new { toewijzingnummer = 2, volume = 900, tarief = 6829 } }
            });
        var declaratie = await huis.Bericht<Wmo323>();
        await huis.Stuur("ggk", Retour.Afgekeurd<Prestatie>(declaratie, "R1", Vandaag, p => p.ToewijzingNummer == 2 ? ["9321"] : []));

        var prestaties = await Prestaties(huis);
        prestaties.Select(
            p => (p!["toewijzingnummer"]!.GetValue<long>(), p["stand"]!.GetValue<string>(), string.Join(',', p["codes"]!.AsArray())))
            .ShouldBe([(1, "betaald", ""), (2, "afgekeurd", "9321")]);
    }

    [Fact]
    public async Task Of_a_declaration_that_is_rejected_as_a_whole_nothing_is_paid()
    {
        await using var huis = await MetToewijzing();
        await Declareert(huis, Een());
        await huis.Stuur("ggk", Retour.TechnischOnjuist(await huis.Bericht<Wmo323>(), "R1", Vandaag));
        (await Prestaties(huis)).ShouldHaveSingleItem()!["stand"]!.GetValue<string>().ShouldBe("afgekeurd");
    }

    [Fact]
    public async Task What_was_paid_can_be_paid_back_once_and_then_declared_anew()
    {
        await using var huis = await MetToewijzing();
        await Declareert(huis, Een());
        var declaratie = await huis.Bericht<Wmo323>();
        var referentie = declaratie.Declaratie.Clienten[0].Prestaties[0].ProductReferentie.ReferentieNummer;
        var credit = new { maand = Maand, nummer = "D2", credits = new[] { referentie } };
        (await Declareert(huis, credit)).StatusCode.ShouldBe(HttpStatusCode.Conflict); // not paid yet
        await huis.Stuur("ggk", Retour.Akkoord(declaratie, "R1", Vandaag));
        (await Declareert(huis, credit)).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        var terug = (await huis.Bericht<Wmo323>(d => d.Declaratie.DeclaratieNummer == "D2")).Declaratie;
        terug.TotaalIngediendBedrag.ShouldBe(new CdtTotaalBedragMetDC(81_948, "C"));
        var prestatie = terug.Clienten[0].Prestaties[0];
        (prestatie.ProductReferentie.VorigReferentieNummer, prestatie.IngediendBedrag)
            .ShouldBe((referentie, new CdtBedragMetDC(81_948, "C")));
        prestatie.ProductReferentie.ReferentieNummer.ShouldNotBe(referentie);

        (await Declareert(huis, new { maand = Maand, nummer = "D3", credits = new[] { referentie } }))
            .StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Declareert(huis, Een(10, "D3"))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task A_credit_and_what_comes_in_its_place_can_go_in_one_declaration()
    {
        await using var huis = await MetToewijzing();
        await Declareert(huis, Een());
        var declaratie = await huis.Bericht<Wmo323>();
        await huis.Stuur("ggk", Retour.Akkoord(declaratie, "R1", Vandaag));
        await Declareert(huis, new
        {
            maand = Maand,
            nummer = "D2",
            credits = new[] { declaratie.Declaratie.Clienten[0].Prestaties[0].ProductReferentie.ReferentieNummer },
            prestaties = new[] { new { toewijzingnummer = 1, volume = 10, tarief = 6829 } },
        });
        (await huis.Bericht<Wmo323>(d => d.Declaratie.DeclaratieNummer == "D2")).Declaratie.TotaalIngediendBedrag.ShouldBe(
            new CdtTotaalBedragMetDC(2 * 6829, "C"));
    }

    [Fact]
    public async Task What_was_paid_for_cannot_be_removed()
    {
        await using var huis = await MetToewijzing();
        await Declareert(huis, Een());
        await huis.Stuur("ggk", Retour.Akkoord(await huis.Bericht<Wmo323>(), "R1", Vandaag));
        var weg = Toewijzing(1)
            .Met(p => p with { Einddatum = p.Ingangsdatum, RedenWijziging = "13", Toewijzingstijd = new TimeOnly(10, 0) }, "T2");
        (await huis.Antwoord<Wmo302>("ggk", weg)).Afkeurcodes.ShouldBe(["9385"]);
    }

    [Theory]
    [InlineData("2020-01", 1, HttpStatusCode.Conflict)] // the assignment is not of that month
    [InlineData("2099-12", 1, HttpStatusCode.Conflict)] // the month is not over
    [InlineData("november", 1, HttpStatusCode.BadRequest)]
    [InlineData("2020-01", 9, HttpStatusCode.NotFound)]
    public async Task What_cannot_have_been_given_is_not_declared(string maand, long toewijzingnummer, HttpStatusCode status)
    {
        await using var huis = await MetToewijzing();
        (await Declareert(huis, new { maand, prestaties = new[] { new { toewijzingnummer, volume = 1, tarief = 1 } } }))
            .StatusCode.ShouldBe(status);
        (await Declareert(huis, new { maand = Maand })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_number_of_a_declaration_is_used_once()
    {
        await using var huis = await MetToewijzing();
        await Declareert(huis, Een());
        (await Declareert(huis, Een())).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }
}
