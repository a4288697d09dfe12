using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Messaging.Sending;

namespace WmoPlatform.Meldingen.Partners;

/// <summary>
/// Asks the BRP for the person of each new melding, again and again until it answers. An outage of the BRP only delays. Withdrawing and
/// confirming a melding never wait for the BRP, because no row is locked while it is asked.
/// </summary>
public sealed class BrpNavraag(IServiceScopeFactory scopes, TimeProvider klok, ILogger<BrpNavraag> log)
    : Sender<MeldingenDb, Melding, Brpantwoord>(
        "De navraag bij de BRP", Voorwaarden, TimeSpan.FromSeconds(2), scopes, Bron, log)
{
    /// <summary>A claim lasts longer than all attempts of <see cref="BrpAdapter"/> together.</summary>
    private static readonly SendingTerms Voorwaarden = new(
        TimeSpan.FromSeconds(40),
        [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1)]);

    private static readonly ActivitySource Bron = new("WmoPlatform.Meldingen");

    protected override string Oldest(string limit) =>
        $"SELECT m.id FROM melding m WHERE m.due_at <= now() ORDER BY m.due_at, m.id LIMIT {limit} FOR UPDATE SKIP LOCKED";

    protected override string SpanName(Melding row) => "BRP raadplegen";

    protected override async Task<Brpantwoord> Send(IServiceProvider services, Melding row, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(row);
        try
        {
            return new(true, await services.GetRequiredService<BrpAdapter>().Raadpleeg(row.Bsn, cancellation));
        }
        catch (BrpOnbereikbaar)
        {
            log.LogWarning("De BRP antwoordt niet; later opnieuw.");
            return new(false, null);
        }
    }

    protected override async Task Note(MeldingenDb db, Melding row, Brpantwoord outcome)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(outcome);
        if (!outcome.Gekomen)
        {
            await PutOff(db, row, unknown: false);
            return;
        }
        while (true)
        {
            try
            {
                var melding = await db.Meldingen.SingleAsync(m => m.Id == row.Id);
                melding.StelPersoonVast(outcome.Persoon?.Persoon, outcome.Persoon?.GeenBerichtenverkeer ?? false, klok.GetUtcNow());
                await db.SaveChangesAsync();
                return;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Confirmed or withdrawn in the meantime: load it again.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>While the BRP is away, one attempt per poll is enough. New meldingen go first, then whoever has waited longest.</summary>
    protected override bool GoesOn(Brpantwoord outcome) => outcome is { Gekomen: true };
}

/// <summary>The outcome of a question to the BRP.</summary>
/// <param name="Gekomen">Whether the BRP answered.</param>
/// <param name="Persoon">The person; null when the BRP does not know the BSN.</param>
public sealed record Brpantwoord(bool Gekomen, BrpPersoon? Persoon);

/// <summary>The BRP's answer about a person.</summary>
/// <param name="Persoon">The personal data.</param>
/// <param name="GeenBerichtenverkeer">Whether these data are protected: no chain messages may then be sent (iWmo OP003).</param>
public sealed record BrpPersoon(Persoonsgegevens Persoon, bool GeenBerichtenverkeer);
