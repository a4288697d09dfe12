using WmoPlatform.Keten.Tests.Spel;
using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De inwoner vraagt hulp met spoed, maar die kan wachten op het onderzoek. Dat is een besluit van een beslisser, met een brief en bezwaar.
/// </summary>
public sealed class SpoedGeweigerd(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Geen_tijdelijke_hulp_is_een_besluit_en_het_onderzoek_gaat_door()
    {
        await Op("maandag 2 maart 2026").MeldingMetSpoed()
            .Termijn("spoed", "dinsdag 3 maart 2026", "lopend") // één werkdag
            .Geweigerd("buiten-mandaat", "Awb art. 10:1", () => MetSpoedGeweigerd(Mensen.Consulent));
        await Op("dinsdag 3 maart 2026").MetSpoedGeweigerd()
            .Termijn("spoed", "dinsdag 3 maart 2026", "gehaald")
            .Brief("wijzigingsbesluitbrief")
            .Termijn("bezwaar", "dinsdag 14 april 2026") // 42 dagen na 3 maart
            .InDeTijdlijn("geeft met spoed geen tijdelijke hulp")
            .Toegewezen()
            .Termijn("onderzoek", "maandag 13 april 2026", "lopend") // 42 dagen na 2 maart
            .AanZet("consulent", "maandag 13 april 2026");
    }
}
