using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De hulp eindigt op 2 augustus, en over meer hulp is dan nog niet beslist. De consulent laat de hulp doorlopen tot dat besluit geldt,
/// zodat er geen gat valt.
/// </summary>
public sealed class HulpLooptDoorTotHetBesluit(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Tussen_het_einde_van_de_hulp_en_het_besluit_valt_geen_gat()
    {
        await Op("maandag 2 februari 2026").Aangevraagd().Toegekend();
        await Op("maandag 9 februari 2026").ZorgGestart()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 februari 2026 - 2 augustus 2026")
            .CakKrijgt("start 9 februari 2026")
            .Geweigerd("geen-besluit-te-verwachten", "Wmo 2015 art. 2.3.1", () => Overbrugd());
        await Op("maandag 22 juni 2026").Melding()
            .Geweigerd("overbrugging-te-vroeg", "Wmo 2015 art. 2.3.1", () => Overbrugd());
        await Op("zaterdag 4 juli 2026").NietInDeTijdlijn("tot dat besluit laten doorlopen");
        await Op("zondag 5 juli 2026") // 28 dagen voor 2 augustus
            .InDeTijdlijn("De hulp loopt tot en met 2 augustus 2026. Misschien is dan nog niet beslist over hulp daarna");
        await Op("maandag 6 juli 2026").Overbrugd()
            .Brief("wijzigingsbesluitbrief")
            .InDeTijdlijn("laat de hulp tijdelijk doorlopen, tot er is beslist")
            .Toegewezen(("maandag 2 februari 2026", "zondag 31 januari 2027")) // 26 weken vanaf 3 augustus
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 februari 2026 - 31 januari 2027, reden 04")
            .Geweigerd("tijdelijke-hulp-loopt", "Wmo 2015 art. 2.3.1", () => Overbrugd());
        await Op("maandag 3 augustus 2026").Onderzocht().VerslagOndertekend()
            .BesluitUiterlijk("maandag 17 augustus 2026"); // 14 dagen na 3 augustus
        await Op("maandag 10 augustus 2026").Toegekend()
            .InDeTijdlijn("Met het besluit op de aanvraag")
            .Toegewezen(
                ("maandag 2 februari 2026", "maandag 10 augustus 2026"), // de dag van de bekendmaking
                ("dinsdag 11 augustus 2026", "woensdag 3 februari 2027"))
            .AanbiederWeet(
                "1: 02A05, 3 uur per week, 2 februari 2026 - 10 augustus 2026",
                "2: 02A05, 3 uur per week, 11 augustus 2026 - 3 februari 2027")
            .CakKrijgt(); // de bijdrage is nooit gestopt
    }
}
