namespace WmoPlatform.Contracts;

/// <summary>
/// The only type in which personal data travel. Messaging encrypts the whole value wherever an event is written down:
/// in the outbox, on the broker, among the failed messages and in the journal. It never prints what it holds.
/// </summary>
/// <typeparam name="T">The kind of data, for instance <see cref="Persoonsgegevens"/>.</typeparam>
/// <param name="Waarde">The personal data, not sealed, in memory only.</param>
public sealed record Vertrouwelijk<T>(T Waarde) where T : class
{
    /// <summary>A fixed text, so that a log line or an exception can never contain the value.</summary>
    public override string ToString() => "[vertrouwelijk]";
}
