using WmoPlatform.IStandaarden.Controle;
using WmoPlatform.IStandaarden.Xml;

namespace WmoPlatform.IStandaarden;

/// <summary>
/// Reads a WMO323 client by client, so that one of 25 MB takes no more memory than a small one: first what stands before the clients, then
/// each of them once. Its faults of level 2 are gathered on the way.
/// </summary>
public sealed class Declaratielezer : IDisposable
{
    private readonly LezendeWandeling x;
    private readonly Bevindingen bevindingen = new();
    private readonly Declaratieregels regels;
    private bool begonnen;

    /// <summary>Reads up to the first client.</summary>
    /// <param name="xml">UTF-8, at most 25 MB; read synchronously, and stays open.</param>
    /// <exception cref="BerichtOnleesbaar">It is no WMO323, or not a well-formed one.</exception>
    public Declaratielezer(Stream xml)
    {
        x = new LezendeWandeling(xml);
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
        regels = new Declaratieregels(bevindingen, Kop);
    }

    /// <summary>The sender and the receiver.</summary>
    public Header Header { get; }

    /// <summary>The part before the clients.</summary>
    public Declaratiekop Kop { get; }

    /// <summary>Its faults of level 2; complete when the last client has been read.</summary>
    public IReadOnlyList<Bevinding> Bevindingen => bevindingen.Alle;

    /// <summary>Each client, once and in order. The message is known to be readable only when the last one has been read.</summary>
    /// <exception cref="BerichtOnleesbaar">From here on it is not a well-formed one.</exception>
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

    /// <summary>Closes the reader, not the stream.</summary>
    public void Dispose() => x.Dispose();
}
