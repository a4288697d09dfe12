using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Correspondentie.Brieven;
using WmoPlatform.Correspondentie.Opslag;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;

namespace WmoPlatform.Correspondentie;

/// <summary>
/// Lays a letter to the resident of a dossier in the post, once per cause, however often that arrives. The heirs get one letter, however
/// many dossiers the resident had.
/// </summary>
public sealed class Briefpost(CorrespondentieDb db, Vault kluis, TimeProvider klok)
{
    /// <summary>
    /// Lays a letter in the post that follows from each event of this kind: to the person or, if somebody acts for them in what it is
    /// about, to that one with a copy to the person (Awb 2:1).
    /// </summary>
    /// <param name="brief">The letter.</param>
    /// <param name="aanleiding">The event that it follows from.</param>
    /// <param name="annulering">Cancels it.</param>
    /// <param name="gemachtigde">The one who acts for the person, in an event that says so itself; null otherwise.</param>
    /// <exception cref="EarlierFactMissing">The melding, or the gemachtigde, has not arrived yet.</exception>
    public async Task Leg(IBrief brief, Gebeurtenis aanleiding, CancellationToken annulering, Postadres? gemachtigde = null)
    {
        if (aanleiding.MachtigingId is { } id)
            gemachtigde = (await db.Gemachtigden.FindAsync([id], annulering) ?? throw new EarlierFactMissing("gemachtigde", 1)).Post(kluis);
        var oorzaak = $"{aanleiding.AggregaatId:N}-{aanleiding.Versie}";
        await Leg(brief, aanleiding.Dossiernummer, oorzaak, annulering, gemachtigde);
        if (gemachtigde is not null) await Leg(new Afschrift(brief), aanleiding.Dossiernummer, oorzaak, annulering);
    }

    /// <summary>Lays a letter in the post to somebody else than the person, who gets no copy: it is a decision about that one.</summary>
    public Task LegBij(IBrief brief, Gebeurtenis aanleiding, Postadres ander, CancellationToken annulering) =>
        Leg(brief, aanleiding.Dossiernummer, $"{aanleiding.AggregaatId:N}-{aanleiding.Versie}", annulering, ander);

    /// <summary>Lays a letter in the post that a dossier has once.</summary>
    /// <exception cref="EarlierFactMissing">The melding or the opening, which says whose dossier it is, has not arrived yet.</exception>
    public Task Leg(IBrief brief, string dossiernummer, CancellationToken annulering) => Leg(brief, dossiernummer, "", annulering);

    private async Task Leg(
        IBrief brief, string dossiernummer, string aanleiding, CancellationToken annulering, Postadres? gemachtigde = null)
    {
        var verzendingen = await db.Verzendingen.Where(v => v.Dossiernummer == dossiernummer).ToListAsync(annulering);
        if (verzendingen.Exists(v => v.Soort == brief.Soort && v.Aanleiding == aanleiding)) return;
        var (wijkteam, persoonId) = verzendingen.Count > 0 ? (verzendingen[0].Wijkteam, verzendingen[0].PersoonId)
            : await db.Dossierhouders.FindAsync([dossiernummer], annulering) is { } houder ? (houder.Wijkteam, houder.PersoonId)
            : throw new EarlierFactMissing("melding", 1);
        // This holds the person, so of two dossiers the second sees the letter of the first.
        var beeld = await db.Persoonsbeeld(persoonId, annulering);
        if (brief.EenPerPersoon
            && await db.Verzendingen.AnyAsync(v => v.PersoonId == persoonId && v.Soort == brief.Soort, annulering)) return;
        var nieuw = Verzending.PerBrief(brief, new(dossiernummer, wijkteam, persoonId), kluis, aanleiding, gemachtigde);
        if (beeld is not null) nieuw.MaakBekend(beeld, kluis, klok.GetUtcNow());
        db.Add(nieuw);
    }
}
