using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De inwoner schrijft bijna een halfjaar na de laatste dag, zonder contact daarvoor (Awb 4:17 lid 6 onder a).</summary>
public sealed class OnredelijkLateIngebrekestelling(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wie_maanden_later_komt_krijgt_geen_dwangsom_maar_wel_een_besluit()
    {
        await Op("vrijdag 13 maart 2026").Melding().Onderzocht();
        await Op("maandag 16 maart 2026").VerslagOndertekend()
            .BesluitUiterlijk("maandag 30 maart 2026"); // 14 dagen na 16 maart
        await Op("maandag 21 september 2026")
            .InGebrekeGesteld("onredelijk-laat", onredelijkLaat: "De inwoner liet een halfjaar niets horen.")
            .GeenDwangsom()
            .Brief("ingebrekestellingsantwoord")
            .Geweigerd("grond-vereist", "Awb art. 4:17 lid 6", () => DwangsomVastgesteld())
            .DwangsomVastgesteld("onredelijk-laat")
            .Brief("dwangsombrief")
            .GeenTermijn("betaling")
            .Termijn("bezwaar", "maandag 2 november 2026"); // 42 dagen na 21 september
    }
}
