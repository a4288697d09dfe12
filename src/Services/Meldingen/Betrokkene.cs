using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Meldingen;

/// <summary>Whom a new melding or dossier is about, and which team handles it. A resident comes only for themselves.</summary>
internal static class Betrokkene
{
    /// <exception cref="Weigering">422: a resident names another person. 400: no valid BSN.</exception>
    public static Bsn VanWie(string? bsnVanInvoer, Gebruiker gebruiker)
    {
        var eigen = KomtZelf(gebruiker);
        if (eigen && bsnVanInvoer is not null && bsnVanInvoer != gebruiker.Bsn)
            throw Weigering.Regel("alleen-voor-uzelf",
                "U kunt dit hier alleen voor uzelf doen. Laat het BSN weg, of bel de gemeente als het voor iemand anders is.",
                veld: "bsn");
        if (!Bsn.TryParse(eigen ? gebruiker.Bsn : bsnVanInvoer, out var bsn))
            throw Weigering.Invoer("bsn", "Vul een geldig BSN in: negen cijfers.");
        return bsn;
    }

    /// <exception cref="Weigering">422: there is no such team, or a resident chooses one.</exception>
    public static string WelkWijkteam(string? keuze, Gebruiker gebruiker, Gemeente gemeente)
    {
        if (keuze is not { } gekozen)
            return gebruiker.Is(Rollen.Consulent) && gebruiker.Teams.Count == 1 ? gebruiker.Teams.First() : gemeente.StandaardWijkteam;
        if (KomtZelf(gebruiker))
            throw Weigering.Regel("wijkteam-kiest-gemeente", "De gemeente kiest welk wijkteam u helpt. Laat het wijkteam weg.",
                veld: "wijkteam");
        return gemeente.AlleWijkteams.Contains(gekozen) ? gekozen
            : throw Weigering.Regel("wijkteam-onbekend",
                $"Dit wijkteam is er niet. Kies uit: {string.Join(", ", gemeente.AlleWijkteams)}.", veld: "wijkteam");
    }

    /// <returns>The day of receipt; null for today.</returns>
    /// <exception cref="Weigering">422: a resident gives a day, which is always the day on which they send it here.</exception>
    public static DateOnly? WelkeOntvangst(DateOnly? ontvangenOp, string? redenLaat, Gebruiker gebruiker) =>
        KomtZelf(gebruiker) && (ontvangenOp is not null || redenLaat is not null)
            ? throw Weigering.Regel("alleen-digitaal-zelf",
                "U doet de melding hier zelf, met de dag van vandaag. Laat de dag van ontvangst weg, of stuur een brief.",
                veld: "ontvangenOp")
            : ontvangenOp;

    private static bool KomtZelf(Gebruiker gebruiker) =>
        !gebruiker.Is(Rollen.Consulent) && !gebruiker.Is(Rollen.Beslisser) && !gebruiker.Is(Rollen.Backoffice);
}
