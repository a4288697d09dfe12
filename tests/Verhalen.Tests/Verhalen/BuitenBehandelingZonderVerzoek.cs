using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>Er ontbreekt niets, of er is niets gevraagd. Dan beslist de gemeente inhoudelijk (Awb 4:5 lid 1).</summary>
public sealed class BuitenBehandelingZonderVerzoek(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Zonder_verzoek_om_aanvulling_is_er_niets_buiten_behandeling_te_laten()
    {
        await Op("maandag 9 maart 2026").Aangevraagd()
            .BuitenBehandelingUiterlijk(null)
            .Geweigerd("eerst-laten-aanvullen", "Awb art. 4:5", () => Besloten("buiten-behandeling"))
            .Toegekend()
            .Termijn("beschikking", "maandag 23 maart 2026", "gehaald"); // 14 dagen na 9 maart
    }
}
