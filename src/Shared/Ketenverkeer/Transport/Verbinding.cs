using System.Net.Http.Headers;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace WmoPlatform.Ketenverkeer.Transport;

/// <summary>Sends messages over HTTPS: the XML itself, or in the envelope of the GGk.</summary>
/// <param name="http">Makes the client, with its time limit, retries and circuit breaker.</param>
/// <param name="envelop">Puts the XML in an envelope; null without one.</param>
internal sealed class Verbinding(IHttpClientFactory http, Envelop? envelop) : ITransport
{
    public const string Client = "ketenpartner";

    public async Task<Uitslag> Bezorg(Poststuk poststuk, byte[] xml, CancellationToken annulering)
    {
        using var inhoud = new ByteArrayContent(envelop is null ? xml : envelop.Om(poststuk, xml));
        inhoud.Headers.ContentType = new MediaTypeHeaderValue("application/xml", "utf-8");
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, (Uri?)null) { Content = inhoud };
        try
        {
            // Only the status counts, so the body is not read.
            using var antwoord = await http.CreateClient(Client).SendAsync(verzoek, HttpCompletionOption.ResponseHeadersRead, annulering);
            return Lees(antwoord);
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutRejectedException or BrokenCircuitException)
        {
            return Uitslag.Later;
        }
    }

    /// <summary>A 4xx refuses this message. Missing access or a time-out says nothing about the message.</summary>
    public static Uitslag Lees(HttpResponseMessage antwoord) => (int)antwoord.StatusCode switch
    {
        >= 200 and < 300 => Uitslag.Genomen,
        >= 400 and < 500 and not (401 or 403 or 404 or 408 or 429) => Uitslag.Geweigerd,
        _ => Uitslag.Later,
    };
}
