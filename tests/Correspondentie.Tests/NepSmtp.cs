using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace WmoPlatform.Correspondentie.Tests;

/// <summary>A minimal mail server that accepts every message, or refuses every recipient.</summary>
internal sealed class NepSmtp : IAsyncDisposable
{
    private readonly TcpListener _luisteraar;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _werk;

    private NepSmtp(int poort)
    {
        _luisteraar = new TcpListener(IPAddress.Loopback, poort);
        _luisteraar.Start();
        _werk = Luister();
    }

    /// <summary>The reply to a recipient, for instance <c>550 onbekend</c>.</summary>
    public string BijOntvanger { get; set; } = "250 ok";

    /// <summary>The recipients that do not exist, however it replies to the others.</summary>
    public string? Onbekend { get; set; }

    /// <summary>Whether it breaks the connection when it has taken an e-mail, instead of saying so.</summary>
    public bool Zwijgt { get; set; }

    public ConcurrentQueue<string> Ontvangen { get; } = [];

    public static NepSmtp Start(int poort) => new(poort);

    private async Task Luister()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                _ = Praat(await _luisteraar.AcceptTcpClientAsync(_stop.Token));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException)
            {
                return;
            }
        }
    }

    private async Task Praat(TcpClient verbinding)
    {
        using var _ = verbinding;
        using var lezer = new StreamReader(verbinding.GetStream(), Encoding.UTF8);
        await using var schrijver = new StreamWriter(verbinding.GetStream(), new UTF8Encoding(false))
        {
            NewLine = "\r\n",
            AutoFlush = true
        };
        await schrijver.WriteLineAsync("220 nep");
        while (await lezer.ReadLineAsync(_stop.Token) is { } regel)
        {
            if (regel.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase))
                await schrijver.WriteLineAsync(
                    Onbekend is { } wie && regel.Contains(wie, StringComparison.Ordinal) ? "550 5.1.1 onbekend" : BijOntvanger);
            else if (regel.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
            {
                var antwoord = await Neem(lezer, schrijver);
                if (Zwijgt) return;
                await schrijver.WriteLineAsync(antwoord);
            }
            else if (regel.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase)) break;
            else await schrijver.WriteLineAsync("250 ok");
        }
    }

    private async Task<string> Neem(StreamReader lezer, StreamWriter schrijver)
    {
        await schrijver.WriteLineAsync("354 ga door");
        var bericht = new StringBuilder();
        while (await lezer.ReadLineAsync(_stop.Token) is { } regel && regel != ".") bericht.AppendLine(regel);
        Ontvangen.Enqueue(bericht.ToString());
        return "250 ok";
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _luisteraar.Stop();
        await _werk;
        _stop.Dispose();
    }
}
