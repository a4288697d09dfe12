using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>Days of what happened, and of what is still to come, lie where they can.</summary>
internal static class Dagregel
{
    /// <summary>A day on which something happened lies neither in the future nor before what it follows.</summary>
    /// <param name="dag">The day.</param>
    /// <param name="vanaf">The first day that is possible.</param>
    /// <param name="vandaag">Today.</param>
    /// <param name="veld">The field of the request.</param>
    /// <param name="waarna">The event of the first day, to follow "voor".</param>
    /// <exception cref="Weigering">422.</exception>
    public static void Eis(DateOnly dag, DateOnly vanaf, DateOnly vandaag, string veld, string waarna)
    {
        if (dag > vandaag)
            throw Weigering.Regel("dag-in-de-toekomst", "Deze dag ligt in de toekomst. Leg vast wat er is gebeurd, niet wat er komt.",
                veld: veld);
        if (dag < vanaf)
            throw Weigering.Regel("dag-te-vroeg", $"Deze dag ligt voor {waarna}, op {Datumtekst.Voluit(vanaf)}. Controleer de dag.",
                veld: veld);
    }

    /// <summary>A last day that is set lies in this year or the next.</summary>
    /// <exception cref="Weigering">422.</exception>
    public static void EisDichtbij(DateOnly? dag, DateOnly vandaag, string veld)
    {
        if (dag?.Year > vandaag.Year + 1)
            throw Weigering.Regel("dag-te-ver", "Deze dag ligt te ver weg. Kies een dag in dit jaar of het volgende.", veld: veld);
    }
}
