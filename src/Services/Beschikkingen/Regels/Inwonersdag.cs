using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>A resident does something today. Only the municipality records what happened before.</summary>
internal static class Inwonersdag
{
    /// <summary>The day that counts: today when none was given.</summary>
    /// <exception cref="Weigering">422: a resident gave another day.</exception>
    public static DateOnly EigenDag(this Gebruiker gebruiker, DateOnly? dag, TimeProvider klok, string veld)
    {
        var vandaag = klok.Vandaag();
        if (dag is null || dag == vandaag || gebruiker.IsMedewerker()) return dag ?? vandaag;
        throw Weigering.Regel("dag-is-vandaag", "U doet dit vandaag. Laat de dag weg.", veld: veld);
    }

    /// <summary>Whether this user works for the municipality.</summary>
    public static bool IsMedewerker(this Gebruiker gebruiker) => gebruiker.ZietAlles || gebruiker.Is(Rollen.Consulent);
}
