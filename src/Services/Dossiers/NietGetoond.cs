using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Dossiers.Opslag;
using WmoPlatform.ServiceDefaults.Aanmelding;

namespace WmoPlatform.Dossiers;

/// <summary>Shows an operator what is in the journal and cannot be shown: content stays out of it.</summary>
public static class NietGetoond
{
    private const int Hoogstens = 500;

    /// <param name="Nr">Het nummer van de regel in het journaal.</param>
    /// <param name="Dossiernummer">Het dossier.</param>
    /// <param name="Gebeurtenis">De naam van de gebeurtenis.</param>
    /// <param name="Fout">Het soort fout.</param>
    /// <param name="Pogingen">Hoe vaak het al is geprobeerd; null als de regel zelf onleesbaar is en pas na een herbouw verandert.</param>
    public sealed record Regel(long Nr, string Dossiernummer, string Gebeurtenis, string Fout, int? Pogingen);

    public static void MapNietGetoond(this IEndpointRouteBuilder api) =>
        api.MapGet("/niet-getoond", Lijst).Voor(Rollen.Beheer)
            .WithSummary("Wat niet te tonen is")
            .WithDescription("Gebeurtenissen die wel in het journaal staan, maar die hun dossier niet kan tonen; hoogstens 500.");

    private static async Task<Ok<List<Regel>>> Lijst(DossiersDb db, CancellationToken annulering)
    {
        var mislukt = db.TeTonen.Where(t => t.Pogingen > 0).OrderBy(t => t.Nr).Take(Hoogstens)
            .Join(db.Journaal, t => t.Nr, j => j.Nr, (t, j) => new Regel(t.Nr, t.Dossiernummer, j.Gebeurtenis, t.Fout!, t.Pogingen));
        var onleesbaar = db.Onleesbaar.OrderBy(o => o.Nr).Take(Hoogstens)
            .Select(o => new Regel(o.Nr, o.Dossiernummer, o.Gebeurtenis, o.Fout, null));
        return TypedResults.Ok<List<Regel>>([.. await mislukt.ToListAsync(annulering), .. await onleesbaar.ToListAsync(annulering)]);
    }
}
