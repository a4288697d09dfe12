using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Security;
using System.Text;
using System.Text.Json.Nodes;

namespace WmoPlatform.Messaging.Broker;

/// <summary>The management API of RabbitMQ, as its administrator.</summary>
/// <remarks>
/// The broker sometimes never answers a request that it carried out. Each request may be made twice, so it is made again.
/// </remarks>
public sealed class Management : IDisposable
{
    private const int Tries = 3;

    private readonly HttpClient _http;
    private readonly string _administrator;

    /// <param name="address">The address of the API, for instance <c>http://rabbitmq:15672</c>.</param>
    /// <param name="broker">The AMQP URI of the administrator; only its user and password matter here.</param>
    /// <param name="tls">Which certificates are trusted; null for those of the system.</param>
    /// <param name="patience">How long a try waits for its answer; null for 30 seconds.</param>
    public Management(Uri address, Uri broker, SslClientAuthenticationOptions? tls = null, TimeSpan? patience = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(broker);
        var user = broker.UserInfo.Split(':', 2).Select(Uri.UnescapeDataString).ToArray();
        _administrator = user[0];
        _http = new HttpClient(new SocketsHttpHandler { SslOptions = tls ?? new() })
        {
            BaseAddress = new Uri(address.AbsoluteUri.TrimEnd('/') + "/"),
            Timeout = patience ?? TimeSpan.FromSeconds(30),
        };
        _http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Join(':', user))));
    }

    /// <summary>Loads definitions, and says so with <see cref="Topology.Mark"/> only when all of them are there.</summary>
    /// <exception cref="HttpRequestException">The broker is not there, or refuses.</exception>
    public async Task LoadAsync(string vhost, JsonObject definitions, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        // The broker makes exchanges and bindings side by side, so the mark comes in a request of its own, afterwards.
        var all = (JsonObject)definitions.DeepClone();
        var exchanges = all["exchanges"]!.AsArray();
        var mark = exchanges.Single(e => e!["name"]!.GetValue<string>() == Topology.Mark);
        exchanges.Remove(mark);
        await Ask(HttpMethod.Post, "api/definitions", all, cancellation);
        await Ask(HttpMethod.Put, $"api/exchanges/{Uri.EscapeDataString(vhost)}/{Topology.Mark}", mark, cancellation);
    }

    /// <summary>Makes a virtual host, with all rights for the administrator.</summary>
    public async Task MakeVhostAsync(string vhost, CancellationToken cancellation = default)
    {
        var name = Uri.EscapeDataString(vhost);
        await Ask(HttpMethod.Put, $"api/vhosts/{name}", new JsonObject(), cancellation);
        await Ask(HttpMethod.Put, $"api/permissions/{name}/{_administrator}",
            new JsonObject { ["configure"] = ".*", ["write"] = ".*", ["read"] = ".*" }, cancellation);
    }

    /// <summary>Deletes a virtual host with everything in it.</summary>
    public Task DeleteVhostAsync(string vhost, CancellationToken cancellation = default) =>
        Ask(HttpMethod.Delete, $"api/vhosts/{Uri.EscapeDataString(vhost)}", null, cancellation);

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task Ask(HttpMethod method, string path, JsonNode? content, CancellationToken cancellation)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                await Try(method, path, content, cancellation);
                return;
            }
            catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
            {
                if (tried == Tries) throw new HttpRequestException($"RabbitMQ: {method} {path} is not answered.", late);
            }
        }
    }

    private async Task Try(HttpMethod method, string path, JsonNode? content, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content is null ? null : JsonContent.Create(content) };
        using var answer = await _http.SendAsync(request, cancellation);
        if (answer.IsSuccessStatusCode) return;
        if (method == HttpMethod.Delete && answer.StatusCode == HttpStatusCode.NotFound) return;
        throw new HttpRequestException(
            $"RabbitMQ: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancellation)}", null, answer.StatusCode);
    }
}
