using System.Text;
using WmoPlatform.Contracts;
using WmoPlatform.Dossiers.Opslag;
using WmoPlatform.Dossiers.Projectie;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Inbox;

namespace WmoPlatform.Dossiers;

/// <summary>
/// Writes every event of the platform once into the journal. Showing it in its dossier is a second step (<see cref="Bijwerken"/>), which
/// cannot keep it out of the journal.
/// </summary>
public sealed class BijIedereGebeurtenis<T>(DossiersDb db, ReceivedMessage bericht, EventJson json, Bijwerken bijwerken)
    : IReaction<T> where T : Gebeurtenis
{
    public async Task Handle(T gebeurtenis, CancellationToken annulering)
    {
        // The event is written as it arrived, so that the journal keeps properties that this version of Contracts does not know.
        var regel = Journaalregel.Van(gebeurtenis, bericht.Gebeurtenis() ?? Encoding.UTF8.GetString(json.Write(gebeurtenis)));
        // The inbox forgets messages after a while; the journal never does. An event that is delivered again after years changes nothing.
        if (await db.Schrijf(regel, annulering)) db.AfterCommit(bijwerken.Wake);
    }
}
