using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De aanbieder meldt dat de inwoner is gestopt. De gemeente vraagt het de inwoner. Pas als die opzegt en dat is bevestigd met een besluit,
/// hoort het CAK ervan.
/// </summary>
public sealed class PasBijHetEindeStoptDeBijdrage(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task De_bijdrage_stopt_pas_als_de_inwoner_heeft_opgezegd()
    {
        await Op("maandag 2 februari 2026").Aangevraagd().Toegekend();
        await Op("maandag 9 februari 2026").ZorgGestart();
        await Op("maandag 2 maart 2026").ZorgGestopt("21")
            .CakKrijgt("start 9 februari 2026")
            .Brief("zorgstopbrief")
            .Termijn("navraag-stop", "maandag 9 maart 2026", "lopend") // vijf werkdagen: 3, 4, 5, 6 en 9 maart
            .AanZet("consulent", "maandag 9 maart 2026");
        await Op("woensdag 4 maart 2026").Opgezegd("woensdag 4 maart 2026")
            .Termijn("navraag-stop", "maandag 9 maart 2026", "gehaald")
            .CakKrijgt()
            .HerzieningBesloten(door: "demo-consulent").HerzieningBekendgemaakt();
        // Het recht liep tot en met 4 maart.
        await Op("donderdag 5 maart 2026")
            .CakKrijgt("stop 4 maart 2026")
            .Status("hulp-gestopt");
    }
}
