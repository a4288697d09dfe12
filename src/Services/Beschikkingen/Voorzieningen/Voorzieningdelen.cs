using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Voorzieningen;

/// <summary>Computes with the parts of a voorziening, which are in order of time and never overlap.</summary>
internal static class Voorzieningdelen
{
    /// <summary>The frequency of an amount that is a total over the whole period (code list WMO757).</summary>
    public const string Totaal = "6";

    /// <summary>
    /// A part over other days. A pgb has the amount of these days. Temporary help that ends before its last assigned day is temporary no
    /// longer.
    /// </summary>
    public static Voorzieningdeel Over(this Voorzieningdeel deel, DateOnly van, DateOnly tot) =>
        new Periode(van, tot) == deel.Periode ? deel : deel with
        {
            Periode = new(van, tot),
            Budget = deel.Budget is { } budget
                ? Pgbdagen.NaarRato(budget, deel.Periode.Ingangsdatum, deel.Periode.Einddatum, van, tot) : null,
            Tijdelijk = deel.Tijdelijk && tot >= deel.Periode.Einddatum,
        };

    /// <summary>
    /// The help before a day. A decision names the amount of a pgb, so it stays; temporary help has the amount of its days.
    /// </summary>
    public static IReadOnlyList<Voorzieningdeel> Voor(this IReadOnlyList<Voorzieningdeel> delen, DateOnly dag) =>
        [.. delen.Where(d => d.Periode.Ingangsdatum < dag).Select(d => d.Periode.Einddatum < dag ? d
            : d.Tijdelijk ? d.Over(d.Periode.Ingangsdatum, Overgang.DagVoor(dag))
            : d with { Periode = d.Periode with { Einddatum = Overgang.DagVoor(dag) } })];

    /// <summary>The help after a day.</summary>
    public static IReadOnlyList<Voorzieningdeel> Na(this IReadOnlyList<Voorzieningdeel> delen, DateOnly dag) =>
        [.. delen.Where(d => d.Periode.Einddatum > dag).Select(d => d.Periode.Ingangsdatum > dag ? d
            : d with { Periode = d.Periode with { Ingangsdatum = Overgang.DagNa(dag) } })];

    /// <summary>The part that a decision grants.</summary>
    public static Voorzieningdeel Deel(this BeschikteVoorziening besluit) => new(
        besluit.Product, besluit.Omvang, besluit.Periode, besluit.Leveringsvorm, besluit.Agb, besluit.Budget);

    /// <summary>The help with another part on the days of that part. On other days it stays.</summary>
    public static IReadOnlyList<Voorzieningdeel> Overdekt(this IReadOnlyList<Voorzieningdeel> delen, Voorzieningdeel deel) =>
        delen.Na(deel.Periode.Einddatum).Aggregate(delen.Voor(deel.Periode.Ingangsdatum).Met(deel), (eerder, rest) => eerder.Met(rest));

    /// <summary>The part in which a day lies; null when nothing is granted for that day.</summary>
    public static Voorzieningdeel? Op(this IReadOnlyList<Voorzieningdeel> delen, DateOnly dag) =>
        delen.FirstOrDefault(d => d.Periode.Ingangsdatum <= dag && dag <= d.Periode.Einddatum);

    /// <summary>The last granted day; null when nothing is granted.</summary>
    public static DateOnly? LaatsteDag(this IReadOnlyList<Voorzieningdeel> delen) => delen.Count == 0 ? null : delen[^1].Periode.Einddatum;

    /// <summary>Adds a part. What only goes on, under the same terms and without a gap, stays one part.</summary>
    public static IReadOnlyList<Voorzieningdeel> Met(this IReadOnlyList<Voorzieningdeel> delen, Voorzieningdeel deel) =>
        delen is [.., var laatste] && laatste.Budget is null && laatste with { Periode = deel.Periode } == deel
            && Overgang.DagNa(laatste.Periode.Einddatum) == deel.Periode.Ingangsdatum
            ? [.. delen.SkipLast(1), laatste with { Periode = new(laatste.Periode.Ingangsdatum, deel.Periode.Einddatum) }]
            : [.. delen, deel];

    /// <summary>
    /// Whether these parts give the person less than the others on some day: no help, other help, less of it, in another form, or less
    /// money.
    /// </summary>
    /// <param name="nieuw">These parts.</param>
    /// <param name="oud">The others.</param>
    /// <param name="vanaf">The first day that is compared; null for all days.</param>
    public static bool GeeftMinderDan(
        this IReadOnlyList<Voorzieningdeel> nieuw, IReadOnlyList<Voorzieningdeel> oud, DateOnly? vanaf = null) =>
        oud.Any(was => Grenzen(was, nieuw, vanaf).Any(dag => nieuw.Op(dag) is not { } wordt || wordt.IsMinderDan(was)));

    /// <summary>Whether a part gives less than another on the days that they share.</summary>
    internal static bool IsMinderDan(this Voorzieningdeel wordt, Voorzieningdeel was) =>
        wordt.Product != was.Product || wordt.Leveringsvorm != was.Leveringsvorm || wordt.Hoeveel().IsMinderDan(was.Hoeveel())
        || wordt.GeeftMinderGeldDan(was);

    /// <summary>Whether both are a budget, and one gives less euros than the other on the days that they share.</summary>
    internal static bool GeeftMinderGeldDan(this Voorzieningdeel wordt, Voorzieningdeel was) =>
        wordt.Budget is { } euros && was.Budget is { } eerder && new Budgetdeel(euros, wordt.Periode.Ingangsdatum, wordt.Periode.Einddatum)
            .IsMinderDan(new(eerder, was.Periode.Ingangsdatum, was.Periode.Einddatum));

    /// <summary>The amount of help in a part.</summary>
    internal static Hoeveelheid Hoeveel(this Voorzieningdeel deel) => new(
        deel.Omvang.Volume, deel.Omvang.Eenheid, deel.Omvang.Frequentie, deel.Periode.Ingangsdatum, deel.Periode.Einddatum);

    /// <summary>Enough days of a part to know all of it: its own ends, and those of the others within it.</summary>
    internal static IEnumerable<DateOnly> Grenzen(
        Voorzieningdeel deel, IReadOnlyList<Voorzieningdeel> andere, DateOnly? vanaf = null) =>
        andere.SelectMany(a => new[] { a.Periode.Ingangsdatum, Overgang.DagNa(a.Periode.Einddatum) })
            .Append(vanaf ?? deel.Periode.Ingangsdatum).Where(d => d > deel.Periode.Ingangsdatum && d <= deel.Periode.Einddatum)
            .Append(deel.Periode.Ingangsdatum).Append(deel.Periode.Einddatum).Where(d => vanaf is null || d >= vanaf);
}
