using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// Het bezwaar komt binnen een week na de laatste dag aan, maar is een dag te laat gepost. Het is te laat (Awb 6:9 lid 2).
/// </summary>
public sealed class BezwaarNaDeLaatsteDagGepost(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wie_na_de_laatste_dag_post_is_te_laat_ook_binnen_de_week()
    {
        await Op("maandag 2 maart 2026").Aangevraagd();
        await Op("woensdag 4 maart 2026").Afgewezen()
            .Termijn("bezwaar", "woensdag 15 april 2026"); // 42 dagen na 4 maart
        await Op("vrijdag 17 april 2026").BezwaarGemaakt(gepostOp: "donderdag 16 april 2026")
            .BezwaarIs("te-laat", omdat: "na de laatste dag")
            .NietGehoord()
            .Geweigerd("te-laat", "Awb art. 6:7 en 6:11", () => OpBezwaarBeslist("ongegrond"));
    }
}
