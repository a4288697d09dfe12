using WmoPlatform.Keten.Tests.Spel;
using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De gemeente verdaagt de beslissing op bezwaar één keer, en beslist dan op tijd (Awb 7:10).</summary>
public sealed class BezwaarVerdaagdEnOpTijd(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Verdagen_kan_een_keer_en_voor_het_einde_van_de_termijn()
    {
        await Op("maandag 2 maart 2026").Aangevraagd();
        await Op("woensdag 4 maart 2026").Afgewezen()
            .Termijn("bezwaar", "woensdag 15 april 2026"); // 42 dagen na 4 maart
        await Op("maandag 16 maart 2026").BezwaarGemaakt()
            .Brief("bezwaarbevestiging")
            .Termijn("beslissing-op-bezwaar", "woensdag 27 mei 2026", "lopend"); // 42 dagen na 15 april
        await Op("maandag 18 mei 2026").BezwaarVerdaagd()
            .Termijn("beslissing-op-bezwaar", "woensdag 8 juli 2026", "lopend") // 42 dagen na 27 mei
            .Geweigerd("al-verdaagd", "Awb art. 7:10 lid 3", () => BezwaarVerdaagd())
            .Geweigerd("hoorzitting-te-snel", "Awb art. 7:4", () => HoorzittingGepland("donderdag 28 mei 2026"))
            .HoorzittingGepland("maandag 1 juni 2026")
            .Termijn("nadere-stukken", "donderdag 21 mei 2026") // tien hele dagen voor 1 juni: 22 tot en met 31 mei
            .Termijn("ter-inzage", "maandag 25 mei 2026"); // zeven dagen voor 1 juni
        await Op("maandag 1 juni 2026").Gehoord()
            .Geweigerd("zelfde-beslisser", "Awb art. 10:3 lid 3 en 2:4", () => OpBezwaarBeslist("ongegrond", door: Mensen.Beslisser))
            .OpBezwaarBeslist("ongegrond").OpBezwaarBekendgemaakt()
            .Brief("bezwaarbeslissing")
            .Termijn("beslissing-op-bezwaar", "woensdag 8 juli 2026", "gehaald")
            .Termijn("beroep", "maandag 13 juli 2026") // 42 dagen na 1 juni
            .AanZet("inwoner", "maandag 13 juli 2026");
    }
}
