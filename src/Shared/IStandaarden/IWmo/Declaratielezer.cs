using WmoPlatform.IStandaarden.Controle;
using WmoPlatform.IStandaarden.Xml;

namespace WmoPlatform.IStandaarden;

/// <summary>
/// Reads a WMO323 client by client, so that a message of 25 MB takes no more memory than a small one. It reads the part before the clients,
/// and then each client once. It gathers the faults of level 2 on the way.
/// </summary>
public sealed class Declaratielezer : IDisposable
{
    private readonly LezendeWandeling x;
    private readonly Bevindingen bevindingen;
    private readonly Declaratieregels regels;
    private bool begonnen;

    /// <summary>Reads up to the first client.</summary>
    /// <param name="xml">UTF-8, at most 25 MB; read synchronously, and stays open.</param>
    /// <param name="annulering">Stops the reading.</param>
    /// <exception cref="BerichtOnleesbaar">It is not a WMO323, or not well-formed.</exception>
    public Declaratielezer(Stream xml, CancellationToken annulering = default)
    {
        bevindingen = new(annulering);
        x = new LezendeWandeling(xml, annulering);
        (Header, Kop) = x.Veilig(() =>
        {
            x.Begin();
            if (x.Soort != Berichtsoort.Wmo323) throw new BerichtOnleesbaar(BerichtOnleesbaar.OnbekendBericht, "Bericht");
            x.Ga("Bericht");
            var header = x.Deel("Header", IStandaarden.Header.Vorm, (Header?)null);
            x.Ga("Declaratie");
            var kop = Declaratiekop.Vorm(x, null);
            x.Ga("Clienten");
            return (header, kop);
        });
        regels = new Declaratieregels(bevindingen, Header, Kop);
    }

    /// <summary>The sender and the receiver.</summary>
    public Header Header { get; }

    /// <summary>The part before the clients.</summary>
    public Declaratiekop Kop { get; }

    /// <summary>Its faults of level 2, complete once the last client was read.</summary>
    public IReadOnlyList<Bevinding> Bevindingen => bevindingen.Alle;

    /// <summary>Reads each client once, in order. Only after the last client is the whole message known to be readable.</summary>
    /// <exception cref="BerichtOnleesbaar">The rest of the message is not well-formed.</exception>
    public IEnumerable<DeclaratieClient> Clienten()
    {
        if (begonnen) throw new InvalidOperationException("The clients can be read once.");
        begonnen = true;
        DeclaratieClient? client = x.Veilig(() => x.Deel("Client", DeclaratieClient.Vorm, (DeclaratieClient?)null));
        for (; client is not null; client = x.Veilig(() => x.DeelOf("Client", DeclaratieClient.Vorm, (DeclaratieClient?)null)))
        {
            regels.Client(client);
            yield return client;
        }
        x.Veilig(() =>
        {
            x.Uit();
            x.Uit();
            x.Uit();
            x.Slot();
            return true;
        });
        regels.Einde();
    }

    /// <summary>Closes the reader, but not the stream.</summary>
    public void Dispose() => x.Dispose();
}
