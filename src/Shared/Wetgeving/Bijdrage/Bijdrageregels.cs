using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Wetgeving;

/// <summary>Whether a voorziening is signalled to the CAK.</summary>
/// <param name="Signaleren">Whether the CAK must know of the start.</param>
/// <param name="Reden">The reason why it is not signalled; null when it is.</param>
/// <param name="Stappen">The derivation, in order.</param>
public sealed record Bijdragebeoordeling(bool Signaleren, Bijdragevrij? Reden, IReadOnlyList<Stap> Stappen);

/// <summary>Why a voorziening is not signalled to the CAK. Events carry the same names (<c>NietVerschuldigd</c> in Contracts).</summary>
public enum Bijdragevrij
{
    /// <summary>The person is under 18.</summary>
    JongerDan18,
    /// <summary>It is a wheelchair.</summary>
    Rolstoel,
    /// <summary>It is beschermd wonen or opvang.</summary>
    BeschermdWonenOfOpvang,
}

/// <summary>The first and last date that the CAK accepts in a message of one day.</summary>
/// <param name="Vroegst">First date allowed.</param>
/// <param name="Laatst">Last date allowed.</param>
/// <param name="Stappen">The derivation, in order.</param>
public sealed record Bijdragevenster(DateOnly Vroegst, DateOnly Laatst, IReadOnlyList<Stap> Stappen);

/// <summary>
/// The eigen bijdrage (Wmo 2015 art. 2.1.4 and further). The CAK computes and collects it. The municipality only signals, and shows the
/// amount for information.
/// </summary>
public static class Bijdrageregels
{
    // Each ground for no contribution, with its article.
    private const string Minderjarig = "Wmo 2015 art. 2.1.4";
    private const string Ouders = "Wmo 2015 art. 2.1.5";
    private const string VrijeRolstoel = "Uitvoeringsbesluit Wmo 2015 (rolstoel vrijgesteld)";
    private const string AndereBijdrage = "Uitvoeringsbesluit Wmo 2015, bijdrage voor beschermd wonen en opvang";

    /// <summary>Product category of wheelchairs (code list WMO020).</summary>
    public const string Rolstoelen = "11";

    /// <summary>Product category of housing adaptations (code list WMO020).</summary>
    public const string Woonvoorzieningen = "13";

    /// <summary>
    /// Product categories of beschermd wonen and opvang (code list WMO020), which have another contribution with its own messages.
    /// </summary>
    public static IReadOnlyList<string> BeschermdWonenEnOpvang { get; } = ["15", "16", "17", "18"];

    /// <summary>First date of the abonnementstarief per month (iEb CS332).</summary>
    public static readonly DateOnly EersteDatum = new(2020, 1, 1);

    /// <summary>The abonnementstarief in euros per month and household (Wmo 2015 art. 2.1.4a; indexed yearly, art. 2.1.4b lid 4).</summary>
    public static Tabel<decimal> Abonnementstarief { get; } = new("abonnementstarief eigen bijdrage",
        new Rij<decimal>(new(2020, 1, 1), new(2023, 12, 31), 19.00m, "Wmo 2015 art. 2.1.4a, abonnementstarief 2020 tot en met 2023"),
        new Rij<decimal>(new(2024, 1, 1), new(2024, 12, 31), 20.60m, "Wmo 2015 art. 2.1.4a, geïndexeerd voor 2024"),
        new Rij<decimal>(new(2025, 1, 1), new(2025, 12, 31), 21.00m, "Wmo 2015 art. 2.1.4a, geïndexeerd voor 2025"),
        new Rij<decimal>(new(2026, 1, 1), new(2026, 12, 31), 21.80m, "Wmo 2015 art. 2.1.4a, geïndexeerd voor 2026"));

    /// <summary>The amount in euros per month and household on a day, for information only.</summary>
    /// <exception cref="GegevensOntbrekenException">The table has no row for that day.</exception>
    public static decimal Maandbedrag(DateOnly datum) => Abonnementstarief.Op(datum).Waarde;

    /// <summary>
    /// Whether a voorziening is signalled to the CAK. It is not for a person under 18, for a wheelchair, and for beschermd wonen and opvang
    /// (Wmo 2015 art. 2.1.4 and 2.1.5). A person with Wlz care gets no Wmo help (art. 2.3.5 lid 6). Only the CAK knows households.
    /// </summary>
    /// <param name="startdatum">The day the voorziening starts.</param>
    /// <param name="geboortedatum">Date of birth. A person born on 29 February turns a year older on 1 March in a common year.</param>
    /// <param name="productcategorie">Two digits (code list WMO020).</param>
    public static Bijdragebeoordeling Beoordeel(DateOnly startdatum, DateOnly geboortedatum, string productcategorie)
    {
        var achttien = Leeftijd.Verjaardag(geboortedatum, 18);
        if (startdatum < achttien)
        {
            var stappen = new List<Stap>
            {
                new(achttien, $"U bent nog geen 18 jaar op {Voluit(startdatum)}. U betaalt geen eigen bijdrage.", Minderjarig),
            };
            if (productcategorie == Woonvoorzieningen)
                stappen.Add(new(null,
                    "Voor een woningaanpassing voor een kind kan de gemeente de ouders wel een bijdrage vragen. "
                    + "Dat beoordeelt een medewerker.",
                    Ouders));
            return new(false, Bijdragevrij.JongerDan18, stappen);
        }

        return productcategorie == Rolstoelen
                ? new(false, Bijdragevrij.Rolstoel, [new(null, "Voor een rolstoel betaalt u geen eigen bijdrage.", VrijeRolstoel)])
            : BeschermdWonenEnOpvang.Contains(productcategorie)
                ? new(false, Bijdragevrij.BeschermdWonenOfOpvang,
                    [new(null, "Voor beschermd wonen en opvang geldt een andere bijdrage. Die loopt niet via het abonnementstarief.",
                        AndereBijdrage)])
            : new(true, null, [new(startdatum, $"U betaalt een eigen bijdrage. De hulp begint op {Voluit(startdatum)}.",
                Artikel.Bijdragebedrag)]);
    }

    /// <summary>
    /// The dates that a message to the CAK may carry (iEb OP241, OP242, CS332). The CAK's limits differ per release, so they are
    /// parameters.
    /// </summary>
    /// <param name="dagtekening">The day the message is dated.</param>
    /// <param name="maandenTerug">Calendar months a date may lie back.</param>
    /// <param name="maandenVooruit">Calendar months a date may lie ahead.</param>
    public static Bijdragevenster Venster(DateOnly dagtekening, int maandenTerug = 12, int maandenVooruit = 1)
    {
        var terug = dagtekening.AddMonths(-maandenTerug);
        var vroegst = terug < EersteDatum ? EersteDatum : terug;
        var laatst = dagtekening.AddMonths(maandenVooruit);
        return new(vroegst, laatst,
        [
            new(vroegst, $"Een bericht van {Voluit(dagtekening)} gaat over een datum vanaf {Voluit(vroegst)}.", Artikel.CakVroegst),
            new(laatst, $"De datum ligt niet later dan {Voluit(laatst)}.", Artikel.CakLaatst),
        ]);
    }

    /// <summary>The first day of a new start after a stop: the next day, so that no day is reported twice.</summary>
    /// <param name="stop">The last day that was reported.</param>
    public static DateOnly NaStop(DateOnly stop) => stop.AddDays(1);
}
