using WmoPlatform.Contracts;
using WmoPlatform.Correspondentie.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.Correspondentie;

/// <summary>Keeps where letters go while somebody acts for the person, in whatever order the events arrive.</summary>
public sealed class BijGemachtigde(CorrespondentieDb db, Vault kluis)
    : IReaction<GemachtigdeVastgelegd>, IReaction<MachtigingBeeindigd>, IReaction<BezwaarvoortzettingBekend>
{
    public async Task Handle(GemachtigdeVastgelegd gebeurtenis, CancellationToken annulering)
    {
        if (gebeurtenis is not { MachtigingId: { } id, Post: { } post }) return;
        (await db.Gemachtigde(id, gebeurtenis.Dossiernummer, annulering)).Neem(post.Waarde, kluis);
    }

    /// <summary>The heirs who go on with a bezwaar may have an address of their own.</summary>
    public async Task Handle(BezwaarvoortzettingBekend gebeurtenis, CancellationToken annulering)
    {
        if (gebeurtenis is not { MachtigingId: { } id, Post: { } post }) return;
        (await db.Gemachtigde(id, gebeurtenis.Dossiernummer, annulering)).Neem(post.Waarde, kluis);
    }

    public async Task Handle(MachtigingBeeindigd gebeurtenis, CancellationToken annulering)
    {
        if (gebeurtenis.MachtigingId is { } id) (await db.Gemachtigde(id, gebeurtenis.Dossiernummer, annulering)).Eindigt();
    }
}
