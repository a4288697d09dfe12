using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Onderzoeken.Opslag;

namespace WmoPlatform.Onderzoeken;

/// <summary>Stores the personal data of the resident, for the consulent and for the aanvraag.</summary>
public sealed class BijPersoonsgegevensVastgesteld(OnderzoekDb db) : IReaction<PersoonsgegevensVastgesteld>
{
    public async Task Handle(PersoonsgegevensVastgesteld gebeurtenis, CancellationToken annulering)
    {
        var onderzoek = await db.VanDossier(gebeurtenis.Dossiernummer, annulering);
        onderzoek.StelPersoonVast(gebeurtenis);
    }
}
