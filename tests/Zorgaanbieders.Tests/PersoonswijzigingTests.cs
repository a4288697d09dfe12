using System.Net;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Testhuis;
using WmoPlatform.Zorgaanbieders.Toewijzingen;

namespace WmoPlatform.Zorgaanbieders.Tests;

/// <summary>What changes about a person reaches every assignment: messages name the person of today, and a death ends the help.</summary>
public sealed class PersoonswijzigingTests(Huis huis) : IClassFixture<Huis>
{
    private readonly Guid _persoonId = Guid.CreateVersion7();
    private readonly Persoonsgegevens _persoon = Huis.Persoon();

    private DateOnly Vandaag => huis.Dienst.Klok.Vandaag();

    private Persoonsgegevens Verhuisd => _persoon with { Adres = _persoon.Adres! with { Straatnaam = "Nieuweweg", Huisnummer = 99 } };

    // ------------------------------------------------------------------------------------------ the address of today

    [Fact]
    public async Task Every_message_after_a_move_carries_the_address_of_the_day_of_sending()
    {
        var eerste = await Geaccepteerd();

        await Gewijzigd(Verhuisd);
        // Another dossier of the same person, whose verslag was signed before the move.
        await huis.Dienst.Verwerk(Huis.Beschikking(_persoon, _persoonId, hulp: [Huis.Hulp(Huis.DeBrug)]) with { Persoonstand = 1 });
        var tweede = await huis.Ggk.Krijgt<Wmo301>(b => b.Client.Bsn == _persoon.Bsn && b.Header.Ontvanger == Huis.DeBrug);
        await Wijzig(eerste, Vandaag.AddYears(1));

        Huisnummer(tweede).ShouldBe(99);
        Huisnummer(await Volgende(eerste)).ShouldBe(99);
    }

    [Fact]
    public async Task A_change_that_overtakes_the_beschikking_counts()
    {
        await Gewijzigd(Verhuisd);

        Huisnummer(await huis.WijsToe(Beschikking())).ShouldBe(99);
    }

    [Fact]
    public async Task An_older_state_of_the_person_changes_nothing()
    {
        await Gewijzigd(Verhuisd, stand: 3);
        await Gewijzigd(_persoon, stand: 2);

        Huisnummer(await huis.WijsToe(Beschikking())).ShouldBe(99);
    }

    [Fact]
    public async Task A_message_that_has_not_left_yet_is_written_anew()
    {
        huis.Ggk.Weiger(_persoon.Bsn, HttpStatusCode.TooManyRequests);
        await huis.Dienst.Verwerk(Beschikking());
        await Tot.Waar(() => huis.Ggk.Aangeboden(_persoon.Bsn) > 0);

        await NietOnderweg(() => Gewijzigd(Verhuisd));
        huis.Ggk.Neem(_persoon.Bsn);

        Huisnummer(await huis.Ggk.Krijgt<Wmo301>(b => b.Client.Bsn == _persoon.Bsn)).ShouldBe(99);
        await Tot.Waar(async () => (await Stand()).SequenceEqual([Poststatus.Teruggenomen, Poststatus.Verzonden]));
        huis.Ggk.Genomen.OfType<Wmo301>().Count(b => b.Client.Bsn == _persoon.Bsn).ShouldBe(1);
    }

    [Fact]
    public async Task A_message_that_has_left_is_not_taken_back()
    {
        await huis.WijsToe(Beschikking());
        await Tot.Waar(async () => (await Stand()).SequenceEqual([Poststatus.Verzonden]));

        await Gewijzigd(Verhuisd);

        (await Stand()).ShouldBe([Poststatus.Verzonden]);
    }

    [Fact]
    public async Task A_message_that_may_have_arrived_is_not_taken_back()
    {
        huis.Ggk.Weiger(_persoon.Bsn, HttpStatusCode.ServiceUnavailable);
        await huis.Dienst.Verwerk(Beschikking());
        await Tot.Waar(() => huis.Ggk.Aangeboden(_persoon.Bsn) > 0);

        await NietOnderweg(() => Gewijzigd(Verhuisd));
        huis.Ggk.Neem(_persoon.Bsn);

        Huisnummer(await huis.Ggk.Krijgt<Wmo301>(b => b.Client.Bsn == _persoon.Bsn)).ShouldBe(12);
    }

    [Fact]
    public async Task Whose_address_is_gone_is_reported_by_hand()
    {
        var bericht = await Geaccepteerd();
        await Gewijzigd(_persoon with { Adres = null });
        await Wijzig(bericht, Vandaag.AddYears(1));

        (await huis.Aangekondigd(bericht)).OfType<ToewijzingGewijzigd>().Single().MetDeHand.ShouldBeTrue();
    }

