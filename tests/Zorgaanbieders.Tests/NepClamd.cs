using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace WmoPlatform.Zorgaanbieders.Tests;

/// <summary>
/// Stands for clamd: it finds a virus in a document with the word VIRUS. It reads the protocol by its manual, not by the platform's code.
/// </summary>
public sealed class NepClamd : IDisposable
{
    private readonly TcpListener _server = new(IPAddress.Loopback, 0);

    public NepClamd()
    {
        _server.Start();
        _ = NeemAan();
    }

    public string Adres => $"tcp://{_server.LocalEndpoint}";

    /// <summary>What it answers from now on, whatever the document; null for a judgement.</summary>
    public string? Antwoord { get; set; }

    private async Task NeemAan()
    {
        try
        {
            while (true) _ = Keur(await _server.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task Keur(TcpClient client)
    {
        using (client)
        {
            var stroom = client.GetStream();
            var opdracht = new byte["zINSTREAM\0".Length];
            await stroom.ReadExactlyAsync(opdracht);
            opdracht.ShouldBe("zINSTREAM\0"u8.ToArray());
            using var document = new MemoryStream();
            var lengte = new byte[4];
            while (true)
            {
                await stroom.ReadExactlyAsync(lengte);
                var brok = new byte[BinaryPrimitives.ReadUInt32BigEndian(lengte)];
                if (brok.Length == 0) break;
                await stroom.ReadExactlyAsync(brok);
                document.Write(brok);
            }
            var besmet = document.ToArray().AsSpan().IndexOf("VIRUS"u8) >= 0;
            var antwoord = Antwoord ?? (besmet ? "stream: Eicar-Test-Signature FOUND" : "stream: OK");
            await stroom.WriteAsync(System.Text.Encoding.ASCII.GetBytes(antwoord + "\0"));
        }
    }

    public void Dispose() => _server.Dispose();
}
