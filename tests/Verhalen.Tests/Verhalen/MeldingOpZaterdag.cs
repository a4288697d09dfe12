using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De inwoner meldt zich op zaterdag. De bevestiging en het onderzoek rekenen vanaf die dag.</summary>
public sealed class MeldingOpZaterdag(Platform platform) : Verhaal(platform, metDigiD: true)
{
    [Fact]
    public async Task De_website_is_ook_op_zaterdag_open()
    {
        await Op("zaterdag 11 april 2026", om: "21:15").MeldtZelf()
            .Termijn("bevestiging", "vrijdag 17 april 2026", "gehaald") // 5 werkdagen: 13 tot en met 17 april
            .Termijn("onderzoek", "dinsdag 26 mei 2026"); // 42 dagen is zaterdag 23 mei; 25 mei is Tweede Pinksterdag
    }
}
