namespace WmoPlatform.Messaging.Idempotency;

/// <summary>
/// A request with an Idempotency-Key that has had its effect, with its answer. One transaction stores this row and the effect.
/// </summary>
public sealed class AnsweredRequest
{
    /// <summary>The key the client chose, at most 100 characters.</summary>
    public string Key { get; init; } = "";

    /// <summary>The client (the token's <c>sub</c>): two clients may choose the same key.</summary>
    public string Requester { get; init; } = "";

    /// <summary>A keyed hash of method, path and body (<see cref="Fingerprints"/>): the same key with another request is refused.</summary>
    public byte[] Fingerprint { get; init; } = [];

    /// <summary>HTTP status of the answer.</summary>
    public int Status { get; set; }

    /// <summary>The answer, sealed: it may hold personal data. Null without one.</summary>
    public Sealed? Answer { get; set; }

    /// <summary>Where its answer stands. The key and the client have no U+0000: the database refuses it.</summary>
    internal Seat Seat => SeatOf(Key, Requester);

    internal static Seat SeatOf(string key, string requester) =>
        new(SeatKind.Answer, $"{nameof(AnsweredRequest)}.{nameof(Answer)}", $"{key}\0{requester}", "");

    /// <summary>Location header of the answer.</summary>
    public string? Location { get; set; }

    /// <summary>ETag of the answer.</summary>
    public string? Etag { get; set; }

    /// <summary>When the request was processed (UTC, the database's clock); rows older than the retention are removed.</summary>
    public DateTimeOffset ProcessedAt { get; init; }
}
