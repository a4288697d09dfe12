using WmoPlatform.IStandaarden;
using WmoPlatform.IStandaarden.Codelijsten;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Wetgeving;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Levering;

/// <summary>
/// The provider reports that help stopped, temporarily or for good. The WMO308 names the rejected products, with their codes; one of them
/// rejects the message as a whole.
/// </summary>
public sealed class BijWmo307(
    ZorgaanbiedersDb db, Ketenpost post, Gemeente gemeente, Tabel<Gemeentebeleid> beleid, Vault kluis, TimeProvider klok)
    : IBijKetenbericht<Wmo307>
{
    public async Task Verwerk(Wmo307 bericht, CancellationToken annulering)
    {
        gemeente.Vereis(bericht);
        var client = bericht.Client;
        var nummers = client.StopProducten.Select(p => p.ToewijzingNummer);
        var toewijzingen = await db.VanAanbieder(bericht.Header.Afzender!, nummers, annulering);
        await post.Antwoord<StopProduct>(bericht, Beoordeel, toewijzingen.Values.FirstOrDefault()?.Dossiernummer ?? "", annulering);

        string? Beoordeel(StopProduct product)
        {
            if (product.ToewijzingNummer is not { } nummer || !toewijzingen.TryGetValue(nummer, out var toewijzing)
                || !toewijzing.Past(product.Product, product.ToewijzingIngangsdatum))
                return Retourcode.GeenToewijzing;
            var persoon = toewijzing.Kern(kluis);
            if (!persoon.HeeftBsn(client.Bsn)) return Retourcode.GeenToewijzing; // TR304
            var nu = klok.GetUtcNow();
            if (product.StatusAanlevering == StatusAanlevering.Verwijderen)
                return toewijzing.VerwijderStop(product.Begindatum, product.RedenBeeindiging, persoon, nu);
            var afkeurcode = toewijzing.Stop(product.Begindatum, product.Einddatum, product.RedenBeeindiging, persoon, nu);
            if (afkeurcode is null) toewijzing.VraagVervolg(beleid, nu);
            return afkeurcode;
        }
    }
}
