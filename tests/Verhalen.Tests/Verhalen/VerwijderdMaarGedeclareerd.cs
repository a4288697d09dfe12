using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De aanbieder meldde geen begin, maar declareerde wel. Dan kan de toewijzing pas na de creditering worden verwijderd (iWmo TR385).
/// </summary>
public sealed class VerwijderdMaarGedeclareerd(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wat_is_gedeclareerd_wordt_pas_na_de_creditering_verwijderd()
    {
        await Op("maandag 2 maart 2026").Aangevraagd().Toegekend()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 2 september 2026");
        await Op("woensdag 1 april 2026").Gedeclareerd("2026-03");
        await Op("maandag 13 april 2026")
            .IntrekkingVoorbereid("onjuiste-gegevens", "maandag 2 maart 2026", redenTerug: "De zus woonde er al.")
            .IntrekkingVoorgenomen("dinsdag 28 april 2026"); // 15 dagen na 13 april
        await Op("woensdag 29 april 2026").HerzieningBesloten().HerzieningBekendgemaakt()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 31 maart 2026, reden 05") // de laatste betaalde dag
            .MetDeHand("al-gedeclareerd");
        await Op("vrijdag 1 mei 2026").Gecrediteerd("2026-04").OpnieuwUitgevoerd()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 2 maart 2026, reden 13")
            .MetDeHand(null)
            .CakKrijgt(); // er is nooit een begin gemeld
    }
}
