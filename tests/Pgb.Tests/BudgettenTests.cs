using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using static WmoPlatform.Pgb.Tests.Voorbeelden;

namespace WmoPlatform.Pgb.Tests;

/// <summary>The budget in the API and in messages with the SVB.</summary>
public sealed class BudgettenTests(Huis huis)
{
    [Fact]
    public async Task A_granted_budget_is_reserved_at_the_SVB()
    {
        var pgb = Hulp(huis.Vandaag);
        var (id, bericht) = await huis.Toegekend(pgb);

        var budget = bericht.Client.Budget;
        (bericht.Header.Afzender, budget.BudgetIdentificatieOud, budget.Afgiftedatum).ShouldBe(("0034", null, new DateOnly(2026, 1, 5)));
        budget.FunctieBudgetten.ShouldHaveSingleItem()
            .ShouldBe(new FunctieBudget("02", new(pgb.Periode.Ingangsdatum, pgb.Periode.Einddatum), 390050));

        await huis.Antwoord(Akkoord(bericht));
        (await huis.Status(id)).ShouldBe("gereserveerd");
        (await huis.Verhaal(id)).ShouldBe("BudgetAangemeld BudgetGereserveerd");
        var gereserveerd = (await huis.Aangekondigd(id)).OfType<BudgetGereserveerd>().Single();
        gereserveerd.Persoon.Waarde.ShouldBe(new Persoonskern(bericht.Client.Bsn, new(1951, 3, 14)));
    }

    [Fact]
    public async Task The_same_beschikking_again_makes_no_second_reservation()
    {
        var pgb = Hulp(huis.Vandaag);
        var beschikking = Beschikking(pgb, Hulp(huis.Vandaag, uitkomst: Uitkomst.Afwijzen),
            Hulp(huis.Vandaag) with { Leveringsvorm = Leveringsvorm.Zin, Agb = "12345678" });

        await huis.Dienst.Verwerk(beschikking);
        await huis.Dienst.Verwerk(beschikking);

        (await huis.AllesBijSvb(beschikking.Persoon.Waarde.Bsn)).ShouldHaveSingleItem();
        (await huis.Dienst.Vraag(db => db.Budgetten.CountAsync(b => b.BeschikkingId == beschikking.BeschikkingId))).ShouldBe(1);
    }

    [Fact]
    public async Task A_person_who_messages_could_endanger_is_not_in_the_post()
    {
        var pgb = Hulp(huis.Vandaag);
        var beschikking = Beschikking(pgb) with { GeenBerichtenverkeer = true };
        await huis.Dienst.Verwerk(beschikking);

        (await huis.AllesBijSvb(beschikking.Persoon.Waarde.Bsn)).ShouldBeEmpty();
        (await huis.Aangekondigd(pgb.VoorzieningId))
            .ShouldHaveSingleItem().ShouldBeOfType<BudgetAangemeld>().Berichtidentificatie.ShouldBeNull();
        (await huis.Backoffice.Lees(Huis.Budget(pgb.VoorzieningId)))["vervolg"]!.GetValue<string>().ShouldContain("zelf bij de SVB");
    }

    [Fact]
    public async Task The_same_retour_twice_has_one_effect()
    {
        var (id, bericht) = await huis.Toegekend();
        var retour = Akkoord(bericht);

        await huis.Antwoord(retour);
        await huis.Antwoord(retour);
        await huis.Antwoord(Akkoord(bericht));

        (await huis.Verhaal(id)).ShouldBe("BudgetAangemeld BudgetGereserveerd");
    }

