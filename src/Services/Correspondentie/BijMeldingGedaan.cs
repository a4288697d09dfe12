using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Correspondentie.Brieven;
using WmoPlatform.Correspondentie.Emailadressen;
using WmoPlatform.Correspondentie.Opslag;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;

namespace WmoPlatform.Correspondentie;

/// <summary>A melding starts its confirmation of receipt.</summary>
public sealed class BijMeldingGedaan(CorrespondentieDb db, Adresboek adressen, Vault kluis, TimeProvider klok) : IReaction<MeldingGedaan>
{
    public async Task Handle(MeldingGedaan gebeurtenis, CancellationToken annulering)
    {
        var g = gebeurtenis;
        var brief = new Ontvangstbevestiging(g.Meldingnummer, g.OntvangenOp);
        if (await db.Verzendingen.AnyAsync(v =>
            v.Dossiernummer == g.Dossiernummer && v.Soort == brief.Soort && v.Aanleiding == brief.Aanleiding, annulering))
            return;
        var ontvanger = new Ontvanger(g.Dossiernummer, g.Wijkteam, g.PersoonId);
        if (g.Inhoud.Waarde.Email is { Length: > 0 } email)
            await adressen.Leg(brief, ontvanger, email, g.Bevestigingstermijn.Uiterlijk, annulering);
        else db.Add(Verzending.PerBrief(brief, ontvanger, kluis));
        // The person may be known from an earlier melding.
        if (await db.Persoonsbeeld(g.PersoonId, annulering) is not { } beeld) return;
        foreach (var verzending in db.Verzendingen.Local.Where(v => v.Soort == brief.Soort).ToList())
            verzending.MaakBekend(beeld, kluis, klok.GetUtcNow());
    }
}