    [Fact]
    public async Task Who_becomes_protected_is_in_no_message_any_more_also_not_in_one_that_waits()
    {
        huis.Ggk.Weiger(_persoon.Bsn, HttpStatusCode.TooManyRequests);
        await huis.Dienst.Verwerk(Beschikking());
        await Tot.Waar(() => huis.Ggk.Aangeboden(_persoon.Bsn) > 0);

        await NietOnderweg(() => Gewijzigd(_persoon, geheim: true));
        huis.Ggk.Neem(_persoon.Bsn);

        (await Stand()).ShouldBe([Poststatus.Teruggenomen]);
        (await Toewijzing()).MetDeHand.ShouldBe(Toewijzingen.RedenMetDeHand.AfgeschermdePersoon);
    }

    [Fact]
    public async Task A_provider_may_still_use_the_BSN_that_it_knows()
    {
        var bericht = await Geaccepteerd();
        await Gewijzigd(_persoon with { Bsn = TestBsn.Nieuw(), EerdereBsns = [_persoon.Bsn] });

        (await huis.Retour<Wmo306>(Berichten.Start(bericht, Vandaag))).IsAkkoord.ShouldBeTrue();
        (await huis.Retour<Wmo308>(Berichten.Stop(Berichten.Start(bericht, Vandaag, bsn: TestBsn.Nieuw()), Vandaag, "19")))
            .IsAkkoord.ShouldBeFalse();
    }

    // ------------------------------------------------------------------------------------------ death

    [Fact]
    public async Task A_death_ends_help_on_its_day_and_tells_the_provider_why()
    {
        var bericht = await Geaccepteerd();
        (await huis.Retour<Wmo306>(Berichten.Start(bericht, Vandaag.AddDays(-20)))).IsAkkoord.ShouldBeTrue();

        await Gewijzigd(_persoon, overleden: Vandaag.AddDays(-3));

        var product = (await Volgende(bericht)).Client.ToegewezenProducten.Single();
        (product.Einddatum, product.RedenWijziging).ShouldBe((Vandaag.AddDays(-3), "02"));
        var afgesproken = (await huis.Dienst.Aangekondigd()).OfType<ZorgAfgesproken>().Last(g => g.Hulp.PersoonId == _persoonId);
        afgesproken.Hulp.Periode.Einddatum.ShouldBe(Vandaag.AddDays(-3));
    }

    [Fact]
    public async Task A_day_of_death_that_becomes_known_later_corrects_the_end()
    {
        var bericht = await Geaccepteerd();
        (await huis.Retour<Wmo306>(Berichten.Start(bericht, Vandaag.AddDays(-20)))).IsAkkoord.ShouldBeTrue();

        await Gewijzigd(_persoon, overleden: null, isOverleden: true);
        (await Toewijzing()).Periode.Einddatum.ShouldBe(Vandaag);
        await Gewijzigd(_persoon, overleden: Vandaag.AddDays(-3), stand: 3);

        (await Toewijzing()).Periode.Einddatum.ShouldBe(Vandaag.AddDays(-3));
    }

    [Fact]
    public async Task A_change_that_waits_does_not_turn_an_end_by_death_into_a_removal()
    {
        var bericht = await Geaccepteerd();
        huis.Ggk.Weiger(_persoon.Bsn, HttpStatusCode.TooManyRequests);
        await Wijzig(bericht, Vandaag.AddYears(1));

        await NietOnderweg(() => Gewijzigd(_persoon, overleden: Vandaag.AddDays(-3)));
        huis.Ggk.Neem(_persoon.Bsn);

        var product = (await Volgende(bericht)).Client.ToegewezenProducten.Single();
        (product.Einddatum, product.RedenWijziging).ShouldBe((Vandaag.AddDays(-3), "02"));
    }

    [Fact]
    public async Task Who_gets_an_address_again_is_in_messages_again()
    {
        var bericht = await Geaccepteerd();
        await Gewijzigd(_persoon with { Adres = null });
        await Gewijzigd(Verhuisd, stand: 3);
        await Wijzig(bericht, Vandaag.AddYears(1));

        Huisnummer(await Volgende(bericht)).ShouldBe(99);
    }

    [Fact]
    public async Task Help_that_was_given_after_the_reported_day_of_death_is_not_cut_off()
    {
        var bericht = await Geaccepteerd();
        (await huis.Retour<Wmo306>(Berichten.Start(bericht, Vandaag.AddDays(-2)))).IsAkkoord.ShouldBeTrue();

        await Gewijzigd(_persoon, overleden: Vandaag.AddDays(-5));

        (await Toewijzing()).Periode.Einddatum.ShouldBe(Vandaag.AddDays(-2));
    }

