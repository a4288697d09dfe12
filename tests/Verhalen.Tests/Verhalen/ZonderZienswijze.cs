using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De inwoner reageert niet op het voornemen. Na de laatste dag beslist de gemeente (Awb 4:7).</summary>
public sealed class ZonderZienswijze(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Zwijgt_de_inwoner_dan_kan_na_de_termijn_worden_beslist()
    {
        await Op("maandag 9 maart 2026").Aangevraagd();
        await Op("dinsdag 10 maart 2026").VoornemenAangekondigd("dinsdag 17 maart 2026");
        await Op("dinsdag 17 maart 2026") // de laatste dag om te reageren
            .Geweigerd("zienswijze-loopt", "Awb art. 4:7 lid 1", () => Besloten("afwijzen", wijktAfVanOpgave: true));
        await Op("woensdag 18 maart 2026")
            .Besloten("afwijzen", wijktAfVanOpgave: true).Bekendgemaakt()
            .Status("afgewezen")
            .Termijn("beschikking", "maandag 23 maart 2026", "gehaald"); // 14 dagen na 9 maart
    }
}
