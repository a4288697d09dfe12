using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De inwoner krijgt Wlz-zorg thuis. De begeleiding eindigt de dag ervoor; de scootmobiel blijft, want die geeft de Wlz thuis niet.
/// </summary>
public sealed class WlzNaastEenHulpmiddel(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Begeleiding_gaat_over_in_de_Wlz_en_het_hulpmiddel_blijft()
    {
        await Op("maandag 2 maart 2026").Aangevraagd("zin", "zin 12").Toegekend()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 2 september 2026"
                + " + 2: 12A01, 1 stuks in totaal, 2 maart 2026 - 2 september 2026");
        await Op("maandag 9 maart 2026").ZorgGestart(1).ZorgGestart(2).CakKrijgt("start 9 maart 2026");
        await Op("maandag 16 maart 2026").IntrekkingVoorbereid("in-overeenstemming", "vrijdag 1 mei 2026") // de Wlz begint op 1 mei
            .HerzieningBesloten().HerzieningBekendgemaakt()
            .HulpTot("donderdag 30 april 2026") // de dag voor de Wlz
            .AndereHulpTot("woensdag 2 september 2026") // de scootmobiel, onveranderd
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 30 april 2026, reden 05"
                + " + 2: 12A01, 1 stuks in totaal, 2 maart 2026 - 2 september 2026");
        await Op("maandag 4 mei 2026").CakKrijgt(); // voor de scootmobiel loopt de bijdrage door
        // Op 1 juni verhuist de inwoner naar een verpleeghuis: dan komt het hulpmiddel ook uit de Wlz.
        await OverVoorziening(2).IntrekkingVoorbereid("in-overeenstemming", "maandag 1 juni 2026")
            .HerzieningBesloten().HerzieningBekendgemaakt()
            .AanbiederKrijgt("2: 12A01, 1 stuks in totaal, 2 maart 2026 - 31 mei 2026, reden 05");
        await Op("maandag 1 juni 2026").CakKrijgt("stop 31 mei 2026");
    }
}
