using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De inwoner kan geen pgb beheren maar heeft wel hulp nodig. Het besluit weigert het pgb en kent zorg in natura toe (2.3.5 en 2.3.6).
/// </summary>
public sealed class PgbGeweigerdZinToegekend(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wie_geen_pgb_krijgt_krijgt_zorg_in_natura()
    {
        await Op("maandag 9 maart 2026").Melding().Onderzocht("pgb").VerslagOndertekend();
        await Op("donderdag 12 maart 2026").PgbBesproken(vaardig: false)
            .Geweigerd("zin-in-plaats-van-pgb", "Wmo 2015 art. 2.3.5 lid 3", () => Besloten("afwijzen", pgbWeigering: "niet-vaardig"))
            .Geweigerd("grond-ontbreekt", "Wmo 2015 art. 2.3.6 lid 2 en 5", () => ZinInPlaatsVanPgb(null))
            .ZinInPlaatsVanPgb("niet-vaardig").Bekendgemaakt()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 9 maart 2026 - 9 september 2026")
            .SvbKrijgt();
    }
}
