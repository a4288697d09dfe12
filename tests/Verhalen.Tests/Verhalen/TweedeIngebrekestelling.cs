using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De eerste brief telt; een tweede begint geen nieuwe twee weken (Awb 4:17 lid 3).</summary>
public sealed class TweedeIngebrekestelling(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Een_tweede_brief_verandert_niets()
    {
        await Op("donderdag 30 april 2026").Melding().Onderzocht();
        await Op("maandag 4 mei 2026").VerslagOndertekend();
        await Op("dinsdag 19 mei 2026").InGebrekeGesteld();
        await Op("dinsdag 26 mei 2026").InGebrekeGesteld("al-ontvangen")
            .DwangsomLoopt("dinsdag 2 juni 2026", "woensdag 3 juni 2026", "dinsdag 14 juli 2026") // 19 mei + 14; 3 juni + 41
            .Brieven("ingebrekestellingsantwoord", 2);
    }
}
