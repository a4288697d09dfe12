using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Correspondentie.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.Correspondentie;

/// <summary>
/// Keeps to whom the letters go in a dossier that was opened without a melding, because there is no first letter to tell it.
/// </summary>
public sealed class BijDossierGeopend(CorrespondentieDb db) : IReaction<DossierGeopend>
{
    public async Task Handle(DossierGeopend gebeurtenis, CancellationToken annulering)
    {
        if (!await db.Dossierhouders.AnyAsync(d => d.Dossiernummer == gebeurtenis.Dossiernummer, annulering))
            db.Add(new Dossierhouder
            {
                Dossiernummer = gebeurtenis.Dossiernummer,
                PersoonId = gebeurtenis.PersoonId,
                Wijkteam = gebeurtenis.Wijkteam,
            });
    }
}

/// <summary>Whose dossier it is that was opened without a melding.</summary>
public sealed class Dossierhouder
{
    public string Dossiernummer { get; init; } = "";
    public Guid PersoonId { get; init; }
    public string Wijkteam { get; init; } = "";
}
