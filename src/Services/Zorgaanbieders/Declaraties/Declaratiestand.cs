using WmoPlatform.IStandaarden;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Zorgaanbieders.Declaraties;

/// <summary>
/// The facts that the municipality knows when a declaration is received. The judgement uses only these facts and the declaration itself.
/// </summary>
/// <param name="Vandaag">The day of the judgement.</param>
/// <param name="Toewijzingen">The named assignments that belong to this provider.</param>
/// <param name="Referenties">The reference numbers in this declaration that the provider used before.</param>
/// <param name="Debetten">Earlier granted prestaties that this declaration credits, by number.</param>
/// <param name="Gedeclareerd">Prestaties that were granted before and not credited.</param>
/// <param name="Verbruik">The volume and amount that were granted before and not credited, by number of the assignment.</param>
/// <param name="NummerGebruikt">Whether the provider used this DeclaratieNummer before.</param>
/// <param name="LaatstePeriode">First day of the latest period that the provider declared on an earlier day.</param>
/// <param name="Uurtarief">The contract: euros per hour for a product code on a day; null when it has no tariff.</param>
public sealed record Declaratiestand(
    DateOnly Vandaag, IReadOnlyDictionary<long, BekendeToewijzing> Toewijzingen, IReadOnlySet<string> Referenties,
    IReadOnlyDictionary<string, Debet> Debetten,
    IReadOnlySet<Prestatiesleutel> Gedeclareerd, IReadOnlyDictionary<long, Verbruik> Verbruik, bool NummerGebruikt,
    DateOnly? LaatstePeriode, Func<string, DateOnly, decimal?> Uurtarief);

/// <summary>An assignment as the provider knows it.</summary>
/// <param name="Bsn">The client.</param>
/// <param name="Categorie">Null when the assignment names no product.</param>
/// <param name="Code">Null when the assignment allows any product of the category.</param>
/// <param name="Ingangsdatum">First day.</param>
/// <param name="Einddatum">Last day; null when open.</param>
/// <param name="Omvang">The amount of help; null when it has a budget, or neither.</param>
/// <param name="Budget">The highest cost, in cents; null when it has an omvang, or neither.</param>
/// <param name="Verwijderd">Whether it was removed, as if never sent (RedenWijziging 13).</param>
public sealed record BekendeToewijzing(
    string Bsn, string? Categorie, string? Code, DateOnly Ingangsdatum, DateOnly? Einddatum, CdtOmvang? Omvang, long? Budget,
    bool Verwijderd)
{
    /// <summary>The numbers that the client had before.</summary>
    public IReadOnlyList<string> EerdereBsns { get; init; } = [];

    public bool IsVan(string bsn) => bsn == Bsn || EerdereBsns.Contains(bsn);

    public ToegewezenHulp? Hulp => Omvang is null
        ? null
        : new(Categorie, Omvang.Volume, Omvang.Eenheid, Omvang.Frequentie, Ingangsdatum, Einddatum);
}

/// <summary>One kind of help in one period. It is paid once (TR389).</summary>
public readonly record struct Prestatiesleutel(
    long Toewijzingnummer, string Categorie, string Code, DateOnly Begindatum, DateOnly Einddatum)
{
    public static Prestatiesleutel Van(Prestatie p) => new(
        p.ToewijzingNummer, p.ProductCategorie, p.ProductCode, p.ProductPeriode.Begindatum, p.ProductPeriode.Einddatum);
}

/// <summary>The parts of a granted prestatie that its credit must repeat (IV091).</summary>
public sealed record Debet(Prestatiesleutel Sleutel, long Volume, string Eenheid, long? Tarief, long Bedrag)
{
    public bool IsGecrediteerd { get; init; }

    public static Debet Van(Prestatie p) => new(
        Prestatiesleutel.Van(p), p.GeleverdVolume, p.Eenheid, p.ProductTarief, p.IngediendBedrag.Bedrag);
}

/// <summary>The part of an assignment that is used.</summary>
/// <param name="Volume">In minutes, cents, or the units of the assignment.</param>
/// <param name="Bedrag">In cents.</param>
public readonly record struct Verbruik(long Volume, long Bedrag)
{
    /// <summary>The part that one prestatie uses. In euros the amount is the volume; when the two differ, the larger one counts.</summary>
    public static Verbruik Van(Prestatie p) => new(
        p.Eenheid == Eenheid.Euro ? Math.Max(p.GeleverdVolume, p.IngediendBedrag.Bedrag) : p.GeleverdVolume * Eenheid.Factor(p.Eenheid),
        p.IngediendBedrag.Bedrag);

    public static Verbruik operator +(Verbruik a, Verbruik b) => new(a.Volume + b.Volume, a.Bedrag + b.Bedrag);

    public static Verbruik operator -(Verbruik a, Verbruik b) => new(a.Volume - b.Volume, a.Bedrag - b.Bedrag);
}

internal static class PrestatieExtensions
{
    /// <summary>Whether the prestatie takes money back, instead of claiming it.</summary>
    public static bool IsCredit(this Prestatie p) => p.IngediendBedrag.DebetCredit == "C";
}

/// <summary>The units of code list WJ756 that need arithmetic.</summary>
internal static class Eenheid
{
    public const string Minuut = "01";
    public const string Uur = "04";
    public const string Euro = "83";

    /// <summary>Hours count in minutes, because help that is assigned in hours may be declared in minutes (TR341).</summary>
    public static long Factor(string eenheid) => eenheid == Uur ? 60 : 1;

    public static bool Past(string toegewezen, string gedeclareerd) =>
        toegewezen == gedeclareerd || (toegewezen == Uur && gedeclareerd == Minuut);
}
