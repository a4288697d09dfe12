using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>Het bezwaar komt een dag te laat, zonder goede reden. Het is niet-ontvankelijk (Awb 6:7 en 6:11).</summary>
public sealed class BezwaarTeLaatZonderGoedeReden(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Zonder_goede_reden_is_een_laat_bezwaar_niet_ontvankelijk()
    {
        await Op("maandag 2 maart 2026").Aangevraagd();
        await Op("woensdag 4 maart 2026").Afgewezen();
        await Op("donderdag 16 april 2026").BezwaarGemaakt() // een dag na 15 april
            .NietGehoord("kennelijk-niet-ontvankelijk")
            .Geweigerd("reden-niet-beoordeeld", "Awb art. 6:11", () => OpBezwaarBeslist("niet-ontvankelijk", "te-laat"))
            .RedenBeoordeeld(verschoonbaar: false)
            .OpBezwaarBeslist("niet-ontvankelijk", "te-laat").OpBezwaarBekendgemaakt()
            .AanbiederKrijgt();
    }
}
