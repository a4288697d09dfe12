using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// Een overstroming maakt beslissen onmogelijk. Is de termijn voorbij, dan helpt overmacht niet meer (Awb 4:15 lid 2 onder c).
/// </summary>
public sealed class OpschortingDoorOvermacht(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Overmacht_schort_op_zolang_zij_duurt_en_niet_achteraf()
    {
        await Op("vrijdag 5 juni 2026").Melding().Onderzocht();
        await Op("dinsdag 9 juni 2026").VerslagOndertekend()
            .BesluitUiterlijk("dinsdag 23 juni 2026"); // 14 dagen na 9 juni
        await Op("woensdag 10 juni 2026").Opgeschort("overmacht", tot: "woensdag 17 juni 2026")
            .Brief("opschortingsbrief")
            .BesluitUiterlijk("dinsdag 30 juni 2026"); // 23 juni + 7 dagen
        await Op("dinsdag 30 juni 2026")
            .Geweigerd("opschorting-te-laat", "Awb art. 4:15", () => Opgeschort("overmacht"))
            .BesluitUiterlijk("dinsdag 30 juni 2026");
    }
}
