using WmoPlatform.Beschikkingen.Herzieningen;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>
/// A decision that gives less works back in time only when the person gave incorrect data (Wmo 2015 art. 2.3.10 lid 1 a) or knew, or should
/// have known, what had to be reported (art. 2.3.8). Otherwise it works from a later day, after a fair transition. A mistake of the
/// municipality is no ground to go back.
/// </summary>
internal static class NietZomaarTerug
{
    private const string Grondslag = "Wmo 2015 art. 2.3.10";

    /// <exception cref="Weigering">422.</exception>
    public static void Eis(Herziening herziening, Voorziening voorziening, DateOnly bekendmaking, Herzieningsbeleid beleid)
    {
        var vanaf = herziening.MinderVanaf(voorziening);
        if (herziening.Grond == Herzieningsgrond.OnjuisteGegevens || herziening.RedenTerug is not null)
        {
            if (vanaf <= bekendmaking && herziening.RedenTerug is null)
                throw Weigering.Regel("reden-terug-ontbreekt",
                    "Leg uit waarom het besluit terugwerkt: wat de inwoner onjuist of niet heeft gemeld, en sinds wanneer.",
                    "Wmo 2015 art. 2.3.8", "redenTerug");
            return;
        }
        if (vanaf <= bekendmaking)
            throw Weigering.Regel("niet-terug",
                "Minder hulp met terugwerkende kracht kan alleen als de inwoner onjuiste gegevens gaf, of wist of kon weten dat iets "
                + "gemeld moest worden. Een fout van de gemeente is geen reden. Kies een latere dag.", "Wmo 2015 art. 2.3.8", "vanaf");
        if (beleid.EersteDagVanMinder(bekendmaking) is var eerste && vanaf < eerste)
            throw Weigering.Regel("overgang-te-kort",
                $"De inwoner heeft tijd nodig om zich aan te passen. Kies {Datumtekst.Voluit(eerste)} of later.", Grondslag, "vanaf");
    }
}
