using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>Een bezwaar zonder redenen wordt hersteld. Zo lang staat de termijn stil (Awb 6:6 en 7:10 lid 2).</summary>
public sealed class BezwaarProForma(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Zolang_de_redenen_ontbreken_staat_de_termijn_stil()
    {
        await Op("maandag 2 maart 2026").Aangevraagd();
        await Op("woensdag 4 maart 2026").Afgewezen();
        await Op("maandag 13 april 2026").BezwaarGemaakt(gronden: null)
            .Termijn("beslissing-op-bezwaar", "woensdag 27 mei 2026"); // 42 dagen na 15 april
        await Op("maandag 20 april 2026").HerstelGevraagd("maandag 4 mei 2026")
            .Brief("bezwaarherstelbrief")
            .AanZet("inwoner", "maandag 4 mei 2026")
            .NietGehoord("kennelijk-niet-ontvankelijk")
            .Geweigerd("herstel-niet-verstreken", "Awb art. 6:6", () => OpBezwaarBeslist("niet-ontvankelijk", "verzuim-niet-hersteld"));
        await Op("dinsdag 28 april 2026").Hersteld()
            .Termijn("beslissing-op-bezwaar", "donderdag 4 juni 2026", "lopend"); // 27 mei + 8: van 21 tot en met 28 april stil
    }
}
