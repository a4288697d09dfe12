using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De inwoner vraagt vergoeding van de kosten van het bezwaar. Die is er als het besluit wordt herroepen (Awb 7:15).</summary>
public sealed class KostenVanHetBezwaar(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Kosten_worden_vergoed_als_erom_is_gevraagd_en_het_besluit_wordt_herroepen()
    {
        await Op("maandag 2 maart 2026").Aangevraagd();
        await Op("woensdag 4 maart 2026").Afgewezen();
        await Op("maandag 16 maart 2026").BezwaarGemaakt().NietGehoord()
            .Geweigerd("kosten-niet-gevraagd", "Awb art. 7:15", () => OpBezwaarBeslist("gegrond", kosten: 647m))
            .KostenGevraagd()
            .Geweigerd("kosten-niet-beslist", "Awb art. 7:15", () => OpBezwaarBeslist("gegrond"))
            .Geweigerd("kosten-zonder-herroeping", "Awb art. 7:15", () => OpBezwaarBeslist("ongegrond", kosten: 647m))
            .OpBezwaarBeslist("gegrond", kosten: 647m).OpBezwaarBekendgemaakt()
            .Termijn("kostenvergoeding", "dinsdag 28 april 2026", "lopend"); // 42 dagen na 16 maart is 27 april, Koningsdag
        await Op("dinsdag 17 maart 2026").KostenBetaald()
            .Termijn("kostenvergoeding", "dinsdag 28 april 2026", "gehaald")
            .Geweigerd("kosten-al-betaald", "Awb art. 4:87", () => KostenBetaald());
    }
}
