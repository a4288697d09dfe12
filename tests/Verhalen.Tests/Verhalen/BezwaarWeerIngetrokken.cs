using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De inwoner trekt het bezwaar in. Dan komt er geen beslissing meer (Awb 6:21).</summary>
public sealed class BezwaarWeerIngetrokken(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Op_een_ingetrokken_bezwaar_wordt_niet_beslist()
    {
        await Op("maandag 2 maart 2026").Aangevraagd();
        await Op("woensdag 4 maart 2026").Afgewezen();
        await Op("maandag 16 maart 2026").BezwaarGemaakt().NietGehoord();
        await Op("maandag 23 maart 2026").BezwaarIngetrokken()
            .Termijn("beslissing-op-bezwaar", "woensdag 27 mei 2026", "vervallen") // 42 dagen na 15 april
            .Geweigerd("bezwaar-ingetrokken", "Awb art. 6:21", () => OpBezwaarBeslist("ongegrond"))
            .AanbiederKrijgt();
    }
}
