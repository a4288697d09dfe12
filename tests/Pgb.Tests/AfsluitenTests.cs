using System.Net;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using static WmoPlatform.Pgb.Tests.Voorbeelden;

namespace WmoPlatform.Pgb.Tests;

/// <summary>The SVB closes budgets (WMO507), and the municipality answers (WMO508).</summary>
public sealed class AfsluitenTests(Huis huis)
{
    private DateOnly Begin => new(huis.Vandaag.Year - 1, 2, 1);

    [Fact]
    public async Task A_closing_of_an_unknown_budget_gets_its_own_code_and_the_rest_is_taken()
    {
        var (id, bericht) = await huis.Gereserveerd(Hulp(Begin, dagen: 100));
        var (_, ander) = await huis.Gereserveerd(Hulp(Begin, dagen: 100));
        var goed = Afsluiting(bericht, 100m, "1", huis.Vandaag);
        var deel = goed.Client.FunctieBudgettenBesteed[0];

        var retour = await huis.SvbHoort(goed with
        {
            Client = goed.Client with
            {
                FunctieBudgettenBesteed =
                [
                    deel, deel with { BudgetIdentificatie = "onbekend" }, deel with { Zorgfunctie = "07" },
                    deel with
                    {
                        BestedingsPeriode = new(Begin, Begin.AddDays(3)),
                    }, deel with { BudgetIdentificatie = ander.Client.Budget.BudgetIdentificatie },
                ],
            },
        });

        retour.Inhoud!.FunctieBudgettenBesteed.Select(d => d.RetourCodes![0]).ShouldBe(["0200", "9510", "9510", "9510", "9509"]);
        (await huis.Aangekondigd(id)).OfType<BudgetAfgesloten>().ShouldHaveSingleItem().Besteed.ShouldBe(100m);
    }

    [Theory]
    [InlineData("2", 0)]
    [InlineData("2", -1)]
    public async Task A_year_that_the_budget_does_not_cross_cannot_be_closed(string reden, int jaren)
    {
        var (_, bericht) = await huis.Gereserveerd(Hulp(Begin, dagen: 100));

        (await huis.SvbHoort(Afsluiting(bericht, 100m, reden, huis.Vandaag.AddYears(jaren)))).Afkeurcodes.ShouldBe(["9510"]);
    }

    [Fact]
    public async Task The_same_closing_again_says_nothing_new_and_another_amount_replaces_it()
    {
        var (id, bericht) = await huis.Gereserveerd(Hulp(Begin, dagen: 100));
        await huis.SvbHoort(Afsluiting(bericht, 100m, "1", huis.Vandaag));
        await huis.SvbHoort(Afsluiting(bericht, 100m, "1", huis.Vandaag));
        (await huis.Aangekondigd(id)).OfType<BudgetAfgesloten>().ShouldHaveSingleItem();

        await huis.SvbHoort(Afsluiting(bericht, 120m, "1", huis.Vandaag));

        (await huis.Backoffice.Lees(Huis.Budget(id)))["afsluitingen"]!
            .AsArray().Select(a => a!["besteed"]!.GetValue<decimal>()).ShouldBe([100m, 120m]);
        (await huis.Aangekondigd(id)).OfType<BudgetAfgesloten>().Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_closing_for_another_municipality_is_refused_at_the_door()
    {
        var (_, bericht) = await huis.Gereserveerd(Hulp(Begin, dagen: 100));
        var goed = Afsluiting(bericht, 100m, "1", huis.Vandaag);

        using var antwoord = await huis.Lever(goed with { Header = goed.Header with { Ontvanger = "0363" } });

        antwoord.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task What_the_SVB_has_not_closed_after_98_days_is_found_in_the_list()
    {
        var team = $"wijkteam-{Guid.NewGuid():N}";
        var (teLaat, opTijd) = (Hulp(huis.Vandaag.AddDays(-199), dagen: 100), Hulp(huis.Vandaag.AddDays(-198), dagen: 100));
        var consulent = huis.Dienst.Als(Rollen.Consulent, teams: [team]);
        foreach (var pgb in (BeschikteVoorziening[])[teLaat, opTijd])
        {
            var beschikking = Beschikking(pgb) with { Wijkteam = team };
            await huis.Dienst.Verwerk(beschikking);
            await huis.Akkoord(beschikking.Persoon.Waarde.Bsn, nummer: 1);
        }

        (await Gevonden("?afsluitingTeLaat=true")).ShouldBe([teLaat.VoorzieningId]);
        (await Gevonden("?afsluitingTeLaat=false")).ShouldBe([opTijd.VoorzieningId]);
        (await Gevonden("")).ShouldBe([teLaat.VoorzieningId, opTijd.VoorzieningId]);
        (await Gevonden("?status=afgekeurd")).ShouldBeEmpty();
        (await huis.Consulent.Lees("/pgb/v1/budgetten?aantal=1"))["items"]!.AsArray().Count.ShouldBeLessThanOrEqualTo(1);
        (await consulent.Weigert("/pgb/v1/budgetten?status=weg")).Status.ShouldBe(400);
        (await consulent.Weigert("/pgb/v1/budgetten?na=onzin")).Status.ShouldBe(400);

        async Task<Guid[]> Gevonden(string vraag) =>
            [.. (await consulent.Lees($"/pgb/v1/budgetten{vraag}"))["items"]!.AsArray().Select(b => b!["voorzieningId"]!.GetValue<Guid>())];
    }
}
