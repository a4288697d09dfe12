using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De rechter geeft hulp tijdens het bezwaar. Die eindigt als de tijd voor beroep voorbij is (Awb 8:81 en 8:85).</summary>
public sealed class RechterGeeftIntussenHulp(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Hulp_van_de_rechter_begint_meteen_en_eindigt_met_de_voorlopige_voorziening()
    {
        await Op("maandag 2 maart 2026").Aangevraagd();
        await Op("woensdag 4 maart 2026").Afgewezen();
        await Op("maandag 16 maart 2026").BezwaarGemaakt().NietGehoord()
            .NaarDeRechter("voorlopige-voorziening");
        await Op("maandag 30 maart 2026").UitspraakMetOpdracht("hulp-geven", 0)
            .AanZet("consulent", "maandag 30 maart 2026")
            .HulpVanDeRechter("woensdag 30 september 2026")
            .Geweigerd("opdracht-al-uitgevoerd", "Awb art. 8:72", () => HulpVanDeRechter("woensdag 30 september 2026"))
            .Brief("wijzigingsbesluitbrief")
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 30 maart 2026 - 30 september 2026")
            .HulpTot("woensdag 30 september 2026");
        await Op("maandag 20 april 2026").OpBezwaarBeslist("ongegrond").OpBezwaarBekendgemaakt()
            .HulpTot("maandag 1 juni 2026") // 42 dagen na 20 april
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 30 maart 2026 - 1 juni 2026, reden 05");
    }
}
