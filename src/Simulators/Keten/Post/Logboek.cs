using System.Text.Json;

namespace WmoPlatform.Keten.Post;

/// <summary>A message that a partner received.</summary>
/// <param name="Partner">Who received it.</param>
/// <param name="Soort">Which message.</param>
/// <param name="Afzender">The gemeente that sent it.</param>
/// <param name="Identificatie">Its own identification.</param>
/// <param name="Sleutel">What it is about.</param>
/// <param name="Codes">Why it was rejected; of an answer, why the partner's own message was.</param>
/// <param name="Regels">Level 2: the rules that it broke by itself.</param>
/// <param name="Op">When it came in.</param>
/// <param name="Xml">The message, character for character.</param>
/// <param name="Envelop">The envelope that it came in, likewise; null when it came without.</param>
internal sealed record Ontvangen(
    string Partner, string Soort, string Afzender, string Identificatie, string Sleutel, IReadOnlyList<string> Codes, IReadOnlyList<string> Regels, DateTimeOffset Op, string Xml, string? Envelop);

/// <summary>A message that a partner sends.</summary>
/// <param name="Partner">Who sends it.</param>
/// <param name="Soort">Which message.</param>
/// <param name="Identificatie">Its own identification.</param>
/// <param name="Antwoordt">Identification of the message it answers; null for a message of the partner's own accord.</param>
/// <param name="Spoor">Messages on one track keep their order.</param>
/// <param name="Pad">Where the platform takes it.</param>
/// <param name="Keren">How often it is sent: twice when told to.</param>
/// <param name="NietVoor">When it leaves at the earliest.</param>
/// <param name="Xml">The message, character for character.</param>
/// <param name="Envelop">The envelope that it travels in, likewise; null when it goes without.</param>
internal sealed record Uitgaand(
    string Partner, string Soort, string Identificatie, string? Antwoordt, string Spoor, string Pad, int Keren, DateTimeOffset NietVoor, string Xml, string? Envelop = null);

/// <summary>One line: what happened in one step, so that it is there as a whole or not at all.</summary>
internal sealed record Regel
{
    public Ontvangen? Ontvangen { get; init; }
    public IReadOnlyList<Uitgaand>? Uitgaand { get; init; }
    /// <summary>A message came in once more: partner, kind, sender and identification.</summary>
    public string? Nogmaals { get; init; }
    /// <summary>The platform took this one.</summary>
    public string? Bezorgd { get; init; }
    /// <summary>The platform will never take this one.</summary>
    public string? Geweigerd { get; init; }
}

/// <summary>
/// What the partners know, as lines of JSON in the folder <c>Keten:Map</c>, so that it outlives a killed process; only in memory when
/// no folder is set. It holds the messages themselves: test persons only, and the simulator never runs in Production.
/// </summary>
internal sealed class Logboek : IDisposable
{
    private readonly string? _bestand;
    private readonly Lock _slot = new();
    private FileStream? _stroom;

    public Logboek(IConfiguration configuratie)
    {
        if (configuratie["Keten:Map"] is not { Length: > 0 } map) return;
        Directory.CreateDirectory(map);
        _bestand = Path.Combine(map, "keten.jsonl");
    }

    /// <summary>Everything written so far. A last line that a kill cut off counts as not written: its sender got no answer either.</summary>
    public IReadOnlyList<Regel> Lees()
    {
        if (_bestand is null) return [];
        var regels = new List<Regel>();
        long heel = 0;
        if (File.Exists(_bestand))
        {
            var bytes = File.ReadAllBytes(_bestand);
            for (int einde; (einde = Array.IndexOf(bytes, (byte)'\n', (int)heel)) >= 0; heel = einde + 1)
                regels.Add(JsonSerializer.Deserialize<Regel>(bytes.AsSpan((int)heel..einde))!);
        }
        _stroom = new FileStream(_bestand, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0);
        _stroom.SetLength(heel);
        _stroom.Seek(0, SeekOrigin.End);
        return regels;
    }

    public void Schrijf(Regel regel)
    {
        lock (_slot) _stroom?.Write([.. JsonSerializer.SerializeToUtf8Bytes(regel), (byte)'\n']);
    }

    public void Dispose() => _stroom?.Dispose();
}
