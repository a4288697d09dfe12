using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De aanbieder krijgt een seintje, start de hulp, en het CAK hoort het begin van de eigen bijdrage binnen een maand.
/// </summary>
public sealed class ZorgInNaturaEnEigenBijdrage(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Na_de_beschikking_start_de_hulp_en_daarna_de_eigen_bijdrage()
    {
        await Op("maandag 2 februari 2026").Aangevraagd();
        await Op("donderdag 5 februari 2026").Toegekend()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 februari 2026 - 2 augustus 2026")
            .CakKrijgt()
            .Termijn("bezwaar", "donderdag 19 maart 2026"); // 42 dagen na 5 februari
        await Op("maandag 9 februari 2026").ZorgGestart()
            .Status("hulp-loopt")
            .CakKrijgt("start 9 februari 2026")
            .Termijn("cak", "maandag 9 maart 2026", "gehaald"); // een maand na 9 februari
    }
}
