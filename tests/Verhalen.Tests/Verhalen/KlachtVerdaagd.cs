using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>Een klacht is binnen zes weken afgehandeld, en na verdagen binnen vier weken meer (Awb 9:11).</summary>
public sealed class KlachtVerdaagd(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Zes_weken_schuiven_van_Koningsdag_en_vier_weken_van_Pinksteren()
    {
        await Op("maandag 9 maart 2026").Melding();
        await Op("maandag 16 maart 2026").KlachtIngediend()
            .Brief("klachtbevestiging")
            .Termijn("klacht", "dinsdag 28 april 2026", "lopend") // 42 dagen is 27 april, Koningsdag
            .KlachtVerdaagd()
            .Termijn("klacht", "dinsdag 26 mei 2026", "lopend") // 27 april + 28 is 25 mei, Tweede Pinksterdag
            .Geweigerd("al-verdaagd", "Awb art. 9:11 lid 2", () => KlachtVerdaagd());
        await Op("maandag 11 mei 2026")
            .Geweigerd("niet-gehoord", "Awb art. 9:10", () => KlachtBeoordeeld("gegrond"))
            .OverDeKlachtGesproken().KlachtBeoordeeld("gegrond")
            .Brief("klachtafhandeling")
            .Termijn("klacht", "dinsdag 26 mei 2026", "gehaald");
    }
}
