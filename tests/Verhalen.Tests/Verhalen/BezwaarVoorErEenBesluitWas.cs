using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De inwoner maakt bezwaar voordat er is beslist. Dat is te vroeg (Awb 6:10 lid 1), en over de hulp zelf komt er geen oordeel.
/// </summary>
public sealed class BezwaarVoorErEenBesluitWas(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Een_bezwaar_voordat_er_is_beslist_kan_niet_ontvankelijk_zijn()
    {
        await Op("maandag 2 maart 2026").Aangevraagd();
        await Op("dinsdag 3 maart 2026").BezwaarGemaakt().BezwaarIs("te-vroeg");
        await Op("woensdag 4 maart 2026").Afgewezen()
            .Termijn("beslissing-op-bezwaar", "woensdag 27 mei 2026"); // 42 dagen na 15 april, dat is 42 dagen na 4 maart
        await Op("donderdag 5 maart 2026").NietGehoord("kennelijk-niet-ontvankelijk")
            .OpBezwaarBeslist("niet-ontvankelijk", "te-vroeg").OpBezwaarBekendgemaakt()
            .Status("bezwaar-afgehandeld")
            .Termijn("beroep", "donderdag 16 april 2026") // 42 dagen na 5 maart
            .AanbiederKrijgt();
    }
}
