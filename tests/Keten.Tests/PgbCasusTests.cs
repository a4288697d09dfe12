using WmoPlatform.Keten.Tests.Spel;

namespace WmoPlatform.Keten.Tests;

/// <summary>
/// The twelve cases of iPgb 2.1 between the real service and the simulated SVB, which reads and judges the messages with its own code.
/// These tests check that both sides agree. Pgb.Tests checks the exact content of the messages.
/// </summary>
public sealed class PgbCasusTests(Platform platform)
{
    private static readonly string[] Zus = ["Zus"];

    private static DateOnly Begin => Platform.Vandaag;
    private static DateOnly Eind => Platform.Vandaag.AddMonths(6);
    private static DateOnly Midden => Platform.Vandaag.AddMonths(3);

    [Fact]
    public async Task Casus_01_granted_spent_and_closed()
    {
        var dossier = await Gereserveerd();
        await platform.SluitBudget(
            new
            {
                budgetIdentificatie = await Identificatie(dossier),
                reden = "1",
                delen = new[] { new { zorgfunctie = "02", besteed = 390000 } }
            });
        await dossier.Totdat("BudgetAfgesloten");
    }

    [Fact]
    public Task Casus_02_another_representative() =>
        VoertUit(new { reden = "Iemand anders helpt.", vertegenwoordiging = Vertegenwoordiging("contactpersoon") },
            Deel("02", Begin, Eind, 390000));

    [Fact]
    public Task Casus_03_a_wrong_zorgfunctie_is_withdrawn() =>
        Wijzigt(new { vanaf = Begin, product = new { categorie = "07", code = "07A05" }, budget = 3900m },
            Deel("07", Begin, Eind, 390000), Deel("02", Begin, Begin, 0));

    [Fact]
    public Task Casus_04_help_that_differs_per_period() =>
        Wijzigt(new { vanaf = Midden.AddDays(1), budget = 1000m, budgetTotDan = 2500m },
            Deel("02", Begin, Midden, 250000), Deel("02", Midden.AddDays(1), Eind, 100000));

    [Fact]
    public async Task Casus_05_over_several_years_the_SVB_owes_a_closing_for_each_of_them()
    {
        var einde = Begin.AddYears(2);
        var dossier = await Wijzigt(new { vanaf = Begin, einddatum = einde, budget = 16000m }, Deel("02", Begin, einde, 1600000));
        var verwacht =
            (await platform.Get(Mensen.Backoffice, $"/pgb/v1/budgetten/{dossier.VoorzieningId}"))["verwachteAfsluitingen"]!.AsArray();
        verwacht.Count.ShouldBe(einde.Year - Begin.Year + 1);
    }

    [Fact]
    public Task Casus_06_a_contact_and_a_representative() => VoertUit(new
    {
        reden = "Er is bewind.",
        vertegenwoordiging = new
        {
            relaties = new object[] { new { soort = "contactpersoon", bereik = "zorg", naam = new { achternaam = Zus[0] },
                telefoon = new { nummer = "0365551234" } },
                new { soort = "wettelijk-vertegenwoordiger", bereik = "financien", organisatie = "Bewind bv",
                    telefoon = new { nummer = "0365551234" } } },
            contact = new
            {
                adres = new { straatnaam = "Postplein", huisnummer = 1, postcode = "1315AB", plaatsnaam = "Almere" },
                organisatie = "Bewind bv"
            },
        },
    }, Deel("02", Begin, Eind, 390000));

    [Fact]
    public Task Casus_07_less_help() => Wijzigt(new { vanaf = Begin, budget = 2000m }, Deel("02", Begin, Eind, 200000));

    [Fact]
    public Task Casus_08_longer_and_more_help() =>
        Wijzigt(new { vanaf = Begin, einddatum = Eind.AddMonths(3), budget = 6000m }, Deel("02", Begin, Eind.AddMonths(3), 600000));

