using WmoPlatform.Keten.Tests.Spel;
using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>Een consulent bereidt voor dat de hulp stopt, maar heeft geen mandaat om dat te besluiten (Awb 10:1).</summary>
public sealed class HerzieningBuitenMandaat(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wie_geen_mandaat_heeft_beslist_niet_dat_de_hulp_stopt()
    {
        await Op("maandag 2 maart 2026").Aangevraagd().Toegekend();
        await Op("maandag 9 maart 2026").IntrekkingVoorbereid("niet-meer-aangewezen", vanaf: "maandag 4 mei 2026")
            .IntrekkingVoorgenomen("maandag 23 maart 2026").IntrekkingBesproken()
            .Geweigerd("buiten-mandaat", "Awb art. 10:1", () => HerzieningBesloten(Mensen.Consulent))
            .AanZet("beslisser")
            .HerzieningBesloten();
    }
}
