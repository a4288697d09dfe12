using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// Er loopt tijdelijke hulp als de aanvraag wordt afgewezen. Zij eindigt op de dag van de bekendmaking, en dan stopt de bijdrage.
/// </summary>
public sealed class AfgewezenNadatDeHulpLiep(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Een_afwijzing_beeindigt_de_hulp_die_tot_het_besluit_liep()
    {
        await Op("maandag 2 maart 2026").MeldingMetSpoed().MetSpoedGeholpen()
            .AanbiederKrijgt("1: 02A05, 10 uur per week, 2 maart 2026 - 30 augustus 2026") // 26 weken
            .ZorgGestart().CakKrijgt("start 2 maart 2026");
        await Op("maandag 16 maart 2026").OnderzochtNaSpoed().VerslagOndertekend();
        await Op("vrijdag 20 maart 2026").Afgewezen()
            .AanbiederKrijgt("1: 02A05, 10 uur per week, 2 maart 2026 - 20 maart 2026, reden 05") // de dag van de bekendmaking
            .CakKrijgt();
        await Op("zaterdag 21 maart 2026").CakKrijgt("stop 20 maart 2026");
    }
}
