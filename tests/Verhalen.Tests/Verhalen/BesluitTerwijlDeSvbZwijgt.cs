using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De SVB antwoordt niet op het budget. Twee besluiten over een ander bedrag wachten daarop; dan gaat alleen het laatste.
/// </summary>
public sealed class BesluitTerwijlDeSvbZwijgt(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Zolang_de_SVB_zwijgt_wacht_het_besluit_en_dan_gaat_het_laatste()
    {
        await Op("maandag 2 februari 2026").Melding().Onderzocht("pgb").VerslagOndertekend().PgbBesproken().PartnerZwijgt("svb").Toegekend()
            .SvbKrijgt("02: 2 februari 2026 - 2 augustus 2026, 3900 euro");
        await Op("maandag 16 februari 2026").AnderBudgetVoorbereid("woensdag 1 april 2026", totDan: 1300, daarna: 3000)
            .HerzieningBesloten().HerzieningBekendgemaakt()
            .SvbKrijgt();
        await Op("dinsdag 17 februari 2026").AnderBudgetVoorbereid("woensdag 1 april 2026", totDan: 1300, daarna: 3500)
            .HerzieningBesloten().HerzieningBekendgemaakt()
            .SvbKrijgt();
        await Op("woensdag 18 februari 2026").PartnerAntwoordt("svb")
            .SvbKrijgt("02: 2 februari 2026 - 31 maart 2026, 1300 euro + 02: 1 april 2026 - 2 augustus 2026, 3500 euro")
            .CakKrijgt("start 2 februari 2026");
    }
}
