using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>Tijdens het bezwaar komt er een nieuw besluit over dezelfde hulp. Het bezwaar gaat daar ook over (Awb 6:19).</summary>
public sealed class NieuwBesluitTijdensBezwaar(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Een_nieuw_besluit_hoort_vanzelf_bij_het_bezwaar()
    {
        await Op("maandag 2 maart 2026").Aangevraagd();
        await Op("woensdag 4 maart 2026").UrenToegekend("gedeeltelijk-toekennen", 2).Bekendgemaakt();
        await Op("maandag 16 maart 2026").BezwaarGemaakt();
        await Op("maandag 23 maart 2026").Opgezegd("vrijdag 29 mei 2026").HerzieningBesloten().HerzieningBekendgemaakt()
            .InDeTijdlijn("Het bezwaar gaat nu ook over het nieuwe besluit")
            .Brief("bezwaaruitbreidingsbrief")
            .HulpTot("vrijdag 29 mei 2026");
    }
}
