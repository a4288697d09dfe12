namespace WmoPlatform.Ketenverkeer;

/// <summary>
/// What a service does when a person gives up waiting for the answer to one of its messages: the same as for a retour that says the message
/// was technically wrong, so that everything that may follow a rejection may follow this. Each service with a chain partner has one.
/// </summary>
public interface IBijOpgegeven
{
    /// <summary>Handles one message; storing is done around it, in one transaction.</summary>
    /// <param name="identificatie">Our number of the message.</param>
    /// <param name="annulering">Stops it.</param>
    Task Verwerk(string identificatie, CancellationToken annulering);
}
