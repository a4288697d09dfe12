using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De intrekking houdt in bezwaar geen stand, terwijl de hulp nog loopt. Het nummer krijgt zijn oude laatste dag terug.
/// </summary>
public sealed class IntrekkingVernietigdTerwijlDeHulpLoopt(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wie_gelijk_krijgt_voor_het_einde_merkt_niets_van_de_intrekking()
    {
        await Op("maandag 2 maart 2026").Aangevraagd().Toegekend()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 2 september 2026");
        await Op("maandag 9 maart 2026").ZorgGestart()
            .IntrekkingVoorbereid("niet-meer-aangewezen", "maandag 11 mei 2026")
            .IntrekkingVoorgenomen("maandag 23 maart 2026"); // 14 dagen na 9 maart
        await Op("dinsdag 24 maart 2026").HerzieningBesloten().HerzieningBekendgemaakt()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 10 mei 2026, reden 05");
        await Op("maandag 30 maart 2026").BezwaarTegenHetWijzigingsbesluit().NietGehoord()
            // 42 dagen na 24 maart is 5 mei, Bevrijdingsdag, dus bezwaar kon tot en met 6 mei; en dan 42 dagen
            .Termijn("beslissing-op-bezwaar", "woensdag 17 juni 2026")
            .AanbiederKrijgt(); // een bezwaar schorst niets (Awb 6:16)
        await Op("maandag 20 april 2026").OpBezwaarBeslist("gegrond", van: "maandag 11 mei 2026", tot: "woensdag 2 september 2026")
            .OpBezwaarBekendgemaakt()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 2 september 2026, reden 04")
            .CakKrijgt("start 9 maart 2026");
        await Op("dinsdag 12 mei 2026").CakKrijgt();
    }
}
