using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// Het ondertekende verslag kwam op maandag binnen en lag vier dagen op de balie. De maandag telt, en waarom het bleef liggen staat erbij.
/// </summary>
public sealed class TeLaatVastgelegd(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wie_laat_vastlegt_zegt_waarom_en_de_dag_van_ontvangst_telt()
    {
        await Op("donderdag 30 april 2026").Melding().Onderzocht();
        // Dinsdag 5 mei is Bevrijdingsdag: woensdag 6 mei is de eerste werkdag na de ontvangst.
        await Op("vrijdag 8 mei 2026")
            .Geweigerd("reden-laat-ontbreekt", "Wmo 2015 art. 2.3.5 lid 2", () => VerslagOndertekend("maandag 4 mei 2026"))
            .VerslagOndertekend("maandag 4 mei 2026", redenLaat: "Het lag op de balie.")
            .BesluitUiterlijk("maandag 18 mei 2026") // 14 dagen na 4 mei, niet na 8 mei
            .InDeTijdlijn("op 8 mei 2026 pas vastgelegd, maar telt vanaf de ontvangst op 4 mei 2026");
    }
}
