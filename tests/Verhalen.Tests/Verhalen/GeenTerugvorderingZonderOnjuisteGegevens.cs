using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De hulp is ingetrokken omdat zij niet meer nodig was. Terugvorderen kan dan niet (Wmo 2015 art. 2.4.1).</summary>
public sealed class GeenTerugvorderingZonderOnjuisteGegevens(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Zonder_onjuiste_gegevens_wordt_niets_teruggevorderd()
    {
        await Op("maandag 2 maart 2026").Aangevraagd().Toegekend();
        await Op("maandag 9 maart 2026").IntrekkingVoorbereid("niet-of-anders-gebruikt", vanaf: "vrijdag 8 mei 2026")
            .IntrekkingVoorgenomen("maandag 23 maart 2026");
        await Op("dinsdag 24 maart 2026").HerzieningBesloten().HerzieningBekendgemaakt()
            .Geweigerd("geen-grond-voor-terugvordering", "Wmo 2015 art. 2.4.1", () => Teruggevorderd(500m));
    }
}
