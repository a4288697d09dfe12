using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De aanbieder meldt het einde. Pas als de consulent het met de inwoner vaststelt, hoort het CAK ervan.</summary>
public sealed class PasBijHetEindeStoptDeBijdrage(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task De_bijdrage_stopt_als_het_einde_met_de_inwoner_is_vastgesteld()
    {
        await Op("maandag 2 februari 2026").Aangevraagd().Toegekend();
        await Op("maandag 9 februari 2026").ZorgGestart();
        await Op("maandag 2 maart 2026").ZorgGestopt("19")
            .BerichtenNaarPartner("WMO403", 0)
            .AanZet("consulent");
        await Op("woensdag 4 maart 2026").EindeVastgesteld()
            .BerichtenNaarPartner("WMO403", 1)
            .Status("hulp-gestopt");
    }
}
