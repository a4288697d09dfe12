using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>Een klacht is opgelost als de inwoner dat vindt (Awb 9:5). Wat korter dan een jaar geleden is, wordt behandeld (9:8).</summary>
public sealed class KlachtOpgelost(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Opgelost_is_een_klacht_pas_als_de_inwoner_instemt()
    {
        await Op("maandag 9 maart 2026").Melding();
        await Op("maandag 16 maart 2026").KlachtIngediend("vrijdag 13 maart 2026")
            .Geweigerd("binnen-een-jaar", "Awb art. 9:8 lid 1 onder b", () => KlachtNietBehandeld("langer-dan-een-jaar"));
        await Op("dinsdag 17 maart 2026")
            .Geweigerd("instemming-ontbreekt", "Awb art. 9:5", () => KlachtOpgelost(metInstemming: false))
            .KlachtOpgelost()
            .Status("klacht-afgehandeld")
            .Brief("klachtafhandeling");
    }
}
