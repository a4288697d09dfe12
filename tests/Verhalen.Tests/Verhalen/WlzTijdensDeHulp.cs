using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De inwoner krijgt Wlz-zorg. In overleg eindigt de ene hulp de dag ervoor, en de andere blijft (Wmo 2015 art. 2.3.5 lid 6).
/// </summary>
public sealed class WlzTijdensDeHulp(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Per_voorziening_wordt_besloten_en_de_Wlz_sluit_aan_zonder_gat()
    {
        await Op("maandag 2 maart 2026").Aangevraagd("zin", "zin").Toegekend()
            .AanbiederKrijgt(
                "1: 02A03, 3 uur per week, 2 maart 2026 - 2 september 2026 + 2: 02A05, 3 uur per week, 2 maart 2026 - 2 september 2026");
        await Op("maandag 16 maart 2026").IntrekkingVoorbereid("in-overeenstemming", "vrijdag 1 mei 2026") // de Wlz begint op 1 mei
            .HerzieningBesloten().HerzieningBekendgemaakt()
            .HulpTot("donderdag 30 april 2026") // de dag voor de Wlz
            .AndereHulpTot("woensdag 2 september 2026") // zes maanden na 2 maart, onveranderd
            .AanbiederKrijgt("1: 02A03, 3 uur per week, 2 maart 2026 - 2 september 2026"
                + " + 2: 02A05, 3 uur per week, 2 maart 2026 - 30 april 2026, reden 05");
    }
}
