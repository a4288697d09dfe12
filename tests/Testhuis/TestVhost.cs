using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Broker;

namespace WmoPlatform.Testhuis;

/// <summary>
/// A RabbitMQ virtual host for one test, set up as the deployment does it, with a user per service; deleted on dispose.
/// </summary>
public sealed class TestVhost : IAsyncDisposable
{
    private readonly Uri _broker;

    private TestVhost((string Amqp, string Beheer) broker, string naam) =>
        (_broker, Beheeradres, Naam) = (new Uri(broker.Amqp), new Uri(broker.Beheer), naam);

    /// <summary>The unique name of the virtual host.</summary>
    public string Naam { get; }

    /// <summary>The address of the broker's management API.</summary>
    public Uri Beheeradres { get; }

    /// <summary>The AMQP URI of the administrator, who may do everything here. A service does not use it.</summary>
    public string Uri => Voor(_broker.UserInfo);

    /// <summary>Creates a virtual host on the shared broker, or on the test's own broker.</summary>
    /// <param name="naam">Part of its name, in letters and digits, so that people recognise it on the broker.</param>
    /// <param name="op">The test's own broker; null for the shared one.</param>
    /// <param name="ingericht">Whether the deployment has been here.</param>
    /// <param name="bezorglimiet">How often the broker may bring one message back unhandled.</param>
    public static async Task<TestVhost> NieuwAsync(
        string naam, EigenServers? op = null, bool ingericht = true, int bezorglimiet = Definitions.DeliveryLimit)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(naam);
        var vhost = new TestVhost(
            op is null ? await Servers.RabbitMqMetBeheerAsync() : (op.RabbitMq, op.Beheer),
            $"{new string([.. naam.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit).Take(30)])}.{Guid.NewGuid():N}"[..^20]);
        using (var beheer = vhost.Beheer()) await beheer.MakeVhostAsync(vhost.Naam);
        if (ingericht) await vhost.RichtIn(bezorglimiet);
        return vhost;
    }

    /// <summary>The AMQP URI of one service, with its own rights: <c>amqp://user:password@host:port/name</c>.</summary>
    public string VoorDienst(string dienst) => Voor($"{dienst}:{Wachtwoord(dienst)}");

    /// <summary>Does what the deployment does; again, with other settings, while services use it.</summary>
    public async Task RichtIn(int bezorglimiet = Definitions.DeliveryLimit)
    {
        using var beheer = Beheer();
        await beheer.LoadAsync(Naam, Definitions.For(Naam, Wachtwoord, bezorglimiet));
    }

    /// <summary>The settings with which the program <c>Inrichting</c>, of any version, does the same.</summary>
    public Dictionary<string, string?> Inrichting()
    {
        var instellingen = new Dictionary<string, string?> { ["ConnectionStrings__rabbitmq"] = Uri, ["Broker__Beheer"] = $"{Beheeradres}" };
        foreach (var dienst in Gebeurtenissen.Abonnementen.Keys) instellingen[$"Broker__Wachtwoorden__{dienst}"] = Wachtwoord(dienst);
        return instellingen;
    }

    /// <summary>Deletes the virtual host. If the broker is gone, so is the virtual host.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            using var beheer = Beheer();
            await beheer.DeleteVhostAsync(Naam);
        }
        catch (Exception fout) when (fout is HttpRequestException or IOException or OperationCanceledException)
        {
        }
    }

    // Users belong to the whole broker, so tests that run side by side agree on their passwords.
    private static string Wachtwoord(string dienst) => $"proef-{dienst}";

    private Management Beheer() => new(Beheeradres, _broker);

    private string Voor(string wie) => $"amqp://{wie}@{_broker.Host}:{(_broker.Port > 0 ? _broker.Port : 5672)}/{Naam}";
}
