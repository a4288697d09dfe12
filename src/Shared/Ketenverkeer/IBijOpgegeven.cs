namespace WmoPlatform.Ketenverkeer;

/// <summary>
/// Handles an outgoing message whose answer a user no longer waits for. It counts as a retour that says it was technically wrong, so that
/// everything that may follow a rejection may follow this. Each service with a chain partner has one implementation.
/// </summary>
public interface IBijOpgegeven
{
    /// <summary>Handles one message. The caller stores everything in one transaction.</summary>
    /// <param name="identificatie">The platform's number of the message.</param>
    /// <param name="annulering">Stops it.</param>
    Task Verwerk(string identificatie, CancellationToken annulering);
}
