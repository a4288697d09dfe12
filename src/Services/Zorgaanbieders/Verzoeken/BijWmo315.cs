using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Zorgaanbieders.Verzoeken;

/// <summary>
/// The provider asks for assignments. The WMO316 answers at once whether the message is accepted. Each product gets its own WMO301 or
/// WMO319 (iWmo OP274).
/// </summary>
public sealed class BijWmo315(
    Verzoekbehandeling behandeling, Ketenpost post, Gemeente gemeente, Vault kluis, TimeProvider klok) : IBijKetenbericht<Wmo315>
{
    public async Task Verwerk(Wmo315 bericht, CancellationToken annulering)
    {
        gemeente.Vereis(bericht);
        var (client, agb, vandaag) = (bericht.Client, bericht.Header.Afzender!, klok.Vandaag());
        var bekende = await behandeling.Bekende(agb, client.Bsn, annulering);
        var onderhanden = await behandeling.IsOnderhanden(agb, client.Bsn, annulering);
        var codes = new Dictionary<AangevraagdProduct, string?>();
        foreach (var product in client.AangevraagdeProducten) codes[product] = await Beoordeel(product);
        await post.Antwoord<AangevraagdProduct>(bericht, product => codes[product], bekende?.Dossiernummer ?? "", annulering);
        foreach (var product in client.AangevraagdeProducten.Where(p => codes[p] is null))
            await behandeling.NeemToewijzingsverzoek(Verzoek.Ontvang(
                Verzoeksoort.Toewijzing, agb, product.ReferentieAanbieder, perBericht: true, client.Bsn, bekende,
                [Gevraagd.Van(product)], kluis, vandaag), annulering);

        async Task<string?> Beoordeel(AangevraagdProduct product) =>
            await behandeling.IsGebruikt(agb, product.ReferentieAanbieder, annulering) ? Retourcode.ReferentieNietUniek // TR347
            : onderhanden ? Verzoekcode.VerzoekOnderhanden // TR374
            : null;
    }
}
