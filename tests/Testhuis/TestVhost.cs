namespace WmoPlatform.Testhuis;

/// <summary>A RabbitMQ virtual host of a test's own; deleted on dispose.</summary>
public sealed class TestVhost : IAsyncDisposable
{
    private readonly IVhosts _vhosts;

    private TestVhost(string broker, IVhosts vhosts, string naam)
    {
        var uri = new Uri(broker);
        _vhosts = vhosts;
        Naam = naam;
        Uri = $"amqp://{uri.UserInfo}@{uri.Host}:{(uri.Port > 0 ? uri.Port : 5672)}/{naam}";
    }

    /// <summary>The unique name of the virtual host.</summary>
    public string Naam { get; }

    /// <summary><c>amqp://user:password@host:port/name</c>, for <c>ConnectionStrings__rabbitmq</c>.</summary>
    public string Uri { get; }

    /// <summary>Creates a virtual host on the shared broker, or on one of the test's own.</summary>
    /// <param name="naam">For people who look at the broker: letters and digits.</param>
    /// <param name="op">Another broker than the shared one.</param>
    public static async Task<TestVhost> NieuwAsync(string naam, EigenServers? op = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(naam);
        var vhost = new TestVhost(
            op?.RabbitMq ?? await Servers.RabbitMqAsync(),
            op?.Vhosts ?? await Servers.VhostsAsync(),
            $"{new string([.. naam.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit).Take(30)])}.{Guid.NewGuid():N}"[..^20]);
        await vhost._vhosts.MaakAsync(vhost.Naam);
        return vhost;
    }

    /// <summary>Deletes the virtual host. A broker that is away already took it along.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _vhosts.VerwijderAsync(Naam);
        }
        catch (Exception fout) when (fout is InvalidOperationException or HttpRequestException or IOException)
        {
        }
    }
}
