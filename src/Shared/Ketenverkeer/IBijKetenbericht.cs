using WmoPlatform.IStandaarden;

namespace WmoPlatform.Ketenverkeer;

/// <summary>
/// Handles a chain message that arrives, as <see cref="Messaging.IReaction{T}"/> does for an event. The caller stores receipt, effect and
/// consequences in one transaction; the implementation never calls <c>SaveChanges</c>.
/// </summary>
/// <typeparam name="T">The kind of message.</typeparam>
public interface IBijKetenbericht<in T> : IBijKetenbericht where T : Ketenbericht
{
    /// <summary>
    /// Handles one message. When the standard prescribes a retour, the implementation sends a retour instead of throwing.
    /// </summary>
    Task Verwerk(T bericht, CancellationToken annulering);

    /// <inheritdoc />
    Task IBijKetenbericht.Verwerk(Ketenbericht bericht, CancellationToken annulering) => Verwerk((T)bericht, annulering);
}

/// <summary>
/// The same without the type, for <see cref="Postontvangst"/>, which learns the kind on arrival. Implement <see
/// cref="IBijKetenbericht{T}"/>.
/// </summary>
public interface IBijKetenbericht
{
    /// <summary>Handles one message of the kind that the implementation names.</summary>
    Task Verwerk(Ketenbericht bericht, CancellationToken annulering);
}
