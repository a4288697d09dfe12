using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;

namespace WmoPlatform.Beschikkingen.Beroepen;

/// <summary>
/// A provisional measure lapses by law (Awb 8:85 lid 2): when the term for beroep passes unused after the decision on the bezwaar, when the
/// bezwaar or beroep is withdrawn, and with the judgment. The help of that order ends with it. Other orders, and what the municipality
/// itself decided, stay.
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
    /// <param name="totUitspraak">Only what was ordered up to this day; null for all of it.</param>
    public static Task LaatRechtershulpVervallen(
        this BeschikkingenDb db, Guid besluitId, DateOnly laatsteDag, string motivering, Vault kluis, DateTimeOffset nu,
        CancellationToken annulering, DateOnly? totUitspraak = null) =>
        Verzet(db, besluitId, r => laatsteDag < r.LaatsteDag && !(r.UitspraakOp > totUitspraak) ? laatsteDag : r.LaatsteDag, motivering,
            kluis, nu, annulering);

    /// <summary>
    /// The person went to court in time, so the help lasts as long as the judgment said (Awb 8:85 lid 2 onder a). What had ended by the day
    /// of the beroep does not begin again, however late the beroep was recorded.
    /// </summary>
    public static Task LaatRechtershulpDoorlopen(this BeschikkingenDb db, Guid besluitId, DateOnly ingesteldOp, string motivering,
        Vault kluis, DateTimeOffset nu, CancellationToken annulering) =>
        Verzet(db, besluitId, r => r.LaatsteDag >= ingesteldOp ? r.Deel.Periode.Einddatum : r.LaatsteDag, motivering, kluis, nu,
            annulering);

    private static async Task Verzet(
        BeschikkingenDb db, Guid besluitId, Func<Rechtersdeel, DateOnly> tot, string motivering, Vault kluis, DateTimeOffset nu,
        CancellationToken annulering)
    {
        List<Rechtershulp> hulp = [.. (await db.Beroepen.Where(b => b.BesluitId == besluitId).ToListAsync(annulering)).SelectMany(b =>
            b.Hulp)];
        List<Guid> voorzieningen = [.. hulp.Select(h => h.VoorzieningId).Distinct()];
        foreach (var voorziening in await db.Voorzieningen.Where(v => voorzieningen.Contains(v.VoorzieningId)).OrderBy(v => v.Id)
            .ToListAsync(annulering))
        {
            voorziening.VerzetRechtershulp(r => hulp.Exists(h => h.OpdrachtId == r.OpdrachtId) ? tot(r) : r.LaatsteDag, motivering, kluis,
                nu);
            await db.VolgRechtershulp(voorziening, annulering);
        }
    }

    /// <summary>The cases show how long the help lasts that they led to.</summary>
    public static async Task VolgRechtershulp(this BeschikkingenDb db, Voorziening voorziening, CancellationToken annulering)
    {
        List<Guid> zaken = [.. voorziening.VanDeRechter.Select(r => r.BeroepId).Distinct()];
        if (zaken.Count == 0) return;
        foreach (var beroep in await db.Beroepen.Where(b => zaken.Contains(b.Id)).ToListAsync(annulering))
            beroep.VolgHulp(voorziening.VanDeRechter);
    }

    /// <summary>
    /// The help that lasts until the decision on an aanvraag: temporary help of its melding, and what a court ordered because there was no
    /// decision.
    /// </summary>
    public static async Task<(List<Voorziening> Voorzieningen, List<Guid> Opdrachten)> TotBesluit(
        this BeschikkingenDb db, Aanvraag aanvraag, CancellationToken annulering)
    {
        List<Rechtershulp> hulp = [.. (await db.Beroepen.Where(b => b.BesluitId == aanvraag.Id).ToListAsync(annulering)).SelectMany(b =>
            b.Hulp)];
        List<Guid> ids = [.. hulp.Select(h => h.VoorzieningId).Distinct()];
        return (await db.Voorzieningen.Where(v => ids.Contains(v.VoorzieningId)
                || (!aanvraag.IsWijziging && v.TijdelijkVoor != null && v.TijdelijkVoor == aanvraag.Meldingnummer))
                .OrderBy(v => v.Id).ToListAsync(annulering),
            [.. hulp.Select(h => h.OpdrachtId)]);
    }

    /// <summary>
    /// The day on which a measure lapsed that is recorded only now; null while it holds. A later judgment in the main case, a withdrawal,
    /// or the end of the term for beroep may have come before it was recorded.
    /// </summary>
    public static async Task<Func<DateOnly, DateOnly?>> Vervaldag(
        this BeschikkingenDb db, Beroep beroep, CancellationToken annulering)
    {
        var zaken = await db.Beroepen.Where(b => b.BesluitId == beroep.BesluitId).ToListAsync(annulering);
        var bezwaar = await db.Bezwaren.SingleOrDefaultAsync(b => b.Id == beroep.BesluitId, annulering);
        return uitspraakOp =>
        {
            List<DateOnly> dagen = [.. zaken.Where(z => z.IsHoofdzaak).SelectMany(z => z.Uitspraken.Where(u => !u.Tussenuitspraak)
                    .Select(u => u.VerzondenOp).Concat(z.IngetrokkenOp is { } weg ? [weg] : [])).Where(dag => dag > uitspraakOp)];
            if (bezwaar is { Status: Bezwaren.Bezwaarstatus.Ingetrokken, KlaarOp: { } ingetrokken }) dagen.Add(ingetrokken);
            if (bezwaar is { Status: Bezwaren.Bezwaarstatus.Bekendgemaakt, BeroepUiterlijk: { } uiterlijk }
                && !zaken.Exists(z => z.Soort == Beroepsoort.Beroep && z.IngesteldOp <= uiterlijk)) dagen.Add(uiterlijk);
            return dagen.Count == 0 ? null : dagen.Min();
        };
    }
}
