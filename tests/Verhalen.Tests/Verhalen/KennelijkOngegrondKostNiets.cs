using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>Het bezwaar was meteen duidelijk ongegrond. Te laat beslissen kost dan geen dwangsom (Awb 4:17 lid 6 onder c).</summary>
public sealed class KennelijkOngegrondKostNiets(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wat_meteen_duidelijk_ongegrond_was_kost_geen_dwangsom()
    {
        await Op("maandag 2 maart 2026").Aangevraagd();
        await Op("woensdag 4 maart 2026").Afgewezen();
        await Op("maandag 16 maart 2026").BezwaarGemaakt().NietGehoord("kennelijk-ongegrond")
            .Geweigerd("horen-toch-nodig", "Awb art. 7:3", () => OpBezwaarBeslist("gegrond"))
            .Termijn("beslissing-op-bezwaar", "woensdag 27 mei 2026"); // 42 dagen na 15 april
        await Op("donderdag 28 mei 2026").BezwaarInGebrekeGesteld();
        await Op("maandag 15 juni 2026").OpBezwaarBeslist("ongegrond", kennelijk: true).OpBezwaarBekendgemaakt()
            .Geweigerd("grond-vereist", "Awb art. 4:17 lid 6 onder c", () => BezwaarDwangsomVastgesteld())
            .BezwaarDwangsomVastgesteld("kennelijk-niet-ontvankelijk-of-ongegrond")
            .InDeTijdlijn("geen dwangsom");
    }
}
