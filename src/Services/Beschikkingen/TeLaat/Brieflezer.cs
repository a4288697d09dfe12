using WmoPlatform.Beschikkingen.Bezwaren;
using WmoPlatform.Beschikkingen.Klachten;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Wijzigingsverzoeken;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.TeLaat;

/// <summary>
/// Finds the request that is late, and the letter that says so. A notice may be recognised later in a klacht or a bezwaar that was recorded
/// already: then the day of receipt of that letter counts (Awb 4:17 lid 3).
/// </summary>
internal static class Brieflezer
{
    private const string Grondslag = "Awb art. 4:17 lid 3";

    /// <summary>Finds the aanvraag, by its number or that of its request for change or dossier, or the bezwaar.</summary>
    /// <exception cref="Weigering">
    /// 404: it is unknown, or this user may not see it. 409: no decision is due on this request for change.
    /// </exception>
    public static async Task<Beslisplicht> ZoekBeslisplicht(
        this BeschikkingenDb db, string nummer, Gebruiker gebruiker, CancellationToken annulering) =>
        nummer switch
        {
            ['Z', ..] => await db.ZoekBezwaar(nummer, gebruiker, annulering),
            ['W', ..] when (await db.ZoekWijziging(nummer, gebruiker, annulering)).Aanvraagnummer is null => throw Weigering.Toestand(
                "geen-aanvraag", "Dit verzoek is geen aanvraag. Er hoeft geen besluit over te worden genomen.",
                "Wmo 2015 art. 2.3.5 lid 2"),
            _ => await db.Zoek(nummer, gebruiker, annulering),
        };

    /// <summary>
    /// The day of receipt of the letter that was recorded under a number; the day that the user gave without such a number.
    /// </summary>
    /// <exception cref="Weigering">
    /// 404: the letter is unknown, or this user may not see it. 422: it is of another dossier, of another kind, or of another day.
    /// </exception>
    public static async Task<DateOnly> Ontvangstdag(this BeschikkingenDb db, Briefherkenning brief, DateOnly? genoemd,
        IEnumerable<Beslisplicht> zaken, Gebruiker gebruiker, CancellationToken annulering)
    {
        if (brief.Nummer is not { } nummer) return genoemd!.Value;
        var (dossier, dag) = await Lees();
        if (zaken.Any(z => z.Dossiernummer != dossier))
            throw Weigering.Regel("brief-van-ander-dossier", $"{nummer} hoort niet bij dit dossier. Controleer het nummer van de brief.",
                Grondslag, "briefnummer");
        if (genoemd is not null && genoemd != dag)
            throw Weigering.Regel("dag-van-de-brief",
                $"{nummer} is ontvangen op {Datumtekst.Voluit(dag)}. Die dag telt. Laat de dag weg, of verbeter die bij de brief zelf.",
                Grondslag, "ontvangenOp");
        return dag;

        async Task<(string Dossier, DateOnly Dag)> Lees()
        {
            if (brief.Soort == Briefsoort.Bezwaar)
            {
                var bezwaar = await db.ZoekBezwaar(nummer, gebruiker, annulering);
                // Awb 6:15 lid 3 lets the day at another office count for the bezwaar only.
                return (bezwaar.Dossiernummer, bezwaar.Ontvangst.OntvangenOp);
            }
            var klacht = await db.ZoekKlacht(nummer, gebruiker, annulering);
            return (klacht.Dossiernummer, klacht.OntvangenOp);
        }
    }
}
