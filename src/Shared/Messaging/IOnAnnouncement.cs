using WmoPlatform.Contracts;

namespace WmoPlatform.Messaging;

/// <summary>
/// Hears what this service's own aggregates announce, in the <c>SaveChanges</c> that stores it: what is added to the database here is stored
/// together with the change, or not at all. Registered as a singleton; it never calls <c>SaveChanges</c>.
/// </summary>
public interface IOnAnnouncement
{
    /// <summary>Hears one announcement, before it is stored.</summary>
    /// <param name="db">The unit of work that stores it.</param>
    /// <param name="van">Who announces, in its new state.</param>
    /// <param name="gebeurtenis">What happened.</param>
    /// <param name="annulering">Stops it.</param>
    Task Handle(ServiceDb db, Aggregate van, Gebeurtenis gebeurtenis, CancellationToken annulering);
}
