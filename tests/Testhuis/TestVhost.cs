namespace WmoPlatform.Testhuis;

/// <summary>A RabbitMQ virtual host for one test, deleted on dispose.</summary>
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

    /// <summary>Creates a virtual host on the shared broker, or on the test's own broker.</summary>
    /// <param name="naam">Part of its name, in letters and digits, so that people recognise it on the broker.</param>
    /// <param name="op">The test's own broker; null for the shared one.</param>
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

    /// <summary>Deletes the virtual host. If the broker is gone, so is the virtual host.</summary>
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
