namespace WmoPlatform.Ketenverkeer;

/// <summary>
/// What a service does when a person has a message of ours written anew, after its cause was mended: the same news with the data of now, under a
/// new identification. Each service with a chain partner has one.
/// </summary>
public interface IBijCorrectie
{
    /// <summary>Writes it anew; storing is done around it, in one transaction.</summary>
    /// <param name="soort">Kind, for instance <c>WMO301</c>.</param>
    /// <param name="identificatie">Our number of the message that it replaces.</param>
    /// <param name="annulering">Stops it.</param>
    Task Verwerk(string soort, string identificatie, CancellationToken annulering);
}
