using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Wetgeving;

/// <summary>Whether a bezwaar or beroep came in time.</summary>
public enum Indieningsoordeel
{
    /// <summary>On or before the day of bekendmaking, so before the term began (Awb 6:10).</summary>
    TeVroeg,
    /// <summary>Within the term (Awb 6:9 lid 1).</summary>
    OpTijd,
    /// <summary>Posted within the term and received within a week after it (Awb 6:9 lid 2).</summary>
    OpTijdPerPost,
    /// <summary>After the term.</summary>
    TeLaat,
}

/// <summary>The judgement of an indiening, with its derivation.</summary>
/// <param name="Oordeel">Whether it came in time.</param>
/// <param name="Termijn">The term; null while the decision was not made known.</param>
/// <param name="Stappen">The derivation, in order.</param>
public sealed record Indiening(Indieningsoordeel Oordeel, Termijnberekening? Termijn, IReadOnlyList<Stap> Stappen);

/// <summary>Judges whether a bezwaar came in time (Awb 6:7 to 6:10).</summary>
public static class Indieningen
{
    /// <summary>Judges a bezwaar by its day of receipt and its postmark.</summary>
    /// <param name="bekendmaking">The day on which the decision was made known; null before it.</param>
    /// <param name="ontvangen">The day of receipt, also at the wrong office (Awb 6:15 lid 3).</param>
    /// <param name="poststempel">The day on which it was posted; null when it did not come by post, or nobody can tell.</param>
    public static Indiening Bezwaar(DateOnly? bekendmaking, DateOnly ontvangen, DateOnly? poststempel)
    {
        Afleiding.Controleer(ontvangen);
        if (bekendmaking is not { } dag)
            return new(Indieningsoordeel.TeVroeg, null,
                [new(ontvangen, "Het besluit is nog niet bekendgemaakt. Uw bezwaar wacht tot de termijn begint.", Artikel.Vroeg)]);
        var termijn = Termijnen.Bezwaar(dag);
        List<Stap> stappen = [.. termijn.Stappen, new(ontvangen, $"Wij ontvingen uw bezwaar op {Voluit(ontvangen)}.", Artikel.OpTijd)];
        if (ontvangen < dag)
        {
            stappen.Add(new(null, "Dat was voor de bekendmaking. Uw bezwaar telt vanaf het begin van de termijn.", Artikel.Vroeg));
            return new(Indieningsoordeel.TeVroeg, termijn, stappen);
        }
        if (ontvangen <= termijn.Uiterlijk)
        {
            stappen.Add(new(null, "Dat is op tijd.", Artikel.OpTijd));
            return new(Indieningsoordeel.OpTijd, termijn, stappen);
        }
        if (poststempel is { } gepost)
        {
            var week = Kalender.LaatsteDag(termijn.Uiterlijk.AddDays(7));
            if (gepost <= termijn.Uiterlijk && ontvangen <= week)
            {
                stappen.Add(new(gepost, $"Het is gepost op {Voluit(gepost)}, en binnen een week na de laatste dag ontvangen. Dat is "
                    + "op tijd.",
                    Artikel.PerPost));
                return new(Indieningsoordeel.OpTijdPerPost, termijn, stappen);
            }
            stappen.Add(new(gepost, gepost > termijn.Uiterlijk ? $"Het is gepost op {Voluit(gepost)}, na de laatste dag."
                : $"Het is gepost op {Voluit(gepost)}, maar ontvangen na {Voluit(week)}: meer dan een week na de laatste dag.",
                Artikel.PerPost));
        }
        stappen.Add(new(null, $"Dat is te laat: de laatste dag was {Voluit(termijn.Uiterlijk)}.", Artikel.OpTijd));
        return new(Indieningsoordeel.TeLaat, termijn, stappen);
    }

    /// <summary>
    /// The first day on which a hearing can be: everybody can still hand in papers on the day of the invitation (Awb 7:4 lid 1), and the
    /// file lies open a week before it (lid 2).
    /// </summary>
    /// <param name="uitnodiging">The day of the invitation.</param>
    public static DateOnly EersteHoorzitting(DateOnly uitnodiging) => uitnodiging.AddDays(11);
}
