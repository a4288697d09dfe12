using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De consulent vindt hulp niet nodig. De inwoner ondertekent toch, want zonder besluit is er geen bezwaar (Wmo 2015 art. 2.3.5 lid 3).
/// </summary>
public sealed class GeenHulpNodigMaarTochEenBesluit(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Zonder_indicatie_is_een_afwijzing_het_enige_besluit()
    {
        await Op("maandag 2 februari 2026").Melding().OnderzochtZonderIndicatie().VerslagOndertekend()
            .BesluitUiterlijk("maandag 16 februari 2026") // 14 dagen na 2 februari
            .Geweigerd("alleen-afwijzen", "Wmo 2015 art. 2.3.5 lid 3", () => Besloten("toekennen"))
            .Afgewezen()
            .Termijn("bezwaar", "maandag 16 maart 2026"); // 42 dagen na 2 februari
    }
}