    [Fact]
    public async Task Help_of_which_the_provider_never_heard_goes_without_a_word()
    {
        huis.Ggk.Weiger(_persoon.Bsn, HttpStatusCode.TooManyRequests);
        await huis.Dienst.Verwerk(Beschikking());
        await Tot.Waar(() => huis.Ggk.Aangeboden(_persoon.Bsn) > 0);

        await NietOnderweg(() => Gewijzigd(_persoon, overleden: Vandaag.AddDays(-3)));
        huis.Ggk.Neem(_persoon.Bsn);

        (await Toewijzing()).Status.ShouldBe(Toewijzingstatus.Verwijderd);
        (await Stand()).ShouldBe([Poststatus.Teruggenomen]);
    }

    [Fact]
    public async Task Nobody_is_assigned_help_after_death()
    {
        await Gewijzigd(_persoon, overleden: Vandaag.AddDays(-3));

        await huis.Dienst.Verwerk(Beschikking());

        (await Toewijzing()).Status.ShouldBe(Toewijzingstatus.Aangehouden);
        (await huis.Dienst.Aangekondigd()).OfType<ToewijzingAangehouden>().Last().Reden.ShouldBe(Beletselreden.InwonerOverleden);
        (await Stand()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_moves_away_keeps_the_help_until_a_user_ends_it()
    {
        await Geaccepteerd();
        var tot = (await Toewijzing()).Periode.Einddatum;

        await Gewijzigd(Verhuisd, signalen: [Brpsignaal.AndereGemeente]);

        ((await Toewijzing()).Periode.Einddatum, (await Toewijzing()).Status).ShouldBe((tot, Toewijzingstatus.Geaccepteerd));
    }

    private BeschikkingBekendgemaakt Beschikking() => Huis.Beschikking(_persoon, _persoonId) with { Persoonstand = 1 };

    private async Task<Wmo301> Geaccepteerd()
    {
        var bericht = await huis.WijsToe(Beschikking());
        (await huis.Lever(Berichten.Akkoord(bericht))).EnsureSuccessStatusCode();
        await Tot.Waar(async () => (await Toewijzing()).Status == Toewijzingstatus.Geaccepteerd);
        return bericht;
    }

    private Task Gewijzigd(Persoonsgegevens persoon, int stand = 2, bool geheim = false, DateOnly? overleden = null,
        bool isOverleden = false, params Brpsignaal[] signalen) =>
        huis.Dienst.Verwerk(new PersoonsgegevensGewijzigd(_persoonId, geheim, new(persoon), [Persoonswijziging.Adres])
        {
            Persoonstand = stand,
            Signalen = isOverleden || overleden is not null ? [Brpsignaal.Overleden] : signalen,
            OverledenOp = overleden,
            Dossiernummer = "D-2026-999999",
            AggregaatId = Guid.NewGuid(),
            Versie = stand,
            Op = DateTimeOffset.UtcNow,
        });

    /// <summary>Does it between two offers of the message: what is on its way, or about to go, may arrive.</summary>
    private async Task NietOnderweg(Func<Task> daad)
    {
        await Tot.Waar(() => huis.Dienst.Vraag(async db => await db.Set<Poststuk>()
            .Where(p => p.Tegenpartij == Huis.ZorgDichtbij && p.Status == Poststatus.TeVerzenden)
            .AllAsync(p => p.ClaimedUntil == null && p.DueAt != DateTimeOffset.UnixEpoch)));
        await daad();
    }

    private Task<Toewijzing> Toewijzing() => huis.Dienst.Vraag(db => db.Toewijzingen.SingleAsync(t => t.PersoonId == _persoonId));

    /// <summary>The states of the WMO301s about this person, in order.</summary>
    private async Task<Poststatus[]> Stand()
    {
        var dossiers = await huis.Dienst.Vraag(db =>
            db.Toewijzingen.Where(t => t.PersoonId == _persoonId).Select(t => t.Dossiernummer).ToListAsync());
        return await huis.Dienst.Vraag(db => db.Set<Poststuk>()
            .Where(p => dossiers.Contains(p.Dossiernummer)).OrderBy(p => p.Nr).Select(p => p.Status).ToArrayAsync());
    }

    private Task Wijzig(Wmo301 bericht, DateOnly einddatum) => huis.BeslistTot(Berichten.Nummer(bericht), einddatum);

    private Task<Wmo301> Volgende(Wmo301 na) => huis.Ggk.Krijgt<Wmo301>(b =>
        b.Client.Bsn == _persoon.Bsn && b.Header.Ontvanger == na.Header.Ontvanger && b.Identificatie != na.Identificatie);

    private static int? Huisnummer(Wmo301 bericht) => bericht.Client.Contactgegevens.Single().Adres!.Huis!.Huisnummer;
}
