using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using WmoPlatform.ServiceDefaults.Verbindingen;

namespace WmoPlatform.Zorgaanbieders.Begeleidingsplannen;

/// <summary>
/// A virus scanner that speaks the protocol of clamd (command INSTREAM), at the address of <c>Begeleidingsplannen:Scanner</c>.
/// </summary>
/// <param name="adres">For instance <c>tcp://127.0.0.1:3310</c>.</param>
internal sealed class Virusscanner(Uri adres)
{
    private const int Brok = 64 * 1024;
    private const int GrootsteAntwoord = 1024;

    /// <summary>Reads the address; null when the municipality has no scanner.</summary>
    /// <exception cref="InvalidOperationException">It is no address, or it is on another machine outside Development.</exception>
    public static Virusscanner? Lees(IHostApplicationBuilder builder)
    {
        const string Instelling = "Begeleidingsplannen:Scanner";
        if (builder.Configuration[Instelling] is not { Length: > 0 } tekst) return null;
        if (!Uri.TryCreate(tekst, UriKind.Absolute, out var adres) || adres is not { Scheme: "tcp", Port: > 0 })
            throw new InvalidOperationException($"{Instelling} is het adres van clamd, zoals tcp://127.0.0.1:3310.");
        Versleuteling.Van(builder).Eis(Instelling, versleuteld: false, adres.IdnHost,
            "clamd kent geen TLS: laat hem op dezelfde machine draaien, of leg er een versleutelde tunnel naartoe.");
        return new(adres);
    }

    /// <summary>Whether the scanner finds nothing in a document.</summary>
    /// <exception cref="IOException">It gives no judgement.</exception>
    /// <exception cref="SocketException">It cannot be reached.</exception>
    public async Task<bool> IsSchoon(ReadOnlyMemory<byte> document, CancellationToken annulering)
    {
        using var verbinding = new TcpClient();
        await verbinding.ConnectAsync(adres.IdnHost, adres.Port, annulering);
        var stroom = verbinding.GetStream();
        await stroom.WriteAsync("zINSTREAM\0"u8.ToArray(), annulering);
        var lengte = new byte[sizeof(uint)];
        for (var rest = document; !rest.IsEmpty; rest = rest[Math.Min(Brok, rest.Length)..])
        {
            var brok = rest[..Math.Min(Brok, rest.Length)];
            BinaryPrimitives.WriteInt32BigEndian(lengte, brok.Length);
            await stroom.WriteAsync(lengte, annulering);
            await stroom.WriteAsync(brok, annulering);
        }
        await stroom.WriteAsync(new byte[sizeof(uint)], annulering);
        return await Antwoord(stroom, annulering) switch
        {
            "stream: OK" => true,
            ['s', 't', 'r', 'e', 'a', 'm', ':', ..] antwoord when antwoord.EndsWith(" FOUND", StringComparison.Ordinal) => false,
            // For instance its limit of the size. What it says may quote the document.
            _ => throw new IOException("De virusscanner geeft geen oordeel."),
        };
    }

    private static async Task<string> Antwoord(NetworkStream stroom, CancellationToken annulering)
    {
        var antwoord = new byte[GrootsteAntwoord];
        var aantal = await stroom.ReadAtLeastAsync(antwoord, antwoord.Length, throwOnEndOfStream: false, annulering);
        return Encoding.ASCII.GetString(antwoord, 0, aantal).TrimEnd('\0', '\n');
    }
}
