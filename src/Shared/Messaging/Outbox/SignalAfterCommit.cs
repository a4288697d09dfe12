using Microsoft.EntityFrameworkCore.Diagnostics;

namespace WmoPlatform.Messaging.Outbox;

/// <summary>
/// Gives the relay what a transaction of our own has committed, and wakes it and whoever else asked for it. A rollback gives and wakes
/// nothing.
/// </summary>
internal sealed class SignalAfterCommit(Signal signal, JustCommitted justCommitted) : DbTransactionInterceptor
{
    public override Task TransactionCommittedAsync(
        System.Data.Common.DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is ServiceDb db) justCommitted.Add(db.Committed(eventData.TransactionId));
        signal.Wake();
        return Task.CompletedTask;
    }
}
