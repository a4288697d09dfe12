using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De inwoner overlijdt terwijl de aanvraag loopt. Zij wordt buiten behandeling gelaten, zonder eerst om aanvulling te vragen.
/// </summary>
public sealed class OverledenVoorHetBesluit(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wie_is_overleden_krijgt_geen_hulp_meer_toegekend()
    {
        await Op("maandag 2 maart 2026").Aangevraagd();
        await Op("woensdag 4 maart 2026").Overleden()
            .Geweigerd("inwoner-overleden", "Wmo 2015 art. 1.2.1", () => Besloten("toekennen"))
            .BuitenBehandelingGelaten()
            .AanbiederKrijgt();
    }
}
