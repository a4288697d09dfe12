namespace WmoPlatform.Ketenverkeer;

/// <summary>
/// Writes an outgoing message anew with the present data and a new identification, at a user's request after the cause was mended. Each
/// service with a chain partner has one implementation.
/// </summary>
public interface IBijCorrectie
{
    /// <summary>Writes the message anew. The caller stores everything in one transaction.</summary>
    /// <param name="identificatie">The platform's number of the message to replace.</param>
    /// <param name="annulering">Stops it.</param>
    Task Verwerk(string identificatie, CancellationToken annulering);
}
