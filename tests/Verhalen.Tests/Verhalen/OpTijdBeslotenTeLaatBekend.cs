using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>Er is op tijd beslist, maar de brief gaat een dag te laat de deur uit. Dat is te laat (Awb 3:40 en 3:41).</summary>
public sealed class OpTijdBeslotenTeLaatBekend(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Een_besluit_telt_pas_als_het_bekend_is()
    {
        await Op("vrijdag 5 juni 2026").Melding().Onderzocht();
        await Op("maandag 8 juni 2026").VerslagOndertekend();
        await Op("donderdag 18 juni 2026").Besloten("toekennen")
            .Status("besloten")
            .AanZet("backoffice", "maandag 22 juni 2026") // 14 dagen na 8 juni
            .Geweigerd("al-besloten", "Awb art. 3:41", () => AanvullingGevraagd("donderdag 2 juli 2026", "offerte"));
        await Op("dinsdag 23 juni 2026")
            .Geweigerd("bekendmaking-voor-besluit", "Awb art. 3:41", () => Bekendgemaakt("woensdag 17 juni 2026"))
            .Geweigerd("bekendmaking-in-de-toekomst", "Awb art. 3:41", () => Bekendgemaakt("woensdag 24 juni 2026"))
            .Bekendgemaakt()
            .Termijn("beschikking", "maandag 22 juni 2026", "te-laat")
            .Termijn("bezwaar", "dinsdag 4 augustus 2026"); // 42 dagen na 23 juni
    }
}
