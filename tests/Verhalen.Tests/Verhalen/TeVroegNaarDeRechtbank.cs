using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De ingebrekestelling komt op de laatste dag van de termijn, en telt niet. De weg naar de rechtbank is dan nog dicht (Awb 6:12).
/// </summary>
public sealed class TeVroegNaarDeRechtbank(Platform platform) : Verhaal(platform, metDigiD: true)
{
    [Fact]
    public async Task Na_een_brief_die_te_vroeg_kwam_kan_de_inwoner_nog_niet_in_beroep()
    {
        await Op("maandag 2 februari 2026").Aangevraagd();
        await Op("maandag 16 februari 2026").InGebrekeGesteld("te-vroeg")
            .InwonerLeest("kwam te vroeg en telt niet")
            .InwonerLeestNiet("6:12");
        await Op("dinsdag 3 maart 2026") // twee weken en een dag na de brief
            .InwonerLeestNiet("U kunt nu in beroep")
            .Toegekend();
    }
}
