using Microsoft.EntityFrameworkCore;
using WmoPlatform.Dossiers.Opslag;
using WmoPlatform.Dossiers.Projectie;
using WmoPlatform.Messaging;

namespace WmoPlatform.Dossiers;

/// <summary>
/// Deletes the projection of every dossier and computes it again from the journal (<c>dotnet WmoPlatform.Dossiers.dll herbouw</c>). Each
/// dossier has its own transaction, which holds that dossier, so the service can keep running. A dossier that fails stays as it was, and
/// the others go on.
/// </summary>
public sealed class Herbouw(DossiersDb db, Projector projector)
{
    private const int Bundel = 500;

    /// <summary>Rebuilds the names of providers and every dossier. It reports now and then how many dossiers are done.</summary>
    public async Task<Verslag> Alles(Action<int>? voortgang, CancellationToken annulering)
    {
        var mislukt = new List<string>();
        var gedaan = 0;
        await Doe("");
        for (var laatste = ""; ;)
        {
            var nummers = await db.Journaal.Where(j => string.Compare(j.Dossiernummer, laatste) > 0)
                .Select(j => j.Dossiernummer).Distinct().Order().Take(Bundel).ToListAsync(annulering);
            if (nummers.Count == 0) break;
            foreach (var nummer in nummers) await Doe(nummer);
            laatste = nummers[^1];
            gedaan += nummers.Count;
            voortgang?.Invoke(gedaan);
        }
        return new(gedaan, mislukt, await db.Onleesbaar.AsNoTracking().OrderBy(o => o.Nr).ToListAsync(annulering));

        async Task Doe(string nummer)
        {
            try
            {
                await Een(nummer, annulering);
            }
            catch (Exception e) when (!annulering.IsCancellationRequested)
            {
                mislukt.Add($"{(nummer.Length > 0 ? nummer : "de namen van zorgaanbieders")}: {e.GetType().Name}");
            }
        }
    }

    internal async Task Een(string dossiernummer, CancellationToken annulering)
    {
        db.ChangeTracker.Clear();
        await using var transactie = await db.Database.BeginTransactionAsync(annulering);
        await db.Hold(dossiernummer, annulering);
        if (dossiernummer.Length == 0) await db.Aanbiedernamen.ExecuteDeleteAsync(annulering);
        await db.Wis(dossiernummer, annulering);
        await projector.Toon(int.MaxValue, dossiernummer, annulering);
        await transactie.CommitAsync(annulering);
    }

    /// <summary>What a rebuild did.</summary>
    /// <param name="Dossiers">The number of dossiers in the journal.</param>
    /// <param name="Mislukt">The dossiers that could not be computed, with the type of the error.</param>
    /// <param name="Onleesbaar">The lines of the journal that could not be read or told.</param>
    public sealed record Verslag(int Dossiers, IReadOnlyList<string> Mislukt, IReadOnlyList<Onleesbaar> Onleesbaar);
}

public static class HerbouwOpdracht
{
    /// <returns>The exit code: 0 when every line of the journal is shown.</returns>
    public static async Task<int> HerbouwAsync(this WebApplication app)
    {
        await app.MigrateAsync<DossiersDb>();
        await using var scope = app.Services.CreateAsyncScope();
        var herbouw = scope.ServiceProvider.GetRequiredService<Herbouw>();
        var verslag = await herbouw.Alles(n => Console.WriteLine($"{n} dossiers herbouwd…"), CancellationToken.None);
        foreach (var fout in verslag.Mislukt) Console.WriteLine($"Niet herbouwd: {fout}.");
        foreach (var o in verslag.Onleesbaar)
            Console.WriteLine($"Niet te lezen: regel {o.Nr}, {o.Gebeurtenis} in {o.Dossiernummer}: {o.Fout}.");
        Console.WriteLine($"Klaar: {verslag.Dossiers - verslag.Mislukt.Count} dossiers herbouwd uit het journaal.");
        return verslag.Mislukt.Count + verslag.Onleesbaar.Count == 0 ? 0 : 1;
    }
}
