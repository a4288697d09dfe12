using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// Na acht dagen dwangsom beslist de gemeente. Daarna stelt zij het bedrag vast, betaalt, en vordert terug wat niet verschuldigd was
/// (Awb 4:18, 4:20 en 4:87).
/// </summary>
public sealed class DwangsomTotHetBesluit(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Het_besluit_maakt_een_einde_aan_de_dwangsom_en_daarna_volgt_de_betaling()
    {
        await Op("vrijdag 10 april 2026").Melding().Onderzocht();
        await Op("maandag 13 april 2026").VerslagOndertekend()
            .BesluitUiterlijk("dinsdag 28 april 2026"); // 14 dagen is 27 april, Koningsdag
        await Op("woensdag 29 april 2026").InGebrekeGesteld()
            .DwangsomLoopt("woensdag 13 mei 2026", "donderdag 14 mei 2026", "woensdag 24 juni 2026"); // 29 april + 14; 14 mei + 41
        await Op("vrijdag 22 mei 2026").Toegekend()
            .Dwangsom(8, 184m) // 14 tot en met 21 mei: 8 × 23
            .Termijn("dwangsombesluit", "donderdag 4 juni 2026") // 14 dagen na 21 mei
            .Geweigerd("geen-dwangsom", "Awb art. 4:18", () => DwangsomBetaald());
        await Op("maandag 1 juni 2026").DwangsomVastgesteld()
            .Termijn("betaling", "maandag 13 juli 2026") // 42 dagen na 1 juni
            .Geweigerd("niets-betaald", "Awb art. 4:20", () => DwangsomTeruggevorderd(184m))
            .Geweigerd("dwangsom-al-vastgesteld", "Awb art. 4:18", () => DwangsomVastgesteld());
        await Op("donderdag 4 juni 2026").DwangsomBetaald()
            .Termijn("betaling", "maandag 13 juli 2026", "gehaald");
        await Op("vrijdag 12 juni 2026")
            .Geweigerd("meer-dan-betaald", "Awb art. 4:20", () => DwangsomTeruggevorderd(200m))
            .DwangsomTeruggevorderd(184m)
            .Brief("dwangsomterugvordering")
            .Geweigerd("niets-betaald", "Awb art. 4:20", () => DwangsomTeruggevorderd(1m));
    }
}
