using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// Voor het oordeel over een klacht vertelt ook de medewerker wat er gebeurde (Awb 9:10), en is het advies binnen (9:14). Wie van het
/// advies afwijkt, zegt waarom (9:16).
/// </summary>
public sealed class CommissieAdviseertEnIedereenIsGehoord(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Pas_na_het_advies_en_de_medewerker_volgt_het_oordeel()
    {
        await Op("maandag 9 maart 2026").Melding();
        await Op("maandag 16 maart 2026").KlachtIngediend().MedewerkerKreegDeKlacht().KlachtcommissieIngeschakeld()
            .Termijn("klacht", "dinsdag 26 mei 2026", "lopend"); // 70 dagen is 25 mei, Tweede Pinksterdag
        await Op("maandag 30 maart 2026").OverDeKlachtGesproken()
            .Geweigerd("beklaagde-niet-gehoord", "Awb art. 9:10 lid 1", () => KlachtBeoordeeld("gegrond"))
            .MedewerkerVerteldeErover()
            .Geweigerd("advies-ontbreekt", "Awb art. 9:15 lid 3", () => KlachtBeoordeeld("gegrond"));
        await Op("maandag 13 april 2026").Klachtadvies("gegrond")
            .Geweigerd("afwijking-zonder-reden", "Awb art. 9:16", () => KlachtBeoordeeld("ongegrond"))
            .KlachtBeoordeeld("deels-gegrond", afwijking: "De afspraak was niet bevestigd.")
            .Termijn("klacht", "dinsdag 26 mei 2026", "gehaald")
            .Brief("klachtafhandeling");
    }
}
