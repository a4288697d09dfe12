using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De inwoner verzweeg met opzet een huisgenoot. De hulp wordt met terugwerkende kracht ingetrokken en teruggevorderd (2.4.1).
/// </summary>
public sealed class TerugvorderingNaOnjuisteGegevens(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Terugvorderen_volgt_op_een_intrekking_wegens_onjuiste_gegevens()
    {
        await Op("maandag 2 maart 2026").Aangevraagd().Toegekend();
        await Op("maandag 9 maart 2026")
            .IntrekkingVoorbereid("onjuiste-gegevens", vanaf: "dinsdag 3 maart 2026", redenTerug: "De zus woonde er al in februari.")
            .IntrekkingVoorgenomen("maandag 23 maart 2026")
            .Geweigerd("eerst-herzien", "Wmo 2015 art. 2.4.1", () => Teruggevorderd(500m));
        await Op("dinsdag 24 maart 2026")
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 2 september 2026")
            .HerzieningBesloten().HerzieningBekendgemaakt()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 2 maart 2026, reden 05")
            .Teruggevorderd(500m)
            .Brief("terugvorderingsbrief")
            .Termijn("terugbetaling", "woensdag 6 mei 2026"); // 42 dagen is dinsdag 5 mei, Bevrijdingsdag
        await Op("vrijdag 10 april 2026").VorderingBetaald(200m)
            .Geweigerd("meer-dan-open", "Wmo 2015 art. 2.4.1", () => VorderingBetaald(301m))
            .VorderingBetaald(300m)
            .Termijn("terugbetaling", "woensdag 6 mei 2026", "gehaald");
    }
}
