using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De brief lag vier dagen op een verkeerd bureau. De goede dag telt, en de inwoner krijgt er een brief over.</summary>
public sealed class OntvangstGecorrigeerd(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Een_andere_dag_van_ontvangst_verschuift_alle_termijnen_en_de_inwoner_leest_dat()
    {
        await Op("maandag 23 maart 2026").Melding();
        await Op("woensdag 25 maart 2026").Onderzocht();
        await Op("maandag 30 maart 2026").VerslagOndertekend()
            .BesluitUiterlijk("maandag 13 april 2026"); // 14 dagen na 30 maart
        await Op("woensdag 1 april 2026")
            .Geweigerd("ontvangst-voor-verslag", "Wmo 2015 art. 2.3.5 lid 2", () => OntvangstGecorrigeerd("dinsdag 24 maart 2026"))
            .Geweigerd("niets-gewijzigd", null, () => OntvangstGecorrigeerd("maandag 30 maart 2026"))
            .OntvangstGecorrigeerd("donderdag 26 maart 2026")
            .BesluitUiterlijk("donderdag 9 april 2026") // 14 dagen na 26 maart
            .Brief("ontvangstcorrectie")
            .InDeTijdlijn("De aanvraag is ontvangen op 26 maart 2026, niet op 30 maart 2026");
    }
}
