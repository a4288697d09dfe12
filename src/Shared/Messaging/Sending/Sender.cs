using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WmoPlatform.Messaging.Outbox;

namespace WmoPlatform.Messaging.Sending;

/// <summary>
/// Sends rows to somebody outside the platform. One transaction claims a row: it counts the attempt and sets the pause until the next one.
/// The row is then sent while no transaction is open, and another transaction notes the outcome. When the note fails, or the instance
/// dies, the claim ends by itself, and the next attempt knows that an outcome is unknown. Two instances never send one row at once.
/// </summary>
/// <typeparam name="TDb">The service's database.</typeparam>
/// <typeparam name="TRow">What is sent.</typeparam>
/// <typeparam name="TOutcome">The outcome of an attempt.</typeparam>
public abstract class Sender<TDb, TRow, TOutcome>(
    string name, SendingTerms terms, TimeSpan poll, IServiceScopeFactory scopes, ActivitySource source, ILogger log, Signal? signal = null)
    : Rounds(name, poll, log, signal)
    where TDb : ServiceDb
    where TRow : class, ISendable
{
    /// <summary>An attempt ends this long before its claim, so that its outcome can be stored in time.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);

    /// <summary>The pauses between attempts to store one outcome. What still fails then waits for the end of the claim.</summary>
    private static readonly TimeSpan[] NotePauses = [TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(1)];

    private readonly List<Task> _underway = [];

    /// <summary>How many places are taken by attempts.</summary>
    private int _taken;

    /// <summary>Until when nothing is claimed, in milliseconds of <see cref="Environment.TickCount64"/>.</summary>
    private long _awayUntil;

    /// <summary>
    /// SQL that gives the ids of the rows to claim, in the order in which they go, among those with <c>due_at &lt;= now()</c>, and locks
    /// them with <c>FOR UPDATE SKIP LOCKED</c>.
    /// </summary>
    /// <param name="limit">The SQL of the highest number of rows.</param>
    protected abstract string Oldest(string limit);

    /// <summary>The name of the span of one attempt.</summary>
    protected abstract string SpanName(TRow row);

    /// <summary>
    /// Sends a row. No transaction is open. An exception counts as an unknown outcome, so an implementation catches what it knows.
    /// </summary>
    /// <param name="services">A scope of this attempt.</param>
    /// <param name="row">The row as it was claimed.</param>
    /// <param name="cancellation">Stops it when the service stops, and in time before the claim ends.</param>
    protected abstract Task<TOutcome> Send(IServiceProvider services, TRow row, CancellationToken cancellation);

    /// <summary>
    /// Stores what came of an attempt. The row may have changed since the claim; while <see cref="ISendable.ClaimedUntil"/> is that of the
    /// claim, it still belongs to this attempt. It is called again when it fails.
    /// </summary>
    protected abstract Task Note(TDb db, TRow row, TOutcome outcome);

    /// <summary>Whether anything may be claimed now.</summary>
    protected virtual Task<bool> MayClaim(TDb db, CancellationToken cancellation) => Task.FromResult(true);

    /// <summary>
    /// Whether the next row follows at once. False means that the receiver is away: nothing is claimed until a poll has passed, also when
    /// new rows wake this sender all the time.
    /// </summary>
    protected virtual bool GoesOn(TOutcome outcome) => true;

    /// <inheritdoc />
    public sealed override async Task Round(CancellationToken annulering)
    {
        if (Environment.TickCount64 < Interlocked.Read(ref _awayUntil)) return;
        _underway.RemoveAll(task => task.IsCompleted);
        var free = terms.Places - Volatile.Read(ref _taken);
        if (free <= 0) return;
        List<TRow> rows;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<TDb>();
            if (!await MayClaim(db, annulering)) return;
            // Not broken off by a stop: a claim that is not known here would count as an unknown outcome.
            rows = await Claim(db, free);
        }
        foreach (var row in rows)
        {
            Interlocked.Increment(ref _taken);
            _underway.Add(Attempt(row, annulering));
        }
    }

    /// <summary>Waits until every attempt on its way has ended, and was noted or given back.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(_underway).WaitAsync(cancellationToken);
    }

    /// <summary>Ends the claim of a failed attempt. The next one follows after the pause.</summary>
    /// <param name="db">The service's database.</param>
    /// <param name="row">The row as it was claimed.</param>
    /// <param name="unknown">Whether the receiver may have got it.</param>
    protected async Task PutOff(TDb db, TRow row, bool unknown)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(row);
        var sql = $$"""
            UPDATE {{Table(db)}} SET claimed_until = NULL, due_at = now() + {{terms.Pause("attempts")}}, unknowns = unknowns + {0}
            WHERE id = {1} AND claimed_until = {2}
            """;
        await db.Database.ExecuteSqlRawAsync(sql, unknown ? 1 : 0, row.Id, row.ClaimedUntil!.Value);
    }

    /// <summary>Ends the claim of an attempt that our own stop broke off. Another instance tries at once.</summary>
    private static async Task GiveBack(TDb db, TRow row)
    {
        var sql = $$"""
            UPDATE {{Table(db)}} SET claimed_until = NULL, due_at = 'epoch', attempts = attempts - 1, unknowns = unknowns + 1
            WHERE id = {0} AND claimed_until = {1}
            """;
        await db.Database.ExecuteSqlRawAsync(sql, row.Id, row.ClaimedUntil!.Value);
    }

    private async Task<List<TRow>> Claim(TDb db, int atMost)
    {
        var sql = $$"""
            UPDATE {{Table(db)}} r SET attempts = r.attempts + 1, claimed_until = now() + {0},
                due_at = now() + greatest({0}, {{terms.Pause("r.attempts + 1")}}),
                unknowns = r.unknowns + (r.claimed_until IS NOT NULL)::int
            WHERE r.id = ANY (ARRAY({{Oldest("{1}")}}))
            RETURNING r.*, r.xmin
            """;
        return await db.Set<TRow>().FromSqlRaw(sql, terms.Lease, atMost).AsNoTracking().ToListAsync();
    }

    private async Task Attempt(TRow row, CancellationToken stopping)
    {
        var goesOn = false;
        try
        {
            ActivityContext.TryParse(row.Traceparent, null, isRemote: true, out var parent);
            using var activity = source.StartActivity(SpanName(row), ActivityKind.Internal, parent);
            TOutcome outcome;
            try
            {
                outcome = await Sent(row, stopping);
            }
            catch (Exception e)
            {
                activity?.SetStatus(ActivityStatusCode.Error);
                if (stopping.IsCancellationRequested) await Noted(db => GiveBack(db, row));
                else
                {
                    Log.LogWarning("{Taak}: een poging brak af ({Fout}); later opnieuw.", Name, e.GetType().Name);
                    await Noted(db => PutOff(db, row, unknown: true));
                }
                return;
            }
            await Noted(db => Note(db, row, outcome));
            goesOn = GoesOn(outcome);
            if (!goesOn) Interlocked.Exchange(ref _awayUntil, Environment.TickCount64 + (long)Pause.TotalMilliseconds);
        }
        catch (Exception e)
        {
            Log.LogWarning("{Taak}: wat er van een poging kwam is niet opgeslagen ({Fout}).", Name, e.GetType().Name);
        }
        finally
        {
            // The place is free before the next round looks. The task itself ends a little later.
            Interlocked.Decrement(ref _taken);
            if (goesOn) Wake();
        }
    }

    private async Task<TOutcome> Sent(TRow row, CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        limit.CancelAfter(terms.Lease - Margin);
        return await Send(scope.ServiceProvider, row, limit.Token);
    }

    /// <summary>Stores an outcome, also while the service stops: what is known must not become unknown.</summary>
    private async Task Noted(Func<TDb, Task> note)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await note(scope.ServiceProvider.GetRequiredService<TDb>());
                return;
            }
            catch (Exception) when (attempt < NotePauses.Length)
            {
                await Task.Delay(NotePauses[attempt], CancellationToken.None);
            }
        }
    }

    private static string Table(TDb db) => db.Model.FindEntityType(typeof(TRow))!.GetTableName()!;
}
