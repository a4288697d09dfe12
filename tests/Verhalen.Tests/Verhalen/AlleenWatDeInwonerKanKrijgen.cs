using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De gemeente vraagt alleen wat de inwoner redelijkerwijs kan krijgen, met tijd om het te halen (Awb 4:2 lid 2 en 4:5 lid 1).
/// </summary>
public sealed class AlleenWatDeInwonerKanKrijgen(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Het_werk_van_de_gemeente_wordt_niet_aan_de_inwoner_gevraagd()
    {
        await Op("maandag 9 maart 2026").Aangevraagd();
        await Op("dinsdag 10 maart 2026")
            .Geweigerd("werk-van-de-gemeente", "Awb art. 4:2 lid 2",
                () => AanvullingGevraagd("dinsdag 24 maart 2026", "het verslag van het onderzoek"))
            .Geweigerd("werk-van-de-gemeente", "Awb art. 4:2 lid 2",
                () => AanvullingGevraagd("dinsdag 24 maart 2026", "een medisch advies van de huisarts"))
            .Geweigerd("termijn-te-kort", "Awb art. 4:5 lid 1", () => AanvullingGevraagd("dinsdag 10 maart 2026", "offerte"))
            .BesluitUiterlijk("maandag 23 maart 2026") // 14 dagen na 9 maart: er stond niets stil
            .Brieven("aanvulverzoek", 0)
            .AanvullingGevraagd("dinsdag 17 maart 2026", "handtekening")
            .BesluitUiterlijk("maandag 30 maart 2026") // 23 maart + 7 dagen
            .Brieven("aanvulverzoek", 1);
    }
}
