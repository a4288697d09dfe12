using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>Adviseert een commissie over de klacht, dan heeft de gemeente tien weken (Awb 9:11 lid 1).</summary>
public sealed class KlachtMetCommissie(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Met_een_commissie_zijn_er_tien_weken()
    {
        await Op("maandag 9 maart 2026").Melding();
        await Op("maandag 16 maart 2026").KlachtIngediend().KlachtcommissieIngeschakeld()
            .Termijn("klacht", "dinsdag 26 mei 2026", "lopend") // 70 dagen is 25 mei, Tweede Pinksterdag
            .Brief("klachtcommissiebrief")
            .Geweigerd("commissie-al-gemeld", "Awb art. 9:15", () => KlachtcommissieIngeschakeld());
    }
}
