using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// In een klacht van 20 mei staat ook dat de gemeente te laat is. Op 8 juni ziet iemand dat; de dag van ontvangst telt.
/// </summary>
public sealed class IngebrekestellingInEenKlacht(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task De_dag_van_ontvangst_telt_ook_als_de_brief_later_wordt_herkend()
    {
        await Op("donderdag 30 april 2026").Melding().Onderzocht();
        await Op("maandag 4 mei 2026").VerslagOndertekend()
            .BesluitUiterlijk("maandag 18 mei 2026"); // 14 dagen na 4 mei
        await Op("maandag 8 juni 2026").InGebrekeGesteld("geldig", ontvangenOp: "woensdag 20 mei 2026")
            .DwangsomLoopt("woensdag 3 juni 2026", "donderdag 4 juni 2026", "woensdag 15 juli 2026") // 20 mei + 14; 4 juni + 41
            .Dwangsom(5, 115m); // 4 tot en met 8 juni: 5 × 23
    }
}
