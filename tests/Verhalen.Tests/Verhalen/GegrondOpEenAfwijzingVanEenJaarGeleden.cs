using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// Op een bezwaar tegen een afwijzing wordt met instemming pas na een jaar beslist. Het is gegrond, en de hulp begint nu.
/// </summary>
public sealed class GegrondOpEenAfwijzingVanEenJaarGeleden(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wie_na_een_jaar_gelijk_krijgt_krijgt_een_toewijzing_vanaf_de_toegekende_dag()
    {
        await Op("maandag 5 januari 2026").Aangevraagd();
        await Op("woensdag 7 januari 2026").Afgewezen()
            .Termijn("bezwaar", "woensdag 18 februari 2026"); // 42 dagen na 7 januari
        await Op("maandag 2 februari 2026").BezwaarGemaakt().NietGehoord()
            .Termijn("beslissing-op-bezwaar", "woensdag 1 april 2026") // 42 dagen na 18 februari
            .BezwaarVerderUitgesteld("vrijdag 8 januari 2027")
            .Termijn("beslissing-op-bezwaar", "vrijdag 8 januari 2027", "lopend");
        await Op("donderdag 7 januari 2027")
            .OpBezwaarBeslist("gegrond", van: "maandag 5 januari 2026", tot: "woensdag 30 juni 2027").OpBezwaarBekendgemaakt()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 5 januari 2026 - 30 juni 2027")
            .CakKrijgt(); // er is nog geen hulp
        await Op("maandag 11 januari 2027").ZorgGestart().CakKrijgt("start 11 januari 2027");
    }
}
