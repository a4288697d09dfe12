using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De inwoner heeft altijd iemand nodig. De consulent verwijst naar de Wlz, met een motivering (Wmo 2015 art. 2.3.5 lid 6).
/// </summary>
public sealed class DoorverwezenNaarDeWlz(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Helpt_de_Wlz_dan_stopt_het_onderzoek_met_een_reden()
    {
        await Op("maandag 2 maart 2026").Melding().Gesprek();
        await Op("woensdag 4 maart 2026").DoorverwezenNaarWlz()
            .Status("doorverwezen-wlz")
            .Termijn("onderzoek", "maandag 13 april 2026", "gehaald") // 42 dagen na 2 maart
            .Geweigerd("onderzoek-gestopt", null, () => Verslag());
    }
}
