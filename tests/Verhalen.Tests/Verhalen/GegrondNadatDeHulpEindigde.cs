using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De intrekking houdt in bezwaar geen stand, drie weken nadat de hulp eindigde. De inwoner krijgt haar terug zonder gat.
/// </summary>
public sealed class GegrondNadatDeHulpEindigde(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wie_gelijk_krijgt_na_het_einde_krijgt_een_nieuwe_toewijzing_die_aansluit()
    {
        await Op("maandag 2 maart 2026").Aangevraagd().Toegekend()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 2 september 2026");
        await Op("maandag 9 maart 2026").ZorgGestart()
            .IntrekkingVoorbereid("niet-meer-aangewezen", "maandag 11 mei 2026")
            .IntrekkingVoorgenomen("maandag 23 maart 2026"); // 14 dagen na 9 maart
        await Op("dinsdag 24 maart 2026").HerzieningBesloten().HerzieningBekendgemaakt()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 10 mei 2026, reden 05");
        await Op("maandag 30 maart 2026").BezwaarTegenHetWijzigingsbesluit().NietGehoord();
        await Op("zondag 10 mei 2026").ZorgGestopt("36").CakKrijgt("start 9 maart 2026", "stop 10 mei 2026");
        await Op("maandag 1 juni 2026").OpBezwaarBeslist("gegrond", van: "maandag 11 mei 2026", tot: "woensdag 2 september 2026")
            .OpBezwaarBekendgemaakt()
            .AanbiederKrijgt("2: 02A05, 3 uur per week, 11 mei 2026 - 2 september 2026")
            .ZorgGestart()
            .CakKrijgt("start 11 mei 2026"); // de dag na de stop: er zat geen dag tussen
    }
}
