using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De gemeente kende te veel toe. Dat is geen reden om hulp met terugwerkende kracht in te trekken (Wmo 2015 art. 2.3.8).
/// </summary>
public sealed class NietTerugInDeTijd(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Een_fout_van_de_gemeente_gaat_niet_terug_in_de_tijd()
    {
        await Op("maandag 2 maart 2026").Aangevraagd().Toegekend();
        await Op("maandag 9 maart 2026").IntrekkingVoorbereid("niet-meer-aangewezen", vanaf: "dinsdag 3 maart 2026")
            .IntrekkingVoorgenomen("maandag 23 maart 2026");
        await Op("dinsdag 24 maart 2026")
            .Geweigerd("niet-terug", "Wmo 2015 art. 2.3.8", () => HerzieningBesloten());
    }
}
