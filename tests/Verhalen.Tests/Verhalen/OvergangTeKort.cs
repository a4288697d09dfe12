using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// Het besluit komt een dag te laat voor de gekozen ingang. De inwoner houdt tijd om zich aan te passen (Wmo 2015 art. 2.3.10).
/// </summary>
public sealed class OvergangTeKort(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Minder_hulp_gaat_niet_binnen_zes_weken_in()
    {
        await Op("maandag 2 maart 2026").Aangevraagd().Toegekend();
        await Op("maandag 9 maart 2026").IntrekkingVoorbereid("niet-meer-toereikend", vanaf: "maandag 4 mei 2026")
            .IntrekkingVoorgenomen("maandag 23 maart 2026"); // 14 dagen na 9 maart
        await Op("dinsdag 24 maart 2026") // zes weken later is dinsdag 5 mei
            .Geweigerd("overgang-te-kort", "Wmo 2015 art. 2.3.10", () => HerzieningBesloten());
    }
}
