using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De gemeente vraagt informatie in het buitenland. Zij vertelt dat, en later ook wat er van de termijn over is (Awb 4:15 lid 1 onder b).
/// </summary>
public sealed class OpschortingOmHetBuitenland(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task De_termijn_staat_stil_zolang_het_antwoord_uit_het_buitenland_wegblijft()
    {
        await Op("vrijdag 29 mei 2026").Melding().Onderzocht();
        await Op("dinsdag 2 juni 2026").VerslagOndertekend()
            .BesluitUiterlijk("dinsdag 16 juni 2026"); // 14 dagen na 2 juni
        await Op("donderdag 4 juni 2026")
            .Geweigerd("begint-met-de-brief", "Awb art. 4:15 lid 1 onder b", () => Opgeschort("buitenland", van: "woensdag 3 juni 2026"))
            .Opgeschort("buitenland")
            .Brief("opschortingsbrief")
            .Termijn("beschikking", "dinsdag 16 juni 2026", "staat-stil");
        await Op("vrijdag 19 juni 2026") // na 16 juni, maar er is niets te laat
            .Termijn("beschikking", "dinsdag 16 juni 2026", "staat-stil")
            .InGebrekeGesteld("te-vroeg")
            .GeenDwangsom();
        await Op("donderdag 25 juni 2026").OpschortingBeeindigd()
            .BesluitUiterlijk("dinsdag 7 juli 2026", status: "lopend") // 16 juni + 21 dagen: 4 tot en met 25 juni
            .Brief("opschortingsbrief");
    }
}
