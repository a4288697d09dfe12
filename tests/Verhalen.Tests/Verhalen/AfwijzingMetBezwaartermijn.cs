using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De zes weken voor bezwaar eindigen op Hemelvaartsdag, met een gelijkgestelde vrijdag erna (Awb 6:7 en 6:8).</summary>
public sealed class AfwijzingMetBezwaartermijn(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task De_laatste_dag_voor_bezwaar_schuift_van_Hemelvaart_naar_de_maandag()
    {
        await Op("maandag 30 maart 2026").Aangevraagd();
        await Op("donderdag 2 april 2026").Afgewezen()
            .Status("afgewezen")
            .AanZet("inwoner", "maandag 18 mei 2026") // 42 dagen is 14 mei, Hemelvaart; 15 mei gelijkgesteld
            .Termijn("bezwaar", "maandag 18 mei 2026", "lopend");
        await Op("dinsdag 19 mei 2026").Termijn("bezwaar", "maandag 18 mei 2026", "afgelopen");
    }
}
