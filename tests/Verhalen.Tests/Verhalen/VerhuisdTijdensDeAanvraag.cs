using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// Tijdens de aanvraag verhuist de inwoner. Toekennen kan hier niet meer; de aanvraag gaat naar de nieuwe gemeente (Awb 2:3).
/// </summary>
public sealed class VerhuisdTijdensDeAanvraag(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task De_gemeente_waar_de_inwoner_gaat_wonen_krijgt_de_aanvraag()
    {
        await Op("maandag 2 maart 2026").Aangevraagd();
        await Op("donderdag 5 maart 2026").VerhuisdNaarLelystad()
            .Geweigerd("verblijf-onduidelijk", "Wmo 2015 art. 1.2.1", () => Besloten("toekennen"))
            .DoorgezondenNaarLelystad()
            .Status("doorgezonden")
            .Brief("doorzendbericht")
            .AanbiederKrijgt();
    }
}
