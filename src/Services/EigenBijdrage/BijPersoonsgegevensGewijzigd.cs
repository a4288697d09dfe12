using WmoPlatform.Contracts;
using WmoPlatform.EigenBijdrage.Opslag;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;

namespace WmoPlatform.EigenBijdrage;

/// <summary>
/// The CAK hears of the person under the BSN of today, and by hand once the person's safety forbids messages. Messages that wait are
/// corrected or taken back. Help that is announced later finds the person as changed.
/// </summary>
public sealed class BijPersoonsgegevensGewijzigd(EigenBijdrageDb db, CakSignaal cak, Vault kluis) : IReaction<PersoonsgegevensGewijzigd>
{
    public async Task Handle(PersoonsgegevensGewijzigd gebeurtenis, CancellationToken annulering)
    {
        if (await db.Volg(gebeurtenis, kluis, annulering) is not { } beeld) return;
        if (await db.VanPersoon(beeld.Id, annulering) is not { } bijdrage) return;
        if (bijdrage.NeemPersoon(beeld, kluis)) await cak.VerbeterBsn(bijdrage, annulering);
        await cak.Signaleer(bijdrage, annulering);
    }
}
