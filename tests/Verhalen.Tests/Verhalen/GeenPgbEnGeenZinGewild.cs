using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De inwoner schrijft geen zorg in natura te willen als het pgb niet kan. Dan blijft er niets om toe te kennen (2.3.5 lid 3).
/// </summary>
public sealed class GeenPgbEnGeenZinGewild(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wie_schreef_geen_zorg_in_natura_te_willen_krijgt_die_niet()
    {
        await Op("maandag 9 maart 2026").Melding().Onderzocht("pgb").VerslagOndertekend();
        await Op("donderdag 12 maart 2026").PgbBesproken(vaardig: false).WilGeenZin()
            .Geweigerd("inwoner-wil-geen-zin", "Wmo 2015 art. 2.3.5 lid 3", () => ZinInPlaatsVanPgb("niet-vaardig"))
            .Besloten("afwijzen", pgbWeigering: "niet-vaardig").Bekendgemaakt()
            .Status("afgewezen")
            .AanbiederKrijgt().SvbKrijgt();
    }
}
