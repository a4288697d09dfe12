using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>Op één dag wordt de hulp verlengd en daarna toch korter. De aanbieder hoort beide, en het laatste geldt.</summary>
public sealed class TweeBesluitenOpEenDag(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Van_twee_besluiten_op_een_dag_geldt_het_laatste()
    {
        await Op("maandag 2 maart 2026").Aangevraagd().Toegekend()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 2 september 2026");
        await Op("maandag 9 maart 2026").ZorgGestart().CakKrijgt("start 9 maart 2026");
        await Op("maandag 16 maart 2026")
            .AndereHulpVoorbereid("donderdag 3 september 2026", tot: "vrijdag 30 oktober 2026")
            .HerzieningBesloten().HerzieningBekendgemaakt()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 30 oktober 2026, reden 04")
            .IntrekkingVoorbereid("in-overeenstemming", "vrijdag 1 mei 2026").HerzieningBesloten().HerzieningBekendgemaakt()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 30 april 2026, reden 05")
            .HulpTot("donderdag 30 april 2026");
        await Op("vrijdag 1 mei 2026").CakKrijgt("stop 30 april 2026");
    }
}
