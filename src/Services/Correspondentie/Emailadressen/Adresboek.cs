using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WmoPlatform.Contracts;
using WmoPlatform.Correspondentie.Brieven;
using WmoPlatform.Correspondentie.Opslag;
using WmoPlatform.Correspondentie.Post;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Correspondentie.Emailadressen;

/// <summary>Knows which e-mail addresses of persons are confirmed, and what becomes of the e-mails that wait for that.</summary>
public sealed class Adresboek(CorrespondentieDb db, Vault kluis, IOptions<Smtpopties> smtp, TimeProvider klok)
{
    /// <summary>
    /// Lays an e-mail in the post. It goes at once to a confirmed address. Otherwise the address gets a question first, which says nothing
    /// about the person, and the e-mail waits for the answer. The transaction of the caller holds the person from here on.
    /// </summary>
    /// <param name="brief">The e-mail.</param>
    /// <param name="ontvanger">Whose it is.</param>
    /// <param name="email">The address.</param>
    /// <param name="uiterlijk">Its last day. It becomes a letter at once when no day is left to ask.</param>
    /// <param name="annulering">Stops it.</param>
    public async Task Leg(IBrief brief, Ontvanger ontvanger, string email, DateOnly uiterlijk, CancellationToken annulering)
    {
        await db.HoudPersoon(ontvanger.PersoonId, annulering);
        var kenmerken = Emailadres.Kenmerken(email, kluis);
        // A change of keys may have left two rows of one address.
        var adres = await db.Emailadressen.Where(a => a.PersoonId == ontvanger.PersoonId && kenmerken.Contains(a.Kenmerk))
            .OrderByDescending(a => a.BevestigdOp != null).FirstOrDefaultAsync(annulering);
        var post = new Emailpakket(ontvanger, email, uiterlijk);
        if (adres?.BevestigdOp is not null)
        {
            db.Add(Verzending.PerEmail(brief, post, adres, kluis));
            return;
        }
        if ((klok.GetUtcNow() + smtp.Value.Bevestigtijd).Dag() >= uiterlijk)
        {
            db.Add(Verzending.PerBrief(brief, ontvanger, kluis));
            return;
        }
        if (adres is null) db.Add(adres = Emailadres.Van(ontvanger.PersoonId, email, kluis));
        // The sender goes by the clock of the database.
        db.Add(Verzending.NaBevestiging(brief, post, adres, DateTimeOffset.UtcNow + smtp.Value.Bevestigtijd, kluis));
        if (await IsGevraagd(adres.Id, annulering)) return;
        var link = EmailadresBevestigen.Adres(smtp.Value.Gateway, Bevestigingscode.Van(adres, kluis));
        db.Add(Verzending.PerEmail(new Adrescontrole(link, brief.Aanleiding), post, adres, kluis));
    }

    /// <summary>The address of a code that is still good; null without one.</summary>
    public async Task<Emailadres?> Bij(string? code, CancellationToken annulering) =>
        Bevestigingscode.Over(code) is { } id && await db.Emailadressen.SingleOrDefaultAsync(a => a.Id == id, annulering) is { } adres
        && Bevestigingscode.IsVan(code!, adres, kluis) ? adres : null;

    /// <summary>The address is right, so the e-mails that wait for it can go.</summary>
    public async Task Bevestig(Emailadres adres, CancellationToken annulering)
    {
        ArgumentNullException.ThrowIfNull(adres);
        adres.Bevestig(klok.GetUtcNow());
        foreach (var verzending in await db.Verzendingen
            .Where(v => v.EmailadresId == adres.Id && v.Status == Verzendstatus.WachtOpBevestiging).ToListAsync(annulering))
            verzending.AdresBevestigd();
    }

    /// <summary>An e-mail cannot be delivered to the address, so it has to be confirmed again.</summary>
    /// <inheritdoc cref="WordtBrief"/>
    public async Task KwamTerug(Guid emailadresId, Verzending? aanDeBeurt, CancellationToken annulering)
    {
        (await db.Emailadressen.SingleOrDefaultAsync(a => a.Id == emailadresId, annulering))?.KwamTerug();
        await WordtBrief(emailadresId, aanDeBeurt, annulering);
    }

    /// <summary>
    /// Every e-mail that still has to go to the address becomes a letter. One that is being sent at this moment meets its own outcome.
    /// </summary>
    /// <param name="emailadresId">The address.</param>
    /// <param name="aanDeBeurt">The attempt whose outcome is noted now; null without one.</param>
    /// <param name="annulering">Stops it.</param>
    public async Task WordtBrief(Guid emailadresId, Verzending? aanDeBeurt, CancellationToken annulering)
    {
        var id = aanDeBeurt?.Id;
        foreach (var verzending in await db.Verzendingen
            .Where(v => v.EmailadresId == emailadresId && v.Wijze == Verzendwijze.Email && (v.ClaimedUntil == null || v.Id == id)
                && (v.Status == Verzendstatus.WachtOpBevestiging || v.Status == Verzendstatus.TeVerzenden))
            .ToListAsync(annulering))
            verzending.WordtBrief(kluis, klok.GetUtcNow());
    }

    /// <summary>A question that nobody can answer in time any more lapses.</summary>
    public async Task VervaltVraag(string dossiernummer, CancellationToken annulering)
    {
        foreach (var vraag in await db.Verzendingen
            .Where(v => v.Dossiernummer == dossiernummer && v.Soort == Verzendsoort.Adrescontrole && v.ClaimedUntil == null
                && v.Status == Verzendstatus.TeVerzenden)
            .ToListAsync(annulering))
            vraag.WordtBrief(kluis, klok.GetUtcNow());
    }

    /// <summary>Whether a question to the address waits, or went so lately that its answer may still come.</summary>
    private Task<bool> IsGevraagd(Guid emailadresId, CancellationToken annulering)
    {
        var sinds = klok.GetUtcNow() - smtp.Value.Bevestigtijd;
        return db.Verzendingen.AnyAsync(v => v.EmailadresId == emailadresId && v.Soort == Verzendsoort.Adrescontrole
            && (v.Status == Verzendstatus.TeVerzenden || (v.Status == Verzendstatus.Verzonden && v.VerzondenOp > sinds)), annulering);
    }
}
