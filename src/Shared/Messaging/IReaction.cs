using WmoPlatform.Contracts;

namespace WmoPlatform.Messaging;

/// <summary>
/// What a service does when an event arrives. It changes aggregates through the service's DbContext and returns; storing, announcing,
/// de-duplicating and retrying are done around it, in one transaction. It never calls <c>SaveChanges</c> or another service.
/// </summary>
/// <typeparam name="T">The event.</typeparam>
public interface IReaction<in T> where T : Gebeurtenis
{
    /// <summary>Handles one event.</summary>
    /// <exception cref="EarlierFactMissing">An earlier fact has not arrived yet; the event comes back a little later.</exception>
    Task Handle(T gebeurtenis, CancellationToken annulering);
}

/// <summary>An event that must come first has not arrived yet. The event that needs it is redelivered later; nothing is guessed.</summary>
/// <param name="missing">What is missing, without personal data, for instance <c>onderzoek</c>.</param>
public sealed class EarlierFactMissing(string missing) : Exception($"Nog niet ontvangen: {missing}.");
