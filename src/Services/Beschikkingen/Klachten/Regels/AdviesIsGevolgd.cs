using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Klachten.Regels;

/// <summary>
/// Once a commission is to advise, its advice is there, and who departs from it says why (Awb 9:14, 9:16).
/// </summary>
internal static class AdviesIsGevolgd
{
    /// <exception cref="Weigering">409: no advice yet. 422: no reason to depart from it, or one without departing.</exception>
    public static void Eis(Klacht klacht, Klachtafloop oordeel, string? afwijking)
    {
        if (klacht.Termijn.CommissieGemeldOp is not null && klacht.Advies is null)
            throw Weigering.Toestand("advies-ontbreekt", "De commissie heeft nog niet geadviseerd. Wacht op het advies, en leg het vast.",
                "Awb art. 9:15 lid 3");
        var wijktAf = klacht.Advies is { } advies && advies.Oordeel != oordeel;
        if (wijktAf && afwijking is null)
            throw Weigering.Regel("afwijking-zonder-reden", "U wijkt af van het advies van de commissie. Leg uit waarom.", "Awb art. 9:16",
                "redenAfwijkingAdvies");
        if (!wijktAf && afwijking is not null)
            throw Weigering.Regel("geen-afwijking", "Uw oordeel wijkt niet af van een advies. Laat die reden weg.", "Awb art. 9:16",
                "redenAfwijkingAdvies");
    }
}
