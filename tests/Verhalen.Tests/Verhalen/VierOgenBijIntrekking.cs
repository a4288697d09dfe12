using WmoPlatform.Keten.Tests.Spel;
using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De gemeente wil vier ogen als dagbesteding stopt. Een tweede beslisser keurt het besluit eerst goed (Awb 3:2).</summary>
public sealed class VierOgenBijIntrekking(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Het_einde_van_hulp_wordt_pas_bekend_als_een_tweede_beslisser_keek()
    {
        await Op("maandag 2 maart 2026").MeldingMetSpoed().MetSpoedGeholpen(categorie: "07")
            .IntrekkingVoorbereid("niet-meer-aangewezen", vanaf: "maandag 4 mei 2026")
            .IntrekkingVoorgenomen("maandag 16 maart 2026"); // 14 dagen na 2 maart
        await Op("maandag 9 maart 2026").IntrekkingBesproken().HerzieningBesloten()
            .Geweigerd("tweede-beoordeling-nodig", "Awb art. 3:2", () => HerzieningBekendgemaakt())
            .Geweigerd("eigen-werk", "Awb art. 3:2", () => HerzieningGoedgekeurd(Mensen.Beslisser))
            .HerzieningGoedgekeurd()
            .InDeTijdlijn("Een tweede medewerker heeft het besluit goedgekeurd")
            .HerzieningBekendgemaakt()
            .Brieven("wijzigingsbesluitbrief", 2) // het spoedbesluit en de intrekking
            .Termijn("bezwaar", "maandag 20 april 2026"); // 42 dagen na 9 maart
    }
}
