using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>Het bezwaar komt vijf dagen te laat, en de inwoner kon er niets aan doen (Awb 6:11).</summary>
public sealed class BezwaarTeLaatMetGoedeReden(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Een_goede_reden_maakt_een_laat_bezwaar_toch_ontvankelijk()
    {
        await Op("maandag 2 maart 2026").Aangevraagd();
        await Op("woensdag 4 maart 2026").Afgewezen()
            .Termijn("bezwaar", "woensdag 15 april 2026"); // 42 dagen na 4 maart
        await Op("maandag 20 april 2026").BezwaarGemaakt()
            .AanZet("consulent", "woensdag 27 mei 2026") // 42 dagen na 15 april, ook voor een bezwaar dat te laat kwam
            .NietGehoord()
            .Geweigerd("te-laat", "Awb art. 6:7 en 6:11", () => OpBezwaarBeslist("ongegrond"))
            .RedenBeoordeeld(verschoonbaar: true)
            .Brief("bezwaartermijnbrief")
            .OpBezwaarBeslist("gegrond").OpBezwaarBekendgemaakt()
            .Brief("bezwaarbeslissing")
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 2 september 2026");
    }
}
