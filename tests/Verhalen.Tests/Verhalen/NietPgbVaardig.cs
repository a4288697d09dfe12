using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De inwoner kent de regels niet en heeft geen vertegenwoordiger. Een pgb kan dan niet worden toegekend (Wmo 2015 art. 2.3.6 lid 2).
/// </summary>
public sealed class NietPgbVaardig(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wie_geen_pgb_kan_beheren_krijgt_er_geen()
    {
        await Op("maandag 2 februari 2026").Melding().Onderzocht("pgb").VerslagOndertekend();
        await Op("vrijdag 6 februari 2026").PgbBesproken(vaardig: false)
            .Status("pgb-past-niet")
            .Geweigerd("niet-pgb-vaardig", "Wmo 2015 art. 2.3.6 lid 2", () => Besloten("toekennen"))
            .Afgewezen()
            .SvbKrijgt()
            .Status("afgewezen");
    }
}
