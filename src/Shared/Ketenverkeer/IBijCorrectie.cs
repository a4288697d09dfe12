namespace WmoPlatform.Ketenverkeer;

/// <summary>
/// Writes a message of ours anew, at a person's request after the cause was mended: with the data of now, under a new identification. Each
/// service with a chain partner has one.
/// </summary>
public interface IBijCorrectie
{
    /// <summary>Writes it anew; storing is done around it, in one transaction.</summary>
    /// <param name="identificatie">Our number of the message that it replaces.</param>
    /// <param name="annulering">Stops it.</param>
    Task Verwerk(string identificatie, CancellationToken annulering);
}
