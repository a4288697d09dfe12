using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De inwoner vroeg om twee voorzieningen en wil er nog maar één. De termijn voor de andere loopt door.</summary>
public sealed class IngetrokkenVoorEenDeel(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Over_wat_overblijft_wordt_gewoon_beslist()
    {
        await Op("maandag 2 februari 2026").Aangevraagd("zin", "zin");
        await Op("donderdag 5 februari 2026").Ingetrokken(null, 1)
            .Brief("intrekkingsbevestiging")
            .Status("aanvraag")
            .BesluitUiterlijk("maandag 16 februari 2026", status: "lopend") // 14 dagen na 2 februari
            .Toegekend()
            .Termijn("beschikking", "maandag 16 februari 2026", "gehaald");
    }
}
