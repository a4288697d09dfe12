using System.Net.Http.Headers;

namespace WmoPlatform.Ketenverkeer.Transport;

/// <summary>Sends messages over HTTPS: the XML itself.</summary>
internal sealed class Verbinding(IHttpClientFactory http, Verkeersregels regels) : ITransport
{
    public const string Client = "ketenpartner";

    public async Task<Bezorging> Bezorg(Poststuk poststuk, byte[] xml, CancellationToken annulering)
    {
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, (Uri?)null) { Content = new ByteArrayContent(xml) };
        verzoek.Content.Headers.ContentType = new MediaTypeHeaderValue("application/xml", "utf-8");
        // Only the status counts, so the body is not read.
        return await Post(http, verzoek, antwoord => Task.FromResult<Bezorging>(VanStatus((int)antwoord.StatusCode, regels)), annulering);
    }

    /// <summary>Posts a request, and says of a failure whether the partner may have got it.</summary>
    internal static async Task<Bezorging> Post(
        IHttpClientFactory http, HttpRequestMessage verzoek, Func<HttpResponseMessage, Task<Bezorging>> lees, CancellationToken annulering)
    {
        try
        {
            using var antwoord = await http.CreateClient(Client).SendAsync(verzoek, HttpCompletionOption.ResponseHeadersRead, annulering);
            return await lees(antwoord);
        }
        catch (HttpRequestException e)
        {
            return e.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError ? Uitslag.Later : Uitslag.Onbekend;
        }
        catch (IOException)
        {
            return Uitslag.Onbekend;
        }
        catch (OperationCanceledException) when (!annulering.IsCancellationRequested)
        {
            return Uitslag.Onbekend;
        }
    }

    /// <summary>
    /// A 4xx refuses this message, but missing access says nothing about it. A server or gateway that fails may have passed it on before.
    /// </summary>
    internal static Uitslag VanStatus(int status, Verkeersregels regels) => status switch
    {
        >= 200 and < 300 => Uitslag.Genomen,
        401 or 403 or 404 or 429 => Uitslag.Later,
        _ when status == regels.AlBekend => Uitslag.AlBekend,
        >= 400 and < 500 and not 408 => Uitslag.Geweigerd,
        >= 300 and < 400 => Uitslag.Later,
        _ => Uitslag.Onbekend,
    };
}
