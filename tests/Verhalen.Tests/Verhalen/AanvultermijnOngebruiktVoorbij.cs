using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De inwoner vult niet aan. Na een herinnering loopt de termijn door, en vier weken lang mag de gemeente de aanvraag buiten
/// behandeling laten (Awb 4:5 lid 4).
/// </summary>
public sealed class AanvultermijnOngebruiktVoorbij(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Na_de_herinnering_en_de_termijn_mag_de_aanvraag_buiten_behandeling()
    {
        await Op("vrijdag 27 februari 2026").Melding().Onderzocht();
        await Op("maandag 2 maart 2026").VerslagOndertekend()
            .BesluitUiterlijk("maandag 16 maart 2026"); // 14 dagen na 2 maart
        await Op("woensdag 4 maart 2026").AanvullingGevraagd("woensdag 18 maart 2026", "offerte")
            .BesluitUiterlijk("maandag 30 maart 2026"); // 16 maart + 14 dagen
        await Op("zondag 15 maart 2026") // 3 dagen voor 18 maart
            .Brief("aanvulherinnering");
        await Op("woensdag 18 maart 2026") // de laatste dag om aan te vullen
            .BuitenBehandelingUiterlijk(null)
            .Geweigerd("eerst-laten-aanvullen", "Awb art. 4:5", () => Besloten("buiten-behandeling"));
        await Op("donderdag 19 maart 2026")
            .BesluitUiterlijk("maandag 30 maart 2026") // wat over was loopt weer: 12 dagen na 18 maart
            .Termijn("aanvulling", "woensdag 18 maart 2026", "vervallen")
            .Termijn("buiten-behandeling", "woensdag 15 april 2026") // 28 dagen na 18 maart
            .BuitenBehandelingUiterlijk("woensdag 15 april 2026")
            .AanZet("beslisser", "maandag 30 maart 2026")
            .OpDeWerklijst("beslisser", "maandag 30 maart 2026");
        await Op("vrijdag 27 maart 2026").BuitenBehandelingGelaten()
            .Status("buiten-behandeling")
            .Termijn("beschikking", "maandag 30 maart 2026", "gehaald")
            .Termijn("bezwaar", "vrijdag 8 mei 2026") // 42 dagen na 27 maart
            .Brieven("aanvulherinnering", 1);
    }
}
