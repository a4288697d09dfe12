using System.Net;
using System.Threading.RateLimiting;
using DnsClient;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Zorgaanbieders.Webhooks;

/// <summary>
/// Finds the addresses of a receiver's name in the DNS, within two seconds. A provider chooses the name and so its DNS server, so a silent
/// server may cost no thread (as the system's own resolver would), no transaction, and no other provider's turn.
/// </summary>
public sealed class Naamzoeker(WebhookOpties opties) : IDisposable
{
    private static readonly TimeSpan Limiet = TimeSpan.FromSeconds(2);

    private readonly Lazy<LookupClient> _dns = new(() =>
    {
        var keuze = opties.Dnsservers.Count > 0 ? new LookupClientOptions([.. opties.Dnsservers]) : new LookupClientOptions();
        (keuze.UseCache, keuze.Timeout, keuze.Retries) = (false, Limiet / 2, 1);
        return new(keuze);
    });

    private readonly PartitionedRateLimiter<string> _perAanbieder = PartitionedRateLimiter.Create<string, string>(aanbieder =>
        RateLimitPartition.GetConcurrencyLimiter(aanbieder, _ => new() { PermitLimit = 2, QueueLimit = 2 }));

    /// <summary>The addresses of a host; empty when it has none, or when no DNS server answers in time.</summary>
    public async Task<IReadOnlyList<IPAddress>> Zoek(string host, CancellationToken annulering)
    {
        if (IPAddress.TryParse(host, out var adres)) return [adres];
        // RFC 6761: no DNS server is asked for it.
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase)) return [IPAddress.Loopback];
        using var limiet = CancellationTokenSource.CreateLinkedTokenSource(annulering);
        limiet.CancelAfter(Limiet);
        var gevonden = await Task.WhenAll(Vraag(QueryType.A), Vraag(QueryType.AAAA));
        annulering.ThrowIfCancellationRequested();
        return [.. gevonden.SelectMany(a => a)];

        async Task<IEnumerable<IPAddress>> Vraag(QueryType soort)
        {
            try
            {
                return (await _dns.Value.QueryAsync(host, soort, cancellationToken: limiet.Token)).Answers.AddressRecords()
                    .Select(r => r.Address);
            }
            catch (Exception e) when (e is DnsResponseException or OperationCanceledException or ArgumentException)
            {
                return [];
            }
        }
    }

    /// <summary>The same for a request of a provider, of which two are looked up at once.</summary>
    /// <exception cref="Weigering">429: more requests of this provider wait already.</exception>
    public async Task<IReadOnlyList<IPAddress>> Zoek(string host, string aanbieder, CancellationToken annulering)
    {
        using var beurt = await _perAanbieder.AcquireAsync(aanbieder, 1, annulering);
        return beurt.IsAcquired ? await Zoek(host, annulering) : throw Weigering.TeVeel(
            "te-veel-adressen-tegelijk", "Wij zoeken al andere webadressen van u op. Wacht een paar seconden en probeer het opnieuw.",
            Limiet);
    }

    public void Dispose() => _perAanbieder.Dispose();
}

/// <summary>A request with the web address of a receiver.</summary>
public interface IWebhookinvoer : IRequestBody
{
    string Url { get; }
}

/// <summary>The addresses of the host in the request, which were looked up before its transaction began.</summary>
public sealed class Opgezocht
{
    public IReadOnlyList<IPAddress> Adressen { get; set; } = [];
}

internal static class OpzoekenExtensions
{
    /// <summary>Looks up the host in the request. Stands before <c>WithIdempotency</c>, which begins a transaction.</summary>
    public static RouteHandlerBuilder ZoektVoorafOp(this RouteHandlerBuilder eindpunt) =>
        eindpunt.AddEndpointFilter(async (context, next) =>
        {
            var (http, invoer) = (context.HttpContext, context.Arguments.OfType<IWebhookinvoer>().Single());
            if (Uri.TryCreate(invoer.Url, UriKind.Absolute, out var url) && url.IdnHost.Length > 0)
                http.RequestServices.GetRequiredService<Opgezocht>().Adressen = await http.RequestServices.GetRequiredService<Naamzoeker>()
                    .Zoek(url.IdnHost, Gebruiker.Van(http.User).Agb ?? "", http.RequestAborted);
            return await next(context);
        });
}
