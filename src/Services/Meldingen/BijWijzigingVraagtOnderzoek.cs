using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Meldingen.Partners;
using WmoPlatform.Messaging;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Meldingen;

/// <summary>
/// A request to change help needs an onderzoek, so it is a melding in the same dossier, of the day on which the request was received. It
/// has its own confirmation, six weeks and onderzoek.
/// </summary>
public sealed class BijWijzigingVraagtOnderzoek(MeldingenDb db, Tabel<Gemeentebeleid> beleid, BrpNavraag navraag, TimeProvider klok)
    : IReaction<WijzigingVraagtOnderzoek>
{
    public async Task Handle(WijzigingVraagtOnderzoek gebeurtenis, CancellationToken annulering)
    {
        // The number that the person has now.
        _ = Bsn.TryParse((await db.Persoon(gebeurtenis.PersoonId, annulering)).Bsn, out var bsn);
        var email = await db.Meldingen.Where(m => m.Dossiernummer == gebeurtenis.Dossiernummer).OrderByDescending(m => m.Id)
            .Select(m => m.Email).FirstOrDefaultAsync(annulering);
        db.Add(Melding.Volgt(await db.Volgnummer(annulering), gebeurtenis, bsn, email,
            beleid.Op(gebeurtenis.OntvangenOp).Waarde.Servicenormen, klok.GetUtcNow()));
        db.AfterCommit(navraag.Wake);
    }
}
