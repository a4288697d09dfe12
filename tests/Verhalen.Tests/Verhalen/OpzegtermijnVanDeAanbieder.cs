using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De huidige aanbieder heeft een opzegtermijn van veertien dagen. Zonder zijn instemming gaat de hulp pas daarna over.
/// </summary>
public sealed class OpzegtermijnVanDeAanbieder(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Zonder_instemming_gaat_de_hulp_pas_na_de_opzegtermijn_over()
    {
        await Op("maandag 2 maart 2026").Aangevraagd().Toegekend()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 2 september 2026");
        await Op("maandag 9 maart 2026").ZorgGestart()
            .Geweigerd("opzegtermijn", null, () => OvergezetNaarDeBrug("zondag 22 maart 2026", inOverleg: false)) // 13 dagen na 9 maart
            .OvergezetNaarDeBrug("maandag 23 maart 2026", inOverleg: false) // 14 dagen na 9 maart
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 22 maart 2026, reden 09")
            .AndereAanbiederKrijgt("2: 02A05, 3 uur per week, 23 maart 2026 - 2 september 2026");
        await Op("dinsdag 24 maart 2026").CakKrijgt("start 9 maart 2026"); // en niets meer
    }
}
