using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De inwoner krijgt minder hulp, na een voornemen en een overgang. De toewijzing eindigt en de nieuwe sluit aan.</summary>
public sealed class MinderHulpNaHoren(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Minder_hulp_is_een_nieuwe_toewijzing_die_aansluit()
    {
        await Op("maandag 2 maart 2026").Aangevraagd().Toegekend()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 2 september 2026");
        await Op("maandag 9 maart 2026").ZorgGestart()
            .AndereHulpVoorbereid("maandag 11 mei 2026", uren: 1, grond: "niet-meer-toereikend")
            .Geweigerd("eerst-horen", "Awb art. 4:8", () => HerzieningBesloten())
            .IntrekkingVoorgenomen("maandag 23 maart 2026"); // 14 dagen na 9 maart
        await Op("dinsdag 24 maart 2026") // 42 dagen voor 5 mei, dus voor 11 mei
            .HerzieningBesloten().HerzieningBekendgemaakt()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 10 mei 2026, reden 05"
                + " + 2: 02A05, 1 uur per week, 11 mei 2026 - 2 september 2026")
            .CakKrijgt("start 9 maart 2026");
        await Op("dinsdag 12 mei 2026").CakKrijgt(); // dat de tweede nog niet is gestart, is stilte
    }
}
