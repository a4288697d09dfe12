using WmoPlatform.Contracts;

namespace WmoPlatform.Messaging;

/// <summary>
/// Handles an event that arrives at a service. A reaction changes aggregates through the service's DbContext and returns. It never calls
/// <c>SaveChanges</c> or another service. The receiver around it stores and announces in one transaction; it also recognises duplicates
/// and retries.
/// </summary>
/// <typeparam name="T">The event.</typeparam>
public interface IReaction<in T> where T : Gebeurtenis
{
    /// <summary>Handles one event.</summary>
    /// <exception cref="EarlierFactMissing">An earlier fact has not arrived yet; the event comes back a little later.</exception>
    Task Handle(T gebeurtenis, CancellationToken annulering);
}

/// <summary>An event that must come first has not arrived yet. The event that needs it is redelivered later; nothing is guessed.</summary>
/// <param name="missing">The aggregate whose event is missing, without personal data, for instance <c>melding</c>.</param>
/// <param name="version">The version of that aggregate at which it is announced.</param>
public sealed class EarlierFactMissing(string missing, int version) : Exception($"Nog niet ontvangen: {missing} (versie {version}).");
