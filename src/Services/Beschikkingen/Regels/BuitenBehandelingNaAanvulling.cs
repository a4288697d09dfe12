using WmoPlatform.Beschikkingen.Beslistermijnen;
using WmoPlatform.Beschikkingen.Besluiten;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>
/// A voorziening is left aside only if the applicant could complete the aanvraag for it and did not, and only within four weeks after that
/// (Awb 4:5 lid 1 and 4). After these weeks only a decision on substance is left, and asking again is over. Nobody has to complete the
/// aanvraag of who died.
/// </summary>
internal static class BuitenBehandelingNaAanvulling
{
    private const string Grondslag = "Awb art. 4:5";

    /// <exception cref="Weigering">422.</exception>
    public static void Eis(Voorzieningbesluit besluit, Beslistermijn termijn, DateOnly dag, bool isOverleden)
    {
        if (besluit.Uitkomst != Uitkomst.BuitenBehandeling || isOverleden) return;
        if (termijn.BuitenBehandeling(besluit.VoorzieningId, dag) is not { } buiten)
            throw Weigering.Regel("eerst-laten-aanvullen", termijn.Onvolledig.Any(v => v.MistVoor(besluit.VoorzieningId))
                ? "De termijn om de aanvraag aan te vullen loopt nog. Wacht die af, of beslis inhoudelijk."
                : "Voor deze hulp ontbreekt niets. Vraag eerst om aanvulling als er iets ontbreekt, of beslis inhoudelijk.",
                Grondslag, "besluiten");
        if (dag > buiten.Uiterlijk)
            throw Weigering.Regel("buiten-behandeling-te-laat",
                $"Buiten behandeling laten kon tot en met {Datumtekst.Voluit(buiten.Uiterlijk)}. Beslis nu inhoudelijk.",
                $"{Grondslag} lid 4", "besluiten");
    }

    /// <summary>What was not completed is asked once: after its four weeks the municipality decides on substance.</summary>
    /// <exception cref="Weigering">422.</exception>
    public static void EisNietVoorbij(IReadOnlyList<GevraagdStuk> stukken, Beslistermijn termijn, DateOnly vandaag)
    {
        if (stukken.Select(s => termijn.BuitenBehandeling(s.VoorzieningId, vandaag)).FirstOrDefault(b => b?.Uiterlijk < vandaag) is { } was)
            throw Weigering.Regel("aanvullen-voorbij",
                $"De inwoner vulde de aanvraag eerder niet aan. Buiten behandeling laten kon tot en met "
                + $"{Datumtekst.Voluit(was.Uiterlijk)}. Vraag niet opnieuw, maar beslis nu inhoudelijk op wat er is.",
                $"{Grondslag} lid 4", "stukken");
    }
}
