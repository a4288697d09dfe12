using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De hulp kan niet wachten (Wmo 2015 art. 2.3.3). Zij begint op de dag van het besluit, en loopt tot het besluit op de aanvraag geldt. De
/// termijnen van melding, onderzoek en aanvraag lopen gewoon door.
/// </summary>
public sealed class SpoedTotHetBesluit(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Hulp_begint_vandaag_en_gaat_zonder_gat_over_in_de_hulp_na_het_besluit()
    {
        await Op("vrijdag 24 april 2026").MeldingMetSpoed()
            .Termijn("spoed", "dinsdag 28 april 2026", "lopend") // één werkdag: maandag 27 april is Koningsdag
            .AanZet("consulent", "dinsdag 28 april 2026")
            .Termijn("onderzoek", "vrijdag 5 juni 2026") // 42 dagen na 24 april
            .MetSpoedGeholpen()
            .Termijn("spoed", "dinsdag 28 april 2026", "gehaald")
            .Brief("wijzigingsbesluitbrief")
            .Termijn("bezwaar", "vrijdag 5 juni 2026") // 42 dagen na 24 april
            .InDeTijdlijn("met spoed tijdelijke hulp gegeven")
            .Toegewezen(("vrijdag 24 april 2026", "donderdag 22 oktober 2026")) // 26 weken
            .AanbiederKrijgt("1: 02A05, 10 uur per week, 24 april 2026 - 22 oktober 2026")
            .Geweigerd("tijdelijke-hulp-loopt", "Wmo 2015 art. 2.3.3", () => MetSpoedGeholpen())
            .ZorgGestart()
            .CakKrijgt("start 24 april 2026")
            .Termijn("onderzoek", "vrijdag 5 juni 2026", "lopend");
        await Op("maandag 4 mei 2026").Onderzocht().VerslagOndertekend()
            .BesluitUiterlijk("maandag 18 mei 2026"); // 14 dagen na 4 mei
        await Op("maandag 11 mei 2026").Toegekend()
            .InDeTijdlijn("Met het besluit op de aanvraag")
            .Toegewezen(
                ("vrijdag 24 april 2026", "maandag 11 mei 2026"), // de dag van de bekendmaking
                ("dinsdag 12 mei 2026", "woensdag 4 november 2026"))
            .AanbiederWeet(
                "1: 02A05, 10 uur per week, 24 april 2026 - 11 mei 2026",
                "2: 02A05, 3 uur per week, 12 mei 2026 - 4 november 2026")
            .CakKrijgt() // de bijdrage loopt door
            .Termijn("bezwaar", "maandag 22 juni 2026"); // 42 dagen na 11 mei
    }
}
