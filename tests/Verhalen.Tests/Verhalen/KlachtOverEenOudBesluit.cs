using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De klacht over een besluit komt na de bezwaartermijn. De inwoner wordt eerst gevraagd wat die bedoelt (Awb 9:8 lid 1 onder c).
/// </summary>
public sealed class KlachtOverEenOudBesluit(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Na_de_bezwaartermijn_wordt_gevraagd_of_een_klacht_een_bezwaar_is()
    {
        await Op("maandag 2 maart 2026").Aangevraagd();
        await Op("woensdag 4 maart 2026").Afgewezen();
        await Op("maandag 20 april 2026").KlachtIngediend(over: "besluit") // vijf dagen na 15 april
            .Geweigerd("bedoeling-niet-gevraagd", "Awb art. 9:8 lid 1 onder c", () => KlachtNietBehandeld("bezwaar-mogelijk"))
            .BedoelingGevraagd("maandag 4 mei 2026") // 14 dagen na 20 april
            .AanZet("inwoner", "maandag 4 mei 2026")
            .Brief("klachtvraag");
        await Op("vrijdag 24 april 2026").BedoelingBekend(isBezwaar: false)
            .InDeTijdlijn("De inwoner bedoelt geen bezwaar. Het blijft een klacht.")
            .KlachtNietBehandeld("bezwaar-mogelijk")
            .Status("klacht-afgehandeld");
    }
}
