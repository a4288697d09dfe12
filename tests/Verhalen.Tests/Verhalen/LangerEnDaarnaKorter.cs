using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De hulp wordt verlengd en daarna korter, tot later en tot vandaag. Het nummer blijft; de bijdrage stopt pas na de laatste dag.
/// </summary>
public sealed class LangerEnDaarnaKorter(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Een_andere_laatste_dag_houdt_het_nummer()
    {
        await Op("maandag 2 februari 2026").Aangevraagd().Toegekend()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 februari 2026 - 2 augustus 2026");
        await Op("maandag 9 februari 2026").ZorgGestart().CakKrijgt("start 9 februari 2026");
        await Op("maandag 16 februari 2026").AndereHulpVoorbereid("maandag 3 augustus 2026", tot: "vrijdag 30 oktober 2026")
            .HerzieningBesloten().HerzieningBekendgemaakt()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 februari 2026 - 30 oktober 2026, reden 04");
        await Op("maandag 23 februari 2026").IntrekkingVoorbereid("in-overeenstemming", "vrijdag 1 mei 2026")
            .HerzieningBesloten().HerzieningBekendgemaakt()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 februari 2026 - 30 april 2026, reden 05");
        await Op("maandag 2 maart 2026").IntrekkingVoorbereid("in-overeenstemming", "dinsdag 3 maart 2026")
            .HerzieningBesloten().HerzieningBekendgemaakt()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 februari 2026 - 2 maart 2026, reden 05")
            .CakKrijgt(); // de laatste dag is nog niet voorbij
        await Op("dinsdag 3 maart 2026").CakKrijgt("stop 2 maart 2026");
    }
}
