using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De formulieren die het pgb voor dagbesteding compleet maken, komen niet. Dan kan de aanvraag buiten behandeling blijven (Awb 4:5).
/// </summary>
public sealed class PgbFormulierenBlijvenUit(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Zonder_de_formulieren_kan_de_aanvraag_van_het_pgb_buiten_behandeling_blijven()
    {
        await Op("maandag 2 maart 2026").Melding().Onderzocht("pgb 07").VerslagOndertekend()
            .Brief("aanvulverzoek");
        await Op("maandag 9 maart 2026").PgbFormulieren("uitvoeringsplan")
            .Geweigerd("eerst-laten-aanvullen", "Awb art. 4:5", () => Besloten("buiten-behandeling"));
        await Op("dinsdag 17 maart 2026") // de dag na de laatste dag voor de formulieren
            .BesluitUiterlijk("maandag 30 maart 2026") // 16 maart + 14: van 3 tot en met 16 maart stond de termijn stil
            .BuitenBehandelingUiterlijk("maandag 13 april 2026") // vier weken na 16 maart
            .BuitenBehandelingGelaten()
            .SvbKrijgt();
    }
}
