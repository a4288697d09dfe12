using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Messaging.Uitgaand;

namespace WmoPlatform.Meldingen.Partners;

/// <summary>Asks the BRP who the person of each new melding is, again and again until it answers: an outage only delays.</summary>
public sealed class BrpNavraag(IServiceScopeFactory scopes, TimeProvider klok, ILogger<BrpNavraag> log) : BackgroundService
{
    private static readonly TimeSpan Peiling = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Uitstel = TimeSpan.FromSeconds(15);
    private readonly Wekker _wekker = new();

    /// <summary>Something new is waiting.</summary>
    public void Wek() => _wekker.Wek();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await VraagEenNa(stoppingToken))
                {
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("De navraag bij de BRP wacht: {Fout}.", e.GetType().Name);
            }
            await _wekker.Wacht(Peiling, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <returns>Whether there was one to ask about.</returns>
    private async Task<bool> VraagEenNa(CancellationToken annulering)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MeldingenDb>();
        await using var transactie = await db.Database.BeginTransactionAsync(annulering);
        // Locked while we ask: another instance takes the next one.
        var melding = await db.Meldingen.FromSql(
            $"SELECT *, xmin FROM melding WHERE persoon_navragen_vanaf <= {klok.GetUtcNow()} ORDER BY persoon_navragen_vanaf LIMIT 1 FOR UPDATE SKIP LOCKED")
            .SingleOrDefaultAsync(annulering);
        if (melding is null) return false;
        try
        {
            var antwoord = await scope.ServiceProvider.GetRequiredService<BrpAdapter>().Raadpleeg(melding.Bsn, annulering);
            melding.StelPersoonVast(antwoord?.Persoon, antwoord?.GeenBerichtenverkeer ?? false, klok.GetUtcNow());
        }
        catch (Exception e) when (e is BrpOnbereikbaar && !annulering.IsCancellationRequested)
        {
            log.LogWarning("De BRP antwoordt niet; later opnieuw.");
            melding.VraagPersoonLaterNa(klok.GetUtcNow() + Uitstel);
        }
        await db.SaveChangesAsync(annulering);
        await transactie.CommitAsync(annulering);
        return true;
    }

    public override void Dispose()
    {
        _wekker.Dispose();
        base.Dispose();
    }
}

/// <summary>What the BRP says of a person.</summary>
/// <param name="Persoon">The data.</param>
/// <param name="GeenBerichtenverkeer">The person's data are protected: no chain messages without a person looking (iWmo OP003).</param>
public sealed record BrpPersoon(Persoonsgegevens Persoon, bool GeenBerichtenverkeer);
