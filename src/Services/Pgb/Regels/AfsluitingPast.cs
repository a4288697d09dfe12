using WmoPlatform.Contracts;

namespace WmoPlatform.Pgb.Regels;

/// <summary>Compares a WMO507 with the situations that were reported to the SVB (iPgb TR509, TR510, TR512).</summary>
internal static class AfsluitingPast
{
    // The code list of iPgb is not public. These codes follow the pattern of iWmo: a 9 and the number of the rule.
    /// <summary>TR509: no budget of this person was reported.</summary>
    public const string AnderePersoon = "9509";
    /// <summary>TR510: no such part of a budget was reported.</summary>
    public const string GeenBudget = "9510";
    /// <summary>TR512: more was spent than granted, and the reason is not a conflict.</summary>
    public const string ConflictVerzwegen = "9512";

    /// <summary>
    /// Whether a closing can belong to this part. Its period is that of the part (OP528). At the turn of a year that the part crosses, its
    /// period may also end with that year, because the standard leaves this open.
    /// </summary>
    public static bool Bij(Functiebudget deel, Afsluiting afsluiting, DateOnly dagtekening)
    {
        if (afsluiting.Reden != Afsluitreden.Jaareinde) return afsluiting.Periode == deel.Periode;
        if (Jaar(afsluiting, dagtekening) is not { } jaar || deel.Periode.Ingangsdatum.Year > jaar || deel.Periode.Einddatum.Year <= jaar)
            return false;
        return afsluiting.Periode == deel.Periode
            || (afsluiting.Periode.Einddatum == Laatste(jaar) && (afsluiting.Periode.Ingangsdatum == deel.Periode.Ingangsdatum
                || (afsluiting.Periode.Ingangsdatum == new DateOnly(jaar, 1, 1)
                    && deel.Periode.Ingangsdatum < afsluiting.Periode.Ingangsdatum)));
    }

    /// <summary>The year that is closed: the year in which its period ends, or the year before the message.</summary>
    public static int? Jaar(Afsluiting afsluiting, DateOnly dagtekening) =>
        afsluiting.Reden != Afsluitreden.Jaareinde ? null
        : afsluiting.Periode.Einddatum == Laatste(afsluiting.Periode.Einddatum.Year) && afsluiting.Periode.Einddatum < dagtekening
            ? afsluiting.Periode.Einddatum.Year
        : dagtekening.Year - 1;

    /// <summary>
    /// Whether a new situation changes what was closed: the part of an ended budget is another one now, or less money or time is left than
    /// was accounted for.
    /// </summary>
    /// <param name="afsluiting">The closing.</param>
    /// <param name="bekend">The parts that the SVB has.</param>
    /// <param name="nieuw">The parts from now on.</param>
    public static bool WordtGeraakt(Afsluiting afsluiting, IReadOnlyList<Functiebudget> bekend, IReadOnlyList<Functiebudget> nieuw)
    {
        var deel = Van(nieuw, afsluiting);
        return afsluiting.Reden == Afsluitreden.EindeBudget ? deel != Van(bekend.Geldend(), afsluiting)
            : deel is null || deel.Bedrag < afsluiting.Besteed
                || (afsluiting.Jaar is { } jaar && deel.Periode.Einddatum < Laatste(jaar));
    }

    private static Functiebudget? Van(IEnumerable<Functiebudget> delen, Afsluiting afsluiting) =>
        delen.FirstOrDefault(d => d.Sleutel == (afsluiting.Zorgfunctie, afsluiting.Ingangsdatum));

    private static DateOnly Laatste(int jaar) => new(jaar, 12, 31);
}
