using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.Meldingen.Partners;

/// <summary>Asks the BRP for the person of each new melding, again and again until it answers. An outage of the BRP only delays.</summary>
public sealed class BrpNavraag(IServiceScopeFactory scopes, TimeProvider klok, ILogger<BrpNavraag> log)
    : Rounds("De navraag bij de BRP", Peiling, log)
{
    private static readonly TimeSpan Peiling = TimeSpan.FromSeconds(2);
    // Longer than all attempts of BrpAdapter together.
    private static readonly TimeSpan Uitstel = TimeSpan.FromSeconds(30);
    private static readonly ActivitySource Bron = new("WmoPlatform.Meldingen");

    public override async Task Round(CancellationToken annulering)
    {
        while (await VraagEenNa(annulering))
        {
        }
    }

    /// <returns>Whether a melding was waiting.</returns>
    private async Task<bool> VraagEenNa(CancellationToken annulering)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await Neem(scope.ServiceProvider.GetRequiredService<MeldingenDb>(), annulering) is not { } melding) return false;
        ActivityContext.TryParse(melding.Traceparent, null, isRemote: true, out var ouder);
        using var activiteit = Bron.StartActivity("BRP raadplegen", ActivityKind.Internal, ouder);
        try
        {
            await StelVast(melding.Id, await scope.ServiceProvider.GetRequiredService<BrpAdapter>().Raadpleeg(melding.Bsn, annulering),
                annulering);
        }
        catch (Exception e) when (e is BrpOnbereikbaar && !annulering.IsCancellationRequested)
        {
            log.LogWarning("De BRP antwoordt niet; later opnieuw.");
            // While the BRP is away, one attempt per pause is enough. The next attempt is for another melding.
            await Task.Delay(Peiling, annulering);
        }
        return true;
    }

    /// <summary>
    /// Claims a melding for a while instead of locking it, so that withdrawing and confirming never wait for the BRP. Another instance
    /// takes the next one. A claim left by an outage or a crash expires by itself.
    /// </summary>
    private async Task<Genomen?> Neem(MeldingenDb db, CancellationToken annulering)
    {
        var nu = klok.GetUtcNow();
        var genomen = await db.Database.SqlQuery<Genomen>(
            $"""
            UPDATE melding SET persoon_navragen_vanaf = {nu + Uitstel}
            WHERE id = (
                SELECT id FROM melding WHERE persoon_navragen_vanaf <= {nu} ORDER BY persoon_navragen_vanaf LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, bsn, traceparent
            """).ToListAsync(annulering);
        return genomen.SingleOrDefault();
    }

    private async Task StelVast(Guid id, BrpPersoon? antwoord, CancellationToken annulering)
    {
        while (true)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<MeldingenDb>();
                var melding = await db.Meldingen.SingleAsync(m => m.Id == id, annulering);
                melding.StelPersoonVast(antwoord?.Persoon, antwoord?.GeenBerichtenverkeer ?? false, klok.GetUtcNow());
                await db.SaveChangesAsync(annulering);
                return;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Confirmed or withdrawn in the meantime: load it again.
            }
        }
    }

    private sealed record Genomen(Guid Id, string Bsn, string? Traceparent);
}

/// <summary>The BRP's answer about a person.</summary>
/// <param name="Persoon">The personal data.</param>
/// <param name="GeenBerichtenverkeer">Whether these data are protected: no chain messages may then be sent (iWmo OP003).</param>
public sealed record BrpPersoon(Persoonsgegevens Persoon, bool GeenBerichtenverkeer);
