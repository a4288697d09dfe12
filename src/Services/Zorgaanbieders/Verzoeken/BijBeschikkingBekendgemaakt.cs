using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Zorgaanbieders.Opslag;
using WmoPlatform.Zorgaanbieders.Toewijzingen;

namespace WmoPlatform.Zorgaanbieders.Verzoeken;

/// <summary>
/// Assigns granted zorg in natura to the chosen provider, once per voorziening, however often the event arrives. A voorziening on which a
/// later decision was announced stays as that one says; so does one that an aanvraag asked to change. A provider that asked for this
/// help before has its answer.
/// </summary>
public sealed class BijBeschikkingBekendgemaakt(
    ZorgaanbiedersDb db, Toewijzer toewijzer, Besluitgegevens gegevens, Verzoekbehandeling verzoeken, Vault kluis, TimeProvider klok)
    : IReaction<BeschikkingBekendgemaakt>
{
    public async Task Handle(BeschikkingBekendgemaakt gebeurtenis, CancellationToken annulering)
    {
        if (gebeurtenis.VanWijziging) return;
        var besluit = await gegevens.Van(gebeurtenis, annulering);
        var nieuwe = new List<Toewijzing>();
        foreach (var beschikt in gebeurtenis.Voorzieningen)
        {
            var voorziening = await db.Voorziening(
                beschikt.VoorzieningId, gebeurtenis.PersoonId, gebeurtenis.Dossiernummer, annulering);
            IReadOnlyList<Voorzieningdeel> delen = beschikt.IsToegekend
                ? [new(beschikt.Product, beschikt.Omvang, beschikt.Periode, beschikt.Leveringsvorm, beschikt.Agb, beschikt.Budget)] : [];
            if (!voorziening.Volg(stand: 1, Besluitsoort.Aanvraag, gebeurtenis.Wijkteam, delen) || !beschikt.IsToegekend
                || beschikt.Leveringsvorm != Leveringsvorm.Zin)
                continue;
            var hulp = new Traject(
                beschikt.Agb ?? throw new InvalidOperationException("Zorg in natura zonder zorgaanbieder."), beschikt.Product,
                beschikt.Omvang, beschikt.Periode);
            nieuwe.Add(Toewijzing.Bij(
                besluit, beschikt.VoorzieningId, volgnummer: 1, hulp, await db.Toewijzingnummer(annulering), kluis, klok.GetUtcNow()));
        }
        foreach (var nieuw in nieuwe) await toewijzer.WijsToeOfHoudAan(nieuw, vraagtEerst: true, annulering);
        await verzoeken.SluitAf(besluit, nieuwe, annulering);
        foreach (var agb in nieuwe.Select(t => t.Agb).Distinct()) await toewijzer.Vertel(gebeurtenis.PersoonId, agb, annulering);
    }
}
