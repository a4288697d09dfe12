using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Messaging;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Webhooks;

/// <summary>
/// Sends waiting webhooks, one at a time to each receiver and to many receivers at once, so that a slow receiver holds up no other. A
/// webhook waits until the earlier one of the same assignment was accepted or failed. When an instance dies while it sends, another
/// instance sends again after a while.
/// </summary>
internal sealed class Webhookverzender(
    IServiceScopeFactory scopes, WebhookOpties opties, Webhookadres adres, Vault kluis, TimeProvider klok, Webhookmeting meting,
    ILogger<Webhookverzender> log)
    : Rounds("Het verzenden van webhooks", opties.Peiling, log)
{
    private static readonly ActivitySource Bron = new("WmoPlatform.Webhooks");

    private readonly List<Task> _onderweg = [];

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        ConnectCallback = adres.Verbind,
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        MaxResponseHeadersLength = 16,
        MaxConnectionsPerServer = 4,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        // Receivers get no trace context of the platform.
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
    })
    { Timeout = Timeout.InfiniteTimeSpan };

    public override async Task Round(CancellationToken annulering)
    {
        _onderweg.RemoveAll(taak => taak.IsCompleted);
        foreach (var bezorging in await Neem(opties.Gelijktijdig - _onderweg.Count, annulering))
            _onderweg.Add(Bezorg(bezorging, annulering));
    }

    /// <summary>Waits until every delivery on its way has ended or was given back.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(_onderweg).WaitAsync(cancellationToken);
    }

    /// <summary>Takes the first due delivery of each idle receiver. Other instances skip the taken ones.</summary>
    private async Task<List<Bezorging>> Neem(int hooguit, CancellationToken annulering)
    {
        if (hooguit <= 0) return [];
        // Long enough for an attempt and for storing its result.
        var bezig = opties.Geduld + TimeSpan.FromSeconds(30);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ZorgaanbiedersDb>();
        return await db.Bezorgingen.FromSql(
            $"""
            UPDATE bezorging SET bezig_tot = now() + {bezig}, pogingen = pogingen + 1
            WHERE nr = ANY (ARRAY(
                SELECT eerste.nr FROM abonnement a CROSS JOIN LATERAL (
                    SELECT b.nr FROM bezorging b
                    WHERE b.abonnement_id = a.id AND b.status = 'Wachtend' AND b.niet_voor <= now() AND (
                        b.bezig_tot IS NULL OR b.bezig_tot <= now())
                      AND NOT EXISTS (SELECT FROM bezorging e WHERE e.abonnement_id = a.id AND e.status = 'Wachtend'
                                      AND (e.bezig_tot > now() OR (e.toewijzingnummer = b.toewijzingnummer AND e.nr < b.nr)))
                    ORDER BY b.nr LIMIT 1 FOR UPDATE SKIP LOCKED) eerste
                WHERE a.status = 'Actief' LIMIT {hooguit}))
            RETURNING *
            """).AsNoTracking().ToListAsync(annulering);
    }

    private async Task Bezorg(Bezorging bezorging, CancellationToken annulering)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ZorgaanbiedersDb>();
            var deze = db.Bezorgingen.Where(b => b.Nr == bezorging.Nr);
            var (antwoord, fout) = await db.Abonnementen.AsNoTracking()
                .SingleOrDefaultAsync(a => a.Id == bezorging.AbonnementId, annulering) is { } abonnement
                ? await Verzend(bezorging, abonnement, annulering) : (HttpStatusCode.Gone, null);
            if (annulering.IsCancellationRequested)
            {
                // The service stops, which is not the receiver's fault: another instance may try at once.
                await deze.ExecuteUpdateAsync(b => b
                    .SetProperty(x => x.BezigTot, (DateTimeOffset?)null)
                    .SetProperty(x => x.Pogingen, x => x.Pogingen - 1), CancellationToken.None);
                return;
            }
            await Noteer(db, bezorging, antwoord, fout);
        }
        catch (Exception e)
        {
            // The delivery stays taken for a while, and is then tried again.
            log.LogWarning("Webhook {BezorgingId} wacht: {Fout}.", bezorging.Id, e.GetType().Name);
        }
        finally
        {
            // The receiver may have another delivery waiting.
            Wake();
        }
    }

    private async Task Noteer(ZorgaanbiedersDb db, Bezorging bezorging, HttpStatusCode? antwoord, Bezorgfout? fout)
    {
        var deze = db.Bezorgingen.Where(b => b.Nr == bezorging.Nr);
        var code = (int?)antwoord;
        if (antwoord is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices)
        {
            meting.Tel("delivered");
            await deze.ExecuteUpdateAsync(b => b
                .SetProperty(x => x.Status, Bezorgstatus.Bezorgd)
                .SetProperty(x => x.BezorgdOp, DateTimeOffset.UtcNow)
                .SetProperty(x => x.BezigTot, (DateTimeOffset?)null)
                .SetProperty(x => x.Antwoord, code)
                .SetProperty(x => x.Fout, (Bezorgfout?)null), CancellationToken.None);
            return;
        }
        meting.Tel(antwoord is null ? "unanswered" : "rejected");
        if (antwoord == HttpStatusCode.Gone)
        {
            log.LogWarning(
                "De ontvanger van abonnement {AbonnementId} is er niet meer (410); het abonnement is gestopt.", bezorging.AbonnementId);
            await db.Abonnementen.Where(a => a.Id == bezorging.AbonnementId)
                .ExecuteUpdateAsync(a => a.SetProperty(x => x.Status, Abonnementstatus.Gestopt), CancellationToken.None);
            await deze.ExecuteUpdateAsync(b => b.SetProperty(x => x.Antwoord, code), CancellationToken.None);
            await db.Bezorgingen.Where(b => b.AbonnementId == bezorging.AbonnementId && b.Status == Bezorgstatus.Wachtend)
                .ExecuteUpdateAsync(b => b
                    .SetProperty(x => x.Status, Bezorgstatus.Vervallen)
                    .SetProperty(x => x.BezigTot, (DateTimeOffset?)null), CancellationToken.None);
            return;
        }
        var pauzes = opties.PauzesOfStandaard;
        var opgegeven = bezorging.Pogingen > pauzes.Count;
        if (opgegeven)
            log.LogError(
                "Webhook {BezorgingId} van abonnement {AbonnementId} is na {Pogingen} pogingen niet aangenomen.",
                bezorging.Id, bezorging.AbonnementId, bezorging.Pogingen);
        var (status, pauze) = opgegeven
            ? (Bezorgstatus.Mislukt, TimeSpan.Zero)
            : (Bezorgstatus.Wachtend, Ongeveer(pauzes[bezorging.Pogingen - 1]));
        await deze.ExecuteUpdateAsync(b => b
            .SetProperty(x => x.Status, status)
            .SetProperty(x => x.NietVoor, DateTimeOffset.UtcNow + pauze)
            .SetProperty(x => x.BezigTot, (DateTimeOffset?)null)
            .SetProperty(x => x.Antwoord, code)
            .SetProperty(x => x.Fout, fout), CancellationToken.None);
    }

    /// <summary>Spreads the pause, so that receivers that failed together are not all retried at one moment.</summary>
    private static TimeSpan Ongeveer(TimeSpan pauze) => pauze * (0.8 + 0.4 * RandomNumberGenerator.GetInt32(1000) / 1000);

    private async Task<(HttpStatusCode? Antwoord, Bezorgfout? Fout)> Verzend(
        Bezorging bezorging, Abonnement abonnement, CancellationToken annulering)
    {
        ActivityContext.TryParse(bezorging.Traceparent, null, isRemote: true, out var ouder);
        using var activiteit = Bron.StartActivity("webhook bezorgen", ActivityKind.Internal, ouder);
        using var geduld = CancellationTokenSource.CreateLinkedTokenSource(annulering);
        geduld.CancelAfter(opties.Geduld);
        try
        {
            using var verzoek = Verzoek(bezorging, abonnement);
            if (verzoek.RequestUri!.Scheme == "http" && !opties.HttpToegestaan) throw new AdresNietToegestaan();
            // The body of the answer is not read: only the status counts.
            using var antwoord = await _http.SendAsync(verzoek, HttpCompletionOption.ResponseHeadersRead, geduld.Token);
            return (antwoord.StatusCode, null);
        }
        catch (Exception e) when (
            e is HttpRequestException or OperationCanceledException or CryptographicException or FormatException or AdresNietToegestaan)
        {
            activiteit?.SetStatus(ActivityStatusCode.Error);
            return (null, e switch
            {
                AdresNietToegestaan or HttpRequestException { InnerException: AdresNietToegestaan } => Bezorgfout.AdresNietToegestaan,
                OperationCanceledException => Bezorgfout.GeenAntwoordOpTijd,
                HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => Bezorgfout.OnbekendAdres,
                HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => Bezorgfout.CertificaatKloptNiet,
                HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => Bezorgfout.GeenVerbinding,
                HttpRequestException => Bezorgfout.VerbindingVerbroken,
                _ => Bezorgfout.GeheimOnleesbaar,
            });
        }
    }

    private HttpRequestMessage Verzoek(Bezorging bezorging, Abonnement abonnement)
    {
        // Real time and not the platform's clock: the receiver compares it with its own time.
        var tijd = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var verzoek = new HttpRequestMessage(HttpMethod.Post, abonnement.Url)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(bezorging.Inhoud)),
        };
        verzoek.Content.Headers.ContentType = new MediaTypeHeaderValue(CloudEvent.ContentType, "utf-8");
        verzoek.Headers.UserAgent.Add(new ProductInfoHeaderValue("WmoPlatform-Webhooks", "1.0"));
        verzoek.Headers.Add("webhook-id", bezorging.GebeurtenisId);
        verzoek.Headers.Add("webhook-timestamp", $"{tijd}");
        verzoek.Headers.Add(
            "webhook-signature",
            Handtekening.Zet(bezorging.GebeurtenisId, tijd, bezorging.Inhoud, abonnement.Geheimen(kluis, klok.GetUtcNow())));
        return verzoek;
    }

    public override void Dispose()
    {
        _http.Dispose();
        base.Dispose();
    }
}
