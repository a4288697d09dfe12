using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Zorgaanbieders.Toewijzingen;

namespace WmoPlatform.Zorgaanbieders.Tests;

/// <summary>
/// Temporary help begins by a decision of its own, before there is a beschikking (Wmo 2015 art. 2.3.3), also where providers ask first. The
/// help that follows it is the same help, of another voorziening.
/// </summary>
public sealed class TijdelijkeHulpTests(TijdelijkeHulpTests.EerstVragen huis) : IClassFixture<TijdelijkeHulpTests.EerstVragen>
{
    public sealed class EerstVragen : Huis
    {
        protected override Dictionary<string, string> Instellingen => VerzoekTests.Huis.Route("verzoek", wijzigingsverzoeken: true);
    }

    private static DateOnly Vandaag => Berichten.Vandaag;

    [Fact]
    public async Task Urgent_help_is_assigned_at_once_also_where_providers_ask_first()
    {
        var vervolg = Huis.Beschikking();
        await huis.Dienst.Verwerk(Spoed(vervolg, Guid.CreateVersion7(), Deel(vervolg, tot: Vandaag.AddDays(181))));

        var product = (await huis.Ggk.Krijgt<Wmo301>(b => b.Client.Bsn == vervolg.Persoon.Waarde.Bsn))
            .Client.ToegewezenProducten.ShouldHaveSingleItem();
        (product.Ingangsdatum, product.Einddatum).ShouldBe((Vandaag, Vandaag.AddDays(181)));
    }

    [Fact]
    public async Task Refused_urgent_help_gives_no_assignment()
    {
        var vervolg = Huis.Beschikking();
        await huis.Dienst.Verwerk(Spoed(vervolg, Guid.CreateVersion7()));

        (await Periodes(vervolg)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_help_that_follows_is_assigned_whichever_event_comes_first(bool eerstHetEinde)
    {
        var hulp = Huis.Hulp() with { Periode = new(Vandaag.AddDays(1), Vandaag.AddDays(200)) };
        var vervolg = Huis.Beschikking(hulp: [hulp]);
        var tijdelijk = Guid.CreateVersion7();
        await huis.Dienst.Verwerk(Spoed(vervolg, tijdelijk, Deel(vervolg, tot: Vandaag.AddDays(181))));
        var einde = Huis.Besluit(vervolg, tijdelijk, 2, Deel(vervolg, tot: Vandaag) with { Tijdelijk = false });
        if (eerstHetEinde) await huis.Dienst.Verwerk(einde);
        await huis.Dienst.Verwerk(vervolg);
        if (!eerstHetEinde)
        {
            (await Periodes(vervolg)).Select(p => p.Status).ShouldBe([Toewijzingstatus.Toegewezen, Toewijzingstatus.Aangehouden]);
            await huis.Dienst.Verwerk(einde);
        }

        (await Periodes(vervolg)).ShouldBe(
        [
            (new(Vandaag, Vandaag), Toewijzingstatus.Toegewezen),
            (new(Vandaag.AddDays(1), Vandaag.AddDays(200)), Toewijzingstatus.WachtOpVerzoek),
        ]);
    }

    private static VoorzieningGewijzigd Spoed(BeschikkingBekendgemaakt vervolg, Guid voorzieningId, params Voorzieningdeel[] delen) =>
        Huis.Besluit(vervolg, voorzieningId, 1, delen) with { Soort = Besluitsoort.Spoed, Versie = 1, Op = vervolg.Op.AddMinutes(-5) };

    private static Voorzieningdeel Deel(BeschikkingBekendgemaakt vervolg, DateOnly tot) => new(
        vervolg.Voorzieningen[0].Product, vervolg.Voorzieningen[0].Omvang, new(Vandaag, tot), Leveringsvorm.Zin, Huis.ZorgDichtbij, null)
    { Tijdelijk = true };

    private Task<List<(Periode Periode, Toewijzingstatus Status)>> Periodes(BeschikkingBekendgemaakt vervolg) =>
        huis.Dienst.Vraag(async db => (await db.Toewijzingen.Where(t => t.PersoonId == vervolg.PersoonId)
            .OrderBy(t => t.Toewijzingnummer).ToListAsync()).Select(t => (t.Periode, t.Status)).ToList());
}
