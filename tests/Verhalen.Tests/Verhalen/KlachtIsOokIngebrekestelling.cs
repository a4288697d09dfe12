using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// In een klacht van 20 mei staat ook dat de gemeente te laat is. Op 8 juni ziet iemand dat. De dag van de klacht telt, en een andere
/// dag kan niet (Awb 4:17 lid 3).
/// </summary>
public sealed class KlachtIsOokIngebrekestelling(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task De_dag_waarop_de_klacht_binnenkwam_telt()
    {
        await Op("donderdag 30 april 2026").Melding().Onderzocht();
        await Op("maandag 4 mei 2026").VerslagOndertekend()
            .BesluitUiterlijk("maandag 18 mei 2026"); // 14 dagen na 4 mei
        await Op("woensdag 20 mei 2026").KlachtIngediend().OverDeMelding();
        await Op("maandag 8 juni 2026")
            .Geweigerd("dag-van-de-brief", "Awb art. 4:17 lid 3", () => KlachtHerkendAlsIngebrekestelling("maandag 8 juni 2026"))
            .KlachtHerkendAlsIngebrekestelling()
            .DwangsomLoopt("woensdag 3 juni 2026", "donderdag 4 juni 2026", "woensdag 15 juli 2026") // 20 mei + 14; 4 juni + 41
            .InDeTijdlijn("in een klacht, dat er niet op tijd is beslist")
            .Geweigerd("brief-al-herkend", "Awb art. 4:17 lid 3", () => KlachtHerkendAlsIngebrekestelling());
    }
}
