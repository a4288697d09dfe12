using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace WmoPlatform.Messaging;

/// <summary>
/// Rounds over the rows of a service's database. Each row is handled in its own scope and its own transaction. A row that fails, or that
/// someone changes at this moment, is logged and waits for the next round; it holds up no other.
/// </summary>
/// <param name="name">The name of the work, in Dutch, for the log.</param>
/// <param name="pause">From the end of one round to the beginning of the next.</param>
/// <param name="scopes">Gives each row its scope.</param>
/// <param name="log">Receives each failed round.</param>
public abstract class RowRounds<TDb>(string name, TimeSpan pause, IServiceScopeFactory scopes, ILogger log) : Rounds(name, pause, log)
    where TDb : ServiceDb
{
    /// <summary>Logs that a row failed.</summary>
    /// <param name="fout">Only the type of the error, because an error text may hold personal data.</param>
    protected abstract void Waits(string fout);

    /// <summary>Handles each aggregate of a query. One that the query no longer finds when its turn comes is skipped.</summary>
    protected Task Each<TRow>(Func<TDb, IQueryable<TRow>> which, Action<TRow> handle, CancellationToken annulering)
        where TRow : Aggregate =>
        Each(db => which(db).Select(r => r.Id), async (scope, id) =>
        {
            if (await which(scope.GetRequiredService<TDb>()).SingleOrDefaultAsync(r => r.Id == id, annulering) is { } row) handle(row);
        }, annulering);

    /// <summary>Handles each key of a query, with the services of its own scope. What the handling changes is saved after it.</summary>
    protected async Task Each(Func<TDb, IQueryable<Guid>> which, Func<IServiceProvider, Guid, Task> handle, CancellationToken annulering)
    {
        Guid[] keys;
        await using (var scope = scopes.CreateAsyncScope())
            keys = await which(scope.ServiceProvider.GetRequiredService<TDb>()).ToArrayAsync(annulering);
        foreach (var key in keys)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<TDb>();
                await using var transaction = await db.Database.BeginTransactionAsync(annulering);
                await handle(scope.ServiceProvider, key);
                await db.SaveChangesAsync(annulering);
                await transaction.CommitAsync(annulering);
            }
            catch (Exception e) when (!annulering.IsCancellationRequested)
            {
                Waits(e.GetType().Name);
            }
        }
    }
}
