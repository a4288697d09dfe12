using System.Net.Http.Headers;

namespace WmoPlatform.Ketenverkeer.Transport;

/// <summary>Sends messages over HTTPS: the XML itself, or in the envelope of the GGk.</summary>
/// <param name="http">Makes the client, with its time limit.</param>
/// <param name="regels">The status that says that the partner has the message.</param>
/// <param name="envelop">Puts the XML in an envelope; null without one.</param>
internal sealed class Verbinding(IHttpClientFactory http, Verkeersregels regels, Envelop? envelop) : ITransport
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
            return Lees((int)antwoord.StatusCode);
        }
        catch (HttpRequestException e)
        {
            return e.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError ? Uitslag.Later : Uitslag.Onbekend;
        }
        catch (OperationCanceledException) when (!annulering.IsCancellationRequested)
        {
            return Uitslag.Onbekend;
        }
    }

    /// <summary>
    /// A 4xx refuses this message, but missing access says nothing about it. A server or gateway that fails may have passed it on before.
    /// </summary>
    private Uitslag Lees(int status) => status switch
    {
        >= 200 and < 300 => Uitslag.Genomen,
        401 or 403 or 404 or 429 => Uitslag.Later,
        _ when status == regels.AlBekend => Uitslag.AlBekend,
        >= 400 and < 500 and not 408 => Uitslag.Geweigerd,
        >= 300 and < 400 => Uitslag.Later,
        _ => Uitslag.Onbekend,
    };
}
