using WmoPlatform.IStandaarden;

namespace WmoPlatform.Ketenverkeer;

/// <summary>
/// What a service does when a chain message arrives: the counterpart of <see cref="Messaging.IReaction{T}"/>. Receipt, effect and what
/// follows are stored in one transaction; it never calls <c>SaveChanges</c>.
/// </summary>
/// <typeparam name="T">The kind of message.</typeparam>
public interface IBijKetenbericht<in T> : IBijKetenbericht where T : Ketenbericht
{
    /// <summary>Handles one message. What the standard answers with a retour is answered with a retour, not with an exception.</summary>
    Task Verwerk(T bericht, CancellationToken annulering);

    /// <inheritdoc />
    Task IBijKetenbericht.Verwerk(Ketenbericht bericht, CancellationToken annulering) => Verwerk((T)bericht, annulering);
}

/// <summary>The same, for whoever does not know the kind until it arrives. Implement <see cref="IBijKetenbericht{T}"/>.</summary>
public interface IBijKetenbericht
{
    /// <summary>Handles one message of the kind that the implementation names.</summary>
    Task Verwerk(Ketenbericht bericht, CancellationToken annulering);
}
