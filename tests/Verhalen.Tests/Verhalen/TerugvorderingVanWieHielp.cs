using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>Wie met opzet hielp bij onjuiste gegevens, betaalt mee terug (Wmo 2015 art. 2.4.1). Die brief gaat met de hand.</summary>
public sealed class TerugvorderingVanWieHielp(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Terugvorderen_kan_ook_van_wie_met_opzet_meewerkte()
    {
        await Op("maandag 2 maart 2026").Aangevraagd().Toegekend();
        await Op("maandag 9 maart 2026")
            .IntrekkingVoorbereid("onjuiste-gegevens", "dinsdag 3 maart 2026", redenTerug: "De zus woonde er al in februari.")
            .IntrekkingVoorgenomen("maandag 23 maart 2026") // 14 dagen na 9 maart
            .Geweigerd("eerst-herzien", "Wmo 2015 art. 2.4.1", () => Teruggevorderd(500m, vanMeewerker: true));
        await Op("dinsdag 24 maart 2026").HerzieningBesloten().HerzieningBekendgemaakt()
            .Teruggevorderd(500m, vanMeewerker: true)
            .Brieven("terugvorderingsbrief", 1) // aan wie meewerkte, niet aan de inwoner
            .VorderingBetaald(500m)
            .Geweigerd("meer-dan-open", "Wmo 2015 art. 2.4.1", () => VorderingBetaald(1m));
    }
}
