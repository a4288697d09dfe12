using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De inwoner stuurt het bezwaar naar de rechtbank, een dag te laat. Doorsturen maakt het niet alsnog op tijd (Awb 6:15 lid 3).
/// </summary>
public sealed class BezwaarOokDaarTeLaat(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Een_bezwaar_dat_bij_het_verkeerde_adres_al_te_laat_was_blijft_te_laat()
    {
        await Op("maandag 2 maart 2026").Aangevraagd();
        await Op("woensdag 4 maart 2026").Afgewezen()
            .Termijn("bezwaar", "woensdag 15 april 2026"); // 42 dagen na 4 maart
        await Op("maandag 20 april 2026").BezwaarGemaakt(eldersOp: "donderdag 16 april 2026")
            .BezwaarIs("te-laat", omdat: "donderdag 16 april 2026")
            .NietGehoord()
            .Geweigerd("te-laat", "Awb art. 6:7 en 6:11", () => OpBezwaarBeslist("gegrond"));
    }
}
