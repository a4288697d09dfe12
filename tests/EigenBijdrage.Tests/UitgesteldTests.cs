using Microsoft.EntityFrameworkCore;
using WmoPlatform.IStandaarden;

namespace WmoPlatform.EigenBijdrage.Tests;

/// <summary>Signals for a day further ahead than the CAK accepts. Each test has its own service, because it moves the clock.</summary>
public sealed class UitgesteldTests : IAsyncLifetime
{
    private readonly Huis _huis = new();

    public ValueTask InitializeAsync() => _huis.InitializeAsync();

    public ValueTask DisposeAsync() => _huis.DisposeAsync();

    [Fact]
    public async Task A_start_further_than_a_month_ahead_waits_for_its_time()
    {
        var persoon = new Persoon();
        var begin = _huis.Vandaag.AddDays(45);
        await _huis.Dienst.Verwerk(persoon.NieuweHulp().Gereserveerd(begin));
        await _huis.Ronde();
        (await _huis.AllesBijCak(persoon.Bsn)).ShouldBeEmpty();

        _huis.Dienst.Klok.Vooruit(TimeSpan.FromDays(20));
        await _huis.Ronde();
        await _huis.Ronde();

        (await _huis.CakKrijgt<Wmo401>(persoon.Bsn, 1)).Client.StartEigenBijdrage.EbStartdatum.ShouldBe(begin);
        (await _huis.AllesBijCak(persoon.Bsn)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_stop_further_than_a_month_ahead_waits_for_its_time_also_beside_a_rolstoel()
    {
        var persoon = new Persoon();
        var hulp = persoon.NieuweHulp();
        await _huis.Dienst.Verwerk(persoon.NieuweHulp("11").Gestart(_huis.Vandaag));
        await _huis.Dienst.Verwerk(hulp.Gereserveerd(_huis.Vandaag));
        await _huis.Akkoord(persoon.Bsn, nummer: 1);
        var einde = _huis.Vandaag.AddDays(45);
        await _huis.Dienst.Verwerk(hulp.Beeindigd(einde));
        await _huis.Ronde();
        (await _huis.AllesBijCak(persoon.Bsn)).ShouldHaveSingleItem();

        _huis.Dienst.Klok.Vooruit(TimeSpan.FromDays(20));
        await _huis.Ronde();

        (await _huis.CakKrijgt<Wmo403>(persoon.Bsn, 2)).Client.StopEigenBijdrage.EbStopdatum.ShouldBe(einde);
    }

    [Fact]
    public async Task A_far_budget_shortened_before_the_CAK_has_it_is_sent_with_its_end()
    {
        var persoon = new Persoon();
        var hulp = persoon.NieuweHulp();
        var begin = _huis.Vandaag.AddDays(45);
        await _huis.Dienst.Verwerk(hulp.Gereserveerd(begin));
        await _huis.Dienst.Verwerk(hulp.Beeindigd(begin.AddDays(10)));

        _huis.Dienst.Klok.Vooruit(TimeSpan.FromDays(40));
        await _huis.Ronde();
        await _huis.Akkoord(persoon.Bsn, nummer: 1);

        (await _huis.CakKrijgt<Wmo403>(persoon.Bsn, 2)).Client.StopEigenBijdrage.EbStopdatum.ShouldBe(begin.AddDays(10));
    }

    [Fact]
    public async Task One_person_for_whom_it_fails_holds_up_nobody_else()
    {
        var (kapot, persoon) = (new Persoon(), new Persoon());
        var begin = _huis.Vandaag.AddDays(45);
        await _huis.Dienst.Verwerk(kapot.NieuweHulp().Gereserveerd(begin));
        await _huis.Dienst.Verwerk(persoon.NieuweHulp().Gereserveerd(begin));
        await _huis.Dienst.Vraag(
            db => db.Database.ExecuteSqlAsync($"UPDATE bijdrage SET verzegelde_bsn = 'kapot' WHERE persoon_id = {kapot.Id}"));

        _huis.Dienst.Klok.Vooruit(TimeSpan.FromDays(20));
        await _huis.Ronde();

        (await _huis.CakKrijgt<Wmo401>(persoon.Bsn, 1)).Client.StartEigenBijdrage.EbStartdatum.ShouldBe(begin);
        (await _huis.AllesBijCak(kapot.Bsn)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_budget_far_ahead_that_is_withdrawn_is_never_told()
    {
        var persoon = new Persoon();
        var hulp = persoon.NieuweHulp();
        var begin = _huis.Vandaag.AddDays(45);
        await _huis.Dienst.Verwerk(hulp.Gereserveerd(begin));
        await _huis.Dienst.Verwerk(hulp.Beeindigd(begin, ingetrokken: true));

        _huis.Dienst.Klok.Vooruit(TimeSpan.FromDays(20));
        await _huis.Ronde();

        (await _huis.AllesBijCak(persoon.Bsn)).ShouldBeEmpty();
    }
}
