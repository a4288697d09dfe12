using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// Deze gemeente vindt een aanvraag van een pgb voor dagbesteding pas compleet met de formulieren. Zij vraagt die meteen (Awb 4:5).
/// </summary>
public sealed class PgbFormulierenMakenDeAanvraagCompleet(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Met_het_laatste_formulier_is_de_aanvraag_van_het_pgb_compleet()
    {
        await Op("maandag 2 maart 2026").Melding().Onderzocht("pgb 07").VerslagOndertekend()
            .Brief("aanvulverzoek")
            .AanZet("inwoner", "maandag 16 maart 2026"); // 14 dagen na 2 maart
        await Op("donderdag 5 maart 2026").PgbFormulieren("uitvoeringsplan", "uitvraagformulier")
            .AanZet("inwoner", "maandag 16 maart 2026"); // de zorgovereenkomst ontbreekt nog
        await Op("maandag 9 maart 2026").PgbFormulieren("zorgovereenkomst")
            .BesluitUiterlijk("maandag 23 maart 2026"); // 16 maart + 7: van 3 tot en met 9 maart stond de termijn stil
        await Op("dinsdag 10 maart 2026").Bewustekeuzegesprek().Toegekend()
            .Termijn("beschikking", "maandag 23 maart 2026", "gehaald")
            .SvbKrijgt("07: 2 maart 2026 - 2 september 2026, 3900 euro");
    }
}
