using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>Nothing runs, changes or ends without a decision that says so. Within a decision, the municipality chooses how it is carried out.</summary>
internal static class Besluitnodig
{
    private const string Code = "besluit-nodig";
    private const string Grondslag = "Wmo 2015 art. 2.3.5";

    /// <summary>No help in kind is granted for those days.</summary>
    public static Weigering Niets() => Weigering.Regel(Code,
        "Voor deze dagen is geen hulp in natura (meer) toegekend. Neem eerst een besluit over de voorziening; "
        + "de toewijzing volgt daar vanzelf uit.", Grondslag);
}
