using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De inwoner trekt de melding in, terwijl er tijdelijke hulp loopt. Die eindigt niet vanzelf: de gemeente hoort de inwoner eerst
/// (Awb 4:8), en beslist.
/// </summary>
public sealed class SpoedZonderAanvraag(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Zonder_aanvraag_eindigt_tijdelijke_hulp_pas_met_een_besluit_na_horen()
    {
        await Op("maandag 2 maart 2026").MeldingMetSpoed().MetSpoedGeholpen().ZorgGestart()
            .AanbiederKrijgt("1: 02A05, 10 uur per week, 2 maart 2026 - 30 augustus 2026")
            .CakKrijgt("start 2 maart 2026");
        await Op("maandag 9 maart 2026").MeldingIngetrokken().Status("hulp-loopt");
        await Op("dinsdag 10 maart 2026")
            .InDeTijdlijn("er komt geen besluit op een aanvraag: de melding is ingetrokken")
            .AanZet("consulent")
            .Toegewezen(("maandag 2 maart 2026", "zondag 30 augustus 2026")) // 26 weken
            .IntrekkingVoorbereid("niet-meer-aangewezen", vanaf: "woensdag 6 mei 2026")
            .Geweigerd("eerst-horen", "Awb art. 4:8", () => HerzieningBesloten())
            .IntrekkingVoorgenomen("dinsdag 24 maart 2026") // 14 dagen na 10 maart
            .Brief("herzieningsvoornemen")
            .AanZet("beslisser", "dinsdag 24 maart 2026");
        await Op("woensdag 25 maart 2026") // 42 dagen voor 6 mei
            .HerzieningBesloten().HerzieningBekendgemaakt()
            .Brief("wijzigingsbesluitbrief")
            .Toegewezen(("maandag 2 maart 2026", "dinsdag 5 mei 2026"))
            .AanbiederKrijgt("1: 02A05, 10 uur per week, 2 maart 2026 - 5 mei 2026, reden 05")
            .CakKrijgt()
            .Termijn("bezwaar", "woensdag 6 mei 2026"); // 42 dagen na 25 maart
    }
}
