using WmoPlatform.Beschikkingen.Besluiten;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>
/// A decision gives exactly one outcome per requested voorziening, also without an indicatie, and nothing else (Wmo 2015 art. 2.3.5). While
/// nothing is indicated and nobody recorded what is asked, the only possible decision is one refusal of the whole aanvraag.
/// </summary>
internal static class ElkeVoorzieningEenUitkomst
{
    /// <exception cref="Weigering">422.</exception>
    public static void Eis(IReadOnlyList<Voorzieningbesluit> besluiten, IReadOnlyList<GekozenVoorziening> gevraagd)
    {
        if (gevraagd.Count == 0)
        {
            if (besluiten is not [{ VoorzieningId: null, Uitkomst: Uitkomst.Afwijzen, PgbWeigering: null } een] || een.GeeftIets)
                throw Weigering.Regel("alleen-afwijzen",
                    "Er is geen hulp geïndiceerd. U kunt de aanvraag alleen als geheel afwijzen, met een motivering. Kwam de aanvraag "
                    + "zonder verslag, neem dan eerst de uitkomst van het onderzoek over; een verslag is daarvoor niet nodig. Vroeg "
                    + "de inwoner om bepaalde hulp, leg die dan eerst vast.",
                    "Wmo 2015 art. 2.3.5 lid 3", veld: "besluiten");
        }
        else if (besluiten.Count != gevraagd.Count || !besluiten.Select(b => b.VoorzieningId).ToHashSet()
            .SetEquals(gevraagd.Select(v => (Guid?)v.VoorzieningId)))
        {
            throw Weigering.Regel("een-uitkomst-per-voorziening", "Geef voor elke gevraagde voorziening precies één uitkomst.",
                "Wmo 2015 art. 2.3.5", veld: "besluiten");
        }
    }
}
