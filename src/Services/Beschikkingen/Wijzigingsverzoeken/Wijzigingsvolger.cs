using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Herzieningen;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Wijzigingsverzoeken;

/// <summary>Keeps a request for change in step with the aanvraag that it is, or with the decision that it waits for.</summary>
internal static class Wijzigingsvolger
{
    /// <summary>The voorziening that an aanvraag asks to change; null for an aanvraag for help that was not granted before.</summary>
    public static async Task<Voorziening?> HulpVan(this BeschikkingenDb db, Aanvraag aanvraag, CancellationToken annulering)
    {
        if (!aanvraag.IsWijziging) return null;
        var id = aanvraag.Voorzieningen[0].VoorzieningId;
        return await db.Voorzieningen.SingleAsync(v => v.VoorzieningId == id, annulering);
    }

    /// <summary>Something happened to an aanvraag. If it began with a request for change, that request follows it.</summary>
    public static async Task VolgWijziging(
        this BeschikkingenDb db, Aanvraag aanvraag, Tabel<Gemeentebeleid> beleid, DateTimeOffset nu, CancellationToken annulering)
    {
        if (aanvraag.Wijzigingsnummer is not { } nummer) return;
        (await db.Wijzigingsverzoeken.SingleAsync(w => w.Wijzigingsnummer == nummer, annulering)).Volg(aanvraag, beleid, nu);
    }

    /// <summary>
    /// A herziening ended. An opzegging that waited for it begins, with the last day that the person named; or has nothing left to end.
    /// </summary>
    public static async Task BegintWachtende(
        this BeschikkingenDb db, Voorziening voorziening, Herziening klaar, DateTimeOffset nu, CancellationToken annulering)
    {
        var wacht = await db.Wijzigingsverzoeken.SingleOrDefaultAsync(
            w => w.VoorzieningId == voorziening.VoorzieningId && w.LaatsteDag != null && w.Afronding == null, annulering);
        if (wacht?.LaatsteDag is not { } laatste) return;
        var verandering = new Verandering(Overgang.DagNa(laatste), Einde: true);
        if (verandering.Op(voorziening.Eigen, voorziening.Gevraagd).SequenceEqual(voorziening.Eigen)) wacht.IsNietMeerNodig(nu);
        else
            wacht.WerdOpzegging((await db.Begin(voorziening, Herzieningsgrond.OpVerzoek, verandering, wacht.OntvangenOp, null, nu,
                annulering, klaar)).Herzieningnummer, nu);
    }
}
