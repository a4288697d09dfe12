using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De gemeente vindt de hulp niet meer nodig. Zij hoort de inwoner eerst (Awb 4:8) en stopt na een overgang (Wmo 2015 art. 2.3.10).
/// </summary>
public sealed class IntrekkingNaHoren(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wie_hulp_verliest_is_eerst_gehoord_en_krijgt_zes_weken()
    {
        await Op("maandag 2 maart 2026").Aangevraagd().Toegekend()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 2 september 2026");
        await Op("maandag 9 maart 2026").IntrekkingVoorbereid("niet-meer-aangewezen", vanaf: "maandag 4 mei 2026")
            .Geweigerd("eerst-horen", "Awb art. 4:8", () => HerzieningBesloten())
            .Geweigerd("termijn-te-kort", "Awb art. 4:8", () => IntrekkingVoorgenomen("zondag 22 maart 2026"))
            .IntrekkingVoorgenomen("maandag 23 maart 2026") // 14 dagen na 9 maart
            .Brief("herzieningsvoornemen")
            .Termijn("zienswijze", "maandag 23 maart 2026", "lopend");
        await Op("donderdag 12 maart 2026")
            .Geweigerd("zienswijze-loopt-nog", "Awb art. 4:8", () => HerzieningBesloten())
            .IntrekkingBesproken()
            .Termijn("zienswijze", "maandag 23 maart 2026", "gehaald");
        await Op("maandag 23 maart 2026") // zes weken voor 4 mei
            .HerzieningBesloten().HerzieningBekendgemaakt()
            .Brief("wijzigingsbesluitbrief")
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 3 mei 2026, reden 05")
            .Termijn("bezwaar", "maandag 4 mei 2026"); // 42 dagen na 23 maart
    }
}