    [Fact]
    public async Task A_retour_on_nothing_of_ours_is_refused()
    {
        var (_, bericht) = await huis.Toegekend();
        var vreemd = bericht with { Header = bericht.Header with { BerichtIdentificatie = new("X00000000001", huis.Vandaag) } };

        using var antwoord = await huis.Lever(Akkoord(vreemd));
        antwoord.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_rejected_budget_is_told_again_by_the_backoffice()
    {
        var (id, bericht) = await huis.Toegekend();
        await huis.Antwoord(Afkeuring(bericht, "9504"));
        var budget = await huis.Backoffice.Lees(Huis.Budget(id));
        (budget["status"]!.GetValue<string>(), budget["situaties"]![0]!["retourcodes"]![0]!.GetValue<string>())
            .ShouldBe(("afgekeurd", "9504"));

        await huis.Backoffice.Doe($"{Huis.Budget(id)}/nieuwe-aanmelding", new { });
        var opnieuw = await huis.SvbKrijgt(bericht.Client.Bsn, nummer: 2);

        opnieuw.Client.Budget.BudgetIdentificatie.ShouldNotBe(bericht.Client.Budget.BudgetIdentificatie);
        opnieuw.Client.Budget.BudgetIdentificatieOud.ShouldBeNull();
        await huis.Antwoord(Akkoord(opnieuw));
        (await huis.Status(id)).ShouldBe("gereserveerd");
        (await huis.Backoffice.Weigert($"{Huis.Budget(id)}/nieuwe-aanmelding", new { })).ShouldBe((409, "niet-afgekeurd"));
    }

    [Fact]
    public async Task An_unanswered_WMO501_is_given_up_and_sent_again_and_a_late_answer_counts()
    {
        var (id, bericht) = await huis.Toegekend();
        await huis.AllesBijSvb(bericht.Client.Bsn);
        var nummer = await huis.Dienst.Vraag(db => db.Set<Ketenverkeer.Poststuk>()
            .Where(p => p.Identificatie == bericht.Identificatie).Select(p => p.Id).SingleAsync());
        var afkeuring = $"/pgb/v1/ipgb/berichten/{nummer}/afkeuring";
        (await huis.Backoffice.Weigert(afkeuring, new { })).ShouldBe((409, "antwoord-kan-nog-komen"));
        await huis.Dienst.Vraag(db => db.Database
            .ExecuteSqlAsync($"UPDATE poststuk SET antwoord_uiterlijk = '2020-01-01' WHERE identificatie = {bericht.Identificatie}"));

        (await huis.Backoffice.Stuur(afkeuring, new { })).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await huis.Backoffice.Stuur(afkeuring, new { })).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        (await huis.Status(id)).ShouldBe("afgekeurd");
        (await huis.Aangekondigd(id)).OfType<BudgetAfgekeurd>().ShouldHaveSingleItem().NietVerwerkt.ShouldBeTrue();
        await huis.Antwoord(Akkoord(bericht));
        (await huis.Status(id)).ShouldBe("gereserveerd");
        (await huis.Backoffice.Weigert(afkeuring, new { })).ShouldBe((409, "al-beantwoord"));
        (await huis.Backoffice.Weigert($"/pgb/v1/ipgb/berichten/{Guid.NewGuid()}/afkeuring", new { })).ShouldBe((404, "niet-gevonden"));
        (await huis.Consulent.Stuur(afkeuring, new { })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Without_messages_an_end_is_told_and_confirmed_by_hand()
    {
        var pgb = Hulp(huis.Vandaag);
        await huis.Dienst.Verwerk(Beschikking(pgb) with { GeenBerichtenverkeer = true });
        var pad = Huis.Budget(pgb.VoorzieningId);
        await huis.Backoffice.Doe($"{pad}/vastlegging", new { akkoord = true });

        var beeindigd = await huis.Besluit(pgb.VoorzieningId, AlsPgb(huis.Vandaag, huis.Vandaag, 3900.50m));
        (beeindigd["status"]!.GetValue<string>(), beeindigd["vervolg"]!.GetValue<string>()).ShouldBe(("einde-aangemeld",
            "Over deze inwoner gaan geen berichten. Meld het einde van het budget zelf bij de SVB, en leg het antwoord vast."));
        await huis.Backoffice.Doe($"{pad}/vastlegging", new { akkoord = true });

        (await huis.Status(pgb.VoorzieningId)).ShouldBe("beeindigd");
        (await huis.Verhaal(pgb.VoorzieningId)).ShouldBe("BudgetAangemeld BudgetGereserveerd BudgetBeeindigd BudgeteindeBevestigd");
        (await huis.Backoffice.Weigert($"{pad}/vastlegging", new { akkoord = true })).ShouldBe((409, "niets-te-beantwoorden"));
    }

    [Fact]
    public async Task One_budget_that_cannot_end_does_not_keep_the_others_from_ending()
    {
        var verleden = huis.Vandaag.AddDays(-30);
        var (kapot, _) = await huis.Gereserveerd(Hulp(verleden, dagen: 20));
        var (id, _) = await huis.Gereserveerd(Hulp(verleden, dagen: 20));
        await huis.Dienst.Vraag(
            db => db.Database.ExecuteSqlAsync($"UPDATE budget SET situaties = '\"kapot\"' WHERE voorziening_id = {kapot}"));
        var rondes = huis.Dienst.Services.GetServices<IHostedService>().OfType<EindeVanRechtswege>().Single();

        await rondes.Round(TestContext.Current.CancellationToken);

        (await huis.Status(id)).ShouldBe("beeindigd");
        await huis.Dienst.Vraag(db => db.Database.ExecuteSqlAsync($"UPDATE budget SET situaties = '[]' WHERE voorziening_id = {kapot}"));
    }

    [Fact]
    public async Task An_end_goes_to_the_SVB_and_is_confirmed()
    {
        var (id, bericht) = await huis.Gereserveerd();

        await Eindigt(id);

        var einde = await huis.SvbKrijgt(bericht.Client.Bsn, nummer: 2);
        einde.Client.Budget.BudgetIdentificatieOud.ShouldBe(bericht.Client.Budget.BudgetIdentificatie);
        einde.Client.Budget.FunctieBudgetten[0].ShouldBe(new FunctieBudget("02", new(huis.Vandaag, huis.Vandaag), 390050));
        await huis.Antwoord(Akkoord(einde));
        (await huis.Status(id)).ShouldBe("beeindigd");
        (await huis.Verhaal(id)).ShouldBe("BudgetAangemeld BudgetGereserveerd BudgetBeeindigd BudgeteindeBevestigd");
    }

    [Fact]
    public async Task A_withdrawal_is_nothing_on_the_first_day()
    {
        var (id, bericht) = await huis.Gereserveerd();

        await huis.Besluit(id);

        var einde = await huis.SvbKrijgt(bericht.Client.Bsn, nummer: 2);
        einde.Client.Budget.FunctieBudgetten[0].ShouldBe(new FunctieBudget("02", new(huis.Vandaag, huis.Vandaag), 0));
        (await huis.Aangekondigd(id)).OfType<BudgetBeeindigd>().Single().Ingetrokken.ShouldBeTrue();
    }

    [Fact]
    public async Task The_next_message_waits_for_the_answer_to_the_previous_one()
    {
        var (id, bericht) = await huis.Toegekend();
        await Eindigt(id);

        (await huis.AllesBijSvb(bericht.Client.Bsn)).ShouldHaveSingleItem();
        await huis.Antwoord(Akkoord(bericht));

        var einde = await huis.SvbKrijgt(bericht.Client.Bsn, nummer: 2);
        einde.Client.Budget.BudgetIdentificatieOud.ShouldBe(bericht.Client.Budget.BudgetIdentificatie);
        (await huis.Status(id)).ShouldBe("einde-aangemeld");
        (await huis.Verhaal(id)).ShouldBe("BudgetAangemeld BudgetGereserveerd BudgetBeeindigd");
    }

    [Fact]
    public async Task A_rejected_end_stays_in_view_and_is_told_again()
    {
        var (id, bericht) = await huis.Gereserveerd();
        await Eindigt(id);
        await huis.Antwoord(Afkeuring(await huis.SvbKrijgt(bericht.Client.Bsn, nummer: 2), "9562"));
        (await huis.Status(id)).ShouldBe("einde-afgekeurd");

        await huis.Backoffice.Doe($"{Huis.Budget(id)}/nieuwe-aanmelding", new { });
        var opnieuw = await huis.SvbKrijgt(bericht.Client.Bsn, nummer: 3);

        opnieuw.Client.Budget.BudgetIdentificatieOud.ShouldBe(bericht.Client.Budget.BudgetIdentificatie);
        await huis.Antwoord(Akkoord(opnieuw));
        (await huis.Status(id)).ShouldBe("beeindigd");
    }

    /// <summary>A decision of today leaves only today.</summary>
    private Task Eindigt(Guid id) => huis.Besluit(id, AlsPgb(huis.Vandaag, huis.Vandaag, 3900.50m));

    [Fact]
    public async Task A_budget_whose_last_day_has_passed_ends_by_itself_once()
    {
        var verleden = huis.Vandaag.AddDays(-30);
        var (id, bericht) = await huis.Gereserveerd(Hulp(verleden, dagen: 29));
        var (loopt, _) = await huis.Gereserveerd(Hulp(verleden, dagen: 30));
        var rondes = huis.Dienst.Services.GetServices<IHostedService>().OfType<EindeVanRechtswege>().Single();

        await rondes.Round(TestContext.Current.CancellationToken);
        await rondes.Round(TestContext.Current.CancellationToken);

        (await huis.Verhaal(id)).ShouldBe("BudgetAangemeld BudgetGereserveerd BudgetBeeindigd BudgeteindeBevestigd");
        (await huis.AllesBijSvb(bericht.Client.Bsn)).ShouldHaveSingleItem();
        (await huis.Status(loopt)).ShouldBe("gereserveerd");
    }

    [Fact]
    public async Task Of_the_person_nothing_rests_in_the_clear()
    {
        var (id, bericht) = await huis.Gereserveerd();

        var rij = await huis.Dienst.Vraag(
            db => db.Database.SqlQuery<string>($"SELECT budget::text AS \"Value\" FROM budget WHERE voorziening_id = {id}").SingleAsync());
        var post = await huis.Dienst
            .Vraag(db => db.Database.SqlQuery<string>($"SELECT string_agg(p::text, ' ') AS \"Value\" FROM poststuk p").SingleAsync());
        foreach (var lokaas in (string[])[bericht.Client.Bsn, "Lokaas-Proefman", "1951-03-14", "Kadeplein"])
        {
            rij.ShouldNotContain(lokaas);
            post.ShouldNotContain(lokaas);
        }
    }
}
