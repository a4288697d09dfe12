using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;

namespace WmoPlatform.Beschikkingen;

/// <summary>
/// The pgb-toets has ended. It may end before the aanvraag is there, so it is kept by voorziening, and a decision looks it up. A toets that
/// is done again replaces the earlier outcome; an older one that arrives late changes nothing.
/// </summary>
public sealed class BijPgbToetsAfgerond(BeschikkingenDb db) : IReaction<PgbToetsAfgerond>
{
    public Task Handle(PgbToetsAfgerond gebeurtenis, CancellationToken annulering) =>
        db.BewaarToets(gebeurtenis.VoorzieningId, gebeurtenis.Akkoord, gebeurtenis.Versie, annulering);
}

/// <summary>The pgb-toets begins, perhaps again: an earlier outcome does not count any more.</summary>
public sealed class BijPgbToetsGestart(BeschikkingenDb db) : IReaction<PgbToetsGestart>
{
    public Task Handle(PgbToetsGestart gebeurtenis, CancellationToken annulering) =>
        db.BewaarToets(gebeurtenis.VoorzieningId, null, gebeurtenis.Versie, annulering);
}
