using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De hulp wordt ingetrokken vanaf half april, maar heel april is betaald. Na de creditering klopt alles (iWmo TR385).
/// </summary>
public sealed class IngetrokkenTerwijlAprilBetaaldIs(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wat_al_is_betaald_blijft_staan_tot_het_is_gecrediteerd()
    {
        await Op("maandag 2 maart 2026").Aangevraagd().Toegekend()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 2 september 2026");
        await Op("maandag 9 maart 2026").ZorgGestart().CakKrijgt("start 9 maart 2026");
        await Op("vrijdag 1 mei 2026").Gedeclareerd("2026-04");
        await Op("maandag 4 mei 2026")
            .IntrekkingVoorbereid("onjuiste-gegevens", "donderdag 16 april 2026", redenTerug: "De zus woont er sinds half april.")
            .IntrekkingVoorgenomen("maandag 18 mei 2026"); // 14 dagen na 4 mei
        await Op("dinsdag 19 mei 2026").HerzieningBesloten().HerzieningBekendgemaakt()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 30 april 2026, reden 05") // de laatste betaalde dag
            .MetDeHand("al-gedeclareerd");
        await Op("maandag 1 juni 2026").CakKrijgt("stop 30 april 2026")
            .Gecrediteerd("2026-05").OpnieuwUitgevoerd()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 15 april 2026, reden 05")
            .MetDeHand(null)
            .CakKrijgt("stop wordt 15 april 2026");
    }
}
