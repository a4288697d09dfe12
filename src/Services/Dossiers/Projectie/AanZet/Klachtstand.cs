using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Dossiers.Projectie;

/// <summary>Who must act on a klacht.</summary>
internal static class Klachtstand
{
    /// <param name="feiten">The facts of the klacht alone.</param>
    /// <param name="termijnen">The terms of the klacht, and those of the dossier as a whole.</param>
    public static Stand Van(Feiten feiten, IReadOnlyList<Termijnstand> termijnen)
    {
        if (feiten.Heeft<KlachtAfgerond>())
            return new(Dossierstatus.KlachtAfgehandeld, Wie.Niemand, "De klacht is afgerond. Er hoeft niets meer te gebeuren.");
        var (wie, wat, dag) = Stap(feiten, termijnen);
        return new(Dossierstatus.Klacht, wie, wat, dag ?? termijnen.Loopt(Termijnen.Klacht));
    }

    private static (Wie Wie, string Wat, DateOnly? Dag) Stap(Feiten feiten, IReadOnlyList<Termijnstand> termijnen)
    {
        var over = feiten.Eerste<KlachtOntvangen>()?.Over;
        if (over == Klachtonderwerp.Aanbieder)
            return (Wie.Consulent, "De klacht gaat over een zorgaanbieder. De consulent wijst de inwoner de weg naar diens klachtregeling.",
                null);
        if (over == Klachtonderwerp.Besluit && !feiten.Heeft<KlachtbedoelingBekend>())
            return termijnen.Loopt(Termijnen.Klachtvraag) is { } vraag
                ? (Wie.Inwoner, "De inwoner laat weten of de klacht als bezwaar is bedoeld.", vraag)
                : (Wie.Consulent, "De klacht gaat over een besluit. De consulent vraagt de inwoner of een bezwaar is bedoeld.", null);
        if (feiten.Alle<KlachtafschriftGegeven>().Count() > feiten.Alle<BeklaagdeGehoord>().Count() && feiten.Heeft<KlagerGehoord>())
            return (Wie.Consulent, "De medewerker over wie de klacht gaat, kan er nog over vertellen. De consulent legt dat vast.", null);
        if (feiten.Heeft<KlachtcommissieIngeschakeld>() && !feiten.Heeft<KlachtadviesOntvangen>() && feiten.Heeft<KlagerGehoord>())
            return (Wie.Backoffice, "De commissie geeft advies over de klacht. De backoffice legt vast dat het binnen is.", null);
        if (feiten.Heeft<KlagerGehoord>())
            return (Wie.Beslisser, "Een beslisser die er niet bij betrokken was, oordeelt over de klacht.", null);
        return feiten.Laatste<KlachtgesprekGepland>() is { } gesprek
            ? (Wie.Consulent, $"De inwoner vertelt over de klacht op {ZonderWeekdag(gesprek.Tijdstip.Dag())}. Iemand die er niet bij "
                + "betrokken was, legt het verslag vast.", null)
            : (Wie.Consulent, "De consulent belt de inwoner om de klacht op te lossen. Lukt dat niet, dan nodigt de consulent de inwoner "
                + "uit om erover te vertellen.", null);
    }
}
