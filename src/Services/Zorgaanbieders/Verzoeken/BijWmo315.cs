using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Zorgaanbieders.Verzoeken;

/// <summary>
/// The provider asks for assignments. The WMO316 answers at once whether the message is accepted, as a whole. Each product then gets its
/// own WMO301 or WMO319 (iWmo OP274).
/// </summary>
public sealed class BijWmo315(
    Verzoekbehandeling behandeling, Ketenpost post, Gemeente gemeente, Vault kluis, TimeProvider klok) : IBijKetenbericht<Wmo315>
{
    /// <summary>The most products in one message: each is a decision of its own. Nobody needs more.</summary>
    private const int Hoogstens = 100;

    public async Task Verwerk(Wmo315 bericht, CancellationToken annulering)
    {
        gemeente.Vereis(bericht);
        var (client, agb, vandaag) = (bericht.Client, bericht.Header.Afzender!, klok.Vandaag());
        if (client.AangevraagdeProducten.Count > Hoogstens)
            throw Weigering.Regel("te-veel-producten",
                $"Dit bericht vraagt meer dan {Hoogstens} producten. Verdeel ze over meer berichten.", veld: "AangevraagdeProducten");
        var bekende = await behandeling.Bekende(agb, client.Bsn, annulering);
        var onderhanden = await behandeling.IsOnderhanden(agb, client.Bsn, annulering);
        var gebruikt = await behandeling.Gebruikt(agb, [.. client.AangevraagdeProducten.Select(p => p.ReferentieAanbieder)], annulering);
        if (!await post.Antwoord<AangevraagdProduct>(bericht, Beoordeel, bekende?.Dossiernummer ?? "", annulering)) return;
        foreach (var product in client.AangevraagdeProducten)
            await behandeling.NeemToewijzingsverzoek(Verzoek.Ontvang(
                Verzoeksoort.Toewijzing, agb, product.ReferentieAanbieder, perBericht: true, client.Bsn, bekende,
                [Gevraagd.Van(product)], kluis, vandaag), annulering);

        string? Beoordeel(AangevraagdProduct product) =>
            gebruikt.Contains(product.ReferentieAanbieder) ? Retourcode.ReferentieNietUniek // TR347
            : onderhanden ? Verzoekcode.VerzoekOnderhanden // TR374
            : null;
    }
}
