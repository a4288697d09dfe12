using Microsoft.EntityFrameworkCore;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Zorgaanbieders.Opslag;
using WmoPlatform.Zorgaanbieders.Toewijzingen;

namespace WmoPlatform.Zorgaanbieders.Begeleidingsplannen;

/// <summary>
/// How many plans an assignment may have, and how large they may be together (settings under <c>Begeleidingsplannen</c>). Two plans of the
/// same moment change the same assignment, so one of them is counted again.
/// </summary>
public sealed record Planquotum
{
    /// <summary>The number of plans.</summary>
    public int PerToewijzing { get; init; } = 20;

    /// <summary>Their size together, in bytes.</summary>
    public long BytesPerToewijzing { get; init; } = 100 * 1024 * 1024;

    /// <exception cref="Weigering">One more does not fit.</exception>
    internal async Task Controleer(ZorgaanbiedersDb db, Toewijzing toewijzing, int grootte, CancellationToken annulering)
    {
        var eerdere = await db.Begeleidingsplannen.Where(p => p.ToewijzingId == toewijzing.Id).Select(p => (long)p.Grootte)
            .ToListAsync(annulering);
        if (eerdere.Count >= PerToewijzing)
            throw Weigering.Toestand("te-veel-begeleidingsplannen",
                $"Bij deze toewijzing staan al {eerdere.Count} begeleidingsplannen. Overleg met de gemeente als er nog een bij moet.");
        if (eerdere.Sum() + grootte > BytesPerToewijzing)
            throw Weigering.Toestand("begeleidingsplannen-te-groot",
                $"De begeleidingsplannen bij deze toewijzing worden samen groter dan {BytesPerToewijzing / (1024.0 * 1024):0.#} MB. Maak "
                + "dit bestand kleiner, of overleg met de gemeente.");
        // Stored together with the plan, so that it collides with another plan of the same moment.
        db.Entry(toewijzing).State = EntityState.Modified;
    }
}
