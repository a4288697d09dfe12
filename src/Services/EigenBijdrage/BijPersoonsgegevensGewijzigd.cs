using WmoPlatform.Contracts;
using WmoPlatform.EigenBijdrage.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.EigenBijdrage;

/// <summary>
/// The CAK hears of the person under the BSN of today, and by hand once the person's safety forbids messages. Messages that wait are
/// corrected or taken back. A person without help here is not kept.
/// </summary>
public sealed class BijPersoonsgegevensGewijzigd(EigenBijdrageDb db, CakSignaal cak, Vault kluis) : IReaction<PersoonsgegevensGewijzigd>
{
    public async Task Handle(PersoonsgegevensGewijzigd gebeurtenis, CancellationToken annulering)
    {
        var persoon = gebeurtenis.Persoon.Waarde;
        if (await db.VanPersoon(gebeurtenis.PersoonId, annulering) is not { } bijdrage) return;
        if (bijdrage.NeemPersoon(persoon.Bsn, persoon.EerdereBsns, gebeurtenis.GeenBerichtenverkeer, kluis))
            await cak.VerbeterBsn(bijdrage, annulering);
        await cak.Signaleer(bijdrage, annulering);
    }
}
