using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace WmoPlatform.Zorgaanbieders.Tests;

/// <summary>
/// The DNS server of a provider. It knows only <c>binnen.voorbeeld.example</c>, which leads to this machine, and says nothing when asked
/// for a name that begins with <c>stil</c>.
/// </summary>
public sealed class NepDns : IDisposable
{
    private const int Kop = 12;

    private readonly UdpClient _server = new(new IPEndPoint(IPAddress.Loopback, 0));
    private int _gevraagd;

    public NepDns() => _ = Antwoord();

    public string Adres => $"{_server.Client.LocalEndPoint}";

    /// <summary>The number of questions so far.</summary>
    public int Gevraagd => Volatile.Read(ref _gevraagd);

    private async Task Antwoord()
    {
        try
        {
            while (true)
            {
                var vraag = await _server.ReceiveAsync();
                Interlocked.Increment(ref _gevraagd);
                if (Maak(vraag.Buffer) is { } antwoord) await _server.SendAsync(antwoord, vraag.RemoteEndPoint);
            }
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    /// <summary>The question with the bit of an answer (RFC 1035), and one record if the name and its kind are known.</summary>
    private static byte[]? Maak(byte[] vraag)
    {
        var naam = vraag.AsSpan(Kop + 1, vraag[Kop]);
        if (naam.StartsWith("stil"u8)) return null;
        var einde = Kop + vraag.AsSpan(Kop).IndexOf((byte)0) + 1;
        var bekend = naam.SequenceEqual("binnen"u8) && BinaryPrimitives.ReadUInt16BigEndian(vraag.AsSpan(einde)) == 1;
        byte[] kop = [vraag[0], vraag[1], 0x81, 0x80, 0, 1, 0, (byte)(bekend ? 1 : 0), 0, 0, 0, 0];
        byte[] regel = bekend ? [0xC0, Kop, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, 127, 0, 0, 1] : [];
        return [.. kop, .. vraag.AsSpan(Kop, einde + 4 - Kop), .. regel];
    }

    public void Dispose() => _server.Dispose();
}
