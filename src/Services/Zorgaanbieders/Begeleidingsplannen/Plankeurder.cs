using System.Diagnostics;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Sending;
using WmoPlatform.Zorgaanbieders.Opslag;
using WmoPlatform.Zorgaanbieders.Webhooks;

namespace WmoPlatform.Zorgaanbieders.Begeleidingsplannen;

/// <summary>
/// Has the virus scanner judge every new plan. A clean plan is announced from then on; an infected one stays quarantined, and its provider
/// gets a webhook. While the scanner is away, plans wait.
/// </summary>
internal sealed class Plankeurder(
    Virusscanner scanner, WebhooksKlaarzetten webhooks, Vault kluis, TimeProvider klok, IServiceScopeFactory scopes,
    ILogger<Plankeurder> log)
    : Sender<ZorgaanbiedersDb, Plankeuring, Keuring>(
        "De keuring van begeleidingsplannen", Voorwaarden, TimeSpan.FromSeconds(1), scopes, Bron, log)
{
    private static readonly SendingTerms Voorwaarden = new(TimeSpan.FromMinutes(2), SendingTerms.UpToAMinute);

    private static readonly ActivitySource Bron = new("WmoPlatform.Begeleidingsplannen");

    protected override string Oldest(string limit) =>
        $"SELECT k.id FROM plankeuring k WHERE k.due_at <= now() ORDER BY k.due_at, k.id LIMIT {limit} FOR UPDATE SKIP LOCKED";

    protected override string SpanName(Plankeuring row) => "begeleidingsplan keuren";

    protected override async Task<Keuring> Send(IServiceProvider services, Plankeuring row, CancellationToken cancellation)
    {
        var plan = await services.GetRequiredService<ZorgaanbiedersDb>().Begeleidingsplannen.AsNoTracking()
            .SingleAsync(p => p.Id == row.Id, cancellation);
        try
        {
            return await scanner.IsSchoon(plan.Inhoud(kluis), cancellation) ? Keuring.Schoon : Keuring.Besmet;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested && e is IOException or SocketException or CryptographicException)
        {
            Activity.Current?.SetStatus(ActivityStatusCode.Error);
            log.LogWarning("Een begeleidingsplan is nog niet gekeurd ({Fout}); later opnieuw.", e.GetType().Name);
            return Keuring.TeKeuren;
        }
    }

    protected override async Task Note(ZorgaanbiedersDb db, Plankeuring row, Keuring outcome)
    {
        if (outcome == Keuring.TeKeuren)
        {
            await PutOff(db, row, unknown: false);
            return;
        }
        var keuring = await db.Plankeuringen.SingleAsync(k => k.Id == row.Id);
        // Another attempt has judged it meanwhile.
        if (keuring.ClaimedUntil != row.ClaimedUntil) return;
        keuring.Krijgt(outcome);
        var toewijzing = await db.Toewijzingen.SingleAsync(
            t => t.Id == db.Begeleidingsplannen.Where(p => p.Id == row.Id).Select(p => p.ToewijzingId).Single());
        if (outcome == Keuring.Schoon) toewijzing.OntvangPlan(row.Id, klok.GetUtcNow());
        else
        {
            log.LogError("In een begeleidingsplan bij toewijzing {Toewijzingnummer} zit een virus.", toewijzing.Toewijzingnummer);
            await webhooks.Zet(
                db, toewijzing, Webhookgebeurtenis.BegeleidingsplanBesmet, $"besmet-{row.Id}", klok.GetUtcNow(), CancellationToken.None);
        }
        await db.SaveChangesAsync();
    }
}
