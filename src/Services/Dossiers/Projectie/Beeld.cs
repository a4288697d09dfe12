using WmoPlatform.Contracts;

namespace WmoPlatform.Dossiers.Projectie;

/// <summary>Everything a dossier shows, as a pure function of its facts.</summary>
public sealed record Beeld(Guid? PersoonId, string? Bsn, string Wijkteam, bool Spoed, IReadOnlyList<Zaakstand> Zaken,
    IReadOnlyList<Termijnstand> Termijnen, Stand Stand)
{

    public static Beeld Van(Feiten feiten)
    {
        var melding = feiten.Eerste<MeldingGedaan>();
        var geopend = feiten.Eerste<DossierGeopend>();
        var zaken = feiten.PerZaak();
        var termijnen = Projectie.Termijnen.Van(feiten, zaken);
        var standen = AanZet.PerZaak(zaken, termijnen);
        return new(
            melding?.PersoonId ?? geopend?.PersoonId ?? feiten.Persoon()?.PersoonId,
            // The BSN of today, by which the resident finds the dossier.
            feiten.Persoon()?.Persoon.Waarde.Bsn ?? melding?.Inhoud.Waarde.Bsn ?? geopend?.Inhoud.Waarde.Bsn,
            // The latest event that names a team gives the team that handles the dossier now.
            feiten.Laatste(g =>
                g is MeldingGedaan or DossierGeopend or LeveringsvormGekozen or VerslagOndertekend or BeschikkingBekendgemaakt) switch
            {
                MeldingGedaan g => g.Wijkteam,
                DossierGeopend g => g.Wijkteam,
                LeveringsvormGekozen g => g.Wijkteam,
                VerslagOndertekend g => g.Wijkteam,
                BeschikkingBekendgemaakt g => g.Wijkteam,
                _ => "",
            },
            // A zaak that is over is not urgent any more, but nothing is lost by looking at it.
            feiten.Alle<MeldingGedaan>().Any(m => m.Spoed),
            standen,
            termijnen,
            melding is null && geopend is not null ? Openingsstand.Van(feiten, standen) : AanZet.Van(standen));
    }
}
