using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Testhuis;
using static WmoPlatform.Pgb.Tests.Voorbeelden;

namespace WmoPlatform.Pgb.Tests;

/// <summary>What changes about a person reaches every budget. A death ends it; a move does not.</summary>
public sealed class PersoonswijzigingTests(Huis huis)
{
    [Fact]
    public async Task A_death_ends_a_budget_on_its_day_and_the_SVB_hears_it()
    {
        var (beschikking, id) = await Gereserveerd();

        await Gewijzigd(beschikking, overleden: huis.Vandaag);

        var einde = (await huis.Aangekondigd(id)).OfType<BudgetBeeindigd>().Single();
        (einde.Einddatum, einde.WegensOverlijden, einde.Ingetrokken).ShouldBe((huis.Vandaag, true, false));
        (await huis.SvbKrijgt(beschikking.Persoon.Waarde.Bsn, 2)).Client.Budget.FunctieBudgetten.Single().FunctieBudgetPeriode.Einddatum
            .ShouldBe(huis.Vandaag);
    }

    [Fact]
    public async Task A_budget_that_had_not_begun_at_death_is_withdrawn()
    {
        var pgb = Hulp(huis.Vandaag.AddDays(30));
        var beschikking = Beschikking(pgb) with { Persoonstand = 1 };
        await huis.Dienst.Verwerk(beschikking);
        await huis.Antwoord(Akkoord(await huis.SvbKrijgt(beschikking.Persoon.Waarde.Bsn)));

        await Gewijzigd(beschikking, overleden: huis.Vandaag);

        (await huis.Aangekondigd(pgb.VoorzieningId)).OfType<BudgetBeeindigd>().Single().Ingetrokken.ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_gets_a_budget_after_death()
    {
        var pgb = Hulp(huis.Vandaag);
        var beschikking = Beschikking(pgb) with { Persoonstand = 1 };
        await Gewijzigd(beschikking, overleden: huis.Vandaag);

        await huis.Dienst.Verwerk(beschikking);

        (await huis.Status(pgb.VoorzieningId)).ShouldBe("beeindigd");
        var einde = (await huis.Aangekondigd(pgb.VoorzieningId)).OfType<BudgetBeeindigd>().Single();
        (einde.Ingetrokken, einde.WegensOverlijden).ShouldBe((true, true));
        (await huis.AllesBijSvb(beschikking.Persoon.Waarde.Bsn)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_end_that_lies_ahead_is_brought_forward_by_a_death()
    {
        var (beschikking, id) = await Gereserveerd();
        await huis.Besluit(id, AlsPgb(huis.Vandaag, huis.Vandaag.AddDays(90), 3900.50m));
        await huis.Antwoord(Akkoord(await huis.SvbKrijgt(beschikking.Persoon.Waarde.Bsn, 2)));

        await Gewijzigd(beschikking, overleden: huis.Vandaag);

        (await huis.SvbKrijgt(beschikking.Persoon.Waarde.Bsn, 3)).Client.Budget.FunctieBudgetten.Single().FunctieBudgetPeriode.Einddatum
            .ShouldBe(huis.Vandaag);
    }

    [Fact]
    public async Task A_day_of_death_that_becomes_known_later_corrects_the_end()
    {
        var pgb = Hulp(huis.Vandaag.AddDays(-30));
        var beschikking = Beschikking(pgb) with { Persoonstand = 1 };
        await huis.Dienst.Verwerk(beschikking);
        await huis.Antwoord(Akkoord(await huis.SvbKrijgt(beschikking.Persoon.Waarde.Bsn)));

        await Gewijzigd(beschikking, overleden: huis.Vandaag);
        await huis.Antwoord(Akkoord(await huis.SvbKrijgt(beschikking.Persoon.Waarde.Bsn, 2)));
        await Gewijzigd(beschikking, overleden: huis.Vandaag.AddDays(-5), stand: 3);

        (await huis.SvbKrijgt(beschikking.Persoon.Waarde.Bsn, 3)).Client.Budget.FunctieBudgetten.Single().FunctieBudgetPeriode.Einddatum
            .ShouldBe(huis.Vandaag.AddDays(-5));
    }

    [Fact]
    public async Task Who_moves_away_keeps_the_budget()
    {
        var (beschikking, id) = await Gereserveerd();

        await Gewijzigd(beschikking, signalen: Brpsignaal.AndereGemeente);

        (await huis.Status(id)).ShouldBe("gereserveerd");
    }

    [Fact]
    public async Task The_next_message_names_the_BSN_of_today()
    {
        var (beschikking, _) = await Gereserveerd();
        var nieuw = TestBsn.Nieuw();

        await Gewijzigd(beschikking, persoon: beschikking.Persoon.Waarde with { Bsn = nieuw });
        await Gewijzigd(beschikking, overleden: huis.Vandaag, stand: 3, persoon: beschikking.Persoon.Waarde with { Bsn = nieuw });

        (await huis.SvbKrijgt(nieuw)).Client.Bsn.ShouldBe(nieuw);
    }

    [Fact]
    public async Task Who_becomes_protected_is_in_no_message_any_more()
    {
        var (beschikking, id) = await Gereserveerd();

        await Gewijzigd(beschikking, geheim: true);

        (await huis.Dienst.Vraag(db => db.Budgetten.SingleAsync(b => b.VoorzieningId == id))).MetDeHand.ShouldBeTrue();
    }

    private async Task<(BeschikkingBekendgemaakt Beschikking, Guid Id)> Gereserveerd()
    {
        var pgb = Hulp(huis.Vandaag);
        var beschikking = Beschikking(pgb) with { Persoonstand = 1 };
        await huis.Dienst.Verwerk(beschikking);
        await huis.Antwoord(Akkoord(await huis.SvbKrijgt(beschikking.Persoon.Waarde.Bsn)));
        return (beschikking, pgb.VoorzieningId);
    }

    private Task Gewijzigd(BeschikkingBekendgemaakt beschikking, DateOnly? overleden = null, int stand = 2, bool geheim = false,
        Persoonsgegevens? persoon = null, params Brpsignaal[] signalen) =>
        huis.Dienst.Verwerk(new PersoonsgegevensGewijzigd(
            beschikking.PersoonId, geheim, new(persoon ?? beschikking.Persoon.Waarde), [Persoonswijziging.Signaal])
        {
            Persoonstand = stand,
            Signalen = overleden is null ? signalen : [Brpsignaal.Overleden],
            OverledenOp = overleden,
            Dossiernummer = beschikking.Dossiernummer,
            AggregaatId = Guid.NewGuid(),
            Versie = stand,
            Op = DateTimeOffset.UtcNow,
        });
}
