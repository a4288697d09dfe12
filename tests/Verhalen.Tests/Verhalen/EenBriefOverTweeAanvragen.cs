using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// In één brief schrijft de inwoner dat over twee aanvragen niet op tijd is beslist. De brief telt voor de ene en komt voor de andere
/// te vroeg (Awb 4:17); over elke krijgt de inwoner antwoord.
/// </summary>
public sealed class EenBriefOverTweeAanvragen(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Een_brief_wordt_voor_elke_aanvraag_apart_beoordeeld()
    {
        await Op("maandag 2 februari 2026").Aangevraagd().AanvraagOnthouden()
            .BesluitUiterlijk("maandag 16 februari 2026"); // 14 dagen na 2 februari
        await Op("maandag 16 februari 2026").Aangevraagd()
            .BesluitUiterlijk("maandag 2 maart 2026"); // 14 dagen na 16 februari
        await Op("dinsdag 24 februari 2026")
            .Geweigerd("zaak-dubbel", "Awb art. 4:17 lid 5", () => InGebrekeGesteldTweeKeerDezelfde())
            .InGebrekeGesteldOverBeide("geldig", "te-vroeg", "dinsdag 10 maart 2026") // 24 februari + 14
            .Brieven("ingebrekestellingsantwoord", 2)
            .GeenDwangsom();
    }
}
