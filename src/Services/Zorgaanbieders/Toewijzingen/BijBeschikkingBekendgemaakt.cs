using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>
/// Assigns granted zorg in natura to the chosen provider, once per voorziening, however often the event arrives. A voorziening on which a
/// later decision was announced stays as that one says.
/// </summary>
public sealed class BijBeschikkingBekendgemaakt(
    ZorgaanbiedersDb db, Toewijzer toewijzer, Besluitgegevens gegevens, Vault kluis, TimeProvider klok)
    : IReaction<BeschikkingBekendgemaakt>
{
    public async Task Handle(BeschikkingBekendgemaakt gebeurtenis, CancellationToken annulering)
    {
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
        foreach (var vanEenAanbieder in nieuwe.GroupBy(t => t.Agb)) await toewijzer.WijsToeOfHoudAan([.. vanEenAanbieder], annulering);
    }
}
