using WmoPlatform.Beschikkingen.Besluiten;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>
/// Before a decision that gives less, the person could answer the intention (Awb 4:8), unless hearing could not wait or could not help
/// (Awb 4:11), which has a reason.
/// </summary>
internal static class InwonerIsGehoord
{
    /// <exception cref="Weigering">409.</exception>
    public static void Eis(Voornemen? voornemen, string? geenHoorplicht, DateOnly vandaag)
    {
        if (geenHoorplicht is not null) return;
        if (voornemen is null)
            throw Weigering.Toestand("eerst-horen",
                "De inwoner krijgt minder dan nu. Stuur eerst een voornemen en geef de inwoner tijd om te reageren. Kan dat niet wachten? "
                + "Noem dan waarom.", "Awb art. 4:8");
        if (voornemen.Loopt(vandaag))
            throw Weigering.Toestand("zienswijze-loopt-nog",
                $"De inwoner kan nog reageren tot en met {Datumtekst.Voluit(voornemen.Uiterlijk)}. Wacht dat af.", "Awb art. 4:8");
    }
}
