using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Onderzoeken.Opslag;

namespace WmoPlatform.Onderzoeken;

/// <summary>Without a melding there is nothing to investigate.</summary>
public sealed class BijMeldingIngetrokken(OnderzoekDb db, TimeProvider klok) : IReactie<MeldingIngetrokken>
{
    public async Task Verwerk(MeldingIngetrokken gebeurtenis, CancellationToken annulering)
    {
        var onderzoek = await db.VanDossier(gebeurtenis.Dossiernummer, annulering);
        onderzoek.TrekMeldingIn(gebeurtenis.IngetrokkenOp, klok.GetUtcNow());
    }
}
