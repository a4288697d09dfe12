namespace WmoPlatform.Wetgeving;

/// <summary>The fact that starts a term, in the two ways a sentence needs it.</summary>
/// <param name="Aanhef">Before a date: "Wij ontvingen uw melding op".</param>
/// <param name="Naam">After "na": "de ontvangst van uw melding".</param>
internal sealed record Feit(string Aanhef, string Naam)
{
    public static readonly Feit Melding = new("Wij ontvingen uw melding op", "de ontvangst van uw melding");
    public static readonly Feit Aanvraag = new("Wij ontvingen uw aanvraag op", "de ontvangst van uw aanvraag");
    public static readonly Feit Bekendmaking = new("Wij maakten het besluit bekend op", "de bekendmaking van het besluit");
    public static readonly Feit Aanvulling = new("De aanvulling of de termijn daarvoor eindigde op", "dat einde");
    public static readonly Feit Wijziging = new("Wij ontvingen uw wijziging op", "de ontvangst van uw wijziging");
    public static readonly Feit Bericht = new("Het bericht is ontvangen op", "de ontvangst van het bericht");
    public static readonly Feit BeginHulp = new("De hulp is begonnen op", "het begin van de hulp");
    public static readonly Feit Verzoek = new("Het verzoek is ontvangen op", "de ontvangst van het verzoek");
    public static readonly Feit Declaratie = new("De declaratie is ontvangen op", "de ontvangst van de declaratie");
    public static readonly Feit IngangPgb = new("Het persoonsgebonden budget gaat in op", "de ingang van het budget");
    public static readonly Feit EindeBudget = new("Het budget of het budgetjaar eindigt op", "dat einde");
}
