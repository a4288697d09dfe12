using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Sending;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Webhooks;

/// <summary>
/// Sends waiting webhooks, one at a time to each receiver and to many receivers at once, so that a slow receiver holds up no other. A
/// webhook waits until the earlier one of the same assignment was accepted or failed. Tests have a sender of their own, so that they
/// neither wait for other webhooks nor hold them up.
/// </summary>
internal sealed class Webhookverzender(
    bool proeven, IServiceScopeFactory scopes, WebhookOpties opties, Webhookadres adres, Vault kluis, TimeProvider klok,
    Webhookmeting meting, ILogger<Webhookverzender> log)
    : Sender<ZorgaanbiedersDb, Bezorging, Webhookantwoord>(
        "Het verzenden van webhooks", opties.Verzending, opties.Peiling, scopes, Bron, log)
{
    private static readonly ActivitySource Bron = new("WmoPlatform.Webhooks");

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        ConnectCallback = adres.Verbind,
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        MaxResponseHeadersLength = 16,
        MaxConnectionsPerServer = 4,
        // Shorter than the time to answer: silence before and after the connection are two kinds of failure.
        ConnectTimeout = opties.Geduld / 2,
        SslOptions = { RemoteCertificateValidationCallback = (_, _, _, fouten) =>
            fouten == SslPolicyErrors.None ? true : throw new CertificaatKloptNiet() },
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        // Receivers get no trace context of the platform.
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
    })
    { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>
    /// The first due delivery of each idle receiver. Of its tests the one that was tried least, while at most one other is on its way.
    /// </summary>
    protected override string Oldest(string limit) =>
        $"""
        SELECT eerste.id FROM abonnement a CROSS JOIN LATERAL (
            SELECT b.id FROM bezorging b
            WHERE b.abonnement_id = a.id AND b.due_at <= now() AND {(proeven
                ? """
                  b.gebeurtenis = 'Proef' AND (SELECT count(*) FROM bezorging e WHERE e.abonnement_id = a.id AND e.gebeurtenis = 'Proef'
                                               AND e.due_at IS NOT NULL AND e.claimed_until > now()) < 2
                  ORDER BY b.attempts, b.nr
                  """
                : """
                  b.gebeurtenis <> 'Proef' AND NOT EXISTS (
                      SELECT FROM bezorging e WHERE e.abonnement_id = a.id AND e.gebeurtenis <> 'Proef' AND e.due_at IS NOT NULL
                      AND (e.claimed_until > now() OR (e.toewijzingnummer = b.toewijzingnummer AND e.nr < b.nr)))
                  ORDER BY b.nr
                  """)} LIMIT 1 FOR UPDATE SKIP LOCKED) eerste
        WHERE a.status = 'Actief' LIMIT {limit}
        """;

    protected override string SpanName(Bezorging row) => "webhook bezorgen";

    protected override async Task<Webhookantwoord> Send(IServiceProvider services, Bezorging row, CancellationToken cancellation)
    {
        var db = services.GetRequiredService<ZorgaanbiedersDb>();
        if (await db.Abonnementen.AsNoTracking().SingleOrDefaultAsync(a => a.Id == row.AbonnementId, cancellation) is not { } abonnement)
            return new(HttpStatusCode.Gone, null);
        using var geduld = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        geduld.CancelAfter(opties.Geduld);
        try
        {
            using var verzoek = Verzoek(row, abonnement);
            if (verzoek.RequestUri!.Scheme == "http" && !opties.HttpToegestaan) throw new AdresNietToegestaan();
            // The body of the answer is not read: only the status counts.
            using var antwoord = await _http.SendAsync(verzoek, HttpCompletionOption.ResponseHeadersRead, geduld.Token);
            return new(antwoord.StatusCode, null);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested && e
            is HttpRequestException or OperationCanceledException or CryptographicException or FormatException or AdresNietToegestaan)
        {
            Activity.Current?.SetStatus(ActivityStatusCode.Error);
            return new(null, Fout(e));
        }
    }

    /// <summary>
    /// What the provider sees of a failure. A closed port, a port with something else than https and a network without an answer are one
    /// kind, so that a subscription shows nobody which machines and ports there are.
    /// </summary>
    private static Bezorgfout Fout(Exception fout) => fout switch
    {
        AdresNietToegestaan => Bezorgfout.AdresNietToegestaan,
        CryptographicException or FormatException => Bezorgfout.GeheimOnleesbaar,
        HttpRequestException { InnerException: AdresNietToegestaan } => Bezorgfout.AdresNietToegestaan,
        HttpRequestException { InnerException: OnbekendAdres } => Bezorgfout.OnbekendAdres,
        HttpRequestException { InnerException: CertificaatKloptNiet } => Bezorgfout.CertificaatKloptNiet,
        OperationCanceledException { InnerException: not TimeoutException } => Bezorgfout.GeenAntwoordOpTijd,
        _ => Bezorgfout.NietBereikt,
    };

    protected override async Task Note(ZorgaanbiedersDb db, Bezorging row, Webhookantwoord outcome)
    {
        var (antwoord, fout) = outcome;
        await using var transactie = await db.Database.BeginTransactionAsync();
        // A delivery that this attempt no longer holds is left to the attempt that does.
        var deze = db.Bezorgingen.Where(b => b.Nr == row.Nr && b.ClaimedUntil == row.ClaimedUntil);
        if (antwoord is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices)
        {
            await Sluit(deze, Bezorgstatus.Bezorgd, outcome);
            meting.Tel("delivered");
        }
        else if (antwoord == HttpStatusCode.Gone)
        {
            log.LogWarning(
                "De ontvanger van abonnement {AbonnementId} is er niet meer (410); het abonnement is gestopt.", row.AbonnementId);
            await db.Abonnementen.Where(a => a.Id == row.AbonnementId)
                .ExecuteUpdateAsync(a => a.SetProperty(x => x.Status, Abonnementstatus.Gestopt));
            await Sluit(deze, Bezorgstatus.Vervallen, outcome);
            await db.Bezorgingen.Where(b => b.AbonnementId == row.AbonnementId && b.Status == Bezorgstatus.Wachtend)
                .ExecuteUpdateAsync(b => b
                    .SetProperty(x => x.Status, Bezorgstatus.Vervallen)
                    .SetProperty(x => x.DueAt, (DateTimeOffset?)null)
                    .SetProperty(x => x.ClaimedUntil, (DateTimeOffset?)null));
            meting.Tel("rejected");
        }
        else if (row.Attempts > opties.PauzesOfStandaard.Count)
        {
            log.LogError("Webhook {BezorgingId} van abonnement {AbonnementId} is na {Pogingen} pogingen niet aangenomen.",
                row.Id, row.AbonnementId, row.Attempts);
            await Sluit(deze, Bezorgstatus.Mislukt, outcome);
            meting.Tel(antwoord is null ? "unanswered" : "rejected");
        }
        else
        {
            await deze.ExecuteUpdateAsync(b => b.SetProperty(x => x.Antwoord, (int?)antwoord).SetProperty(x => x.Fout, fout));
            await PutOff(db, row, unknown: antwoord is null);
            meting.Tel(antwoord is null ? "unanswered" : "rejected");
        }
        await transactie.CommitAsync();
    }

    private static Task Sluit(IQueryable<Bezorging> deze, Bezorgstatus status, Webhookantwoord uitslag) =>
        deze.ExecuteUpdateAsync(b => b
            .SetProperty(x => x.Status, status)
            .SetProperty(x => x.BezorgdOp, x => status == Bezorgstatus.Bezorgd ? DateTimeOffset.UtcNow : x.BezorgdOp)
            .SetProperty(x => x.DueAt, (DateTimeOffset?)null)
            .SetProperty(x => x.ClaimedUntil, (DateTimeOffset?)null)
            .SetProperty(x => x.Antwoord, (int?)uitslag.Status)
            .SetProperty(x => x.Fout, uitslag.Fout));

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

/// <summary>The outcome of an attempt: the HTTP status, or the reason why there was no answer.</summary>
internal sealed record Webhookantwoord(HttpStatusCode? Status, Bezorgfout? Fout);

/// <summary>The receiver has a certificate that is not valid for its name.</summary>
internal sealed class CertificaatKloptNiet : Exception;
