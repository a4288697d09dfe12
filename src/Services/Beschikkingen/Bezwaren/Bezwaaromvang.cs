using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>The decisions, and the parts of them, that a bezwaar is about.</summary>
internal static class Bezwaaromvang
{
    /// <summary>The parts of a decision about which no other bezwaar runs or was decided.</summary>
    /// <param name="eerder">The bezwaren of the dossier.</param>
    /// <param name="besluit">The decision, with the parts that are disputed.</param>
    /// <param name="genoemd">Whether the objector named those parts, so that each of them must be free.</param>
    /// <returns>The decision with those parts; null when one that runs is about all of it.</returns>
    /// <exception cref="Weigering">409: on a bezwaar about a part that was named, or about all of them, was decided.</exception>
    public static BestredenBesluit? Vrij(this IReadOnlyCollection<Bezwaar> eerder, BestredenBesluit besluit, bool genoemd)
    {
        // One that came before any decision, and was inadmissible for that, takes no right away (Awb 6:10).
        var zelfde = eerder.Where(b => b.Over(besluit) is not null && b.Status != Bezwaarstatus.Ingetrokken
            && !(b.BekendgemaaktOp is not null && b.Besluit?.Grond == Nietontvankelijkgrond.TeVroeg)).ToLookup(b => b.KlaarOp is not null);
        bool GaatErover(Bezwaar b, Guid id) => b.Over(besluit)!.Contains(id);
        var beslist = zelfde[true].FirstOrDefault(b => besluit.Voorzieningen.Count == 0
            || (genoemd ? besluit.Voorzieningen.Any(v => GaatErover(b, v.VoorzieningId))
                : besluit.Voorzieningen.All(v => zelfde[true].Any(x => GaatErover(x, v.VoorzieningId)))));
        if (beslist is not null)
            throw Weigering.Toestand("al-beslist-op-bezwaar",
                $"Op het bezwaar tegen dit besluit is al beslist ({beslist.Bezwaarnummer}). Daartegen kan beroep worden ingesteld bij de "
                + "rechtbank.", "Awb art. 8:1");
        if (besluit.Voorzieningen.Count == 0) return zelfde[false].Any() ? null : besluit;
        List<BeschikteVoorziening> vrij = [.. besluit.Voorzieningen
            .Where(v => !zelfde.SelectMany(b => b).Any(b => GaatErover(b, v.VoorzieningId)))];
        return vrij.Count == 0 ? null : besluit with { Voorzieningen = vrij };
    }

    /// <summary>The decisions that were made known since a letter came in join the bezwaar (Awb 6:19).</summary>
    /// <param name="db">The service's database.</param>
    /// <param name="bezwaar">The bezwaar.</param>
    /// <param name="sinds">The day of the letter.</param>
    /// <param name="nu">The present moment.</param>
    /// <param name="annulering">Stops it.</param>
    public static async Task VoegIntussen(
        this BeschikkingenDb db, Bezwaar bezwaar, DateOnly sinds, DateTimeOffset nu, CancellationToken annulering)
    {
        List<Guid> ids = [.. bezwaar.Besluiten[0].Voorzieningen.Select(v => v.VoorzieningId)];
        var erbij = (await db.Voorzieningen.Where(v => ids.Contains(v.VoorzieningId)).ToListAsync(annulering))
            .SelectMany(v => v.Standen.Where(s => s.BekendgemaaktOp >= sinds && s.BesluitId != bezwaar.BesluitId
                    && s.Soort is not (Besluitsoort.Aanvraag or Besluitsoort.Rechter)).DistinctBy(s => s.Beschikkingnummer)
                .Select(s => (v.VoorzieningId, Stand: s))).OrderBy(p => p.Stand.BekendgemaaktOp).ThenBy(p => p.Stand.Stand).ToList();
        foreach (var (id, stand) in erbij)
            bezwaar.Voeg(await db.Bijkomend(stand.BesluitId, stand.Beschikkingnummer, stand.BekendgemaaktOp, stand.Eigen, bezwaar.Was(id)!,
                annulering), nu);
    }

    /// <summary>A later decision on a voorziening, as it joins a bezwaar: what is left of the help in the end.</summary>
    public static async Task<BestredenBesluit> Bijkomend(
        this BeschikkingenDb db, Guid besluitId, string nummer, DateOnly bekendgemaaktOp, IReadOnlyList<Voorzieningdeel> delen,
        BeschikteVoorziening was, CancellationToken annulering)
    {
        var herziening = await db.Herzieningen.SingleOrDefaultAsync(h => h.Id == besluitId, annulering);
        var nieuw = delen is [var eerste, ..] && delen[^1] is var laatste
            ? new BeschikteVoorziening(was.VoorzieningId, Uitkomst.Toekennen, laatste.Product, laatste.Omvang,
                new(eerste.Periode.Ingangsdatum, laatste.Periode.Einddatum), laatste.Leveringsvorm, laatste.Agb, laatste.Budget)
            : was with { Uitkomst = Uitkomst.Afwijzen };
        var beslisser = herziening is not null ? herziening.BeslotenDoor
            : await db.Aanvragen.Where(a => a.Id == besluitId).Select(a => a.BeslotenDoor).SingleOrDefaultAsync(annulering);
        return new(BestredenSoort.Wijzigingsbesluit, besluitId, nummer, bekendgemaaktOp, beslisser, [nieuw])
        {
            Meebeslissers = herziening?.Betrokkenen() ?? [],
        };
    }

    /// <summary>The help as it is now on each voorziening that a bezwaar is about, and the tests of a pgb.</summary>
    public static async Task<Bezwaarkennis> Bezwaarkennis(
        this BeschikkingenDb db, Bezwaar bezwaar, CancellationToken annulering)
    {
        List<Guid> ids = [.. bezwaar.Besluiten.SelectMany(b => b.Voorzieningen).Select(v => v.VoorzieningId).Distinct()];
        var voorzieningen = await db.Voorzieningen.Where(v => ids.Contains(v.VoorzieningId)).ToListAsync(annulering);
        var delen = voorzieningen.ToDictionary(v => v.VoorzieningId, v => v.Eigen);
        return new(id => delen.GetValueOrDefault(id),
            [.. voorzieningen.Select(v => (v.VoorzieningId, Stand: v.Standen.LastOrDefault(s => s.Soort != Besluitsoort.Rechter)))
                .Where(p => p.Stand is not null)
                .Select(p => new Hulpbesluit(p.VoorzieningId, p.Stand!.BesluitId, p.Stand.Beschikkingnummer))],
            await db.Toetsen([.. ids], annulering));
    }
}