    [Fact]
    public async Task Casus_09_a_conflict_on_a_lowered_budget()
    {
        var dossier = await Wijzigt(new { vanaf = Begin, budget = 500m }, Deel("02", Begin, Eind, 50000));
        await platform.SluitBudget(
            new
            {
                budgetIdentificatie = await Identificatie(dossier),
                reden = "3",
                delen = new[] { new { zorgfunctie = "02", besteed = 80000 } }
            });
        await dossier.Totdat("BudgetAfgesloten");
    }

    [Fact]
    public async Task Casus_10_who_moves_ends_the_budget_and_it_is_closed_without_a_conflict()
    {
        var dossier = await (await Gereserveerd()).Opgezegd().Totdat("BudgeteindeBevestigd");
        await platform.SluitBudget(
            new
            {
                budgetIdentificatie = await Identificatie(dossier),
                reden = "1",
                delen = new[] { new { zorgfunctie = "02", besteed = 10000 } }
            });
        await dossier.Totdat("BudgetAfgesloten");
    }

    [Fact]
    public async Task Casus_11_who_moves_too_early_gets_a_conflict_under_the_old_identification()
    {
        var dossier = await Gereserveerd();
        var oud = await Identificatie(dossier);
        await dossier.Opgezegd().Totdat("BudgeteindeBevestigd");
        await platform.SluitBudget(
            new { budgetIdentificatie = oud, reden = "3", delen = new[] { new { zorgfunctie = "02", besteed = 10000 } } });
        await dossier.Totdat("BudgetAfgesloten");
    }

    [Fact]
    public Task Casus_12_indexation_of_a_part() =>
        Wijzigt(new { vanaf = Midden.AddDays(1), budget = 2000m, budgetTotDan = 2050m },
            Deel("02", Begin, Midden, 205000), Deel("02", Midden.AddDays(1), Eind, 200000));

    private async Task<Dossier> Gereserveerd() =>
        await platform.Dossier().PgbAangevraagd().PgbBesproken().Toegekend().Totdat("BudgetGereserveerd", "EigenBijdrageBevestigd");

    /// <summary>A decision changes the voorziening, and the SVB accepts it and then holds exactly the expected parts.</summary>
    private async Task<Dossier> Wijzigt(object verandering, params string[] verwacht) =>
        await Heeft(await (await Gereserveerd()).Herzien(verandering).Totdat("BudgetwijzigingBevestigd"), verwacht);

    /// <summary>The municipality changes what the decision leaves open, and the SVB then holds the same parts.</summary>
    private async Task VoertUit(object wijziging, params string[] verwacht) =>
        await Heeft(await (await Gereserveerd()).BudgetAndersUitgevoerd(wijziging).Totdat("BudgetwijzigingBevestigd"), verwacht);

    private async Task<Dossier> Heeft(Dossier dossier, string[] verwacht)
    {
        (await dossier.BijPartner("pgb", "svb", "WMO501")).Select(o => o.Codes.Count).ShouldBe([0, 0]);
        var nu = await Identificatie(dossier);
        var budget = (await platform.BijSvb())["budgetten"]!.AsArray().Single(b => b!["budgetIdentificatie"]!.GetValue<string>() == nu)!;
        budget["budgetIdentificatieOud"].ShouldNotBeNull("iPgb OP501");
        budget["functiebudgetten"]!.AsArray().Select(d => $"{d!["zorgfunctie"]} {d["begindatum"]} {d["einddatum"]} {d["centen"]}")
            .ShouldBe(verwacht, ignoreOrder: true);
        return dossier;
    }

    private async Task<string> Identificatie(Dossier dossier) =>
        (await platform.Get(Mensen.Backoffice, $"/pgb/v1/budgetten/{dossier.VoorzieningId}"))["situaties"]!
            .AsArray()[^1]!["budgetIdentificatie"]!.GetValue<string>();

    private static object Vertegenwoordiging(string soort) =>
        new
        {
            relaties = new object[] { new { soort, bereik = "zorg", naam = new { achternaam = Zus[0] },
            telefoon = new { nummer = "0365551234" } } }
        };

    private static string Deel(string zorgfunctie, DateOnly begin, DateOnly einde,
        int centen) => $"{zorgfunctie} {begin:yyyy-MM-dd} {einde:yyyy-MM-dd} {centen}";
}
