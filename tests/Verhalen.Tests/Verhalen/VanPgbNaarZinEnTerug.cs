using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// Een pgb wordt zorg in natura, en later weer een pgb. Geen dag valt ertussenuit, en geen dag is er dubbel (iWmo OP043).
/// </summary>
public sealed class VanPgbNaarZinEnTerug(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Pgb_en_zorg_in_natura_volgen_elkaar_zonder_gat_en_zonder_overlap()
    {
        await Op("maandag 2 februari 2026").Melding().Onderzocht("pgb").VerslagOndertekend().PgbBesproken().Toegekend()
            .SvbKrijgt("02: 2 februari 2026 - 2 augustus 2026, 3900 euro")
            .CakKrijgt("start 2 februari 2026");
        await Op("maandag 2 maart 2026").NaarZinVoorbereid("woensdag 1 april 2026", tot: "zondag 2 augustus 2026", totDan: 1300)
            .HerzieningBesloten().HerzieningBekendgemaakt()
            .SvbKrijgt("02: 2 februari 2026 - 31 maart 2026, 1300 euro")
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 1 april 2026 - 2 augustus 2026");
        await Op("woensdag 1 april 2026").ZorgGestart();
        await Op("maandag 13 april 2026").NaarPgbVoorbereid("vrijdag 1 mei 2026", budget: 2000)
            .HerzieningBesloten().HerzieningBekendgemaakt()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 1 april 2026 - 30 april 2026, reden 08")
            .SvbKrijgt("02: 2 februari 2026 - 31 maart 2026, 1300 euro + 02: 1 mei 2026 - 2 augustus 2026, 2000 euro");
        await Op("zaterdag 2 mei 2026").CakKrijgt(); // de bijdrage liep steeds door
    }
}
