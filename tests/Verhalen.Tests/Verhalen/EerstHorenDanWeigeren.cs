using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De gemeente wil afwijzen op gegevens die afwijken van wat de inwoner opgaf. Zij vertelt dat eerst en wacht op de zienswijze (Awb 4:7).
/// </summary>
public sealed class EerstHorenDanWeigeren(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Een_weigering_op_andere_gegevens_wacht_op_wat_de_inwoner_ervan_vindt()
    {
        await Op("maandag 9 maart 2026").Aangevraagd()
            .BesluitUiterlijk("maandag 23 maart 2026"); // 14 dagen na 9 maart
        await Op("dinsdag 10 maart 2026")
            .Geweigerd("eerst-horen", "Awb art. 4:7 lid 1", () => Besloten("afwijzen", wijktAfVanOpgave: true))
            .VoornemenAangekondigd("dinsdag 17 maart 2026")
            .Brief("voornemenbrief")
            .Termijn("zienswijze", "dinsdag 17 maart 2026", "lopend")
            .BesluitUiterlijk("maandag 23 maart 2026"); // een voornemen schort niet op
        await Op("donderdag 12 maart 2026")
            .Geweigerd("zienswijze-loopt", "Awb art. 4:7 lid 1", () => Besloten("afwijzen", wijktAfVanOpgave: true))
            .ZienswijzeOntvangen()
            .Termijn("zienswijze", "dinsdag 17 maart 2026", "gehaald")
            .Besloten("afwijzen", wijktAfVanOpgave: true).Bekendgemaakt()
            .Status("afgewezen")
            .Termijn("beschikking", "maandag 23 maart 2026", "gehaald");
    }
}
