using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using WmoPlatform.Messaging.Origin;

namespace WmoPlatform.Messaging.Outbox;

/// <summary>
/// Adds the announcements of the aggregates to the outbox, in the same <c>SaveChanges</c>. Lets an aggregate's version cover its parts.
/// Wakes the relay once the change is committed.
/// </summary>
internal sealed class StoreAnnouncements(
    EventJson json, Signatures signatures, Signal signal, IEnumerable<IOnAnnouncement> listeners) : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = eventData.Context!;
        var entries = db.ChangeTracker.Entries().ToArray();
        foreach (var part in entries.Where(
            e => e is { Entity: not Aggregate, State: EntityState.Added or EntityState.Modified or EntityState.Deleted }))
        {
            MarkWhole(part, entries);
        }
        foreach (var aggregate in entries.Select(e => e.Entity).OfType<Aggregate>())
            foreach (var announcement in aggregate.TakeAnnouncements())
            {
                db.Add(Envelope.Wrap(announcement, json, signatures));
                foreach (var listener in listeners) await listener.Handle((ServiceDb)db, aggregate, announcement, cancellationToken);
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
        if (eventData.Context!.Database.CurrentTransaction is not null) return new(result);
        signal.Wake();
        ((ServiceDb)eventData.Context).Committed();
        return new(result);
    }
}
