using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De inwoner overlijdt tijdens het bezwaar. De gemeente vraagt de nabestaanden of zij doorgaan.</summary>
public sealed class OverledenTijdensBezwaar(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task De_nabestaanden_wordt_gevraagd_of_zij_het_bezwaar_voortzetten()
    {
        await Op("maandag 2 maart 2026").Aangevraagd();
        await Op("woensdag 4 maart 2026").Afgewezen();
        await Op("maandag 16 maart 2026").BezwaarGemaakt().NietGehoord()
            .AanZet("beslisser", "woensdag 27 mei 2026"); // 42 dagen na 15 april
        await Op("woensdag 18 maart 2026").Overleden()
            .AanZet("consulent", "woensdag 27 mei 2026")
            .Geweigerd("nabestaanden-niet-gevraagd", "BW art. 4:182 en Awb art. 1:2", () => OpBezwaarBeslist("ongegrond"))
            .NabestaandenGevraagd("woensdag 1 april 2026").NabestaandenZettenVoort()
            .Geweigerd("inwoner-overleden", "Wmo 2015 art. 1.2.1", () => OpBezwaarBeslist("gegrond").OpBezwaarBekendgemaakt())
            .OpBezwaarBeslist("ongegrond").OpBezwaarBekendgemaakt()
            .AanbiederKrijgt();
    }
}
