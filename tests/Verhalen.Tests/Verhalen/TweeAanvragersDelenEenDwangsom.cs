using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>Er is één dwangsom per aanvraag, hoeveel aanvragers er ook zijn: zij delen die (Awb 4:17 lid 5).</summary>
public sealed class TweeAanvragersDelenEenDwangsom(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Twee_aanvragers_delen_een_dwangsom()
    {
        await Op("donderdag 30 april 2026").Melding().Onderzocht();
        await Op("maandag 4 mei 2026").VerslagOndertekend();
        await Op("dinsdag 19 mei 2026").InGebrekeGesteld(aanvragers: 2);
        await Op("vrijdag 12 juni 2026")
            .Dwangsom(10, 230m, perAanvrager: 115m); // 3 tot en met 12 juni: 10 × 23
    }
}
