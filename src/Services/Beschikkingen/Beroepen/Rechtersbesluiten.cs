using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;

namespace WmoPlatform.Beschikkingen.Beroepen;

/// <summary>A later decision on help about which a court judges is part of that case, not of a bezwaar (Awb 6:19, 6:24).</summary>
internal static class Rechtersbesluiten
{
    /// <summary>The cases in which a court still judges about this voorziening.</summary>
    public static async Task<IReadOnlyList<Beroep>> BijDeRechter(
        this BeschikkingenDb db, string dossiernummer, Guid voorzieningId, CancellationToken annulering)
    {
        var beroepen = await db.Beroepen.Where(b => b.Dossiernummer == dossiernummer && b.IsAanhangig
            && (b.Soort == Beroepsoort.Beroep || b.Soort == Beroepsoort.HogerBeroep)).OrderBy(b => b.Beroepnummer).ToListAsync(annulering);
        if (beroepen.Count == 0) return [];
        List<Guid> ids = [.. beroepen.Select(b => b.BesluitId)];
        var over = (await db.Bezwaren.Where(b => ids.Contains(b.Id)).ToListAsync(annulering))
            .Where(b => b.Was(voorzieningId) is not null).Select(b => b.Id).ToHashSet();
        return [.. beroepen.Where(b => over.Contains(b.BesluitId))];
    }

    /// <summary>The decisions that were made known since a case began, and before it was recorded, are part of it.</summary>
    public static async Task VoegIntussen(this BeschikkingenDb db, Beroep beroep, DateTimeOffset nu, CancellationToken annulering)
    {
        if (!beroep.IsHoofdzaak || await db.Bezwaren.SingleOrDefaultAsync(b => b.Id == beroep.BesluitId, annulering) is not { } bezwaar)
            return;
        List<Guid> ids = [.. bezwaar.Besluiten.SelectMany(b => b.Voorzieningen).Select(v => v.VoorzieningId).Distinct()];
        foreach (var stand in (await db.Voorzieningen.Where(v => ids.Contains(v.VoorzieningId)).ToListAsync(annulering))
            .SelectMany(v => v.Standen).Where(s => s.BekendgemaaktOp >= beroep.IngesteldOp && s.BesluitId != bezwaar.Id
                && s.Soort is not (Besluitsoort.Aanvraag or Besluitsoort.Rechter or Besluitsoort.Bezwaar))
            .DistinctBy(s => s.Beschikkingnummer).OrderBy(s => s.BekendgemaaktOp).ThenBy(s => s.Beschikkingnummer))
            beroep.VoegWijziging(stand.Beschikkingnummer, stand.BekendgemaaktOp, nu);
    }
}
