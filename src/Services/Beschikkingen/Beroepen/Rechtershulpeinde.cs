using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Beschikkingen.Beroepen;

/// <summary>
/// A provisional measure lapses by law (Awb 8:85 lid 2): when the term for beroep passes unused after the decision on the bezwaar, when the
/// bezwaar or beroep is withdrawn, and with the judgment. The help that it gave ends with it. A later decision of the municipality on the
/// same voorziening took its place already.
/// </summary>
internal static class Rechtershulpeinde
{
    /// <summary>The help that courts gave about this decision ends on a day, if it does not end before.</summary>
    /// <param name="db">The service's database.</param>
    /// <param name="besluitId">The bezwaar or aanvraag that the cases are about.</param>
    /// <param name="laatsteDag">The last day.</param>
    /// <param name="motivering">The reason, for the person.</param>
    /// <param name="kluis">Opens the personal data.</param>
    /// <param name="nu">The present moment.</param>
    /// <param name="annulering">Stops it.</param>
    public static Task LaatRechtershulpVervallen(
        this BeschikkingenDb db, Guid besluitId, DateOnly laatsteDag, string motivering, Vault kluis, DateTimeOffset nu,
        CancellationToken annulering) =>
        Verzet(db, besluitId, hulp => laatsteDag < hulp.LaatsteDag ? laatsteDag : hulp.LaatsteDag, motivering, kluis, nu, annulering);

    /// <summary>
    /// The person went to court in time, so the help lasts as long as the judgment said (Awb 8:85 lid 2 onder a). What had ended by the day
    /// of the beroep does not begin again, however late the beroep was recorded.
    /// </summary>
    public static Task LaatRechtershulpDoorlopen(this BeschikkingenDb db, Guid besluitId, DateOnly ingesteldOp, string motivering,
        Vault kluis, DateTimeOffset nu, CancellationToken annulering) =>
        Verzet(db, besluitId, hulp => hulp.LaatsteDag >= ingesteldOp ? hulp.Toegezegd : hulp.LaatsteDag, motivering, kluis, nu, annulering);

    private static async Task Verzet(
        BeschikkingenDb db, Guid besluitId, Func<Rechtershulp, DateOnly> tot, string motivering, Vault kluis, DateTimeOffset nu,
        CancellationToken annulering)
    {
        foreach (var beroep in await db.Beroepen.Where(b => b.BesluitId == besluitId).ToListAsync(annulering))
            foreach (var hulp in beroep.Hulp.Where(h => tot(h) != h.LaatsteDag).ToList())
            {
                var voorziening = await db.Voorzieningen.SingleAsync(v => v.VoorzieningId == hulp.VoorzieningId, annulering);
                if (voorziening.Standen[^1].BesluitId != beroep.Id) continue;
                var dag = tot(hulp);
                beroep.HulpTot(hulp.OpdrachtId, dag);
                voorziening.Wijzig(Besluitsoort.Rechter, beroep.Id, beroep.Beroepnummer, nu.Dag(),
                    Delen(voorziening, hulp, dag), null, motivering, kluis, nu);
            }
    }

    /// <summary>The help of the court until its last day, on top of what the municipality itself decided.</summary>
    private static IReadOnlyList<Voorzieningdeel> Delen(Voorziening voorziening, Rechtershulp hulp, DateOnly laatsteDag)
    {
        var eigen = voorziening.Standen.LastOrDefault(s => s.Soort != Besluitsoort.Rechter)?.Delen ?? [];
        var deel = voorziening.Standen.Where(s => s.Soort == Besluitsoort.Rechter).SelectMany(s => s.Delen)
            .First(d => d.Periode.Ingangsdatum <= hulp.Vanaf && hulp.Vanaf <= d.Periode.Einddatum);
        return laatsteDag < hulp.Vanaf ? eigen : eigen.Overdekt(deel with { Periode = new(hulp.Vanaf, laatsteDag) });
    }
}
