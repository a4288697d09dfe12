using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>Op Witte Donderdag meldt de inwoner zich op de website, zonder e-mailadres. De brief gaat dezelfde dag.</summary>
public sealed class MeldingOpDeWebsite(Platform platform) : Verhaal(platform, metDigiD: true)
{
    [Fact]
    public async Task Wie_zelf_meldt_op_de_website_krijgt_een_bevestiging_binnen_vijf_werkdagen()
    {
        await Op("donderdag 2 april 2026").MeldtZelf()
            .Termijn("bevestiging", "maandag 13 april 2026", "gehaald") // 5 werkdagen: 7, 8, 9, 10 en 13 april
            .Brief("ontvangstbevestiging")
            .Termijn("onderzoek", "maandag 18 mei 2026"); // 42 dagen is 14 mei, Hemelvaart; 15 mei gelijkgesteld
    }
}
