using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De inwoner stuurt eerst het ene stuk en later het andere. De termijn staat stil tot niets meer ontbreekt (Awb 4:5 en 4:15).
/// </summary>
public sealed class AanvullingInDelen(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task De_termijn_loopt_pas_weer_als_het_laatste_stuk_er_is()
    {
        await Op("dinsdag 3 maart 2026").Melding();
        await Op("woensdag 4 maart 2026").Onderzocht();
        await Op("donderdag 5 maart 2026").VerslagOndertekend()
            .BesluitUiterlijk("donderdag 19 maart 2026"); // 14 dagen na 5 maart
        await Op("vrijdag 6 maart 2026").AanvullingGevraagd("vrijdag 20 maart 2026", "handtekening", "offerte")
            .BesluitUiterlijk("donderdag 2 april 2026"); // 19 maart + 14 dagen stilstand
        await Op("dinsdag 10 maart 2026").Aangevuld(1)
            .BesluitUiterlijk("donderdag 2 april 2026") // de offerte ontbreekt nog
            .AanZet("inwoner", "vrijdag 20 maart 2026")
            .Geweigerd("stuk-al-ontvangen", null, () => Aangevuld(1))
            .Geweigerd("stuk-niet-gevraagd", null, () => Aangevuld(3));
        await Op("vrijdag 13 maart 2026").Aangevuld(2)
            .BesluitUiterlijk("donderdag 26 maart 2026") // 19 maart + 7 dagen: 6 tot en met 13 maart
            .AanZet("beslisser", "donderdag 26 maart 2026");
    }
}
