using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De hulp is voorbij als de gemeente haar verlengt, vanaf de dag erna. Dat is een nieuwe toewijzing die aansluit.</summary>
public sealed class LangerNadatDeLaatsteDagVoorbijWas(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wat_voorbij_was_en_langer_wordt_krijgt_een_nieuw_nummer()
    {
        await Op("maandag 2 februari 2026").Aangevraagd().Toegekend()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 februari 2026 - 2 augustus 2026");
        await Op("maandag 9 februari 2026").ZorgGestart()
            .IntrekkingVoorbereid("in-overeenstemming", "zaterdag 28 februari 2026").HerzieningBesloten().HerzieningBekendgemaakt()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 februari 2026 - 27 februari 2026, reden 05")
            .CakKrijgt("start 9 februari 2026");
        await Op("dinsdag 3 maart 2026").CakKrijgt("stop 27 februari 2026")
            .AndereHulpVoorbereid("zaterdag 28 februari 2026", tot: "vrijdag 28 augustus 2026")
            .HerzieningBesloten().HerzieningBekendgemaakt()
            .AanbiederKrijgt("2: 02A05, 3 uur per week, 28 februari 2026 - 28 augustus 2026")
            .CakKrijgt("start 28 februari 2026"); // er zat geen dag tussen
    }
}
