using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Wetgeving;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Verzoeken;

/// <summary>
/// The provider asks to change its assignments. The WMO318 answers at once whether the message is accepted. A consulent or the backoffice
/// then answers the request as a whole (iWmo OP344). A municipality that accepts no requests for change refuses it at once.
/// </summary>
public sealed class BijWmo317(
    ZorgaanbiedersDb db, Verzoekbehandeling behandeling, Verzoekpost antwoorden, Ketenpost post, Gemeente gemeente, Vault kluis,
    Tabel<Gemeentebeleid> beleid, TimeProvider klok) : IBijKetenbericht<Wmo317>
{
    /// <summary>LDT_RedenAfwijzingVerzoek: a new application is needed.</summary>
    private const string NieuweAanvraagNodig = "1";

    public async Task Verwerk(Wmo317 bericht, CancellationToken annulering)
    {
        gemeente.Vereis(bericht);
        var (client, agb, vandaag) = (bericht.Client, bericht.Header.Afzender!, klok.Vandaag());
        var bekende = await behandeling.Bekende(agb, client.Bsn, annulering);
        var toewijzingen = bekende is null ? [] : await db.VanPersoonBij(bekende.PersoonId, agb, annulering);
        var oordeel = new Wijzigingsverzoekoordeel(bericht, toewijzingen, vandaag,
            gebruikt: await behandeling.IsGebruikt(agb, client.Verzoek.ReferentieAanbieder, annulering),
            onderhanden: await behandeling.IsOnderhanden(agb, client.Bsn, annulering));
        if (!await post.Antwoord<Berichtklasse>(bericht, oordeel.Codes, bekende?.Dossiernummer ?? "", annulering)) return;

        var verzoek = Verzoek.Ontvang(
            Verzoeksoort.Wijziging, agb, client.Verzoek.ReferentieAanbieder, perBericht: true, client.Bsn, bekende,
            [
                .. (client.Verzoek.TeWijzigenProducten ?? []).Select(Gevraagd.Van),
                .. (client.Verzoek.NieuweProducten ?? []).Select(Gevraagd.Van),
            ], kluis, vandaag);
        db.Add(verzoek);
        if (beleid.Op(vandaag).Waarde.Toewijzing.Wijzigingsverzoeken)
        {
            behandeling.LegVoor(verzoek, "De zorgaanbieder vraagt een wijziging. Beoordeel die als geheel.");
            return;
        }
        verzoek.Weiger(NieuweAanvraagNodig);
        await antwoorden.Antwoord(verzoek, annulering);
    }
}
