using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// Iemand vertegenwoordigt de inwoner, ook bij latere besluiten over de hulp. Brieven gaan naar de gemachtigde, en de inwoner krijgt een
/// afschrift (Awb 2:1), tot de machtiging eindigt.
/// </summary>
public sealed class BrievenNaarDeGemachtigde(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Elke_brief_gaat_naar_de_gemachtigde_tot_de_machtiging_eindigt()
    {
        await Op("maandag 2 maart 2026").Aangevraagd().Gemachtigd("ook-hulp").Toegekend()
            .Brief("beschikkingsbrief").Brieven("afschrift", 1);
        await Op("maandag 9 maart 2026").IntrekkingVoorbereid("niet-meer-aangewezen", vanaf: "maandag 4 mei 2026")
            .IntrekkingVoorgenomen("maandag 23 maart 2026") // 14 dagen na 9 maart
            .Brief("herzieningsvoornemen").Brieven("afschrift", 2);
        await Op("dinsdag 10 maart 2026").MachtigingGeeindigd().IntrekkingBesproken()
            .HerzieningBesloten().HerzieningBekendgemaakt()
            .Brief("wijzigingsbesluitbrief").Brieven("afschrift", 2);
    }
}
