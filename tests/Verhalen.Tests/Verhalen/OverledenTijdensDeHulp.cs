using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De inwoner overlijdt terwijl de hulp loopt. De toewijzing en de eigen bijdrage eindigen, zonder dat iemand iets hoeft te vragen.
/// </summary>
public sealed class OverledenTijdensDeHulp(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task De_hulp_eindigt_en_de_nabestaanden_krijgen_een_brief()
    {
        await Op("maandag 2 februari 2026").Aangevraagd().Toegekend()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 februari 2026 - 2 augustus 2026");
        await Op("maandag 9 februari 2026").ZorgGestart().CakKrijgt("start 9 februari 2026");
        await Op("woensdag 4 maart 2026").Overleden()
            .InDeTijdlijn("eindigt op 4 maart 2026, omdat de inwoner is overleden")
            .Brief("nabestaandenbrief")
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 februari 2026 - 4 maart 2026, reden 02");
        await Op("donderdag 5 maart 2026").Status("hulp-gestopt").CakKrijgt("stop 4 maart 2026");
    }
}
