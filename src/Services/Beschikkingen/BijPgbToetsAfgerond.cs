using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;

namespace WmoPlatform.Beschikkingen;

/// <summary>
/// The pgb-toets has ended. It may end before the aanvraag is there, so it is kept by voorziening, and a decision looks it up. A toets that
/// is done again replaces the earlier outcome; an older one that arrives late changes nothing.
/// </summary>
public sealed class BijPgbToetsAfgerond(BeschikkingenDb db) : IReactie<PgbToetsAfgerond>
{
    public Task Verwerk(PgbToetsAfgerond gebeurtenis, CancellationToken annulering) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO pgb_toets (voorziening_id, akkoord, versie) VALUES ({gebeurtenis.VoorzieningId}, {gebeurtenis.Akkoord}, {gebeurtenis.Versie})
            ON CONFLICT (voorziening_id) DO UPDATE SET akkoord = excluded.akkoord, versie = excluded.versie WHERE pgb_toets.versie < excluded.versie
            """, annulering);
}
