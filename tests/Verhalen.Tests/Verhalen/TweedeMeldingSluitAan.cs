using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// Wie hulp heeft en iets anders meldt, krijgt geen tweede dossier maar wel een eigen bevestiging, onderzoek en besluit.
/// </summary>
public sealed class TweedeMeldingSluitAan(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Een_tweede_melding_komt_bij_het_dossier_met_een_eigen_onderzoek()
    {
        await Op("maandag 2 maart 2026").Aangevraagd().Toegekend();
        await Op("woensdag 8 april 2026").Melding()
            .AantalZaken(2)
            .InDeTijdlijn("Zij hoort bij dit dossier, dat nog openstond.")
            .Termijn("bevestiging", "woensdag 15 april 2026") // 5 werkdagen: 9, 10, 13, 14 en 15 april
            .Termijn("onderzoek", "woensdag 20 mei 2026") // 42 dagen na 8 april
            .Brieven("ontvangstbevestiging", 2);
        await Op("maandag 20 april 2026").Onderzocht().VerslagOndertekend()
            .BesluitUiterlijk("maandag 4 mei 2026") // 14 dagen na 20 april
            .AanZet("beslisser", "maandag 4 mei 2026");
    }
}
