using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// Een klacht over wat langer dan een jaar geleden gebeurde, hoeft niet te worden behandeld. Wat korter geleden is wel (Awb 9:8).
/// </summary>
public sealed class KlachtOverLangGeleden(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wat_langer_dan_een_jaar_geleden_is_hoeft_niet_te_worden_behandeld()
    {
        await Op("maandag 9 maart 2026").Melding();
        await Op("maandag 16 maart 2026").KlachtIngediend("maandag 17 maart 2025") // een dag korter dan een jaar geleden
            .Geweigerd("binnen-een-jaar", "Awb art. 9:8 lid 1 onder b", () => KlachtNietBehandeld("langer-dan-een-jaar"))
            .KlachtIngediend("zaterdag 15 maart 2025") // een dag langer dan een jaar geleden
            .Termijn("klacht-niet-behandelen", "maandag 13 april 2026") // 28 dagen na 16 maart
            .KlachtNietBehandeld("langer-dan-een-jaar")
            .Status("klacht-afgehandeld")
            .Brief("klachtafhandeling")
            .InDeTijdlijn("De gemeente behandelt de klacht niet.");
    }
}
