namespace WmoPlatform.Wetgeving;

/// <summary>The fact that starts a term, in the two forms that a sentence needs.</summary>
/// <param name="Aanhef">Before a date: "Wij ontvingen uw melding op".</param>
/// <param name="Naam">After "na": "de ontvangst van uw melding".</param>
internal readonly record struct Feit(string Aanhef, string Naam)
{
    public static Feit Melding => new("Wij ontvingen uw melding op", "de ontvangst van uw melding");
    public static Feit Aanvraag => new("Wij ontvingen uw aanvraag op", "de ontvangst van uw aanvraag");
    public static Feit Bekendmaking => new("Wij maakten het besluit bekend op", "de bekendmaking van het besluit");
    public static Feit Aanvulling => new("De aanvulling of de termijn daarvoor eindigde op", "dat einde");
    public static Feit Klacht => new("Wij ontvingen uw klacht op", "de ontvangst van uw klacht");
    public static Feit BeslissingOpBezwaar => new("Wij maakten de beslissing op uw bezwaar bekend op", "die bekendmaking");
    public static Feit Uitspraak => new("De rechter verstuurde de uitspraak op", "die verzending");
    public static Feit Beroepschrift => new("De rechter stuurde ons het beroepschrift op", "die verzending");
    public static Feit Geldbesluit => new("Wij maakten het besluit over de betaling bekend op", "die bekendmaking");
    public static Feit Wijziging => new("Wij ontvingen uw wijziging op", "de ontvangst van uw wijziging");
    public static Feit Zorgstop => new("De zorgaanbieder meldde dat de hulp is gestopt op", "die melding");
    public static Feit Bericht => new("Het bericht is ontvangen op", "de ontvangst van het bericht");
    public static Feit BeginHulp => new("De hulp is begonnen op", "het begin van de hulp");
    public static Feit Verzoek => new("Het verzoek is ontvangen op", "de ontvangst van het verzoek");
    public static Feit Declaratie => new("De declaratie is ontvangen op", "de ontvangst van de declaratie");
    public static Feit IngangPgb => new("Het persoonsgebonden budget gaat in op", "de ingang van het budget");
    public static Feit EindeBudget => new("Het budget of het budgetjaar eindigt op", "dat einde");
}
