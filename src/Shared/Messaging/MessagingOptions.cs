namespace WmoPlatform.Messaging;

/// <summary>Settings of Messaging (section <c>Messaging</c>). The defaults serve a municipality; tests shorten them.</summary>
public sealed class MessagingOptions
{
    private static readonly TimeSpan[] DefaultRedelivery =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20),
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15),
    ];

    /// <summary>32 bytes in base64 that seal personal data; the same for all services of an installation. Required.</summary>
    public string Sleutel { get; set; } = "";

    /// <summary>How long to wait before each redelivery of a message that failed; after the last one it is set aside.</summary>
    public IList<TimeSpan> Herbezorging { get; } = [];

    /// <summary>How often the relay reads the outbox when no signal wakes it.</summary>
    public TimeSpan Peiling { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Rows the relay takes at a time.</summary>
    public int Bundel { get; set; } = 200;

    /// <summary>Messages that one instance handles at the same time.</summary>
    public int Gelijktijdig { get; set; } = 16;

    /// <summary>How long the inbox recognises a message that comes back.</summary>
    public TimeSpan Bewaartermijn { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long an Idempotency-Key is remembered; at least 7 days.</summary>
    public TimeSpan BewaartermijnVerzoeken { get; set; } = TimeSpan.FromDays(8);

    /// <summary>How often the broker may bring one message back unhandled before it goes to the parking queue.</summary>
    public int Bezorglimiet { get; set; } = 1000;

    /// <summary>Whether this instance's relay delivers; the benchmark of writes alone switches it off.</summary>
    public bool RelayAan { get; set; } = true;

    /// <summary>Whether this instance consumes.</summary>
    public bool OntvangstAan { get; set; } = true;

    internal IReadOnlyList<TimeSpan> RedeliveryOrDefault => Herbezorging.Count > 0 ? [.. Herbezorging] : DefaultRedelivery;
}
