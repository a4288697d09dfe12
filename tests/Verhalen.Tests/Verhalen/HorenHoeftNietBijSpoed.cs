using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// Er is geen tijd om te horen. Dat is een uitzondering van de wet; een besluit over geld is dat hier niet (Awb 4:11 en 4:12).
/// </summary>
public sealed class HorenHoeftNietBijSpoed(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Een_uitzondering_op_het_horen_staat_in_de_wet_en_in_het_besluit()
    {
        await Op("maandag 9 maart 2026").Aangevraagd()
            .Geweigerd("geen-financieel-besluit", "Awb art. 4:12",
                () => Besloten("afwijzen", wijktAfVanOpgave: true, nietGehoord: "financieel-besluit"))
            .Geweigerd("horen-niet-nodig", "Awb art. 4:7 lid 1", () => Besloten("afwijzen", nietGehoord: "spoed"))
            .Besloten("afwijzen", wijktAfVanOpgave: true, nietGehoord: "spoed").Bekendgemaakt()
            .Brieven("voornemenbrief", 0)
            .Status("afgewezen");
    }
}
