using WmoPlatform.Contracts;
using WmoPlatform.EigenBijdrage.Opslag;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;

namespace WmoPlatform.EigenBijdrage;

/// <summary>
/// A later decision on a voorziening. The toewijzingen and budgets say which help there is; the decision says that help in one form goes on
/// in the other, so that the first end does not stop the contribution before the help that follows is known.
/// </summary>
public sealed class BijVoorzieningGewijzigd(EigenBijdrageDb db, CakSignaal cak, Vault kluis) : IReaction<VoorzieningGewijzigd>
{
    public async Task Handle(VoorzieningGewijzigd gebeurtenis, CancellationToken annulering)
    {
        var persoon = gebeurtenis.Persoon.Waarde;
        var bijdrage = await db.VanPersoon(gebeurtenis.PersoonId, persoon.Bsn, gebeurtenis.Dossiernummer, kluis, annulering);
        if (await db.Persoonsbeeld(gebeurtenis.PersoonId, annulering) is { } beeld && bijdrage.NeemPersoon(beeld, kluis))
            await cak.VerbeterBsn(bijdrage, annulering);
        IReadOnlyList<Besluitdeel> delen = [.. gebeurtenis.Delen.Select(d => new Besluitdeel(d.Leveringsvorm, d.Periode))];
        if (bijdrage.Volg(new Voorzieningbesluit(gebeurtenis.VoorzieningId, gebeurtenis.Stand, delen)))
            await cak.Signaleer(bijdrage, annulering);
    }
}
