using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Dossiers.Opslag;
using WmoPlatform.Dossiers.Projectie;
using WmoPlatform.Messaging;

namespace WmoPlatform.Dossiers;

/// <summary>
/// Deletes the projection of every dossier and computes it again from the journal (<c>dotnet WmoPlatform.Dossiers.dll herbouw</c>). Each
/// dossier has its own transaction, which holds that dossier, so the service can keep running.
/// </summary>
public sealed class Herbouw(DossiersDb db, Projector projector, EventJson json)
{
    private const int Bundel = 500;

    /// <summary>Rebuilds the names of providers and every dossier. It reports now and then how many dossiers are done.</summary>
    /// <returns>The number of dossiers.</returns>
    public async Task<int> Alles(Action<int>? voortgang, CancellationToken annulering)
    {
        await Namen(annulering);
        var gedaan = 0;
        for (var laatste = ""; ;)
        {
            var nummers = await db.Journaal.Where(j => string.Compare(j.Dossiernummer, laatste) > 0)
                .Select(j => j.Dossiernummer).Distinct().Order().Take(Bundel).ToListAsync(annulering);
            if (nummers.Count == 0) return gedaan;
            foreach (var nummer in nummers) await Een(nummer, annulering);
            laatste = nummers[^1];
            gedaan += nummers.Count;
            voortgang?.Invoke(gedaan);
        }
    }

    private async Task Namen(CancellationToken annulering)
    {
        await using var transactie = await db.Database.BeginTransactionAsync(annulering);
        await db.Aanbiedernamen.ExecuteDeleteAsync(annulering);
        foreach (var regel in await db.Journaal.AsNoTracking().Where(j => j.Dossiernummer == "").ToListAsync(annulering))
            if (regel.Lees(json) is ZorgaanbiederGecontracteerd aanbieder) await db.Noem(aanbieder, annulering);
        await transactie.CommitAsync(annulering);
    }

    internal async Task Een(string dossiernummer, CancellationToken annulering)
    {
        db.ChangeTracker.Clear();
        await using var transactie = await db.Database.BeginTransactionAsync(annulering);
        await db.Hold(dossiernummer, annulering);
        await db.Tijdlijn.Where(r => r.Dossiernummer == dossiernummer).ExecuteDeleteAsync(annulering);
        await db.Termijnen.Where(t => t.Dossiernummer == dossiernummer).ExecuteDeleteAsync(annulering);
        await db.Dossiers.Where(d => d.Dossiernummer == dossiernummer).ExecuteDeleteAsync(annulering);
        await projector.Werk(dossiernummer, annulering);
        await db.SaveChangesAsync(annulering);
        await transactie.CommitAsync(annulering);
    }
}

public static class HerbouwOpdracht
{
    /// <returns>The exit code.</returns>
    public static async Task<int> HerbouwAsync(this WebApplication app)
    {
        await app.MigrateAsync<DossiersDb>();
        await using var scope = app.Services.CreateAsyncScope();
        var herbouw = scope.ServiceProvider.GetRequiredService<Herbouw>();
        var aantal = await herbouw.Alles(n => Console.WriteLine($"{n} dossiers herbouwd…"), CancellationToken.None);
        Console.WriteLine($"Klaar: {aantal} dossiers herbouwd uit het journaal.");
        return 0;
    }
}
