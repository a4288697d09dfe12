using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De hulp begint pas in april. De inwoner ziet er in maart van af, en de toewijzing vervalt alsof zij er nooit was.</summary>
public sealed class IngetrokkenVoorHetBegin(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wat_voor_het_begin_wordt_ingetrokken_is_er_nooit_geweest()
    {
        await Op("maandag 2 maart 2026").Aangevraagd().ToegekendVanaf("woensdag 1 april 2026", "woensdag 2 september 2026")
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 1 april 2026 - 2 september 2026");
        await Op("maandag 16 maart 2026").IntrekkingVoorbereid("in-overeenstemming", "woensdag 1 april 2026")
            .HerzieningBesloten().HerzieningBekendgemaakt()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 1 april 2026 - 1 april 2026, reden 13")
            .MetDeHand(null);
        await Op("donderdag 2 april 2026").CakKrijgt();
    }
}
