using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;

namespace WmoPlatform.Messaging;

/// <summary>
/// The one base class of the house: an object with an identity, which guards its own state and announces its events. One
/// <c>SaveChanges</c> stores the state, and the events in the outbox.
/// </summary>
public abstract class Aggregate
{
    private readonly List<Gebeurtenis> _announced = [];

    /// <summary>Identity, a time-ordered UUID (version 7).</summary>
    public Guid Id { get; protected init; } = Guid.CreateVersion7();

    /// <summary>How many events this aggregate has announced, over all types.</summary>
    public int Versie { get; private set; }

    /// <summary>PostgreSQL's xmin: changes with every stored change; guards against lost updates and serves as ETag.</summary>
    public uint RowVersion { get; private set; }

    /// <summary>Who stored its last change; Messaging fills it in (<see cref="Outbox.StoreAnnouncements"/>).</summary>
    public Actor? GewijzigdDoor { get; private set; }

    /// <summary>The dossier it belongs to; empty for the register of providers.</summary>
    public string Dossiernummer { get; protected init; } = "";

    /// <summary>The machtiging under which somebody acts for the person in what this is about; null without one.</summary>
    protected virtual Guid? Machtigt => null;

    /// <summary>Where a sealed column of this aggregate stands.</summary>
    /// <param name="property">The name of its property.</param>
    protected Seat Seat(string property) => new(SeatKind.Row, $"{GetType().Name}.{property}", Id.ToString(), Dossiernummer);

    /// <summary>Announces what has just happened, as the next version of this aggregate.</summary>
    /// <param name="announcement">
    /// The event. This method fills in the properties of its base class, but keeps a dossier number that the event already has.
    /// </param>
    /// <param name="at">When it happened.</param>
    protected virtual void Announce(Gebeurtenis announcement, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        var dossiernummer = announcement.Dossiernummer.Length > 0 ? announcement.Dossiernummer : Dossiernummer;
        _announced.Add(announcement with
        {
            Dossiernummer = dossiernummer,
            AggregaatId = Id,
            Versie = ++Versie,
            Op = at.ToUniversalTime(),
            Door = Uitvoerder.Nu,
            MachtigingId = announcement.MachtigingId ?? Machtigt,
        });
    }

    /// <summary>Hands over the events announced since the last call.</summary>
    internal Gebeurtenis[] TakeAnnouncements()
    {
        Gebeurtenis[] taken = [.. _announced];
        _announced.Clear();
        return taken;
    }
}
