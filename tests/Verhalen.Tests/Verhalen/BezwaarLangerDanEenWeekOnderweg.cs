using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// Het bezwaar is op tijd gepost, maar komt pas na een week aan. De regel over de post helpt dan niet (Awb 6:9 lid 2).
/// </summary>
public sealed class BezwaarLangerDanEenWeekOnderweg(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wie_op_tijd_post_maar_na_een_week_aankomt_is_te_laat()
    {
        await Op("maandag 2 maart 2026").Aangevraagd();
        await Op("woensdag 4 maart 2026").Afgewezen()
            .Termijn("bezwaar", "woensdag 15 april 2026"); // 42 dagen na 4 maart
        await Op("donderdag 23 april 2026") // een dag na de week, die tot en met 22 april liep
            .Geweigerd("poststempel-na-ontvangst", "Awb art. 6:9 lid 2", () => BezwaarGemaakt(gepostOp: "vrijdag 24 april 2026"))
            .BezwaarGemaakt(gepostOp: "dinsdag 14 april 2026")
            .BezwaarIs("te-laat", omdat: "meer dan een week na de laatste dag")
            .NietGehoord("kennelijk-niet-ontvankelijk").RedenBeoordeeld(verschoonbaar: false)
            .OpBezwaarBeslist("niet-ontvankelijk", "te-laat").OpBezwaarBekendgemaakt()
            .Status("bezwaar-afgehandeld");
    }
}
