using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De rechter geeft tijdens het bezwaar twee keer hulp, en daartussen spreekt de gemeente zelf minder hulp af. Elk eindigt op zijn eigen
/// dag, en daarna blijft precies wat de gemeente besloot (Awb 8:81 en 8:85).
/// </summary>
public sealed class TweeOpdrachtenVanDeRechter(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Elke_opdracht_eindigt_op_haar_eigen_dag_en_het_besluit_van_de_gemeente_blijft()
    {
        await Op("maandag 2 maart 2026").Aangevraagd(); // 3 uur per week
        await Op("woensdag 4 maart 2026").Afgewezen();
        await Op("maandag 16 maart 2026").BezwaarGemaakt().NietGehoord().NaarDeRechter("voorlopige-voorziening");
        await Op("maandag 30 maart 2026").UitspraakMetOpdracht("hulp-geven", 0)
            .HulpVanDeRechter("woensdag 30 september 2026")
            .BerichtenNaarPartner("WMO301", 1)
            .BijDeAanbieder(("maandag 30 maart 2026", "woensdag 30 september 2026", 3));

        // De gemeente geeft zelf 1 uur. De opdracht geeft meer, dus de aanbieder hoort niets.
        await Op("maandag 13 april 2026").WijzigingAfgesproken(1, "maandag 4 mei 2026", "vrijdag 31 juli 2026")
            .HerzieningBesloten().HerzieningBekendgemaakt()
            .Brief("wijzigingsbesluitbrief")
            .HulpTot("woensdag 30 september 2026")
            .BerichtenNaarPartner("WMO301", 1);

        await Op("maandag 20 april 2026").NaarDeRechter("voorlopige-voorziening", keer: 2);
        await Op("maandag 4 mei 2026").UitspraakMetOpdracht("hulp-geven", 0)
            .HulpVanDeRechter("dinsdag 30 juni 2026", uren: 5)
            .BijDeAanbieder(
                ("maandag 30 maart 2026", "zondag 3 mei 2026", 3),
                ("maandag 4 mei 2026", "dinsdag 30 juni 2026", 5),
                ("woensdag 1 juli 2026", "woensdag 30 september 2026", 3));

        // De tijd voor beroep is 42 dagen na 1 juni. De tweede opdracht eindigt eerder, de eerste op die dag, en dan blijft 1 uur.
        await Op("maandag 1 juni 2026").OpBezwaarBeslist("ongegrond").OpBezwaarBekendgemaakt()
            .HulpTot("vrijdag 31 juli 2026")
            .BijDeAanbieder(
                ("maandag 30 maart 2026", "zondag 3 mei 2026", 3),
                ("maandag 4 mei 2026", "dinsdag 30 juni 2026", 5),
                ("woensdag 1 juli 2026", "maandag 13 juli 2026", 3),
                ("dinsdag 14 juli 2026", "vrijdag 31 juli 2026", 1));
    }
}
