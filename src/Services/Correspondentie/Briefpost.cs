using Microsoft.EntityFrameworkCore;
using WmoPlatform.Correspondentie.Brieven;
using WmoPlatform.Correspondentie.Opslag;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;

namespace WmoPlatform.Correspondentie;

/// <summary>
/// Lays a letter to the resident of a dossier in the post, once per dossier and kind, however often its cause arrives. The heirs get one
/// letter, however many dossiers the resident had.
/// </summary>
public sealed class Briefpost(CorrespondentieDb db, Vault kluis, TimeProvider klok)
{
    /// <exception cref="EarlierFactMissing">The melding, which says whose dossier it is, has not arrived yet.</exception>
    public async Task Leg(IBrief brief, string dossiernummer, CancellationToken annulering)
    {
        var verzendingen = await db.Verzendingen.Where(v => v.Dossiernummer == dossiernummer).ToListAsync(annulering);
        if (verzendingen.Exists(v => v.Soort == brief.Soort)) return;
        if (verzendingen.Count == 0) throw new EarlierFactMissing("melding", 1);
        var (eerste, persoonId) = (verzendingen[0], verzendingen[0].PersoonId);
        // This holds the person, so of two dossiers the second sees the letter of the first.
        var beeld = await db.Persoonsbeeld(persoonId, annulering);
        if (brief.VoorNabestaanden
            && await db.Verzendingen.AnyAsync(v => v.PersoonId == persoonId && v.Soort == brief.Soort, annulering)) return;
        var nieuw = Verzending.PerBrief(brief, new(dossiernummer, eerste.Wijkteam, persoonId), kluis);
        if (beeld is not null) nieuw.MaakBekend(beeld, kluis, klok.GetUtcNow());
        db.Add(nieuw);
    }
}
