using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using static WmoPlatform.Pgb.Tests.Voorbeelden;

namespace WmoPlatform.Pgb.Tests;

/// <summary>
/// The twelve cases that come with iPgb 2.1, in their order and on other days, over the real service with the test's own SVB. Then the
/// situations that the cases leave out: withdrawal before the start, and parts that overlap.
/// </summary>
public sealed class CasusTests(Huis huis)
{
    private static readonly Relatieverwachting Gemachtigde = new("9", "Lokaas-Proefman");

    private DateOnly Begin => huis.Vandaag;
    private DateOnly Eind => huis.Vandaag.AddDays(200);

    [Fact]
    public async Task Casus_01_a_budget_within_the_year_is_granted_spent_and_closed()
    {
        var jaar = new DateOnly(huis.Vandaag.Year - 1, 1, 1);
        var (id, bericht) = await huis.Gereserveerd(Hulp(jaar, dagen: 242));

        (await huis.SvbHoort(Afsluiting(bericht, besteed: 3900.50m, "1", huis.Vandaag))).IsAkkoord.ShouldBeTrue();

        var budget = await huis.Backoffice.Lees(Huis.Budget(id));
        budget["afsluitingen"]![0]!["besteed"]!.GetValue<decimal>().ShouldBe(3900.50m);
        budget["verwachteAfsluitingen"]!.AsArray().ShouldHaveSingleItem()!["ontvangenOp"].ShouldNotBeNull();
        (await huis.Verhaal(id)).ShouldEndWith("BudgetAfgesloten");
    }

    [Fact]
    public async Task Casus_02_another_representative_gets_the_place_of_the_first_and_the_budget_stays()
    {
        var (id, eerste) = await huis.Gereserveerd();
        await Vertegenwoordig(id, Zus());
        var metZus = await huis.Akkoord(eerste.Client.Bsn, nummer: 2);
        Relaties(metZus).ShouldBe([Gemachtigde]);

        await Vertegenwoordig(id, new
        {
            relaties = new object[]
            {
                new
                {
                    soort = "wettelijk-vertegenwoordiger",
                    bereik = "zorg-en-financien",
                    organisatie = "Bewind bv",
                    kvkNummer = "12345678",
                    telefoon = new
                    {
                        nummer = "0365551234",
                    }
                }
            }
        });

        var metBewind = await huis.Akkoord(eerste.Client.Bsn, nummer: 3);
        Relaties(metBewind).ShouldBe([new("3", "Bewind bv")]);
        metBewind.Client.Budget.FunctieBudgetten.ShouldBe(eerste.Client.Budget.FunctieBudgetten);
        metBewind.Client.Budget.BudgetIdentificatieOud.ShouldBe(metZus.Client.Budget.BudgetIdentificatie);
        metBewind.Client.Relaties![0].Nummer.ShouldNotBe(metZus.Client.Relaties![0].Nummer, "OP514");
        (await huis.Status(id)).ShouldBe("gereserveerd");
    }

    [Fact]
    public async Task Casus_03_one_message_withdraws_a_wrong_zorgfunctie_and_grants_the_right_one()
    {
        var (id, eerste) = await huis.Gereserveerd();

        await huis.Besluit(id, AlsPgb(Begin, Eind, 3900.50m, "07"));

        (await huis.Akkoord(eerste.Client.Bsn, nummer: 2)).Client.Budget.FunctieBudgetten
            .ShouldBe([new("07", new(Begin, Eind), 390050), new("02", new(Begin, Begin), 0)], "OP501, OP505, TR514");
    }

    [Fact]
    public async Task Casus_04_help_that_differs_per_period_is_one_budget_with_a_part_per_period()
    {
        var (id, eerste) = await huis.Gereserveerd();

        await huis.Besluit(id, AlsPgb(Begin, Begin.AddDays(99), 3000m), AlsPgb(Begin.AddDays(100), Eind, 1000m));

        var budget = (await huis.Akkoord(eerste.Client.Bsn, nummer: 2)).Client.Budget;
        budget.FunctieBudgetten
            .ShouldBe([new("02", new(Begin, Begin.AddDays(99)), 300000), new("02", new(Begin.AddDays(100), Eind), 100000)]);
        budget.BudgetPeriode.ShouldBe(new(Begin, Eind));
    }

