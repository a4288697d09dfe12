using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De inwoner stuurt het bezwaar naar de rechtbank, die het doorstuurt. De dag waarop het daar kwam telt (Awb 6:15 lid 3).
/// </summary>
public sealed class BezwaarEerstBijDeRechtbank(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Een_bezwaar_bij_het_verkeerde_adres_telt_vanaf_de_dag_waarop_het_daar_kwam()
    {
        await Op("maandag 2 maart 2026").Aangevraagd();
        await Op("woensdag 4 maart 2026").Afgewezen()
            .Termijn("bezwaar", "woensdag 15 april 2026"); // 42 dagen na 4 maart
        await Op("maandag 20 april 2026")
            .Geweigerd("elders-na-ontvangst", "Awb art. 6:15", () => BezwaarGemaakt(eldersOp: "dinsdag 21 april 2026"))
            .BezwaarGemaakt(eldersOp: "woensdag 15 april 2026") // de laatste dag
            .BezwaarIs("op-tijd", omdat: "woensdag 15 april 2026")
            .Termijn("beslissing-op-bezwaar", "woensdag 27 mei 2026"); // 42 dagen na 15 april
    }
}
