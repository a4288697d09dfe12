using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Origin;
using WmoPlatform.ServiceDefaults.Aanmelding;

namespace WmoPlatform.Messaging.Outbox;

/// <summary>
/// Adds the announcements of the aggregates to the outbox, in the same <c>SaveChanges</c>. Lets an aggregate's version cover its parts.
/// Writes on each changed aggregate and in each event who did it. Wakes the relay once the change is committed.
/// </summary>
internal sealed class StoreAnnouncements(
    EventJson json, Signatures signatures, Signal signal, JustCommitted justCommitted, Metering metering,
    IEnumerable<IOnAnnouncement> listeners)
    : SaveChangesInterceptor
{
    /// <summary>The actor of a change that no request, event or loop caused: the service itself, for instance while it starts.</summary>
    private readonly Actor _self = Actor.Zelf(metering.ServiceName);

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (ServiceDb)eventData.Context!;
        var entries = db.ChangeTracker.Entries().ToArray();
        foreach (var part in entries.Where(
            e => e is { Entity: not Aggregate, State: EntityState.Added or EntityState.Modified or EntityState.Deleted }))
        {
            MarkWhole(part, entries);
        }
        var actor = Uitvoerder.Nu ?? _self;
        foreach (var entry in entries)
        {
            if (entry.Entity is not Aggregate aggregate) continue;
            if (entry.State is EntityState.Added or EntityState.Modified)
                entry.Property(nameof(Aggregate.GewijzigdDoor)).CurrentValue = actor;
            foreach (var taken in aggregate.TakeAnnouncements())
            {
                var announcement = taken.Door is null ? taken with { Door = actor } : taken;
                var row = Envelope.Wrap(announcement, json, signatures);
                db.Add(row);
                db.Announced(row);
                foreach (var listener in listeners) await listener.Handle(db, aggregate, announcement, cancellationToken);
            }
        }
        return result;
    }

    /// <summary>
    /// A change of a part also writes the aggregate's row, so that its xmin moves. Otherwise two users could change different parts, or the
    /// same part, without noticing each other.
    /// </summary>
    private static void MarkWhole(EntityEntry part, EntityEntry[] entries)
    {
        foreach (var key in part.Metadata.GetForeignKeys().Where(s => s.PrincipalEntityType.ClrType.IsAssignableTo(typeof(Aggregate))))
        {
            var foreignKey = part.Property(key.Properties[0].Name);
            var id = part.State == EntityState.Added ? foreignKey.CurrentValue : foreignKey.OriginalValue;
            var whole = entries.SingleOrDefault(e => e.Entity is Aggregate a && id is Guid own && a.Id == own);
            if (whole is { State: EntityState.Unchanged }) whole.Property(nameof(Aggregate.Versie)).IsModified = true;
        }
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        throw new NotSupportedException("Gebruik SaveChangesAsync.");

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        var db = (ServiceDb)eventData.Context!;
        if (db.Database.CurrentTransaction is not null) return new(result);
        justCommitted.Add(db.Committed(transaction: null));
        signal.Wake();
        return new(result);
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        ((ServiceDb)eventData.Context!).ForgetAnnounced();
        return Task.CompletedTask;
    }

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        ((ServiceDb)eventData.Context!).ForgetAnnounced();
        return Task.CompletedTask;
    }
}
