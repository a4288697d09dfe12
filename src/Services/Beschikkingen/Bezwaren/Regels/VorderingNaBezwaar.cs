using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Bezwaren.Regels;

/// <summary>A founded bezwaar against a claim says how much is claimed from then on: less than before, or nothing (Awb 7:11).</summary>
internal static class VorderingNaBezwaar
{
    private const string Grondslag = "Awb art. 7:11 lid 2";

    /// <param name="besluit">The decision on the bezwaar.</param>
    /// <param name="gevorderd">Euros that are claimed now; null when the decision objected to is no claim.</param>
    /// <exception cref="Weigering">422.</exception>
    public static void Eis(Bezwaarbesluit besluit, decimal? gevorderd)
    {
        if (gevorderd is not { } bedrag || besluit.Uitkomst != Bezwaaruitkomst.Gegrond)
        {
            if (besluit.Vordering is not null)
                throw Weigering.Regel("geen-terugvordering",
                    "Noem alleen een bedrag als een bezwaar tegen een terugvordering gegrond is. Laat het anders weg.", Grondslag,
                    "vordering");
            return;
        }
        if (besluit.Vordering is not { } blijft)
            throw Weigering.Regel("vordering-ontbreekt",
                $"Er wordt {Datumtekst.Euro(bedrag)} teruggevorderd. Vul in hoeveel dat nog is; 0 als het niets meer is.", Grondslag,
                "vordering");
        if (blijft >= bedrag && bedrag > 0)
            throw Weigering.Regel("vordering-niet-minder",
                $"Er wordt {Datumtekst.Euro(bedrag)} teruggevorderd. Een gegrond bezwaar maakt dat minder. Kies een lager bedrag.",
                Grondslag, "vordering");
    }
}
