using System.Collections.Concurrent;
using System.Diagnostics;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Mislukt;
using WmoPlatform.Messaging.Uitgaand;

namespace WmoPlatform.Messaging.Ontvangst;

/// <summary>
/// Receives one kind of event for one service: inbox row, effect and what follows from it in one transaction, then the acknowledgement.
/// What fails comes back later through the outbox; what keeps failing is set aside; while the database is away everything waits.
/// </summary>
internal sealed class Ontvanger<TDb, T>(IServiceScopeFactory scopes, Volgorde volgorde, Storing<TDb> storing, MessagingOpties opties, Meting meting, Wekker wekker, ILogger<TDb> log)
    : IConsumer<T> where TDb : DienstDb where T : Gebeurtenis
{
    private const int DirectePogingen = 3;

    public async Task Consume(ConsumeContext<T> context)
    {
        var annulering = context.CancellationToken;
        using var beurt = await volgorde.Beurt(context.Message.Volgordesleutel, annulering);
        for (var poging = 1; ; poging++)
        {
            try
            {
                await Verwerk(context, annulering);
                return;
            }
            catch (Exception e) when (Storing<TDb>.IsWeg(e) && !annulering.IsCancellationRequested)
            {
                // Unacknowledged, the message stays ours; should the broker take it back meanwhile, the inbox keeps it to one effect.
                await storing.WachtTotHijErIs(annulering);
                poging = 0;
            }
            catch (Exception e) when (!annulering.IsCancellationRequested)
            {
                if (await IsAfgehandeld(context, e, poging, annulering)) return;
            }
        }
    }

    private async Task Verwerk(ConsumeContext<T> context, CancellationToken annulering)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await using var transactie = await db.Database.BeginTransactionAsync(annulering);
        // Goes along with the effect in one round trip; for a message that was here before, all of it is refused.
        db.Add(new VerwerktBericht { BerichtId = context.MessageId!.Value });
        scope.ServiceProvider.GetRequiredService<OntvangenBericht>().Kwam(Gebeurtenissen.Naam(typeof(T)), context.ReceiveContext.GetBody);
        await scope.ServiceProvider.GetRequiredService<IReactie<T>>().Verwerk(context.Message, annulering);
        await db.SaveChangesAsync(annulering);
        await transactie.CommitAsync(annulering);
        wekker.Wek();
        meting.Verwerkt.Add(1, meting.Dienst);
    }

    /// <returns>False when it is tried again at once: somebody changed the same row at the same time, or the database went away meanwhile.</returns>
    private async Task<bool> IsAfgehandeld(ConsumeContext<T> context, Exception fout, int directePoging, CancellationToken annulering)
    {
        var poging = context.ReceiveContext.TransportHeaders.Get<int>(Koppen.Poging) ?? 0;
        var schema = opties.HerbezorgingOfStandaard;
        // Nothing is wrong with a message that only came too early: it gets a day, not minutes.
        var geduld = schema.Count + (fout is EerderFeitOntbreekt ? 96 : 0);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TDb>();
            if (await db.Set<VerwerktBericht>().AnyAsync(v => v.BerichtId == context.MessageId, annulering))
            {
                meting.Dubbel.Add(1, meting.Dienst);
                return true;
            }
            if (fout is DbUpdateException && directePoging < DirectePogingen) return false;
            if (poging < geduld)
            {
                var wachttijd = schema[Math.Min(poging, schema.Count - 1)];
                await PlanHerbezorging(db, context, poging, wachttijd, annulering);
                meting.Herbezorgd.Add(1, meting.Dienst);
                log.LogInformation("{Gebeurtenis} {BerichtId} komt over {Wachttijd} terug ({Fout}).", typeof(T).Name, context.MessageId, wachttijd, fout.GetType().Name);
            }
            else
            {
                await MislukteBerichten.Bewaar(db, context.ReceiveContext, context.MessageId!.Value, typeof(T).Name, context.Message.Dossiernummer, fout, poging + 1, annulering);
                log.LogError("{Gebeurtenis} {BerichtId} is na {Pogingen} pogingen opzijgelegd: {Fout}.", typeof(T).Name, context.MessageId, poging + 1, fout.GetType().Name);
            }
            return true;
        }
        catch (Exception e) when (Storing<TDb>.IsWeg(e) && !annulering.IsCancellationRequested)
        {
            await storing.WachtTotHijErIs(annulering);
            return false;
        }
    }

    private static async Task PlanHerbezorging(TDb db, ConsumeContext<T> context, int poging, TimeSpan wachttijd, CancellationToken annulering)
    {
        var inhoud = context.ReceiveContext.GetBody();
        var spoor = Activity.Current?.Id;
        // No order key: a message that waits for its turn must not hold back its own dossier.
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO uitgaand_bericht (bericht_id, exchange, wachtrij, inhoud, traceparent, poging, niet_voor, mislukkingen)
            VALUES ({context.MessageId!.Value}, '', {context.ReceiveContext.InputAddress.AbsolutePath.Split('/')[^1]}, {inhoud}, {spoor}, {poging + 1}, now() + {wachttijd}, 0)
            """, annulering);
    }
}

/// <summary>Lets messages of one dossier through one at a time, in the order of arrival; different dossiers go side by side.</summary>
internal sealed class Volgorde : IDisposable
{
    private readonly SemaphoreSlim[] _stroken = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1, 1))];

    public async Task<Beurtje> Beurt(string sleutel, CancellationToken annulering)
    {
        var strook = _stroken[(uint)string.GetHashCode(sleutel, StringComparison.Ordinal) % (uint)_stroken.Length];
        await strook.WaitAsync(annulering);
        return new Beurtje(strook);
    }

    public void Dispose() => Array.ForEach(_stroken, s => s.Dispose());

    public readonly struct Beurtje(SemaphoreSlim strook) : IDisposable
    {
        public void Dispose() => strook.Release();
    }
}

/// <summary>Knows whether the database is away, and waits until it is back.</summary>
internal sealed class Storing<TDb>(NpgsqlDataSource bron, ILogger<TDb> log) where TDb : DienstDb
{
    private static readonly ConcurrentDictionary<Type, byte> Gemeld = new();

    /// <summary>Connection refused or broken, server starting or stopping, too many clients: nothing is wrong with the message.</summary>
    public static bool IsWeg(Exception fout) => fout switch
    {
        PostgresException p => p.SqlState is "57P01" or "57P02" or "57P03" or "53300" || p.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException => true,
        { InnerException: { } binnen } => IsWeg(binnen),
        _ => false,
    };

    public async Task WachtTotHijErIs(CancellationToken annulering)
    {
        if (Gemeld.TryAdd(typeof(TDb), 0)) log.LogWarning("De database is weg; de ontvangst pauzeert.");
        for (var wacht = TimeSpan.FromMilliseconds(200); ; wacht = wacht < TimeSpan.FromSeconds(5) ? wacht * 2 : wacht)
        {
            await Task.Delay(wacht, annulering);
            try
            {
                await using var db = await bron.OpenConnectionAsync(annulering);
                await using var vraag = new NpgsqlCommand("SELECT 1", db);
                await vraag.ExecuteScalarAsync(annulering);
                if (Gemeld.TryRemove(typeof(TDb), out _)) log.LogInformation("De database is terug; de ontvangst gaat verder.");
                return;
            }
            catch (Exception e) when (IsWeg(e))
            {
                // Still away.
            }
        }
    }
}
