using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De gemeente is te laat, krijgt een ingebrekestelling en beslist op de laatste dag van de twee weken (Awb 4:17 lid 3).
/// </summary>
public sealed class NaIngebrekestellingAlsnogOpTijd(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Een_besluit_binnen_de_twee_weken_voorkomt_de_dwangsom()
    {
        await Op("donderdag 7 mei 2026").Melding().Onderzocht();
        await Op("maandag 11 mei 2026").VerslagOndertekend()
            .BesluitUiterlijk("dinsdag 26 mei 2026"); // 25 mei is Tweede Pinksterdag
        await Op("woensdag 27 mei 2026").InGebrekeGesteld();
        await Op("woensdag 10 juni 2026").Toegekend() // 14 dagen na 27 mei
            .Termijn("ingebrekestelling", "woensdag 10 juni 2026", "gehaald")
            .Termijn("beschikking", "dinsdag 26 mei 2026", "te-laat")
            .Dwangsom(0, 0)
            .Geweigerd("geen-dwangsom", "Awb art. 4:17 lid 3", () => DwangsomVastgesteld())
            .GeenTermijn("dwangsombesluit");
    }
}
