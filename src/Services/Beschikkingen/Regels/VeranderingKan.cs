using WmoPlatform.Beschikkingen.Herzieningen;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>
/// A herziening changes something. A wish of the person has a day, and works from that day at the earliest; the person does not give up
/// help that was given. Only a court lifts what it gave (Awb 8:87), unless the person wants none of it any more.
/// </summary>
internal static class VeranderingKan
{
    private const string Grondslag = "Wmo 2015 art. 2.3.10";

    /// <exception cref="Weigering">422.</exception>
    public static void Eis(Herziening herziening, Voorziening voorziening, DateOnly vandaag)
    {
        var (verandering, delen) = (herziening.Verandering, voorziening.Eigen);
        if (verandering is { Einde: true }
            and not { Einddatum: null, Product: null, Omvang: null, Leveringsvorm: null, Agb: null, Budget: null })
            throw Weigering.Regel("einde-of-wijziging", "Eindigt de hulp? Laat dan de rest weg.", Grondslag, "verandering");
        if (verandering.Einddatum < verandering.Vanaf)
            throw Weigering.Regel("einde-voor-begin", "De laatste dag ligt voor de eerste. Controleer de dagen.", Grondslag, "einddatum");
        Dagregel.EisDichtbij(verandering.Einde ? verandering.Vanaf : null, vandaag, "vanaf");
        var nieuw = herziening.Nieuw(voorziening);
        DelenKloppen.Eis(nieuw);
        var eindigtRechter = herziening.EindigtRechtershulp(voorziening);
        if (nieuw.SequenceEqual(delen) && !eindigtRechter)
            throw verandering.Einde && herziening.RaaktRechtershulp(voorziening) ? VanDeRechter() : Weigering.Regel("niets-gewijzigd",
                "Zo blijft de hulp zoals die is. Vul in wat er anders wordt.", Grondslag, "verandering");
        if (!herziening.WilDeInwoner) return;
        if (herziening.WilVan is not { } dag)
            throw Weigering.Regel("dag-van-de-wens-ontbreekt",
                "Vul de dag in waarop de inwoner dit vroeg of ermee instemde.", "Awb art. 3:2", "gevraagdOp");
        if (dag > vandaag)
            throw Weigering.Regel("dag-in-de-toekomst", "Deze dag ligt in de toekomst. Leg vast wat er is gebeurd, niet wat er komt.",
                veld: "gevraagdOp");
        if ((eindigtRechter || herziening.IsNadelig(voorziening)) && verandering.Vanaf <= dag && verandering.Vanaf <= vandaag)
            throw Weigering.Regel("niet-terug",
                $"De hulp kan op verzoek eindigen of minder worden vanaf {Datumtekst.Voluit(Overgang.DagNa(dag))}. Kies een latere dag.",
                "Wmo 2015 art. 2.3.10", "vanaf");
    }

    private static Weigering VanDeRechter() => Weigering.Toestand("hulp-van-de-rechter",
        "De rechter gaf deze hulp. De gemeente kan die niet zelf laten eindigen. Vraag de rechter om dat te doen. Wil de inwoner de hulp "
        + "niet meer, leg dan een opzegging vast.", "Awb art. 8:87");
}
