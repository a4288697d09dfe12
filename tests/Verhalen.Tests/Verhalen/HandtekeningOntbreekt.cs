using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De aanvraag komt zonder handtekening. Die kan de inwoner geven: de gemeente vraagt erom (Awb 4:5), en de termijn staat stil tot zij
/// er is.
/// </summary>
public sealed class HandtekeningOntbreekt(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Een_ontbrekende_handtekening_wordt_gevraagd_en_maakt_de_aanvraag_compleet()
    {
        await Op("maandag 9 maart 2026").Melding().Onderzocht();
        await Op("dinsdag 10 maart 2026").AanvraagPerBrief(ondertekend: false)
            .BesluitUiterlijk("dinsdag 24 maart 2026"); // 14 dagen na 10 maart
        await Op("woensdag 11 maart 2026")
            .Geweigerd("werk-van-de-gemeente", "Awb art. 4:2 lid 2",
                () => AanvullingGevraagd("woensdag 18 maart 2026", "uw handtekening onder het verslag"))
            .Geweigerd("stuk-niet-nodig", "Awb art. 4:2 lid 2",
                () => AanvullingGevraagd("woensdag 18 maart 2026", "zorgovereenkomst"))
            .AanvullingGevraagd("woensdag 18 maart 2026", "handtekening")
            .BesluitUiterlijk("dinsdag 31 maart 2026") // 24 maart + 7 dagen
            .Brief("aanvulverzoek");
        await Op("vrijdag 13 maart 2026").Aangevuld()
            .BesluitUiterlijk("donderdag 26 maart 2026"); // 24 maart + 2 dagen
    }
}
