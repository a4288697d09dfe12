using WmoPlatform.Beschikkingen.Besluiten;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>
/// The indicatie and the pgb-toets are the advice to the beslisser. Who decides against it says why, because the reasons must carry the
/// decision (Awb 3:46).
/// </summary>
internal static class AfwijkingVraagtReden
{
    private const string Grondslag = "Awb art. 3:46";

    /// <param name="besluit">The decision.</param>
    /// <param name="gevraagd">The requested voorziening; null when an aanvraag without any is refused as a whole.</param>
    /// <param name="indicatie">The help as the onderzoek found it; null when it found no need for it.</param>
    /// <param name="pgbPast">The outcome of the pgb-toets; null without one.</param>
    /// <param name="alleenVorm">Whether only the form is decided on, so that only the pgb-toets advised.</param>
    /// <exception cref="Weigering">422.</exception>
    public static void Eis(Voorzieningbesluit besluit, GekozenVoorziening? gevraagd, GekozenVoorziening? indicatie, bool? pgbPast,
        bool alleenVorm = false)
    {
        var wijktAf = alleenVorm ? besluit.PgbWeigering is not null && pgbPast == true
            : WijktAf(besluit, gevraagd, indicatie, pgbPast);
        if (wijktAf == !string.IsNullOrWhiteSpace(besluit.RedenAfwijkingAdvies)) return;
        throw string.IsNullOrWhiteSpace(besluit.RedenAfwijkingAdvies)
            ? Weigering.Regel("reden-afwijking-ontbreekt",
                "Dit is anders dan het onderzoek of de pgb-toets adviseert. Leg uit waarom u daarvan afwijkt.", Grondslag, "besluiten")
            : Weigering.Regel("volgt-het-advies", "Dit besluit volgt het advies. Laat de reden om af te wijken weg.", Grondslag,
                "besluiten");
    }

    /// <summary>
    /// Less or more than indicated is against the advice, and so is a refused pgb that the toets found fit. A refused pgb without zorg in
    /// natura follows from the person's own no. Help without an indicatie is refused as advised.
    /// </summary>
    private static bool WijktAf(
        Voorzieningbesluit besluit, GekozenVoorziening? gevraagd, GekozenVoorziening? indicatie, bool? pgbPast)
    {
        if (gevraagd is null) return false;
        if (indicatie is null) return besluit.IsToegekend;
        return (besluit.IsToegekend && !besluit.Geeft(gevraagd, indicatie))
            || besluit is { Uitkomst: Uitkomst.Afwijzen, PgbWeigering: null }
            || (besluit.PgbWeigering is not null && pgbPast == true);
    }
}
