using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De zes weken gaan voorbij zonder verslag. De inwoner vraagt hulp aan, en de gemeente onderzoekt en beslist binnen de twee weken (Wmo
/// 2015 art. 2.3.2 lid 9).
/// </summary>
public sealed class ZonderVerslagBinnenTweeWeken(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Dat_het_onderzoek_niet_klaar_is_stopt_de_twee_weken_niet()
    {
        await Op("vrijdag 24 april 2026").Melding();
        await Op("vrijdag 5 juni 2026").AanvraagPerBrief("te-vroeg"); // 24 april + 42: de laatste dag van de zes weken
        await Op("maandag 8 juni 2026").AanvraagPerBrief(ontvangenOp: "zaterdag 6 juni 2026")
            .BesluitUiterlijk("maandag 22 juni 2026") // 14 dagen is zaterdag 20 juni; de maandag erna
            .AanZet("consulent", "maandag 22 juni 2026")
            .Geweigerd("onderzoek-is-geen-overmacht", "Awb art. 4:15 lid 2 onder c",
                () => Opgeschort("overmacht", toelichting: "Het onderzoek is nog niet klaar."))
            .Geweigerd("werk-van-de-gemeente", "Awb art. 4:2 lid 2",
                () => AanvullingGevraagd("maandag 15 juni 2026", "het verslag"))
            .BesluitUiterlijk("maandag 22 juni 2026");
        await Op("maandag 22 juni 2026").Afgewezen()
            .Termijn("beschikking", "maandag 22 juni 2026", "gehaald");
    }
}
