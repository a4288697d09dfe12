using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De inwoner stuurt de aanvraag naar het zorgkantoor. Dat stuurt haar door (Awb 2:3). De dag waarop de gemeente haar kreeg telt; de
/// inwoner leest beide dagen.
/// </summary>
public sealed class EerstBijHetZorgkantoor(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task De_dag_waarop_de_gemeente_de_aanvraag_kreeg_telt()
    {
        await Op("maandag 2 februari 2026").Melding().Onderzocht();
        await Op("dinsdag 10 februari 2026")
            .Geweigerd("eerst-bij-na-ontvangst", "Awb art. 2:3 lid 1", () => AanvraagPerBrief(
                ontvangenOp: "maandag 9 februari 2026", eerstBij: "het zorgkantoor", daarOp: "dinsdag 10 februari 2026"))
            .AanvraagPerBrief(eerstBij: "het zorgkantoor", daarOp: "vrijdag 6 februari 2026")
            .BesluitUiterlijk("dinsdag 24 februari 2026") // 14 dagen na 10 februari, niet na 6 februari
            .Brief("aanvraagbevestiging")
            .InDeTijdlijn("op 6 februari 2026 eerst bij het zorgkantoor");
    }
}
