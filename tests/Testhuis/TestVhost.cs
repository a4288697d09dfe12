using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;

namespace WmoPlatform.Testhuis;

/// <summary>
/// A RabbitMQ virtual host of a test's own; deleted on dispose. On a broker that was given from outside this goes through its
/// management API: <c>RABBITMQ_MANAGEMENT</c>, by default port 15672 of the same host.
/// </summary>
public sealed class TestVhost : IAsyncDisposable
{
    private readonly Uri _broker;
    private readonly string? _map;

    private TestVhost(string broker, string? map, string naam)
    {
        _broker = new Uri(broker);
        _map = map;
        Naam = naam;
        Uri = $"amqp://{_broker.UserInfo}@{_broker.Host}:{(_broker.Port > 0 ? _broker.Port : 5672)}/{naam}";
    }

    /// <summary>The unique name of the virtual host.</summary>
    public string Naam { get; }

    /// <summary><c>amqp://user:password@host:port/name</c>, for <c>ConnectionStrings__rabbitmq</c>.</summary>
    public string Uri { get; }

    /// <summary>Creates a virtual host on the shared broker, or on one of the test's own. Takes about half a second.</summary>
    /// <param name="naam">For people who look at the broker: letters and digits.</param>
    /// <param name="op">Another broker than the shared one.</param>
    public static async Task<TestVhost> NieuwAsync(string naam, EigenServers? op = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(naam);
        var vhost = new TestVhost(
            op?.RabbitMq ?? await Servers.RabbitMqAsync(),
            op?.Map ?? await Servers.RabbitMqMapAsync(),
            $"{new string([.. naam.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit).Take(30)])}.{Guid.NewGuid():N}"[..^20]);
        if (vhost._map is { } map)
        {
            await Serverscript.RunAsync("vhost", map, "add", vhost.Naam);
            return vhost;
        }
        var gebruiker = vhost.Gebruiker[0];
        await vhost.OpBeheerAsync(HttpMethod.Put, $"api/vhosts/{vhost.Naam}", new { });
        await vhost.OpBeheerAsync(HttpMethod.Put, $"api/permissions/{vhost.Naam}/{gebruiker}", new { configure = ".*", write = ".*", read = ".*" });
        return vhost;
    }

    /// <summary>Deletes the virtual host. A broker that is away already took it along.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_map is { } map) await Serverscript.RunAsync("vhost", map, "delete", Naam);
            else await OpBeheerAsync(HttpMethod.Delete, $"api/vhosts/{Naam}", null);
        }
        catch (Exception fout) when (fout is InvalidOperationException or HttpRequestException)
        {
        }
    }

    private string[] Gebruiker => [.. _broker.UserInfo.Split(':', 2).Select(System.Uri.UnescapeDataString)];

    private async Task OpBeheerAsync(HttpMethod methode, string pad, object? inhoud)
    {
        var beheer = Environment.GetEnvironmentVariable("RABBITMQ_MANAGEMENT") ?? $"http://{_broker.Host}:15672";
        using var http = new HttpClient { BaseAddress = new Uri(beheer.TrimEnd('/') + "/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Join(':', Gebruiker))));
        using var verzoek = new HttpRequestMessage(methode, pad) { Content = inhoud is null ? null : JsonContent.Create(inhoud) };
        using var antwoord = await http.SendAsync(verzoek);
        antwoord.EnsureSuccessStatusCode();
    }
}
