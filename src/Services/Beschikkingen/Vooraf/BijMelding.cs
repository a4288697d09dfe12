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
public sealed class BijMelding(BeschikkingenDb db, Vault kluis, TimeProvider klok)
    : IReaction<MeldingGedaan>, IReaction<MeldingIngetrokken>, IReaction<DossierGeopend>
{
    public async Task Handle(MeldingGedaan gebeurtenis, CancellationToken annulering)
    {
        (await db.Meldingsbeeld(gebeurtenis, annulering)).Neem(gebeurtenis, kluis);
        await OnthoudHouder(gebeurtenis, gebeurtenis.PersoonId, gebeurtenis.Inhoud.Waarde.Bsn, gebeurtenis.Wijkteam, annulering);
        if (gebeurtenis.Wijzigingsverzoek is { } nummer)
            (await db.Wijzigingsverzoeken.SingleAsync(w => w.Wijzigingsnummer == nummer, annulering))
                .WerdMelding(gebeurtenis.Meldingnummer, klok.GetUtcNow());
    }

    public async Task Handle(MeldingIngetrokken gebeurtenis, CancellationToken annulering) =>
        (await db.Meldingsbeeld(gebeurtenis, annulering)).Neem(gebeurtenis);

    /// <summary>A dossier was opened without a melding.</summary>
    public Task Handle(DossierGeopend gebeurtenis, CancellationToken annulering) =>
        OnthoudHouder(gebeurtenis, gebeurtenis.PersoonId, gebeurtenis.Inhoud.Waarde.Bsn, gebeurtenis.Wijkteam, annulering);

    private async Task OnthoudHouder(
        Gebeurtenis gebeurtenis, Guid persoonId, string bsn, string wijkteam, CancellationToken annulering)
    {
        // A change of the person may have arrived before. Holding the person keeps two meldingen of one dossier apart.
        var beeld = await db.Persoonsbeeld(persoonId, annulering);
        if (await db.Dossierhouders.AnyAsync(d => d.Dossiernummer == gebeurtenis.Dossiernummer, annulering)) return;
        db.Add(new Dossierhouder
        {
            Dossiernummer = gebeurtenis.Dossiernummer,
            PersoonId = persoonId,
            Bsn = beeld?.Persoon(kluis).Bsn ?? bsn,
            Wijkteam = wijkteam,
        });
    }
}
