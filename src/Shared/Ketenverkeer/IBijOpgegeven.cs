namespace WmoPlatform.Ketenverkeer;

/// <summary>
/// Handles a message of ours whose answer a person no longer waits for: like a retour that says it was technically wrong, so that
/// everything that may follow a rejection may follow this. Each service with a chain partner has one.
/// </summary>
public interface IBijOpgegeven
{
    /// <summary>Handles one message; storing is done around it, in one transaction.</summary>
    /// <param name="identificatie">Our number of the message.</param>
    /// <param name="annulering">Stops it.</param>
    Task Verwerk(string identificatie, CancellationToken annulering);
}
