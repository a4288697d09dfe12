using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De aanvraag is niet aangevuld, en de gemeente laat de vier weken voorbijgaan. Dan beslist zij inhoudelijk (Awb 4:5 lid 4).
/// </summary>
public sealed class BuitenBehandelingTeLaat(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Na_vier_weken_kan_alleen_nog_inhoudelijk_worden_beslist()
    {
        await Op("vrijdag 27 februari 2026").Melding().Onderzocht();
        await Op("maandag 2 maart 2026").VerslagOndertekend();
        await Op("dinsdag 3 maart 2026").AanvullingGevraagd("dinsdag 10 maart 2026", "offerte")
            .BesluitUiterlijk("maandag 23 maart 2026"); // 16 maart + 7 dagen
        await Op("dinsdag 7 april 2026") // 28 dagen na 10 maart: de laatste dag
            .BuitenBehandelingUiterlijk("dinsdag 7 april 2026")
            .Besloten("buiten-behandeling");
        await Op("woensdag 8 april 2026")
            .Geweigerd("buiten-behandeling-te-laat", "Awb art. 4:5 lid 4", () => Bekendgemaakt())
            .Afgewezen()
            .Status("afgewezen")
            .Termijn("beschikking", "maandag 23 maart 2026", "te-laat")
            .Termijn("bezwaar", "woensdag 20 mei 2026"); // 42 dagen na 8 april
    }
}
