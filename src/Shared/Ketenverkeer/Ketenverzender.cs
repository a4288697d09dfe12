using System.Data.Common;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Uitgaand;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Ketenverkeer;

/// <summary>Sends the outgoing post to the partner, oldest first. A partner that is away only delays: the post waits, and is tried again.</summary>
internal sealed class Ketenverzender<TDb>(
    IServiceScopeFactory scopes, IHttpClientFactory http, ResiliencePipeline pijplijn, KetenverzenderWekker wekker, TimeProvider klok, ILogger<TDb> log)
    : BackgroundService where TDb : DienstDb
{
    private static readonly TimeSpan Peiling = TimeSpan.FromSeconds(1);
    private static readonly ActivitySource Bron = new("WmoPlatform.Ketenverkeer");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Activity.Current = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await VerzendEen(stoppingToken))
                {
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("De ketenpost wacht: {Fout}.", e.GetType().Name);
            }
            await wekker.Wacht(Peiling, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <returns>Whether there was one that could be sent.</returns>
    private async Task<bool> VerzendEen(CancellationToken annulering)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await using var transactie = await db.Database.BeginTransactionAsync(annulering);
        // Locked while it is sent: another instance takes the next one. A crash sends it again, with the same identification.
        var bericht = await db.Set<UitgaandKetenbericht>().FromSql(
            $"SELECT * FROM uitgaand_ketenbericht WHERE status = 'TeVerzenden' AND niet_voor <= now() ORDER BY niet_voor, nr LIMIT 1 FOR UPDATE SKIP LOCKED")
            .SingleOrDefaultAsync(annulering);
        if (bericht is null) return false;

        bericht.Pogingen++;
        var verder = true;
        switch (await Verzend(bericht, scope.ServiceProvider.GetRequiredService<Kluis>(), annulering))
        {
            case Uitslag.Genomen:
                bericht.Status = Verzendstatus.Verzonden;
                bericht.VerzondenOp = DateTimeOffset.UtcNow;
                if (bericht.VerwachtAntwoord) bericht.AntwoordUiterlijk = Termijnen.IwmoRetour(klok.Vandaag()).Uiterlijk;
                break;
            case Uitslag.Geweigerd:
                bericht.Status = Verzendstatus.Geweigerd;
                log.LogError("De partner weigert {Soort} {Identificatie}.", bericht.Soort, bericht.Identificatie);
                break;
            case Uitslag.Onleesbaar:
                bericht.Status = Verzendstatus.Geweigerd;
                break;
            default:
                bericht.NietVoor = DateTimeOffset.UtcNow + TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, Math.Min(bericht.Pogingen, 6))));
                log.LogWarning("{Soort} {Identificatie} is nog niet verzonden (poging {Poging}).", bericht.Soort, bericht.Identificatie, bericht.Pogingen);
                // The partner is away: the rest of the post would meet the same.
                verder = false;
                break;
        }
        await db.SaveChangesAsync(annulering);
        await transactie.CommitAsync(annulering);
        return verder;
    }

    private async Task<Uitslag> Verzend(UitgaandKetenbericht bericht, Kluis kluis, CancellationToken annulering)
    {
        ActivityContext.TryParse(bericht.Traceparent, null, isRemote: true, out var ouder);
        using var activiteit = Bron.StartActivity($"{bericht.Soort} verzenden", ActivityKind.Internal, ouder);
        byte[] xml;
        try
        {
            xml = kluis.Ontzegel(bericht.Inhoud);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            // Put aside: the post behind it must go on.
            log.LogError("{Soort} {Identificatie} is niet te openen: {Fout}.", bericht.Soort, bericht.Identificatie, e.GetType().Name);
            activiteit?.SetStatus(ActivityStatusCode.Error);
            return Uitslag.Onleesbaar;
        }
        try
        {
            return await pijplijn.ExecuteAsync(async ct =>
            {
                using var inhoud = new ByteArrayContent(xml);
                inhoud.Headers.ContentType = new MediaTypeHeaderValue("application/xml", "utf-8");
                using var antwoord = await http.CreateClient(KetenverkeerExtensions.Client).PostAsync((Uri?)null, inhoud, ct);
                if ((int)antwoord.StatusCode is >= 400 and < 500 and not (401 or 403 or 404 or 408 or 429)) return Uitslag.Geweigerd;
                antwoord.EnsureSuccessStatusCode();
                return Uitslag.Genomen;
            }, annulering);
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutRejectedException or BrokenCircuitException)
        {
            activiteit?.SetStatus(ActivityStatusCode.Error);
            return Uitslag.Later;
        }
    }

    private enum Uitslag
    {
        Genomen,
        Geweigerd,
        Onleesbaar,
        Later,
    }
}

/// <summary>Wakes the sender; the message itself waits in the database. Losing a signal only costs a poll.</summary>
public sealed class KetenverzenderWekker : DbTransactionInterceptor, IDisposable
{
    private readonly Wekker _wekker = new();
    private int _straks;

    /// <summary>Something waits: the sender looks now.</summary>
    public void Wek() => _wekker.Wek();

    /// <summary>Something waits once the transaction that runs now has committed: the sender looks after the next commit.</summary>
    internal void WekStraks() => Volatile.Write(ref _straks, 1);

    internal Task Wacht(TimeSpan hooguit, CancellationToken annulering) => _wekker.Wacht(hooguit, annulering);

    /// <inheritdoc />
    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _straks, 0) == 1) _wekker.Wek();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public void Dispose() => _wekker.Dispose();
}
