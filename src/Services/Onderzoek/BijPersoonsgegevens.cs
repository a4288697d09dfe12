using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Onderzoeken.Opslag;

namespace WmoPlatform.Onderzoeken;

/// <summary>Stores the personal data of the resident, for the consulent and for the aanvraag, and every change of them.</summary>
public sealed class BijPersoonsgegevens(OnderzoekDb db) : IReaction<PersoonsgegevensVastgesteld>, IReaction<PersoonsgegevensGewijzigd>
{
    public Task Handle(PersoonsgegevensVastgesteld gebeurtenis, CancellationToken annulering) => Neem(gebeurtenis, annulering);

    public Task Handle(PersoonsgegevensGewijzigd gebeurtenis, CancellationToken annulering) => Neem(gebeurtenis, annulering);

    private async Task Neem<T>(T gebeurtenis, CancellationToken annulering) where T : Gebeurtenis, IOverPersoon
    {
        // A dossier without a melding has no onderzoek. Every melding in it says the same itself.
        if (gebeurtenis.ZonderMelding) return;
        (await db.VanMelding(gebeurtenis.AggregaatId, annulering)).NeemPersoon(gebeurtenis, gebeurtenis.Versie);
    }
}
