using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De gemeente kondigt op tijd twee weken uitstel aan. De dag van de wet verschuift daar niet door (Awb 4:14 lid 1).
/// </summary>
public sealed class UitstelVanTweeWeken(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task De_belofte_staat_naast_de_dag_van_de_wet()
    {
        await Op("vrijdag 3 juli 2026").Melding().Onderzocht();
        await Op("maandag 6 juli 2026").VerslagOndertekend()
            .BesluitUiterlijk("maandag 20 juli 2026"); // 14 dagen na 6 juli
        await Op("donderdag 16 juli 2026").UitstelAangekondigd()
            .Brief("uitstelbrief")
            .BesluitUiterlijk("maandag 20 juli 2026", toegezegd: "maandag 3 augustus 2026") // 20 juli + 14 dagen
            .Geweigerd("uitstel-al-aangekondigd", "Awb art. 4:14 lid 1", () => UitstelAangekondigd(1));
        await Op("vrijdag 24 juli 2026").Toegekend()
            .Termijn("beschikking", "maandag 20 juli 2026", "te-laat", toegezegd: "maandag 3 augustus 2026");
    }
}
