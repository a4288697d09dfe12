using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>Na de hoorzitting wordt iets nieuws bekend. De inwoner mag daar eerst op reageren (Awb 7:9).</summary>
public sealed class NieuwFeitNaDeHoorzitting(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Op_nieuwe_feiten_mag_de_inwoner_eerst_reageren()
    {
        await Op("maandag 2 maart 2026").Aangevraagd();
        await Op("woensdag 4 maart 2026").Afgewezen();
        await Op("maandag 16 maart 2026").BezwaarGemaakt()
            .Geweigerd("nog-niet-gehoord", "Awb art. 7:9", () => NieuwFeitGemeld("maandag 30 maart 2026"))
            .HoorzittingGepland("maandag 30 maart 2026");
        await Op("maandag 30 maart 2026").Gehoord();
        await Op("woensdag 1 april 2026").NieuwFeitGemeld("woensdag 15 april 2026") // 14 dagen na 1 april
            .Geweigerd("opnieuw-horen", "Awb art. 7:9", () => OpBezwaarBeslist("ongegrond"));
        await Op("woensdag 8 april 2026").OpNieuwFeitGereageerd()
            .Geweigerd("al-gereageerd", "Awb art. 7:9", () => OpNieuwFeitGereageerd())
            .OpBezwaarBeslist("ongegrond").OpBezwaarBekendgemaakt()
            .Status("bezwaar-afgehandeld");
    }
}
