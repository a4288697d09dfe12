using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>Wie het besluit voorbereidde, hoort de inwoner niet alleen (Awb 7:5). Een ander hoort opnieuw.</summary>
public sealed class HoorderWasBetrokken(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wie_het_besluit_voorbereidde_hoort_de_inwoner_niet()
    {
        await Op("maandag 2 maart 2026").Aangevraagd();
        await Op("woensdag 4 maart 2026").Afgewezen();
        await Op("maandag 16 maart 2026").BezwaarGemaakt()
            .Geweigerd("niet-gehoord", "Awb art. 7:2 en 7:3", () => OpBezwaarBeslist("ongegrond"))
            .HoorzittingGepland("maandag 30 maart 2026"); // 14 dagen na 16 maart
        await Op("maandag 30 maart 2026")
            .Geweigerd("hoorder-betrokken", "Awb art. 7:5 lid 1", () => Gehoord(voorbereid: true))
            .Gehoord()
            .OpBezwaarBeslist("ongegrond").OpBezwaarBekendgemaakt()
            .Termijn("beroep", "maandag 11 mei 2026"); // 42 dagen na 30 maart
    }
}
