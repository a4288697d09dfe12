using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Klachten;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;

namespace WmoPlatform.Beschikkingen.Vooraf;

/// <summary>
/// Keeps the meldingen, because an aanvraag may come that is no signed verslag; and whose dossier it is, because a klacht may come before
/// there is any aanvraag. A melding that followed from a request for change is the end of that request.
/// </summary>
public sealed class BijMelding(BeschikkingenDb db, Vault kluis, TimeProvider klok) : IReaction<MeldingGedaan>, IReaction<MeldingIngetrokken>
{
    public async Task Handle(MeldingGedaan gebeurtenis, CancellationToken annulering)
    {
        (await db.Meldingsbeeld(gebeurtenis, annulering)).Neem(gebeurtenis, kluis);
        await OnthoudHouder(gebeurtenis, annulering);
        if (gebeurtenis.Wijzigingsverzoek is { } nummer)
            (await db.Wijzigingsverzoeken.SingleAsync(w => w.Wijzigingsnummer == nummer, annulering))
                .WerdMelding(gebeurtenis.Meldingnummer, klok.GetUtcNow());
    }

    public async Task Handle(MeldingIngetrokken gebeurtenis, CancellationToken annulering) =>
        (await db.Meldingsbeeld(gebeurtenis, annulering)).Neem(gebeurtenis);

    private async Task OnthoudHouder(MeldingGedaan gebeurtenis, CancellationToken annulering)
    {
        // A change of the person may have arrived before. Holding the person keeps two meldingen of one dossier apart.
        var beeld = await db.Persoonsbeeld(gebeurtenis.PersoonId, annulering);
        if (await db.Dossierhouders.AnyAsync(d => d.Dossiernummer == gebeurtenis.Dossiernummer, annulering)) return;
        db.Add(new Dossierhouder
        {
            Dossiernummer = gebeurtenis.Dossiernummer,
            PersoonId = gebeurtenis.PersoonId,
            Bsn = beeld?.Persoon(kluis).Bsn ?? gebeurtenis.Inhoud.Waarde.Bsn,
            Wijkteam = gebeurtenis.Wijkteam,
        });
    }
}
