using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Correspondentie.Brieven;
using WmoPlatform.Correspondentie.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.Correspondentie;

/// <summary>A melding starts a confirmation of receipt, once per dossier.</summary>
public sealed class BijMeldingGedaan(CorrespondentieDb db, Vault kluis) : IReaction<MeldingGedaan>
{
    public async Task Handle(MeldingGedaan gebeurtenis, CancellationToken annulering)
    {
        var g = gebeurtenis;
        if (await db.Verzendingen.AnyAsync(v =>
            v.Dossiernummer == g.Dossiernummer && v.Soort == Verzendsoort.Ontvangstbevestiging, annulering))
            return;
        var email = g.Inhoud.Waarde.Email is { Length: > 0 } adres ? adres : null;
        db.Add(Verzending.Van(new Ontvangstbevestiging(g.Meldingnummer, g.OntvangenOp), g.Dossiernummer, g.Wijkteam, g.PersoonId, email,
            kluis));
    }
}
