using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;

namespace WmoPlatform.Beschikkingen;

/// <summary>Takes over what is known about the person now, in every aanvraag and voorziening of that person.</summary>
public sealed class BijPersoonsgegevens(BeschikkingenDb db, Vault kluis)
    : IReaction<PersoonsgegevensVastgesteld>, IReaction<PersoonsgegevensGewijzigd>
{
    public Task Handle(PersoonsgegevensVastgesteld gebeurtenis, CancellationToken annulering) => Neem(gebeurtenis, annulering);

    public Task Handle(PersoonsgegevensGewijzigd gebeurtenis, CancellationToken annulering) => Neem(gebeurtenis, annulering);

    private async Task Neem(IOverPersoon gebeurtenis, CancellationToken annulering)
    {
        if (await db.Volg(gebeurtenis, kluis, annulering) is not { } beeld) return;
        foreach (var aanvraag in await db.Aanvragen.Where(a => a.PersoonId == beeld.Id).ToListAsync(annulering))
            aanvraag.NeemPersoon(beeld, kluis);
        foreach (var voorziening in await db.Voorzieningen.Where(v => v.PersoonId == beeld.Id).ToListAsync(annulering))
            voorziening.NeemPersoon(beeld, kluis);
    }
}
