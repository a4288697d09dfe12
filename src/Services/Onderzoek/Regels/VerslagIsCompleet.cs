using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Onderzoeken.Regels;

/// <summary>
/// A verslag describes the outcome of the whole onderzoek (Wmo 2015 art. 2.3.2 lid 4 and 8). It needs a held gesprek, every topic of the
/// law, an indicatie or a reasoned no, a choice for every indicatie, and the resident's personal data.
/// </summary>
internal static class VerslagIsCompleet
{
    private const string Onderwerpen = "Wmo 2015 art. 2.3.2 lid 4";
    private const string Identiteit = "Wmo 2015 art. 2.3.4";

    /// <exception cref="Weigering">409, naming the first thing that is missing.</exception>
    public static void Eis(Onderzoek onderzoek)
    {
        EisGesprek(onderzoek);
        var besproken = onderzoek.Gesprekken.Where(g => g.Onderwerpen is not null).SelectMany(g => g.Onderwerpen!.Alle())
            .ToLookup(o => o.Naam, o => o.Tekst);
        var ontbreekt = besproken.Where(o => o.All(string.IsNullOrWhiteSpace)).Select(o => o.Key).ToArray();
        if (ontbreekt.Length > 0)
            throw Weigering.Toestand("onderwerpen-ontbreken",
                $"Nog niet onderzocht: {string.Join(", ", ontbreekt)}. Bespreek dit in een gesprek en leg het vast.", Onderwerpen);
        if (onderzoek.Indicaties.Count == 0 && onderzoek.MotiveringGeenIndicatie is null)
            throw Weigering.Toestand("indicatie-ontbreekt", "Stel eerst een indicatie, of leg uit waarom er geen indicatie is.",
                "Wmo 2015 art. 2.3.5 lid 3");
        if (onderzoek.Indicaties.Any(i => i.Leveringsvorm is null))
            throw Weigering.Toestand("keuze-ontbreekt",
                "Niet voor elke indicatie is gekozen tussen zorg in natura en pgb. Vraag de inwoner te kiezen.",
                "Wmo 2015 art. 2.3.2 lid 6");
        if (onderzoek.Persoon is null)
            throw Weigering.Toestand("persoon-onbekend",
                "De gegevens uit de BRP zijn er nog niet. "
                + "Wacht tot de BRP antwoordt, of stel de identiteit vast als de BRP de inwoner niet kent.", Identiteit);
    }

    /// <exception cref="Weigering">409: no gesprek was held.</exception>
    public static void EisGesprek(Onderzoek onderzoek)
    {
        if (!onderzoek.Gesprekken.Any(g => g.IsGevoerd))
            throw Weigering.Toestand("gesprek-ontbreekt", "Er is nog geen gesprek gevoerd. Leg eerst een gesprek vast.", Onderwerpen);
    }
}
