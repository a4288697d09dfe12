using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;

namespace WmoPlatform.Beschikkingen.Vooraf;

/// <summary>Keeps the meldingen, because an aanvraag may come that is no signed verslag.</summary>
public sealed class BijMelding(BeschikkingenDb db, Vault kluis) : IReaction<MeldingGedaan>, IReaction<MeldingIngetrokken>
{
    public async Task Handle(MeldingGedaan gebeurtenis, CancellationToken annulering) =>
        (await db.Meldingsbeeld(gebeurtenis, annulering)).Neem(gebeurtenis, kluis);

    public async Task Handle(MeldingIngetrokken gebeurtenis, CancellationToken annulering) =>
        (await db.Meldingsbeeld(gebeurtenis, annulering)).Neem(gebeurtenis);
}
