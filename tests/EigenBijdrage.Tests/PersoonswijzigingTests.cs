using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;
using WmoPlatform.Testhuis;

namespace WmoPlatform.EigenBijdrage.Tests;

/// <summary>
/// Signals that the CAK has not got yet follow the person. Each test has its own service and its own CAK, which lets nobody in at first.
/// </summary>
public sealed class PersoonswijzigingTests : IAsyncLifetime
{
    private readonly Huis _huis = new();
    private readonly Persoon _persoon = new();

    public async ValueTask InitializeAsync()
    {
        await _huis.InitializeAsync();
        _huis.Cak.LaatNiemandBinnen = true;
    }

    public ValueTask DisposeAsync() => _huis.DisposeAsync();

    [Fact]
    public async Task A_signal_that_waits_goes_under_the_BSN_of_today()
    {
        await Wacht(_persoon.NieuweHulp().Gestart(_huis.Vandaag.AddDays(-20)));
        var nummer = (await _huis.Dienst.Vraag(db => db.Set<Poststuk>().SingleAsync())).Identificatie;
        var bsn = TestBsn.Nieuw();

        await Gewijzigd(bsn);
        await LaatBinnen();

        (await _huis.CakKrijgt<Wmo401>(bsn, 1)).Identificatie.ShouldBe(nummer);
        (await _huis.AllesBijCak(_persoon.Bsn)).ShouldBeEmpty();
        await _huis.Akkoord(bsn, nummer: 1);
        (await _huis.Verhaal(_persoon.Id)).ShouldBe("EigenBijdrageGestart EigenBijdrageBevestigd");
    }

