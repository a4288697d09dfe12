using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Bezwaren.Regels;

/// <summary>Nothing is decided without the advice of the commission. A decision that deviates from it says why (Awb 7:13 lid 7).</summary>
internal static class AdviesIsGewogen
{
    private const string Grondslag = "Awb art. 7:13 lid 7";

    /// <exception cref="Weigering">409 or 422.</exception>
    public static void Eis(Bezwaarbesluit besluit, Commissieadvies? advies, bool commissie)
    {
        if (commissie && advies is null)
            throw Weigering.Toestand("advies-ontbreekt", "Het advies van de commissie is er nog niet. Wacht het af.", "Awb art. 7:13");
        if (advies is null && besluit.AfwijkingAdvies is not null)
            throw Weigering.Regel("geen-advies", "Er is geen advies om van af te wijken. Laat dit weg.", Grondslag, "afwijkingAdvies");
        if (advies is not null && advies.Strekking != besluit.Uitkomst && string.IsNullOrWhiteSpace(besluit.AfwijkingAdvies))
            throw Weigering.Regel("afwijking-niet-uitgelegd",
                "U beslist anders dan de commissie adviseert. Leg uit waarom; dat komt in de beslissing.", Grondslag, "afwijkingAdvies");
    }
}
