using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De inwoner betwist tijdens het bezwaar ook het bedrag van de dwangsom. Dat hoort dan bij het bezwaar (Awb 4:19).</summary>
public sealed class DwangsombesluitHoortBijHetBezwaar(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Een_betwist_dwangsombesluit_hoort_bij_het_bezwaar()
    {
        await Op("maandag 2 maart 2026").Aangevraagd()
            .BesluitUiterlijk("maandag 16 maart 2026"); // 14 dagen na 2 maart
        await Op("dinsdag 17 maart 2026").InGebrekeGesteld();
        await Op("dinsdag 7 april 2026").Afgewezen()
            .Dwangsom(6, 138m) // 1 tot en met 6 april: 6 x 23
            .BezwaarGemaakt().BezwaarGaatOver(1)
            .Geweigerd("geen-besluit", "Awb art. 4:18", () => DwangsombesluitBetwist());
        await Op("woensdag 8 april 2026").DwangsomVastgesteld().DwangsombesluitBetwist()
            .BezwaarGaatOver(2);
    }
}
