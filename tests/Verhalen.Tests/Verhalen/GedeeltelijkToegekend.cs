using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// Van de drie uur hulp die nodig leek, kent de gemeente er twee toe. Meer dan is geïndiceerd kan alleen met een reden (Wmo 2015 art.
/// 2.3.5 lid 3).
/// </summary>
public sealed class GedeeltelijkToegekend(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Minder_dan_gevraagd_is_een_gedeeltelijke_toekenning()
    {
        await Op("maandag 9 maart 2026").Aangevraagd()
            .Geweigerd("meer-dan-geindiceerd", "Wmo 2015 art. 2.3.5 lid 3", () => UrenToegekend("toekennen", 4))
            .Geweigerd("minder-dan-gevraagd", "Wmo 2015 art. 2.3.5 lid 3", () => UrenToegekend("toekennen", 2))
            .Geweigerd("niet-minder-dan-gevraagd", "Wmo 2015 art. 2.3.5 lid 3", () => UrenToegekend("gedeeltelijk-toekennen", 3))
            .UrenToegekend("gedeeltelijk-toekennen", 2).Bekendgemaakt()
            .AanbiederKrijgt("1: 02A05, 2 uur per week, 9 maart 2026 - 9 september 2026")
            .Termijn("bezwaar", "maandag 20 april 2026"); // 42 dagen na 9 maart
    }
}
