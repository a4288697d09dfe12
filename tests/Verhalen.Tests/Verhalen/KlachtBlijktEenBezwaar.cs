using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// Een klacht over een besluit is binnen de termijn een bezwaar. Daarna wordt de inwoner gevraagd wat die bedoelt (Awb 9:8).
/// </summary>
public sealed class KlachtBlijktEenBezwaar(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Een_klacht_over_een_besluit_is_een_bezwaar_als_dat_nog_kan()
    {
        await Op("maandag 2 maart 2026").Aangevraagd();
        await Op("woensdag 4 maart 2026").Afgewezen()
            .Termijn("bezwaar", "woensdag 15 april 2026"); // 42 dagen na 4 maart
        await Op("maandag 16 maart 2026").KlachtIngediend(over: "besluit")
            .InDeTijdlijn("De klacht is een bezwaar.")
            .AantalZaken(3); // de melding, de klacht en het bezwaar
    }
}
