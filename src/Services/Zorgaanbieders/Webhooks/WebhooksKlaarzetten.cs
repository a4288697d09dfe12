using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Zorgaanbieders.Toewijzingen;

namespace WmoPlatform.Zorgaanbieders.Webhooks;

/// <summary>
/// Stores a delivery for each subscription of the provider when an assignment announces an event, in the transaction of the change itself.
/// It skips a protected person (iWmo OP003), a held assignment, which is not for the provider yet, and what only the municipality needs.
/// </summary>
internal sealed class WebhooksKlaarzetten(WebhookOpties opties) : IOnAnnouncement
{
    public async Task Handle(ServiceDb db, Aggregate van, Gebeurtenis gebeurtenis, CancellationToken annulering)
    {
        if (van is not Toewijzing toewijzing || gebeurtenis is ZorgAfgesproken or ZorgAfgelopen or EerderEindeGemeld) return;
        // Unique, and the same when the change is retried: the aggregate and the version of its event.
        var id = string.Create(CultureInfo.InvariantCulture, $"{gebeurtenis.AggregaatId}-{gebeurtenis.Versie}");
        await Zet(db, toewijzing, Soort(gebeurtenis, toewijzing), id, gebeurtenis.Op, annulering);
    }

    /// <summary>Stores a delivery that belongs to no event, under an id of its own.</summary>
    public async Task Zet(
        ServiceDb db, Toewijzing toewijzing, Webhookgebeurtenis soort, string id, DateTimeOffset op, CancellationToken annulering)
    {
        if (!opties.Ingericht || toewijzing is not { MetDeHand: null, Status: not Toewijzingstatus.Aangehouden }) return;
        var abonnementen = await db.Set<Abonnement>().AsNoTracking()
            .Where(a => a.Agb == toewijzing.Agb && a.Status != Abonnementstatus.Gestopt).ToListAsync(annulering);
        foreach (var abonnement in abonnementen.Where(a => a.Wil(soort)))
            db.Add(new Bezorging
            {
                AbonnementId = abonnement.Id,
                GebeurtenisId = id,
                Gebeurtenis = soort,
                Toewijzingnummer = toewijzing.Toewijzingnummer,
                Inhoud = CloudEvent.Maak(opties, id, soort, op, (toewijzing.Toewijzingnummer, toewijzing.Status)),
                Traceparent = Activity.Current?.Id,
            });
    }

    private static Webhookgebeurtenis Soort(Gebeurtenis gebeurtenis, Toewijzing toewijzing) => gebeurtenis switch
    {
        ToewijzingWachtOpVerzoek => Webhookgebeurtenis.WachtOpVerzoek,
        ZorgToegewezen => Webhookgebeurtenis.Toegewezen,
        ToewijzingGewijzigd when toewijzing.Status == Toewijzingstatus.Verwijderd => Webhookgebeurtenis.Verwijderd,
        ToewijzingGeaccepteerd => Webhookgebeurtenis.Geaccepteerd,
        ToewijzingAfgekeurd => Webhookgebeurtenis.Afgekeurd,
        ZorgGestart => Webhookgebeurtenis.Gestart,
        ZorgTijdelijkGestopt => Webhookgebeurtenis.TijdelijkGestopt,
        ZorgGestopt => Webhookgebeurtenis.Gestopt,
        BegeleidingsplanOntvangen => Webhookgebeurtenis.BegeleidingsplanOntvangen,
        _ => Webhookgebeurtenis.Gewijzigd,
    };
}
