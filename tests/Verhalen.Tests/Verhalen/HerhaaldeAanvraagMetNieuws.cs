using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De inwoner vraagt opnieuw, en meldt dat de zus die hielp is verhuisd. Verwijzen kan dan niet: de gemeente beslist inhoudelijk (Awb
/// 4:6).
/// </summary>
public sealed class HerhaaldeAanvraagMetNieuws(Platform platform) : Verhaal(platform, metDigiD: true)
{
    [Fact]
    public async Task Wie_iets_nieuws_noemt_krijgt_een_besluit_over_de_hulp_zelf()
    {
        await Op("maandag 2 februari 2026").Aangevraagd()
            .Toegekend().BeschikkingOnthouden();
        await Op("maandag 16 februari 2026").Aangevraagd()
            // Wat is toegekend, is nooit afgewezen.
            .Geweigerd("geen-eerdere-afwijzing", "Awb art. 4:6 lid 2", () => AfgewezenMetVerwijzing())
            .Afgewezen().BeschikkingOnthouden();
        await Op("maandag 2 maart 2026").Aangevraagd()
            .NieuweFeitenVermeld()
            .InDeTijdlijn("wat er nieuw of veranderd is")
            .Geweigerd("nieuwe-feiten-vermeld", "Awb art. 4:6 lid 2", () => AfgewezenMetVerwijzing())
            .Toegekend();
    }
}
