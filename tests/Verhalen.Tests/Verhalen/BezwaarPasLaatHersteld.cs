using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De inwoner herstelt het bezwaar niet op tijd. Dan kan het niet-ontvankelijk zijn (Awb 6:6).</summary>
public sealed class BezwaarPasLaatHersteld(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wie_niet_herstelt_kan_niet_ontvankelijk_zijn()
    {
        await Op("maandag 2 maart 2026").Aangevraagd();
        await Op("woensdag 4 maart 2026").Afgewezen();
        await Op("maandag 13 april 2026").BezwaarGemaakt(gronden: null);
        await Op("maandag 20 april 2026").HerstelGevraagd("maandag 4 mei 2026");
        await Op("dinsdag 5 mei 2026").NietGehoord("kennelijk-niet-ontvankelijk")
            .OpBezwaarBeslist("niet-ontvankelijk", "verzuim-niet-hersteld").OpBezwaarBekendgemaakt()
            .Status("bezwaar-afgehandeld")
            .Termijn("beroep", "dinsdag 16 juni 2026"); // 42 dagen na 5 mei
    }
}
