using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De aanbieder antwoordt niet op de toewijzing. Twee besluiten wachten daarop; dan gaat alleen het laatste (iWmo OP080).
/// </summary>
public sealed class BesluitTerwijlDeAanbiederZwijgt(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Zolang_de_aanbieder_zwijgt_wacht_het_besluit_en_dan_gaat_het_laatste()
    {
        await Op("maandag 2 maart 2026").Aangevraagd().PartnerZwijgt().Toegekend()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 2 september 2026");
        await Op("maandag 16 maart 2026")
            .AndereHulpVoorbereid("donderdag 3 september 2026", tot: "vrijdag 30 oktober 2026")
            .HerzieningBesloten().HerzieningBekendgemaakt()
            .AanbiederKrijgt();
        await Op("dinsdag 17 maart 2026").IntrekkingVoorbereid("in-overeenstemming", "vrijdag 1 mei 2026")
            .HerzieningBesloten().HerzieningBekendgemaakt()
            .AanbiederKrijgt();
        await Op("woensdag 18 maart 2026").PartnerAntwoordt()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 30 april 2026, reden 05")
            .ZorgGestart().CakKrijgt("start 18 maart 2026");
    }
}
