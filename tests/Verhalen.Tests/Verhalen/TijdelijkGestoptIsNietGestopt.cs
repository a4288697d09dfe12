using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De inwoner ligt in het ziekenhuis. De eigen bijdrage loopt door, ook als er tijdelijk geen hulp is.</summary>
public sealed class TijdelijkGestoptIsNietGestopt(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Een_tijdelijke_stop_verandert_de_eigen_bijdrage_niet()
    {
        await Op("maandag 2 februari 2026").Aangevraagd().Toegekend();
        await Op("maandag 9 februari 2026").ZorgGestart().CakKrijgt("start 9 februari 2026");
        await Op("maandag 2 maart 2026").ZorgGestopt("20")
            .Status("hulp-tijdelijk-gestopt")
            .CakKrijgt();
    }
}
