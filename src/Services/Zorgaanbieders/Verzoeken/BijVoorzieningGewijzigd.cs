using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Zorgaanbieders.Opslag;
using WmoPlatform.Zorgaanbieders.Toewijzingen;

namespace WmoPlatform.Zorgaanbieders.Verzoeken;

/// <summary>
/// A later decision on a voorziening. The highest state wins, whatever arrived before: its assignments are brought to what it says. A
/// request of a provider that the decision grants has its answer in the same message.
/// </summary>
public sealed class BijVoorzieningGewijzigd(
    ZorgaanbiedersDb db, Uitvoering uitvoering, Toewijzer toewijzer, Besluitgegevens gegevens, Verzoekbehandeling verzoeken)
    : IReaction<VoorzieningGewijzigd>
{
    public async Task Handle(VoorzieningGewijzigd gebeurtenis, CancellationToken annulering)
    {
        var besluit = await gegevens.Van(gebeurtenis, annulering);
        var voorziening = await db.Voorziening(
            gebeurtenis.VoorzieningId, gebeurtenis.PersoonId, gebeurtenis.Dossiernummer, annulering);
        IReadOnlyList<Toewijzing> aangehouden =
        [
            .. await toewijzer.AangehoudenDoor(voorziening, annulering),
            .. await toewijzer.AangehoudenDoorStapeling(voorziening, annulering),
        ];
        if (!voorziening.Volg(gebeurtenis.Stand, gebeurtenis.Soort, gebeurtenis.Wijkteam, gebeurtenis.Delen)) return;
        var geraakt = await uitvoering.Breng(voorziening, besluit, annulering);
        await verzoeken.SluitAf(besluit, geraakt, annulering);
        foreach (var agb in geraakt.Select(t => t.Agb).Distinct()) await toewijzer.Vertel(gebeurtenis.PersoonId, agb, annulering);
        await toewijzer.BeoordeelOpnieuw([.. aangehouden.Where(t => t.VoorzieningId != voorziening.VoorzieningId).Distinct()], annulering);
    }
}
