using WmoPlatform.Contracts;

namespace WmoPlatform.Messaging;

/// <summary>
/// Handles the announcements of this service's own aggregates, within the <c>SaveChanges</c> that stores them. A row that it adds is stored
/// together with the change, or not at all. Registered as a singleton; it never calls <c>SaveChanges</c>.
/// </summary>
public interface IOnAnnouncement
{
    /// <summary>Handles one announcement, before it is stored.</summary>
    /// <param name="db">The unit of work that stores it.</param>
    /// <param name="van">The aggregate that announces, in its new state.</param>
    /// <param name="gebeurtenis">The event.</param>
    /// <param name="annulering">Cancels the work.</param>
    Task Handle(ServiceDb db, Aggregate van, Gebeurtenis gebeurtenis, CancellationToken annulering);
}
