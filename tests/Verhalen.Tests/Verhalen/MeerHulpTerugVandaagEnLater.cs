using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De inwoner krijgt drie keer meer hulp: vanaf een dag die voorbij is, vanaf vandaag en vanaf later. Elke keer een nieuw nummer.
/// </summary>
public sealed class MeerHulpTerugVandaagEnLater(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Meer_hulp_is_steeds_een_nieuwe_toewijzing_die_aansluit()
    {
        await Op("maandag 2 maart 2026").Aangevraagd().Toegekend()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 2 september 2026");
        await Op("maandag 9 maart 2026").ZorgGestart().CakKrijgt("start 9 maart 2026");
        await Op("maandag 16 maart 2026").AndereHulpVoorbereid("woensdag 11 maart 2026", uren: 4)
            .HerzieningBesloten().HerzieningBekendgemaakt()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 10 maart 2026, reden 05"
                + " + 2: 02A05, 4 uur per week, 11 maart 2026 - 2 september 2026")
            .ZorgGestart();
        await Op("maandag 23 maart 2026").AndereHulpVoorbereid("maandag 23 maart 2026", uren: 5)
            .HerzieningBesloten().HerzieningBekendgemaakt()
            .AanbiederKrijgt("2: 02A05, 4 uur per week, 11 maart 2026 - 22 maart 2026, reden 05"
                + " + 3: 02A05, 5 uur per week, 23 maart 2026 - 2 september 2026");
        await Op("maandag 30 maart 2026").AndereHulpVoorbereid("maandag 13 april 2026", uren: 6)
            .HerzieningBesloten().HerzieningBekendgemaakt()
            .AanbiederKrijgt("3: 02A05, 5 uur per week, 23 maart 2026 - 12 april 2026, reden 05"
                + " + 4: 02A05, 6 uur per week, 13 april 2026 - 2 september 2026")
            .SvbKrijgt()
            .CakKrijgt(); // de bijdrage loopt door
    }
}
