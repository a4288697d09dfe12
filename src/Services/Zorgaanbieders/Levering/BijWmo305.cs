using WmoPlatform.IStandaarden;
using WmoPlatform.IStandaarden.Codelijsten;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Levering;

/// <summary>
/// The provider reports that help started. The WMO306 names the rejected products, with their codes; one of them rejects the message as a
/// whole.
/// </summary>
public sealed class BijWmo305(
    ZorgaanbiedersDb db, Ketenpost post, Gemeente gemeente, Vault kluis, TimeProvider klok) : IBijKetenbericht<Wmo305>
{
    public async Task Verwerk(Wmo305 bericht, CancellationToken annulering)
    {
        gemeente.Vereis(bericht);
        var client = bericht.Client;
        var nummers = client.StartProducten.Select(p => p.ToewijzingNummer);
        var toewijzingen = await db.VanAanbieder(bericht.Header.Afzender!, nummers, annulering);
        await post.Antwoord<StartProduct>(bericht, Beoordeel, toewijzingen.Values.FirstOrDefault()?.Dossiernummer ?? "", annulering);

        string? Beoordeel(StartProduct product)
        {
            if (product.ToewijzingNummer is not { } nummer || !toewijzingen.TryGetValue(nummer, out var toewijzing)
                || !toewijzing.Past(product.Product, product.ToewijzingIngangsdatum))
                return Retourcode.GeenToewijzing;
            var persoon = toewijzing.Kern(kluis);
            if (!persoon.HeeftBsn(client.Bsn)) return Retourcode.GeenToewijzing; // TR304
            return product.StatusAanlevering == StatusAanlevering.Verwijderen
                ? toewijzing.VerwijderStart(product.Begindatum, persoon, klok.GetUtcNow())
                : toewijzing.Start(product.Begindatum, persoon, klok.GetUtcNow());
        }
    }
}
