using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// Het besluit is genomen, maar nog niet verstuurd. Het bezwaar daartegen wacht tot de termijn begint (Awb 6:10 lid 1 onder a).
/// </summary>
public sealed class BezwaarVoorDeBekendmaking(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Een_bezwaar_tegen_een_besluit_dat_er_al_is_wacht_op_de_bekendmaking()
    {
        await Op("maandag 2 maart 2026").Aangevraagd();
        await Op("woensdag 4 maart 2026").Besloten("afwijzen");
        await Op("donderdag 5 maart 2026").BezwaarGemaakt()
            .BezwaarIs("te-vroeg", omdat: "Awb art. 6:10")
            .Brief("bezwaarbevestiging")
            .GeenTermijn("beslissing-op-bezwaar");
        await Op("maandag 9 maart 2026").Bekendgemaakt()
            .Termijn("beslissing-op-bezwaar", "maandag 1 juni 2026") // 42 dagen na 20 april, dat is 42 dagen na 9 maart
            .NietGehoord()
            .Geweigerd("niet-te-vroeg", "Awb art. 6:10 lid 1 onder a", () => OpBezwaarBeslist("niet-ontvankelijk", "te-vroeg"))
            .OpBezwaarBeslist("gegrond").OpBezwaarBekendgemaakt()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 2 september 2026");
    }
}
