using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De hulp loopt tot en met 2 augustus. Twaalf weken daarvoor kondigt de gemeente het einde aan.</summary>
public sealed class HetEindeNadert(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Twaalf_weken_voor_het_einde_krijgt_de_inwoner_bericht()
    {
        await Op("maandag 2 februari 2026").Aangevraagd().Toegekend();
        await Op("zaterdag 9 mei 2026").Brieven("eindebrief", 0);
        await Op("zondag 10 mei 2026").Brief("eindebrief"); // 84 dagen voor 2 augustus
    }
}
