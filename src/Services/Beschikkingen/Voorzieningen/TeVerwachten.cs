using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;

namespace WmoPlatform.Beschikkingen.Voorzieningen;

/// <summary>Finds the decision on more of the same help that is to come.</summary>
internal static class TeVerwachten
{
    /// <summary>That melding, held until the transaction ends, so that the decision is not made known meanwhile.</summary>
    public static async Task<string?> HoudWachtOp(this BeschikkingenDb db, Voorziening voorziening, CancellationToken annulering)
    {
        for (string? gehouden = null; ;)
        {
            var nummer = await db.WachtOp(voorziening, annulering);
            if (nummer is null || nummer == gehouden) return nummer;
            await db.HoudMelding(gehouden = nummer, annulering);
        }
    }

    /// <summary>
    /// The melding of the same person whose aanvraag is to be decided, or that is investigated, and that may be about help of the same
    /// category; null without one.
    /// </summary>
    public static async Task<string?> WachtOp(this BeschikkingenDb db, Voorziening voorziening, CancellationToken annulering)
    {
        // Read anew each time: another transaction may have decided meanwhile.
        var categorie = voorziening.Gevraagd.Product.Categorie;
        var aanvragen = await db.Aanvragen.AsNoTracking()
            .Where(a => a.PersoonId == voorziening.PersoonId && a.Meldingnummer != null && a.Wijzigingsnummer == null)
            .OrderBy(a => a.Id).ToListAsync(annulering);
        if (aanvragen.FindLast(a => a.KlaarOp is null
            && (a.Gevraagde().Count == 0 || a.Gevraagde().Any(v => v.Product.Categorie == categorie))) is { } open)
            return open.Meldingnummer;
        var beslist = aanvragen.Select(a => a.Meldingnummer!).ToHashSet();
        var meldingen = await db.Meldingen.Where(m => m.PersoonId == voorziening.PersoonId && m.Meldingnummer != null
                && m.Meldingnummer != voorziening.Meldingnummer && m.IngetrokkenOp == null).OrderByDescending(m => m.Id)
            .Select(m => m.Meldingnummer!).ToListAsync(annulering);
        foreach (var nummer in meldingen.Where(m => !beslist.Contains(m)))
        {
            var onderzoek = await db.Onderzoeken.AsNoTracking().SingleOrDefaultAsync(o => o.Meldingnummer == nummer, annulering);
            if (onderzoek?.GestoptOp is null && !(onderzoek?.Verslag is { Voorzieningen.Count: 0 })
                && (onderzoek?.Indicaties.Any(i => i.Geldt) != true
                    || onderzoek.Indicaties.Any(i => i.Geldt && i.Product!.Categorie == categorie)))
                return nummer;
        }
        return null;
    }
}
