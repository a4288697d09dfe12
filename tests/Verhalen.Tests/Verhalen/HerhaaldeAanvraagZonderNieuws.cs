using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De inwoner vraagt een maand na een afwijzing om dezelfde hulp, en noemt niets nieuws. De gemeente verwijst naar haar eerdere besluit
/// (Awb 4:6).
/// </summary>
public sealed class HerhaaldeAanvraagZonderNieuws(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Zonder_nieuwe_feiten_verwijst_de_gemeente_naar_haar_eerdere_afwijzing()
    {
        await Op("maandag 2 februari 2026").Aangevraagd().Afgewezen().BeschikkingOnthouden();
        await Op("maandag 2 maart 2026").Aangevraagd()
            .AfgewezenMetVerwijzing().Bekendgemaakt()
            .Brief("beschikkingsbrief")
            .InDeTijdlijn("Er is niets nieuws sinds B-2026-")
            .Termijn("bezwaar", "maandag 13 april 2026"); // 42 dagen na 2 maart: ook tegen dit besluit kan bezwaar
    }
}
