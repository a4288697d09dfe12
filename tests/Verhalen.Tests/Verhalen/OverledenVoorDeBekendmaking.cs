using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De inwoner overlijdt na het besluit, maar voor de bekendmaking. De machtiging eindigt, en er begint geen hulp meer.
/// </summary>
public sealed class OverledenVoorDeBekendmaking(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Een_toekenning_wordt_na_het_overlijden_niet_meer_bekendgemaakt()
    {
        await Op("maandag 2 maart 2026").Aangevraagd().Gemachtigd("ook-hulp").Besloten("toekennen");
        await Op("donderdag 5 maart 2026").Overleden()
            .InDeTijdlijn("gemachtigde vertegenwoordigt de inwoner niet meer")
            .Geweigerd("inwoner-overleden", "Wmo 2015 art. 1.2.1", () => Bekendgemaakt())
            .BuitenBehandelingGelaten()
            .AanbiederKrijgt().CakKrijgt();
    }
}
