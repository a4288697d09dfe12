using WmoPlatform.Contracts;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.Meldingen;

/// <summary>The aanvraag was decided. Until the term for bezwaar is over, and while help runs, the dossier stays open.</summary>
public sealed class BijBeschikkingBekendgemaakt(MeldingenDb db) : IReaction<BeschikkingBekendgemaakt>
{
    public async Task Handle(BeschikkingBekendgemaakt gebeurtenis, CancellationToken annulering)
    {
        var melding = await db.VanMelding(gebeurtenis, annulering);
        melding.IsBeschikt(gebeurtenis.AggregaatId, gebeurtenis.Bezwaartermijn.Uiterlijk);
        foreach (var voorziening in gebeurtenis.Voorzieningen.Where(v => v.IsToegekend))
            melding.SpreektHulpAf(voorziening.Periode.Einddatum);
    }
}
