using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace WmoPlatform.Testhuis;

/// <summary>
/// A network between a process and a server, which a test can interrupt: connections stay open and nothing arrives any more, in neither
/// direction, as when a cable is pulled. A connection that lost something stays lost.
/// </summary>
public sealed class Tussenstation : IAsyncDisposable
{
    private readonly TcpListener _luisteraar = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<Verbinding> _verbindingen = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly string _host;
    private readonly int _poort;
    private readonly X509Certificate2? _certificaat;
    private volatile bool _stil;

    /// <param name="host">The server's host.</param>
    /// <param name="poort">The server's port.</param>
    /// <param name="certificaat">With this, the process must speak TLS; the server hears what it says in the clear.</param>
    public Tussenstation(string host, int poort, X509Certificate2? certificaat = null)
    {
        (_host, _poort, _certificaat) = (host, poort, certificaat);
        _luisteraar.Start();
        Poort = ((IPEndPoint)_luisteraar.LocalEndpoint).Port;
        _ = NeemAan();
    }

    /// <summary>Where the process connects to, on loopback.</summary>
    public int Poort { get; }

    /// <summary>How many connections the process has made.</summary>
    public int Verbindingen => _verbindingen.Count;

    /// <summary>From now on nothing passes.</summary>
    public void Verbreek()
    {
        _stil = true;
        foreach (var verbinding in _verbindingen) verbinding.Verloren = true;
    }

    /// <summary>New connections pass again.</summary>
    public void Herstel() => _stil = false;

    /// <summary>Closes all connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _luisteraar.Stop();
        foreach (var verbinding in _verbindingen) verbinding.Dispose();
        _stop.Dispose();
    }

    private async Task NeemAan()
    {
        try
        {
            while (true)
            {
                var verbinding = new Verbinding(await _luisteraar.AcceptTcpClientAsync(_stop.Token)) { Verloren = _stil };
                _verbindingen.Add(verbinding);
                _ = verbinding.Vervoer(_host, _poort, _certificaat, _stop.Token);
            }
        }
        catch (Exception fout) when (fout is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test ended.
        }
    }

    private sealed class Verbinding(TcpClient hier) : IDisposable
    {
        private readonly TcpClient _daar = new();

        public volatile bool Verloren;

        public async Task Vervoer(string host, int poort, X509Certificate2? certificaat, CancellationToken stop)
        {
            try
            {
                await _daar.ConnectAsync(host, poort, stop);
                Stream proces = hier.GetStream();
                if (certificaat is not null)
                {
                    var tls = new SslStream(proces);
                    await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificaat }, stop);
                    proces = tls;
                }
                await Task.WhenAll(Kant(proces, _daar.GetStream()), Kant(_daar.GetStream(), proces));
            }
            catch (Exception fout) when (
                fout is IOException or AuthenticationException or SocketException or ObjectDisposedException or OperationCanceledException)
            {
                Dispose();
            }

            async Task Kant(Stream van, Stream naar)
            {
                var buffer = new byte[16_384];
                while (true)
                {
                    var aantal = await van.ReadAsync(buffer, stop);
                    if (aantal == 0)
                    {
                        // The other side never hears of an end that comes after the loss.
                        if (!Verloren) Dispose();
                        return;
                    }
                    if (!Verloren) await naar.WriteAsync(buffer.AsMemory(0, aantal), stop);
                }
            }
        }

        public void Dispose()
        {
            hier.Dispose();
            _daar.Dispose();
        }
    }
}
