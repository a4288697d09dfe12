using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De brief valt op zaterdag 6 juni in de bus. De Algemene termijnenwet geldt voor de twee weken, niet voor de 42 dagen erna.
/// </summary>
public sealed class IngebrekestellingOpZaterdag(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Twee_weken_na_een_zaterdag_eindigen_op_maandag()
    {
        await Op("vrijdag 15 mei 2026").Melding().Onderzocht();
        await Op("maandag 18 mei 2026").VerslagOndertekend()
            .BesluitUiterlijk("maandag 1 juni 2026"); // 14 dagen na 18 mei
        await Op("maandag 8 juni 2026").InGebrekeGesteld("geldig", ontvangenOp: "zaterdag 6 juni 2026")
            .DwangsomLoopt("maandag 22 juni 2026", "dinsdag 23 juni 2026", "maandag 3 augustus 2026"); // 20 juni is zaterdag; 23 juni + 41
    }
}
