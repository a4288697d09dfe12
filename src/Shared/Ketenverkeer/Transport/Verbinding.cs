using System.Net.Http.Headers;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace WmoPlatform.Ketenverkeer.Transport;

/// <summary>Brings messages over HTTPS: the XML itself, or in the envelope of the GGk.</summary>
/// <param name="http">Makes the client.</param>
/// <param name="pijplijn">Time limit, retries and circuit breaker.</param>
/// <param name="envelop">Puts the XML in an envelope; null without one.</param>
internal sealed class Verbinding(IHttpClientFactory http, ResiliencePipeline<Uitslag> pijplijn, Envelop? envelop) : ITransport
{
    public const string Client = "ketenpartner";

    public async Task<Uitslag> Bezorg(Poststuk poststuk, byte[] xml, CancellationToken annulering)
    {
        var inhoudelijk = envelop is null ? xml : envelop.Om(poststuk, xml);
        try
        {
            return await pijplijn.ExecuteAsync(async ct =>
            {
                using var inhoud = new ByteArrayContent(inhoudelijk);
                inhoud.Headers.ContentType = new MediaTypeHeaderValue("application/xml", "utf-8");
                using var antwoord = await http.CreateClient(Client).PostAsync((Uri?)null, inhoud, ct);
                if ((int)antwoord.StatusCode is >= 400 and < 500 and not (401 or 403 or 404 or 408 or 429)) return Uitslag.Geweigerd;
                antwoord.EnsureSuccessStatusCode();
                return Uitslag.Genomen;
            }, annulering);
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutRejectedException or BrokenCircuitException)
        {
            return Uitslag.Later;
        }
    }
}
