using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De inwoner is het niet eens en stuurt het verslag terug. Het onderzoek gaat verder; pas de handtekening is de aanvraag.
/// </summary>
public sealed class VerslagMetOpmerkingen(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Met_opmerkingen_terug_is_nog_geen_aanvraag()
    {
        await Op("maandag 2 maart 2026").Melding()
            .Termijn("onderzoek", "maandag 13 april 2026"); // 42 dagen na 2 maart
        await Op("vrijdag 6 maart 2026").Onderzocht()
            .Status("verslag-bij-inwoner")
            .AanZet("inwoner");
        await Op("dinsdag 10 maart 2026").VerslagTeruggestuurd()
            .Status("in-onderzoek")
            .GeenTermijn("beschikking");
        await Op("donderdag 12 maart 2026").Verslag();
        await Op("maandag 16 maart 2026").VerslagOndertekend()
            .BesluitUiterlijk("maandag 30 maart 2026") // 14 dagen na 16 maart
            .Termijn("onderzoek", "maandag 13 april 2026", "gehaald");
    }
}
