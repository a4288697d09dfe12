using WmoPlatform.Contracts;
using WmoPlatform.EigenBijdrage.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.EigenBijdrage;

/// <summary>
/// The CAK hears of the person under the BSN of today, and by hand once the person's safety forbids messages. A person without help here
/// is not kept.
/// </summary>
public sealed class BijPersoonsgegevensGewijzigd(EigenBijdrageDb db, Vault kluis) : IReaction<PersoonsgegevensGewijzigd>
{
    public async Task Handle(PersoonsgegevensGewijzigd gebeurtenis, CancellationToken annulering)
    {
        var persoon = gebeurtenis.Persoon.Waarde;
        if (await db.VanPersoon(gebeurtenis.PersoonId, annulering) is { } bijdrage)
            bijdrage.NeemPersoon(persoon.Bsn, persoon.EerdereBsns, gebeurtenis.GeenBerichtenverkeer, kluis);
    }
}
