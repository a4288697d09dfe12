using WmoPlatform.Contracts;

namespace WmoPlatform.Dossiers.Projectie;

/// <summary>Everything a dossier shows, as a pure function of its facts.</summary>
public sealed record Beeld(Guid? PersoonId, string? Bsn, string Wijkteam, bool Spoed, IReadOnlyList<Zaakstand> Zaken,
    IReadOnlyList<Termijnstand> Termijnen)
{
    public Stand Stand => AanZet.Van(Zaken);

    public static Beeld Van(Feiten feiten)
    {
        var melding = feiten.Eerste<MeldingGedaan>();
        var zaken = feiten.PerZaak();
        var termijnen = Projectie.Termijnen.Van(feiten, zaken);
        return new(
            melding?.PersoonId ?? feiten.Persoon()?.PersoonId,
            // The BSN of today, by which the resident finds the dossier.
            feiten.Persoon()?.Persoon.Waarde.Bsn ?? melding?.Inhoud.Waarde.Bsn,
            // The latest event that names a team gives the team that handles the dossier now.
            feiten.Laatste(g => g is MeldingGedaan or LeveringsvormGekozen or VerslagOndertekend or BeschikkingBekendgemaakt) switch
            {
                MeldingGedaan g => g.Wijkteam,
                LeveringsvormGekozen g => g.Wijkteam,
                VerslagOndertekend g => g.Wijkteam,
                BeschikkingBekendgemaakt g => g.Wijkteam,
                _ => "",
            },
            // A zaak that is over is not urgent any more, but nothing is lost by looking at it.
            feiten.Alle<MeldingGedaan>().Any(m => m.Spoed),
            AanZet.PerZaak(zaken, termijnen),
            termijnen);
    }
}
