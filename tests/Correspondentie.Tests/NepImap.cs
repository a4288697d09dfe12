using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace WmoPlatform.Correspondentie.Tests;

/// <summary>A minimal mailbox (IMAP4rev1): one folder, one user.</summary>
internal sealed class NepImap : IAsyncDisposable
{
    private readonly TcpListener _luisteraar;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _werk;
    private readonly ConcurrentDictionary<int, (string Inhoud, string Vlaggen)> _berichten = [];
    private int _laatste;

    private NepImap(int poort)
    {
        _luisteraar = new TcpListener(IPAddress.Loopback, poort);
        _luisteraar.Start();
        _werk = Luister();
    }

    public static NepImap Start(int poort) => new(poort);

    /// <summary>The flags of each message that is still there.</summary>
    public string[] Vlaggen => [.. _berichten.OrderBy(b => b.Key).Select(b => b.Value.Vlaggen)];

    /// <summary>Whether a client may make keywords of its own.</summary>
    public bool KentWoorden { get; set; } = true;

    /// <summary>A message that the server cannot give.</summary>
    public const string Kapot = "kapot";

    public void Leg(string inhoud, string vlaggen = "") =>
        _berichten[Interlocked.Increment(ref _laatste)] = (inhoud.ReplaceLineEndings("\r\n"), vlaggen);

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
        using var lezer = new StreamReader(verbinding.GetStream(), Encoding.Latin1);
        await using var schrijver = new StreamWriter(verbinding.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await schrijver.WriteLineAsync("* OK [CAPABILITY IMAP4rev1] nep");
        while (await lezer.ReadLineAsync(_stop.Token) is { } regel)
        {
            var delen = regel.Split(' ', 3);
            if (regel.Contains("BODY", StringComparison.Ordinal) && _berichten[Uid(delen[2])].Inhoud == Kapot)
            {
                await schrijver.WriteLineAsync($"{delen[0]} NO kan niet");
                continue;
            }
            foreach (var antwoord in Antwoord(delen[1].ToUpperInvariant(), delen.ElementAtOrDefault(2) ?? ""))
                await schrijver.WriteLineAsync(antwoord);
            var recht = delen[1].Equals("SELECT", StringComparison.OrdinalIgnoreCase) ? "[READ-WRITE] " : "";
            await schrijver.WriteLineAsync($"{delen[0]} OK {recht}klaar");
            if (delen[1].Equals("LOGOUT", StringComparison.OrdinalIgnoreCase)) return;
        }
    }

    private string[] Antwoord(string opdracht, string rest)
    {
        switch (opdracht)
        {
            case "CAPABILITY": return ["* CAPABILITY IMAP4rev1"];
            case "LIST": return ["* LIST (\\HasNoChildren) \"/\" INBOX"];
            case "SELECT":
                return ["* FLAGS (\\Seen \\Deleted)", $"* {_berichten.Count} EXISTS", "* 0 RECENT", "* OK [UIDVALIDITY 1] geldig",
                    $"* OK [PERMANENTFLAGS (\\Seen \\Deleted{(KentWoorden ? " \\*" : "")})] mag"];
            case "UID" when rest.StartsWith("SEARCH", StringComparison.OrdinalIgnoreCase):
                var zonder = rest.Contains("WmoGezien", StringComparison.Ordinal) ? "WmoGezien" : "Seen";
                var gevonden = _berichten.Where(b => !b.Value.Vlaggen.Contains(zonder, StringComparison.Ordinal));
                return [$"* SEARCH {string.Join(' ', gevonden.Select(b => b.Key).Order())}"];
            case "UID" when rest.StartsWith("FETCH", StringComparison.OrdinalIgnoreCase):
                var inhoud = _berichten[Uid(rest)].Inhoud;
                if (!rest.Contains("BODY", StringComparison.Ordinal))
                    return [$"* {Uid(rest)} FETCH (UID {Uid(rest)} RFC822.SIZE {inhoud.Length})"];
                return [$"* {Uid(rest)} FETCH (UID {Uid(rest)} BODY[] {{{inhoud.Length}}}\r\n{inhoud})"];
            case "UID" when rest.StartsWith("STORE", StringComparison.OrdinalIgnoreCase):
                _berichten[Uid(rest)] = (_berichten[Uid(rest)].Inhoud, rest[rest.IndexOf('(', StringComparison.Ordinal)..]);
                return [];
            case "CLOSE":
                foreach (var (uid, bericht) in _berichten)
                    if (bericht.Vlaggen.Contains("Deleted", StringComparison.Ordinal)) _berichten.TryRemove(uid, out _);
                return [];
            default: return [];
        }
    }

    private static int Uid(string rest) => int.Parse(rest.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _luisteraar.Stop();
        await _werk;
        _stop.Dispose();
    }
}
