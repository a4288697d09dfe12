using Microsoft.EntityFrameworkCore.Diagnostics;

namespace WmoPlatform.Messaging.Outbox;

/// <summary>Wakes the relay, and whoever else asked for it, after a transaction of our own has committed.</summary>
internal sealed class SignalAfterCommit(Signal signal) : DbTransactionInterceptor
{
    public override Task TransactionCommittedAsync(
        System.Data.Common.DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        signal.Wake();
        (eventData.Context as ServiceDb)?.Committed();
        return Task.CompletedTask;
    }
}
