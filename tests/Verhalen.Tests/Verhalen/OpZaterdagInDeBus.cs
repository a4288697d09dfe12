using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// Het ondertekende verslag valt op zaterdag in de brievenbus en wordt maandag geboekt. De zaterdag telt (Wmo 2015 art. 2.3.5 lid 2).
/// </summary>
public sealed class OpZaterdagInDeBus(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Het_papier_telt_vanaf_de_zaterdag_waarop_het_in_de_bus_viel()
    {
        await Op("woensdag 29 april 2026").Melding();
        await Op("donderdag 30 april 2026").Onderzocht();
        await Op("maandag 4 mei 2026").VerslagOndertekend(ontvangenOp: "zaterdag 2 mei 2026")
            .BesluitUiterlijk("maandag 18 mei 2026"); // 14 dagen is zaterdag 16 mei; de maandag erna
        await Op("maandag 18 mei 2026").Toegekend()
            .Termijn("beschikking", "maandag 18 mei 2026", "gehaald");
    }
}
