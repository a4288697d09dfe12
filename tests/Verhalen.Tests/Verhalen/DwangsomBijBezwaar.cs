using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De gemeente beslist te laat op bezwaar. Na de ingebrekestelling loopt een dwangsom (Awb 4:17 en 7:14).</summary>
public sealed class DwangsomBijBezwaar(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Een_late_beslissing_op_bezwaar_kost_een_dwangsom_per_dag()
    {
        await Op("maandag 2 maart 2026").Aangevraagd();
        await Op("woensdag 4 maart 2026").Afgewezen();
        await Op("maandag 16 maart 2026").BezwaarGemaakt()
            .NietGehoord()
            .Termijn("beslissing-op-bezwaar", "woensdag 27 mei 2026"); // 42 dagen na 15 april, het einde van de bezwaartermijn
        await Op("woensdag 27 mei 2026").BezwaarInGebrekeGesteld("te-vroeg"); // precies een dag te vroeg
        await Op("donderdag 28 mei 2026")
            .Geweigerd("verdaging-te-laat", "Awb art. 7:10 lid 3", () => BezwaarVerdaagd())
            .BezwaarInGebrekeGesteld()
            .Termijn("ingebrekestelling", "donderdag 11 juni 2026"); // 14 dagen na 28 mei
        await Op("maandag 15 juni 2026").OpBezwaarBeslist("ongegrond").OpBezwaarBekendgemaakt()
            .BezwaarDwangsom(3, 69m) // 12, 13 en 14 juni: 3 × 23
            .Termijn("beslissing-op-bezwaar", "woensdag 27 mei 2026", "te-laat");
    }
}
