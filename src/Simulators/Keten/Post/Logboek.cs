using System.Text.Json;

namespace WmoPlatform.Keten.Post;

/// <summary>A message that a partner received.</summary>
/// <param name="Partner">The partner that received the message.</param>
/// <param name="Soort">The kind of message.</param>
/// <param name="Afzender">The gemeente that sent the message.</param>
/// <param name="Identificatie">Identification of the message itself.</param>
/// <param name="Sleutel">The subject of the message, from <see cref="IPartner.Sleutel"/>.</param>
/// <param name="Codes">The codes that reject the message; of an answer, the codes that reject the partner's own message.</param>
/// <param name="Regels">Level 2: the rules that the message breaks by itself.</param>
/// <param name="Op">The moment of receipt.</param>
/// <param name="Xml">The message, character for character.</param>
/// <param name="Envelop">The envelope around the message, character for character; null without an envelope.</param>
internal sealed record Ontvangen(
    string Partner, string Soort, string Afzender, string Identificatie, string Sleutel, IReadOnlyList<string> Codes,
    IReadOnlyList<string> Regels, DateTimeOffset Op, string Xml, string? Envelop);

/// <summary>A message that a partner sends.</summary>
/// <param name="Partner">The partner that sends the message.</param>
/// <param name="Soort">The kind of message.</param>
/// <param name="Identificatie">Identification of the message itself.</param>
/// <param name="Antwoordt">Identification of the message it answers; null for a message of the partner's own accord.</param>
/// <param name="Spoor">Messages on one track keep their order.</param>
/// <param name="Pad">The path at which the platform receives the message.</param>
/// <param name="Keren">How often the message is sent: twice with <see cref="Modus.Dubbel"/>.</param>
/// <param name="NietVoor">The earliest moment of sending.</param>
/// <param name="Xml">The message, character for character.</param>
/// <param name="Envelop">The envelope around the message, character for character; null without an envelope.</param>
internal sealed record Uitgaand(
    string Partner, string Soort, string Identificatie, string? Antwoordt, string Spoor, string Pad, int Keren,
    DateTimeOffset NietVoor, string Xml, string? Envelop = null);

/// <summary>One line of the logbook: everything that happened in one step. A step is written as a whole or not at all.</summary>
internal sealed record Regel
{
    public Ontvangen? Ontvangen { get; init; }
    public IReadOnlyList<Uitgaand>? Uitgaand { get; init; }
    /// <summary>Partner, kind, sender and identification of a message that came in again.</summary>
    public string? Nogmaals { get; init; }
    /// <summary>Identification of a message that the platform took.</summary>
    public string? Bezorgd { get; init; }
    /// <summary>Identification of a message that the platform refused for good.</summary>
    public string? Geweigerd { get; init; }
}

/// <summary>
/// Everything that the partners received and sent, as lines of JSON in the folder <c>Keten:Map</c>, so that it outlives a killed process.
/// Without that setting nothing is written. The lines hold whole messages: they are about test persons only, and the simulator never runs
/// in Production.
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

    /// <summary>
    /// Reads the lines written so far. A last line that was cut off counts as not written, because its sender got no answer either.
    /// </summary>
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
