using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Zorgaanbieders.Opslag;
using WmoPlatform.Zorgaanbieders.Toewijzingen;

namespace WmoPlatform.Zorgaanbieders.Verzoeken;

/// <summary>
/// A later decision on a voorziening. The highest state wins, whatever arrived before: its assignments are brought to what it says.
/// </summary>
public sealed class BijVoorzieningGewijzigd(
    ZorgaanbiedersDb db, Uitvoering uitvoering, Toewijzer toewijzer, Besluitgegevens gegevens) : IReaction<VoorzieningGewijzigd>
{
    public async Task Handle(VoorzieningGewijzigd gebeurtenis, CancellationToken annulering)
    {
        var besluit = await gegevens.Van(gebeurtenis, annulering);
        var voorziening = await db.Voorziening(
            gebeurtenis.VoorzieningId, gebeurtenis.PersoonId, gebeurtenis.Dossiernummer, annulering);
        var doorPgb = await toewijzer.AangehoudenDoor(voorziening, annulering);
        if (!voorziening.Volg(gebeurtenis.Stand, gebeurtenis.Soort, gebeurtenis.Wijkteam, gebeurtenis.Delen)) return;
        var geraakt = await uitvoering.Breng(voorziening, besluit, annulering);
        foreach (var agb in geraakt.Select(t => t.Agb).Distinct()) await toewijzer.Vertel(gebeurtenis.PersoonId, agb, annulering);
        await toewijzer.BeoordeelOpnieuw(doorPgb, annulering);
    }
}
