using System.Text;
using WmoPlatform.Contracts;
using WmoPlatform.Dossiers.Opslag;
using WmoPlatform.Dossiers.Projectie;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Inbox;

namespace WmoPlatform.Dossiers;

/// <summary>Every event of the platform: written once in the journal, and shown in its dossier, in one transaction.</summary>
public sealed class BijIedereGebeurtenis<T>(DossiersDb db, ReceivedMessage bericht, EventJson json, Projector projector)
    : IReaction<T> where T : Gebeurtenis
{
    public async Task Handle(T gebeurtenis, CancellationToken annulering)
    {
        // The event is written as it came: that keeps what a newer service added and this version of Contracts does not know.
        var regel = Journaalregel.Van(gebeurtenis, bericht.Gebeurtenis() ?? Encoding.UTF8.GetString(json.Write(gebeurtenis)));
        // The inbox forgets messages after a time, the journal never does: an event that comes back after years changes nothing.
        if (!await db.Schrijf(regel, annulering)) return;
        if (gebeurtenis is ZorgaanbiederGecontracteerd aanbieder) await db.Noem(aanbieder, annulering);
        // A fact about the register of providers belongs to no dossier.
        if (regel.Dossiernummer.Length > 0) await projector.Werk(regel.Dossiernummer, annulering);
    }
}
