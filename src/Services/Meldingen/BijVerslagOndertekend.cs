using WmoPlatform.Contracts;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.Meldingen;

/// <summary>The signed verslag makes the melding an aanvraag, which can no longer be withdrawn as a melding.</summary>
public sealed class BijVerslagOndertekend(MeldingenDb db) : IReaction<VerslagOndertekend>
{
    public async Task Handle(VerslagOndertekend gebeurtenis, CancellationToken annulering) =>
        (await db.VanMelding(gebeurtenis, annulering)).WordtAanvraag();
}