    [Fact]
    public async Task Casus_05_a_budget_over_several_years_is_closed_every_year_and_at_its_end()
    {
        var begin = new DateOnly(huis.Vandaag.Year - 3, 7, 1);
        var (id, bericht) = await huis.Gereserveerd(Hulp(begin, dagen: 729));
        var (jaar, einde) = (begin.Year, bericht.Client.Budget.FunctieBudgetten[0].FunctieBudgetPeriode.Einddatum);
        (await Open(id)).ShouldBe([$"jaareinde {jaar}", $"jaareinde {jaar + 1}", "einde-budget "]);

        (await huis.SvbHoort(Afsluiting(bericht, 1000m, "2", new(jaar + 1, 4, 8)))).IsAkkoord.ShouldBeTrue();
        (await huis.SvbHoort(Afsluiting(bericht, 1500m, "2", new(jaar + 2, 4, 8),
            new(new(jaar + 1, 1, 1), new(jaar + 1, 12, 31))))).IsAkkoord.ShouldBeTrue();
        (await Open(id)).ShouldBe(["einde-budget "]);
        (await huis.SvbHoort(Afsluiting(bericht, 3900.50m, "1", einde.AddDays(98)))).IsAkkoord.ShouldBeTrue();

        (await Open(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Casus_06_a_contact_and_a_legal_representative_are_sent_with_where_letters_go()
    {
        var (id, eerste) = await huis.Gereserveerd();

        await Vertegenwoordig(id, new
        {
            relaties = new object[]
            {
                new
                {
                    soort = "contactpersoon",
                    bereik = "zorg",
                    naam = new
                    {
                        achternaam = "Lokaas-Proefman",
                    },
                    telefoon = new { nummer = "0365551234" }
                },
                new
                {
                    soort = "wettelijk-vertegenwoordiger",
                    bereik = "financien",
                    organisatie = "Bewind bv",
                    telefoon = new
                    {
                        nummer = "0365551234",
                    }
                },
            },
            contact = new
            {
                adres = new
                {
                    straatnaam = "Postplein",
                    huisnummer = 1,
                    postcode = "1315AB",
                    plaatsnaam = "Almere",
                },
                organisatie = "Bewind bv"
            },
        });

        var bericht = await huis.Akkoord(eerste.Client.Bsn, nummer: 2);
        Relaties(bericht).ShouldBe([new("5", "Lokaas-Proefman"), new("10", "Bewind bv")]);
        bericht.Client.Contact!.Adres!.Postcode.ShouldBe("1315AB");
        (await huis.Backoffice.Lees(Huis.Budget(id)))["relaties"]!
            .AsArray().Select(r => r!["naam"]!.GetValue<string>()).ShouldBe(["Lokaas-Proefman", "Bewind bv"]);
    }

    [Fact]
    public async Task Casus_07_less_help_lowers_the_amount_under_a_new_identification()
    {
        var (id, eerste) = await huis.Gereserveerd();

        await huis.Besluit(id, AlsPgb(Begin, Eind, 2000m));

        (await huis.Status(id)).ShouldBe("wijziging-aangemeld");
        var budget = (await huis.Akkoord(eerste.Client.Bsn, nummer: 2)).Client.Budget;
        (budget.FunctieBudgetten.Single().FunctieBudgetBedrag, budget.BudgetIdentificatieOud)
            .ShouldBe((200000, eerste.Client.Budget.BudgetIdentificatie));
        budget.Afgiftedatum.ShouldBe(huis.Vandaag);
        (await huis.Verhaal(id)).ShouldBe("BudgetAangemeld BudgetGereserveerd BudgetGewijzigd BudgetwijzigingBevestigd");
    }

    [Fact]
    public async Task Casus_08_longer_and_more_help_is_one_part_with_a_later_end_and_a_higher_amount()
    {
        var (id, eerste) = await huis.Gereserveerd();

        await huis.Besluit(id, AlsPgb(Begin, Eind.AddDays(90), 6000m));

        (await huis.Akkoord(eerste.Client.Bsn, nummer: 2)).Client.Budget.FunctieBudgetten
            .ShouldBe([new("02", new(Begin, Eind.AddDays(90)), 600000)]);
        (await huis.Backoffice.Lees(Huis.Budget(id)))["periode"]!["einddatum"]!.GetValue<string>()
            .ShouldBe(Eind.AddDays(90).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Casus_09_a_conflict_on_a_lowered_budget_is_taken_only_when_reported_as_one()
    {
        var (id, eerste) = await huis.Gereserveerd();
        await huis.Besluit(id, AlsPgb(Begin, Eind, 500m));
        var verlaagd = await huis.Akkoord(eerste.Client.Bsn, nummer: 2);

        (await huis.SvbHoort(Afsluiting(verlaagd, 800m, "1", huis.Vandaag))).Afkeurcodes.ShouldBe(["9512"], "TR512");
        (await huis.SvbHoort(Afsluiting(verlaagd, 800m, "3", huis.Vandaag))).IsAkkoord.ShouldBeTrue();

        var conflict = (await huis.Aangekondigd(id)).OfType<BudgetAfgesloten>().ShouldHaveSingleItem();
        (conflict.Reden, conflict.Besteed).ShouldBe((Afsluitreden.Bestedingsconflict, 800m));
    }

    [Fact]
    public async Task Casus_10_ended_on_the_day_until_which_it_was_spent_there_is_no_conflict()
    {
        var verleden = huis.Vandaag.AddDays(-30);
        var (id, eerste) = await huis.Gereserveerd(Hulp(verleden, dagen: 200));

        await huis.Besluit(id, AlsPgb(verleden, huis.Vandaag.AddDays(-1), 3900.50m));

        var einde = await huis.Akkoord(eerste.Client.Bsn, nummer: 2);
        einde.Client.Budget.FunctieBudgetten.ShouldBe([new("02", new(verleden, huis.Vandaag.AddDays(-1)), 390050)]);
        (await huis.SvbHoort(Afsluiting(einde, 1200m, "1", huis.Vandaag))).IsAkkoord.ShouldBeTrue();
        (await huis.Status(id)).ShouldBe("beeindigd");
        (await Open(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Casus_11_ended_before_what_was_spent_is_a_conflict_under_the_old_number()
    {
        var verleden = huis.Vandaag.AddDays(-30);
        var (id, eerste) = await huis.Gereserveerd(Hulp(verleden, dagen: 200));
        await huis.Besluit(id, AlsPgb(verleden, verleden.AddDays(9), 3900.50m));
        await huis.Akkoord(eerste.Client.Bsn, nummer: 2);

        (await huis.SvbHoort(Afsluiting(eerste, 900m, "3", huis.Vandaag))).IsAkkoord.ShouldBeTrue("OP523");

        (await huis.Backoffice.Lees(Huis.Budget(id)))["afsluitingen"]![0]!["reden"]!.GetValue<string>().ShouldBe("bestedingsconflict");
    }

    [Fact]
    public async Task Casus_12_indexation_raises_the_part_of_one_year_and_tells_the_others_along()
    {
        var (id, eerste) = await huis.Gereserveerd();
        await huis.Besluit(id, AlsPgb(Begin, Begin.AddDays(99), 2000m), AlsPgb(Begin.AddDays(100), Eind, 2000m));
        await huis.Akkoord(eerste.Client.Bsn, nummer: 2);

        await huis.Besluit(id, AlsPgb(Begin, Begin.AddDays(99), 2050m), AlsPgb(Begin.AddDays(100), Eind, 2000m));

        (await huis.Akkoord(eerste.Client.Bsn, nummer: 3)).Client.Budget.FunctieBudgetten.Select(d => d.FunctieBudgetBedrag)
            .ShouldBe([205000, 200000]);
    }

    [Fact]
    public async Task What_is_withdrawn_before_its_start_is_nothing_on_the_first_day_of_every_part()
    {
        var begin = huis.Vandaag.AddDays(20);
        var (id, eerste) = await huis.Gereserveerd(Hulp(begin));
        await huis.Besluit(id, AlsPgb(begin, begin.AddDays(50), 1000m), AlsPgb(begin, begin.AddDays(50), 800m, "07"));
        await huis.Akkoord(eerste.Client.Bsn, nummer: 2);

        await huis.Besluit(id);

        (await huis.Akkoord(eerste.Client.Bsn, nummer: 3)).Client.Budget.FunctieBudgetten
            .ShouldBe([new("02", new(begin, begin), 0), new("07", new(begin, begin), 0)]);
        (await Open(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_SVB_rejected_is_corrected_by_a_decision_and_goes_at_once()
    {
        var (id, eerste) = await huis.Toegekend();
        await huis.Antwoord(Afkeuring(eerste, "9502"));

        await huis.Besluit(id, AlsPgb(Begin.AddDays(5), Eind, 3000m));

        var opnieuw = (await huis.Akkoord(eerste.Client.Bsn, nummer: 2)).Client.Budget;
        (opnieuw.BudgetIdentificatieOud, opnieuw.FunctieBudgetten.Single())
            .ShouldBe((null, new FunctieBudget("02", new(Begin.AddDays(5), Eind), 300000)));
        (await huis.Status(id)).ShouldBe("gereserveerd");
    }

    [Fact]
    public async Task A_second_budget_for_the_same_zorgfunctie_and_time_is_held_back_until_it_fits()
    {
        var (eerste, tweede) = (Hulp(Begin), Hulp(Begin.AddDays(50)));
        var beschikking = Beschikking(eerste, tweede);
        await huis.Dienst.Verwerk(beschikking);
        await huis.Akkoord(beschikking.Persoon.Waarde.Bsn, nummer: 1);
        (await huis.AllesBijSvb(beschikking.Persoon.Waarde.Bsn)).ShouldHaveSingleItem("OP508, TR502");
        (await huis.Status(tweede.VoorzieningId)).ShouldBe("tegengehouden");
        await huis.Backoffice.Doe($"{Huis.Budget(tweede.VoorzieningId)}/nieuwe-aanmelding", new { });
        (await huis.Verhaal(tweede.VoorzieningId)).ShouldBe("BudgetTegengehouden");

        await huis.Besluit(tweede.VoorzieningId, AlsPgb(Eind.AddDays(1), Eind.AddDays(90), 1000m));

        (await huis.Akkoord(beschikking.Persoon.Waarde.Bsn, nummer: 2)).Client.Budget.FunctieBudgetten
            .Single().FunctieBudgetPeriode.Begindatum.ShouldBe(Eind.AddDays(1));
    }

    private async Task Vertegenwoordig(Guid id, object vertegenwoordiging) =>
        await huis.Consulent.Doe($"{Huis.Budget(id)}/wijziging", new
        {
            reden = "Iemand anders helpt nu.",
            vertegenwoordiging
        }, await huis.Consulent.Etag(Huis.Budget(id)));

    /// <summary>The closings that the SVB still has to send.</summary>
    private async Task<string[]> Open(Guid id) =>
        [.. (await huis.Backoffice.Lees(Huis.Budget(id)))["verwachteAfsluitingen"]!
            .AsArray().Where(a => a!["ontvangenOp"] is null).Select(a => $"{a!["reden"]} {a["jaar"]}")];

    private static IEnumerable<Relatieverwachting> Relaties(Wmo501 bericht) =>
        bericht.Client.Relaties!.Select(r => new Relatieverwachting(r.Soort, r.Contact?.Organisatie ?? r.Naam!.Geslachtsnaam.Achternaam));

    private sealed record Relatieverwachting(string Soort, string Naam);
}
