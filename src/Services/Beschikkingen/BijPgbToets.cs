using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;

namespace WmoPlatform.Beschikkingen;

/// <summary>
/// Stores the outcome of a pgb-toets per voorziening, because a toets may end before the aanvraag exists. A decision looks it up. A
/// repeated toets replaces the earlier outcome; an older version that arrives late is ignored.
/// </summary>
public sealed class BijPgbToetsAfgerond(BeschikkingenDb db) : IReaction<PgbToetsAfgerond>
{
    public Task Handle(PgbToetsAfgerond gebeurtenis, CancellationToken annulering) =>
        db.BewaarToets(gebeurtenis.VoorzieningId, gebeurtenis.Akkoord, gebeurtenis.Versie, annulering);
}

/// <summary>The pgb-toets starts, perhaps again: an earlier outcome no longer counts.</summary>
public sealed class BijPgbToetsGestart(BeschikkingenDb db) : IReaction<PgbToetsGestart>
{
    public Task Handle(PgbToetsGestart gebeurtenis, CancellationToken annulering) =>
        db.BewaarToets(gebeurtenis.VoorzieningId, null, gebeurtenis.Versie, annulering);
}
