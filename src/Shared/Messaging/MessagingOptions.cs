namespace WmoPlatform.Messaging;

/// <summary>Settings of Messaging (section <c>Messaging</c>). The defaults serve a municipality; tests shorten them.</summary>
public sealed class MessagingOptions
{
    private static readonly TimeSpan[] DefaultRedelivery =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20),
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15),
    ];

    /// <summary>
    /// The root key that seals personal data: 32 bytes in base64, the same for all services of an installation. Required.
    /// </summary>
    public string Sleutel { get; set; } = "";

    /// <summary>The id of <see cref="Sleutel"/>, which every sealed text names.</summary>
    public string SleutelId { get; set; } = "1";

    /// <summary>
    /// Root keys that only open what was sealed with them, as <c>id:key</c> with commas between them: a former key, or the next one
    /// (docs/operations.md).
    /// </summary>
    public string OudeSleutels { get; set; } = "";

    /// <summary>The keys that prove from which service an event comes. Required.</summary>
    public Handtekeningopties Handtekening { get; } = new();

    /// <summary>How long to wait before each redelivery of a message that failed; after the last one it is set aside.</summary>
    public IList<TimeSpan> Herbezorging { get; } = [];

    /// <summary>How often the relay reads the outbox when no signal wakes it.</summary>
    public TimeSpan Peiling { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Rows the relay takes at a time; twice as many are under way. With many more the broker gets slower.</summary>
    public int Bundel { get; set; } = 100;

    /// <summary>Transactions with messages that one instance has at the same time at most; short ones are fewer.</summary>
    public int Gelijktijdig { get; set; } = 16;

    /// <summary>
    /// Messages that one instance has in hand. A dossier with more messages than this in a row keeps others waiting until enough of them
    /// are done.
    /// </summary>
    public int Venster { get; set; } = 256;

    /// <summary>
    /// How long a message may wait here before it is offered to its queue again. Keep it well below the broker's <c>consumer_timeout</c>.
    /// </summary>
    public TimeSpan Vernieuwing { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long the inbox recognises a message that comes back.</summary>
    public TimeSpan Bewaartermijn { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// How long a published event is kept, to feed a service whose database was restored. Not shorter than back-ups go back, and not longer
    /// than <see cref="Bewaartermijn"/>.
    /// </summary>
    public TimeSpan BewaartermijnGebeurtenissen { get; set; } = TimeSpan.FromDays(14);

    /// <summary>How long an Idempotency-Key is remembered; at least 7 days.</summary>
    public TimeSpan BewaartermijnVerzoeken { get; set; } = TimeSpan.FromDays(8);

    /// <summary>Whether this instance's relay delivers; the benchmark of writes alone switches it off.</summary>
    public bool RelayAan { get; set; } = true;

    /// <summary>Whether this instance consumes.</summary>
    public bool OntvangstAan { get; set; } = true;

    internal IReadOnlyList<TimeSpan> RedeliveryOrDefault => Herbezorging.Count > 0 ? [.. Herbezorging] : DefaultRedelivery;
}

/// <summary>The keys that prove from which service an event comes.</summary>
public sealed class Handtekeningopties
{
    /// <summary>This service's own private key (P-256, PKCS #8) in base64.</summary>
    public string Sleutel { get; set; } = "";

    /// <summary>
    /// The public keys (SubjectPublicKeyInfo) of each service in base64, by its name, with commas between them: the present one, and during
    /// a change of keys the next or the former one too.
    /// </summary>
    public IDictionary<string, string> Openbaar { get; } = new Dictionary<string, string>();
}
