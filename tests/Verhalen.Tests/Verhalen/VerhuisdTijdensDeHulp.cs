using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De inwoner verhuist terwijl de hulp loopt. Alleen een besluit laat haar eindigen (Wmo 2015 art. 2.3.10).</summary>
public sealed class VerhuisdTijdensDeHulp(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task De_hulp_loopt_door_tot_de_gemeente_besluit_dat_zij_eindigt()
    {
        await Op("maandag 2 maart 2026").Aangevraagd().Toegekend();
        await Op("maandag 9 maart 2026").ZorgGestart();
        await Op("maandag 16 maart 2026").VerhuisdNaarLelystad()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 2 september 2026")
            .IntrekkingVoorbereid("niet-meer-aangewezen", "maandag 1 juni 2026")
            .IntrekkingVoorgenomen("maandag 30 maart 2026");
        await Op("dinsdag 31 maart 2026").HerzieningBesloten().HerzieningBekendgemaakt()
            .HulpTot("zondag 31 mei 2026") // de dag voor 1 juni
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 31 mei 2026, reden 07")
            .CakKrijgt("start 9 maart 2026");
    }
}
