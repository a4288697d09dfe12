using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>
/// The decision answers the whole aanvraag: one outcome for every voorziening that was asked, and for nothing else (Wmo 2015 art. 2.3.5).
/// When nothing was indicated there is one refusal, of the whole.
/// </summary>
internal static class ElkeVoorzieningEenUitkomst
{
    /// <exception cref="Weigering">422.</exception>
    public static void Eis(IReadOnlyList<Voorzieningbesluit> besluiten, IReadOnlyList<GekozenVoorziening> gevraagd)
    {
        if (gevraagd.Count == 0)
        {
            if (besluiten is not [{ VoorzieningId: null, Uitkomst: Uitkomst.Afwijzen, Periode: null, Omvang: null, Budget: null }])
                throw Weigering.Regel("alleen-afwijzen",
                    "Er is geen hulp geïndiceerd. U kunt de aanvraag alleen als geheel afwijzen, met een motivering.",
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
