using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De aanvraag hoort bij een andere gemeente. Die krijgt haar, en de inwoner leest dat (Awb 2:3).</summary>
public sealed class DoorgezondenNaarEenAndereGemeente(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task De_gemeente_waar_de_inwoner_woont_beslist()
    {
        await Op("maandag 2 februari 2026").Aangevraagd();
        await Op("woensdag 4 februari 2026").DoorgezondenNaarLelystad()
            .Brief("doorzendbericht")
            .Status("doorgezonden")
            .Termijn("beschikking", "maandag 16 februari 2026", "vervallen") // 14 dagen na 2 februari
            .Geweigerd("aanvraag-doorgezonden", "Awb art. 2:3", () => Besloten("toekennen"));
    }
}
