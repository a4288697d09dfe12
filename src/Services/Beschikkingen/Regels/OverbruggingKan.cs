using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>
/// Help that ends goes on for the time being only while a decision on more of it is to come (Wmo 2015 art. 2.3.1: who needs help does not
/// go without), and not before its end is near. It is the help that runs, so it cannot go on after it ended.
/// </summary>
internal static class OverbruggingKan
{
    private const string Grondslag = "Wmo 2015 art. 2.3.1";

    /// <param name="voorziening">The help.</param>
    /// <param name="wachtOp">The melding whose aanvraag is to be decided; null without one.</param>
    /// <param name="omvang">The amount of help meanwhile; null when it stays.</param>
    /// <param name="beleid">The choices of today.</param>
    /// <param name="vandaag">Today.</param>
    /// <exception cref="Weigering">409; 422 for what is too early or a total.</exception>
    public static void Eis(
        Voorziening voorziening, string? wachtOp, Omvang? omvang, Tijdelijkbeleid beleid, DateOnly vandaag)
    {
        if (voorziening.EigenTot is not { } einde || einde < vandaag)
            throw Weigering.Toestand("hulp-is-gestopt",
                "Er loopt geen hulp die kan doorlopen. Kan de inwoner niet wachten, beslis dan met spoed over tijdelijke hulp.",
                "Wmo 2015 art. 2.3.3");
        if (voorziening.Eigen[^1].Tijdelijk)
            throw Weigering.Toestand("tijdelijke-hulp-loopt", "Deze hulp loopt al door tot het besluit op de aanvraag.", Grondslag);
        if (wachtOp is null)
            throw Weigering.Toestand("geen-besluit-te-verwachten",
                "Deze inwoner heeft geen melding of aanvraag voor deze hulp waarop nog wordt beslist. Leg eerst een melding vast, of "
                + "verleng de hulp met een herziening.", Grondslag);
        if (einde > beleid.OverbrugTot(vandaag))
            throw Weigering.Regel("overbrugging-te-vroeg",
                $"De hulp loopt nog tot en met {Datumtekst.Voluit(einde)}. Misschien is er dan al een besluit. Wacht tot het einde "
                + "dichterbij is.", Grondslag);
        if ((omvang ?? voorziening.Eigen[^1].Omvang).Frequentie == Voorzieningdelen.Totaal)
            throw Weigering.Regel("omvang-in-totaal",
                "Tijdelijke hulp heeft geen vast einde. Noem een omvang per dag, per week of per maand.", Grondslag, "omvang");
    }
}
