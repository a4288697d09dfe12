using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// Tijdens het bezwaar over de ene hulp komt er een besluit over de andere. Dat hoort niet bij het bezwaar (Awb 6:19).
/// </summary>
public sealed class BesluitOverAndereHulpBlijftErbuiten(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Een_besluit_over_andere_hulp_hoort_niet_bij_het_bezwaar()
    {
        await Op("maandag 2 maart 2026").Aangevraagd("zin", "zin");
        await Op("woensdag 4 maart 2026").UrenToegekend("gedeeltelijk-toekennen", 2).Bekendgemaakt();
        await Op("maandag 16 maart 2026").BezwaarGemaaktOver(1).BezwaarGaatOver(1);
        await Op("maandag 23 maart 2026").OverVoorziening(2).Opgezegd("vrijdag 29 mei 2026").HerzieningBesloten().HerzieningBekendgemaakt()
            .BezwaarGaatOver(1)
            .NietInDeTijdlijn("Het bezwaar gaat nu ook over het nieuwe besluit")
            .Brieven("bezwaaruitbreidingsbrief", 0)
            .HulpTot("vrijdag 29 mei 2026");
        await Op("dinsdag 24 maart 2026").OverVoorziening(2).Opgezegd("vrijdag 12 juni 2026").HerzieningBesloten().HerzieningBekendgemaakt()
            .BezwaarGaatOver(2)
            .Brief("bezwaaruitbreidingsbrief");
    }
}
