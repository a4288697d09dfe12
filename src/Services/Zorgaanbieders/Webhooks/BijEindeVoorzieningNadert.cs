using System.Globalization;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Webhooks;

/// <summary>
/// The last granted day comes near, so the provider hears that its assignment ends, in time to plan or to ask with the resident for more.
/// An assignment that arrives later shows it too, and one that is extended does not show it any more.
/// </summary>
internal sealed class BijEindeVoorzieningNadert(ZorgaanbiedersDb db, WebhooksKlaarzetten webhooks) : IReaction<EindeVoorzieningNadert>
{
    public async Task Handle(EindeVoorzieningNadert gebeurtenis, CancellationToken annulering)
    {
        var voorziening = await db.Bekend(gebeurtenis.VoorzieningId, annulering) ?? throw new EarlierFactMissing("voorziening", 1);
        if (!voorziening.NadertEinde(gebeurtenis.Versie, gebeurtenis.Einddatum)) return;
        foreach (var toewijzing in await db.VanVoorziening(gebeurtenis.VoorzieningId, annulering))
            if (voorziening.EindeNadert(toewijzing) is not null)
                await webhooks.Zet(db, toewijzing, Webhookgebeurtenis.EindeNadert, string.Create(CultureInfo.InvariantCulture,
                    $"{gebeurtenis.AggregaatId}-{gebeurtenis.Versie}-{toewijzing.Toewijzingnummer}"), gebeurtenis.Op, annulering);
    }
}
