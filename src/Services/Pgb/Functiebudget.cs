using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Pgb;

/// <summary>
/// A part of a budget: one zorgfunctie in one period. A withdrawn part has amount 0 on its first day (iPgb OP505, CD505).
/// </summary>
/// <param name="Zorgfunctie">De productcategorie, twee cijfers; 99 voor een totaal zorgpakket.</param>
/// <param name="Periode">Van wanneer tot en met wanneer er hulp uit betaald mag worden.</param>
/// <param name="Bedrag">Euro's over de hele periode; 0 als dit deel is ingetrokken.</param>
/// <param name="VerantwoordingsvrijBedrag">Euro's daarvan die vrij te besteden zijn.</param>
public sealed record Functiebudget(string Zorgfunctie, Periode Periode, decimal Bedrag, decimal? VerantwoordingsvrijBedrag = null)
{
    internal bool IsIngetrokken => Bedrag == 0;

    /// <summary>The key by which the SVB recognises a part when its last day or its amount changes (iPgb TR514).</summary>
    internal (string, DateOnly) Sleutel => (Zorgfunctie, Periode.Ingangsdatum);

    internal Functiebudget Ingetrokken() => new(Zorgfunctie, Periode with { Einddatum = Periode.Ingangsdatum }, 0);

    /// <summary>The part that remains when the budget ends on a day.</summary>
    internal Functiebudget TotEnMet(DateOnly dag) =>
        Periode.Ingangsdatum > dag ? Ingetrokken()
        : Periode.Einddatum > dag ? this with { Periode = Periode with { Einddatum = dag } }
        : this;

    /// <summary>Whether the other part lies within the period of this one.</summary>
    internal bool Omvat(Functiebudget ander) =>
        Periode.Ingangsdatum <= ander.Periode.Ingangsdatum && ander.Periode.Einddatum <= Periode.Einddatum;

    /// <summary>iPgb OP508, TR502: no zorgfunctie is granted twice at the same time. Withdrawn parts do not count.</summary>
    internal bool Overlapt(Functiebudget ander) => Zorgfunctie == ander.Zorgfunctie && !IsIngetrokken && !ander.IsIngetrokken
        && Periode.Ingangsdatum <= ander.Periode.Einddatum && ander.Periode.Ingangsdatum <= Periode.Einddatum;
}

internal static class Functiebudgetten
{
    public static IEnumerable<Functiebudget> Geldend(this IEnumerable<Functiebudget> delen) => delen.Where(d => !d.IsIngetrokken);

    /// <summary>
    /// From the first day of the first part to the last day of the last. A budget that is withdrawn as a whole keeps its first days.
    /// </summary>
    public static Periode Omvat(this IReadOnlyList<Functiebudget> delen)
    {
        var tellen = delen.Geldend().ToList() is { Count: > 0 } geldend ? geldend : delen;
        return new(tellen.Min(d => d.Periode.Ingangsdatum), tellen.Max(d => d.Periode.Einddatum));
    }

    /// <summary>
    /// The pgb-parts of a voorziening that are kept in the same place: at the SVB, or by the municipality itself. A part without money is
    /// no part.
    /// </summary>
    public static IReadOnlyList<Functiebudget> Budgetdelen(this IEnumerable<Voorzieningdeel> delen, bool inEigenBeheer) =>
    [
        .. delen
            .Where(d => d.Leveringsvorm == Leveringsvorm.Pgb && Productcategorie.IsHulpmiddel(d.Product.Categorie) == inEigenBeheer)
            .Select(d => new Functiebudget(d.Product.Categorie, d.Periode, d.Budget ?? 0))
            .Geldend(),
    ];

    /// <summary>The stretches between the parts in which there is no budget; null without any.</summary>
    public static IReadOnlyList<Periode>? Onderbrekingen(this IEnumerable<Functiebudget> delen)
    {
        var onderbrekingen = new List<Periode>();
        DateOnly? einde = null;
        foreach (var periode in delen.Select(d => d.Periode).OrderBy(p => p.Ingangsdatum))
        {
            if (einde is { } laatste && periode.Ingangsdatum > Overgang.DagNa(laatste))
                onderbrekingen.Add(new(Overgang.DagNa(laatste), Overgang.DagVoor(periode.Ingangsdatum)));
            if (einde is null || periode.Einddatum > einde) einde = periode.Einddatum;
        }
        return onderbrekingen is [] ? null : onderbrekingen;
    }
}