    [Fact]
    public async Task What_the_CAK_may_have_got_is_not_rewritten()
    {
        await Wacht(_persoon.NieuweHulp().Gestart(_huis.Vandaag.AddDays(-20)));
        await _huis.Dienst.Vraag(db => db.Database.ExecuteSqlAsync($"UPDATE poststuk SET unknowns = 1"));
        var bsn = TestBsn.Nieuw();

        await Gewijzigd(bsn);
        await LaatBinnen();

        await _huis.CakKrijgt<Wmo401>(_persoon.Bsn, 1);
        (await _huis.AllesBijCak(bsn)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_signal_that_waits_is_told_by_hand_once_the_safety_of_the_person_forbids_it()
    {
        await Wacht(_persoon.NieuweHulp().Gestart(_huis.Vandaag.AddDays(-20)));

        // Twice, as a redelivery could be.
        await Gewijzigd(_persoon.Bsn, geenBerichten: true);
        await Gewijzigd(_persoon.Bsn, geenBerichten: true);
        await LaatBinnen();

        (await _huis.AllesBijCak(_persoon.Bsn)).ShouldBeEmpty();
        (await _huis.Aangekondigd<EigenBijdrageMetDeHand>(_persoon.Id)).ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(g => g.Soort.ShouldBe(EbBericht.Start), g => g.Reden.ShouldBe(RedenMetDeHand.AfgeschermdePersoon));
        (await _huis.LegVast(_persoon.Id, "start")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_signal_that_was_refused_at_the_door_is_told_by_hand_too()
    {
        await Wacht(_persoon.NieuweHulp().Gestart(_huis.Vandaag.AddDays(-20)));
        await _huis.Dienst.Vraag(db => db.Database.ExecuteSqlAsync($"UPDATE poststuk SET status = 'Geweigerd', due_at = NULL"));

        await Gewijzigd(_persoon.Bsn, geenBerichten: true);

        (await _huis.Aangekondigd<EigenBijdrageMetDeHand>(_persoon.Id)).ShouldHaveSingleItem();
        (await _huis.Dienst.Vraag(db => db.Set<Poststuk>().SingleAsync())).Status.ShouldBe(Poststatus.Teruggenomen);
    }

    [Fact]
    public async Task A_stop_that_waits_follows_the_person_as_well()
    {
        _huis.Cak.LaatNiemandBinnen = false;
        var hulp = _persoon.NieuweHulp();
        await _huis.Dienst.Verwerk(hulp.Gestart(_huis.Vandaag.AddDays(-20)));
        await _huis.Akkoord(_persoon.Bsn, nummer: 1);
        _huis.Cak.LaatNiemandBinnen = true;
        await Wacht(hulp.Gestopt(_huis.Vandaag.AddDays(-1)));
        var bsn = TestBsn.Nieuw();

        await Gewijzigd(bsn);
        var stop = await _huis.Dienst.Vraag(db => db.Set<Poststuk>().SingleAsync(p => p.Soort == "WMO403"));
        ((Wmo403)Ketenbericht.Lees(new MemoryStream(stop.Xml(_huis.Dienst.Services.GetRequiredService<Vault>())))).Client.Bsn.ShouldBe(bsn);
        await Gewijzigd(bsn, geenBerichten: true, stand: 3);

        (await _huis.Aangekondigd<EigenBijdrageMetDeHand>(_persoon.Id)).ShouldHaveSingleItem().Soort.ShouldBe(EbBericht.Stop);
        (await _huis.LegVast(_persoon.Id, "stop")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_new_BSN_that_is_known_before_the_help_is_the_one_the_CAK_gets()
    {
        _huis.Cak.LaatNiemandBinnen = false;
        var bsn = TestBsn.Nieuw();

        await Gewijzigd(bsn);
        await _huis.Dienst.Verwerk(_persoon.NieuweHulp().Gestart(_huis.Vandaag.AddDays(-20)));

        await _huis.CakKrijgt<Wmo401>(bsn, 1);
        (await _huis.AllesBijCak(_persoon.Bsn)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Protection_that_is_known_before_the_help_keeps_every_message_in()
    {
        _huis.Cak.LaatNiemandBinnen = false;

        await Gewijzigd(_persoon.Bsn, geenBerichten: true);
        await _huis.Dienst.Verwerk(_persoon.NieuweHulp().Gestart(_huis.Vandaag.AddDays(-20)));

        (await _huis.Aangekondigd<EigenBijdrageMetDeHand>(_persoon.Id)).ShouldHaveSingleItem().Reden
            .ShouldBe(RedenMetDeHand.AfgeschermdePersoon);
        (await _huis.AllesBijCak(_persoon.Bsn)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_older_change_that_arrives_late_takes_nothing_back()
    {
        var (eerste, tweede) = (TestBsn.Nieuw(), TestBsn.Nieuw());
        await Wacht(_persoon.NieuweHulp().Gestart(_huis.Vandaag.AddDays(-20)));

        await Gewijzigd(tweede, stand: 3, eerder: eerste);
        await Gewijzigd(eerste, stand: 2);
        await LaatBinnen();

        await _huis.CakKrijgt<Wmo401>(tweede, 1);
        (await _huis.AllesBijCak(eerste)).ShouldBeEmpty();
    }

    /// <summary>The help gives a signal that the CAK does not get yet.</summary>
    private async Task Wacht<T>(T gebeurtenis) where T : Gebeurtenis
    {
        await _huis.Dienst.Verwerk(gebeurtenis);
        await Tot.Waar(() => _huis.Dienst.Vraag(db => db.Set<Poststuk>().AnyAsync(p => p.Attempts > 0 && p.DueAt != null)));
        // No attempt is under way and none begins, until somebody is let in.
        await Tot.Waar(() => _huis.Dienst.Vraag(async db => await db.Database.ExecuteSqlAsync(
            $"UPDATE poststuk SET due_at = 'infinity' WHERE claimed_until IS NULL AND due_at IS NOT NULL") == 1));
    }

    private async Task LaatBinnen()
    {
        _huis.Cak.LaatNiemandBinnen = false;
        await Zet("epoch");
    }

    private Task Zet(string wanneer) => _huis.Dienst.Vraag(db =>
        db.Database.ExecuteSqlAsync($"UPDATE poststuk SET due_at = {wanneer}::timestamptz WHERE due_at IS NOT NULL"));

    private Task Gewijzigd(string bsn, bool geenBerichten = false, int stand = 2, string? eerder = null) => _huis.Dienst.Verwerk(
        new PersoonsgegevensGewijzigd(
            _persoon.Id, geenBerichten,
            new(new Persoonsgegevens(bsn, new("Berg", null, "Anna", "A"), new(1951, 3, 14), null, 2, null)
            {
                EerdereBsns = bsn == _persoon.Bsn ? null : eerder is null ? [_persoon.Bsn] : [_persoon.Bsn, eerder],
            }),
            [Persoonswijziging.Bsn])
        {
            Dossiernummer = "D-2026-000001",
            AggregaatId = Guid.NewGuid(),
            Versie = stand,
            Persoonstand = stand,
            Op = _huis.Dienst.Klok.GetUtcNow(),
        });
}
