using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

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
    private volatile bool _stil;

    /// <param name="host">The server's host.</param>
    /// <param name="poort">The server's port.</param>
    public Tussenstation(string host, int poort)
    {
        (_host, _poort) = (host, poort);
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
                _ = verbinding.Vervoer(_host, _poort, _stop.Token);
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

        public async Task Vervoer(string host, int poort, CancellationToken stop)
        {
            try
            {
                await _daar.ConnectAsync(host, poort, stop);
                await Task.WhenAll(Kant(hier, _daar), Kant(_daar, hier));
            }
            catch (Exception fout) when (fout is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
            {
                Dispose();
            }

            async Task Kant(TcpClient van, TcpClient naar)
            {
                var buffer = new byte[16_384];
                while (true)
                {
                    var aantal = await van.GetStream().ReadAsync(buffer, stop);
                    if (aantal == 0)
                    {
                        // The other side never hears of an end that comes after the loss.
                        if (!Verloren) Dispose();
                        return;
                    }
                    if (!Verloren) await naar.GetStream().WriteAsync(buffer.AsMemory(0, aantal), stop);
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
