using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// Het bezwaar gaat op de laatste dag op de post, en is binnen een week daarna binnen. Dat is op tijd (Awb 6:9 lid 2).
/// </summary>
public sealed class BezwaarOpDeLaatsteDagGepost(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wie_op_de_laatste_dag_post_en_binnen_een_week_aankomt_is_op_tijd()
    {
        await Op("maandag 2 maart 2026").Aangevraagd();
        await Op("woensdag 4 maart 2026").Afgewezen()
            .Termijn("bezwaar", "woensdag 15 april 2026"); // 42 dagen na 4 maart
        await Op("woensdag 22 april 2026") // precies een week na 15 april
            .BezwaarGemaakt(gepostOp: "woensdag 15 april 2026")
            .BezwaarIs("op-tijd-per-post", omdat: "Awb art. 6:9 lid 2")
            .Termijn("beslissing-op-bezwaar", "woensdag 27 mei 2026") // 42 dagen na 15 april
            .NietGehoord()
            .Geweigerd("niet-te-laat", "Awb art. 6:9 en 6:11", () => OpBezwaarBeslist("niet-ontvankelijk", "te-laat"))
            .OpBezwaarBeslist("gegrond").OpBezwaarBekendgemaakt()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 2 september 2026");
    }
}
