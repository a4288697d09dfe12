using WmoPlatform.IStandaarden;

namespace WmoPlatform.Ketenverkeer;

/// <summary>
/// Handles a chain message that arrives: the counterpart of <see cref="Messaging.IReaction{T}"/>. Receipt, effect and consequences are
/// stored in one transaction; the implementation never calls <c>SaveChanges</c>.
/// </summary>
/// <typeparam name="T">The kind of message.</typeparam>
public interface IBijKetenbericht<in T> : IBijKetenbericht where T : Ketenbericht
{
    /// <summary>Handles one message. A message that the standard answers with a retour gets a retour, not an exception.</summary>
    Task Verwerk(T bericht, CancellationToken annulering);

    /// <inheritdoc />
    Task IBijKetenbericht.Verwerk(Ketenbericht bericht, CancellationToken annulering) => Verwerk((T)bericht, annulering);
}

/// <summary>The same, for the intake, which knows the kind only when it arrives. Implement <see cref="IBijKetenbericht{T}"/>.</summary>
public interface IBijKetenbericht
{
    /// <summary>Handles one message of the kind that the implementation names.</summary>
    Task Verwerk(Ketenbericht bericht, CancellationToken annulering);
}
