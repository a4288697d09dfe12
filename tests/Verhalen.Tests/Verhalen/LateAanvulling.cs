using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De inwoner vult aan na de termijn, maar voor het besluit. De gemeente beslist dan inhoudelijk (Awb 4:5 lid 1).
/// </summary>
public sealed class LateAanvulling(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wie_te_laat_aanvult_krijgt_een_inhoudelijk_besluit()
    {
        await Op("vrijdag 6 maart 2026").Melding().Onderzocht();
        await Op("maandag 9 maart 2026").VerslagOndertekend();
        await Op("dinsdag 10 maart 2026").AanvullingGevraagd("dinsdag 17 maart 2026", "offerte")
            .BesluitUiterlijk("maandag 30 maart 2026"); // 23 maart + 7 dagen
        await Op("maandag 23 maart 2026").Aangevuld()
            .BesluitUiterlijk("maandag 30 maart 2026") // stilstand alleen tot en met 17 maart
            .Termijn("buiten-behandeling", "dinsdag 14 april 2026", "vervallen") // 28 dagen na 17 maart
            .Geweigerd("eerst-laten-aanvullen", "Awb art. 4:5", () => Besloten("buiten-behandeling"))
            .Toegekend()
            .Termijn("beschikking", "maandag 30 maart 2026", "gehaald");
    }
}
