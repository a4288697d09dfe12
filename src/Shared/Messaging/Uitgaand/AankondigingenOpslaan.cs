using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace WmoPlatform.Messaging.Uitgaand;

/// <summary>
/// Adds what the aggregates announced to the outbox, in the same <c>SaveChanges</c>, and lets an aggregate's version cover its parts; wakes
/// the relay when it is committed.
/// </summary>
internal sealed class AankondigingenOpslaan(GebeurtenisJson json, Wekker wekker, IEnumerable<IBijAankondiging> luisteraars) : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = eventData.Context!;
        var entries = db.ChangeTracker.Entries().ToArray();
        foreach (var deel in entries.Where(e => e is { Entity: not Aggregaat, State: EntityState.Added or EntityState.Modified or EntityState.Deleted })) MerkGeheel(deel, entries);
        foreach (var aggregaat in entries.Select(e => e.Entity).OfType<Aggregaat>())
            foreach (var gebeurtenis in aggregaat.NeemAankondigingen())
            {
                db.Add(Envelop.Om(gebeurtenis, json));
                foreach (var luisteraar in luisteraars) await luisteraar.Verwerk((DienstDb)db, aggregaat, gebeurtenis, cancellationToken);
            }
        return result;
    }

    /// <summary>
    /// Whoever changes a part changes the whole: the aggregate's row is written too, so that its xmin moves and two people who change
    /// different parts, or one part twice, cannot pass each other unseen.
    /// </summary>
    private static void MerkGeheel(EntityEntry deel, EntityEntry[] entries)
    {
        foreach (var sleutel in deel.Metadata.GetForeignKeys().Where(s => s.PrincipalEntityType.ClrType.IsAssignableTo(typeof(Aggregaat))))
        {
            var van = deel.Property(sleutel.Properties[0].Name);
            var id = deel.State == EntityState.Added ? van.CurrentValue : van.OriginalValue;
            var geheel = entries.SingleOrDefault(e => e.Entity is Aggregaat a && id is Guid eigen && a.Id == eigen);
            if (geheel is { State: EntityState.Unchanged }) geheel.Property(nameof(Aggregaat.Versie)).IsModified = true;
        }
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        throw new NotSupportedException("Gebruik SaveChangesAsync.");

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context!.Database.CurrentTransaction is null) wekker.Wek();
        return new(result);
    }
}

/// <summary>Wakes the relay after a transaction of our own has committed.</summary>
internal sealed class WekNaVastlegging(Wekker wekker) : DbTransactionInterceptor
{
    public override Task TransactionCommittedAsync(System.Data.Common.DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        wekker.Wek();
        return Task.CompletedTask;
    }
}

/// <summary>An in-process signal: something may be waiting in the outbox. Losing one only costs a poll.</summary>
public sealed class Wekker : IDisposable
{
    private readonly SemaphoreSlim _signaal = new(0, 1);

    /// <summary>Signals; many signals in a row count as one.</summary>
    public void Wek()
    {
        try
        {
            if (_signaal.CurrentCount == 0) _signaal.Release();
        }
        catch (SemaphoreFullException)
        {
            // Two woke at once: one signal is enough.
        }
    }

    /// <summary>Waits for a signal, or until the time is up.</summary>
    public Task Wacht(TimeSpan hooguit, CancellationToken annulering) => _signaal.WaitAsync(hooguit, annulering);

    /// <inheritdoc />
    public void Dispose() => _signaal.Dispose();
}
