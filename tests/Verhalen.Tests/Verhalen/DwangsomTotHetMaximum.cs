using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De gemeente beslist niet. De dwangsom loopt 42 dagen op: 14 dagen 23 euro, 14 dagen 35 euro en 14 dagen 45 euro (Awb 4:17 lid 2).
/// </summary>
public sealed class DwangsomTotHetMaximum(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task De_dwangsom_loopt_per_dag_op_tot_de_tweeënveertigste()
    {
        await Op("donderdag 2 april 2026").Melding().Onderzocht();
        await Op("dinsdag 7 april 2026").VerslagOndertekend()
            .BesluitUiterlijk("dinsdag 21 april 2026"); // 14 dagen na 7 april
        await Op("woensdag 22 april 2026").InGebrekeGesteld()
            .DwangsomLoopt("woensdag 6 mei 2026", "donderdag 7 mei 2026", "woensdag 17 juni 2026"); // 22 april + 14; 7 mei + 41
        await Op("woensdag 6 mei 2026").Dwangsom(0, 0);
        await Op("donderdag 7 mei 2026").Dwangsom(1, 23m);
        await Op("woensdag 20 mei 2026").Dwangsom(14, 322m); // 14 × 23
        await Op("donderdag 21 mei 2026").Dwangsom(15, 357m); // 322 + 35
        await Op("woensdag 3 juni 2026").Dwangsom(28, 812m); // 322 + 14 × 35
        await Op("donderdag 4 juni 2026").Dwangsom(29, 857m); // 812 + 45
        await Op("woensdag 17 juni 2026").Dwangsom(42, 1442m) // 812 + 14 × 45
            .Geweigerd("dwangsom-loopt-nog", "Awb art. 4:18", () => DwangsomVastgesteld());
        await Op("donderdag 18 juni 2026").Dwangsom(42, 1442m)
            .InDeTijdlijn("dwangsom betalen, over 42 dagen")
            .Termijn("dwangsombesluit", "woensdag 1 juli 2026"); // 14 dagen na 17 juni
        await Op("vrijdag 26 juni 2026").DwangsomVastgesteld()
            .Brief("dwangsombrief")
            .Termijn("dwangsombesluit", "woensdag 1 juli 2026", "gehaald")
            .Termijn("betaling", "vrijdag 7 augustus 2026") // 42 dagen na 26 juni
            .Termijn("bezwaar", "vrijdag 7 augustus 2026");
        await Op("dinsdag 7 juli 2026").DwangsomBetaald()
            .Termijn("betaling", "vrijdag 7 augustus 2026", "gehaald")
            .Geweigerd("dwangsom-al-betaald", "Awb art. 4:87", () => DwangsomBetaald());
    }
}
