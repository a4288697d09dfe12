using WmoPlatform.IStandaarden;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Zorgaanbieders.Regels;

/// <summary>What the municipality knows when a declaration comes in; the declaration is judged by this and by itself.</summary>
/// <param name="Vandaag">The day it is judged.</param>
/// <param name="Toewijzingen">Those the declaration names, as far as they are this provider's.</param>
/// <param name="Referenties">Of the numbers that the declaration gives its prestaties, those the provider has used before.</param>
/// <param name="Debetten">Granted before, by number: those that the declaration credits.</param>
/// <param name="Gedeclareerd">Granted before and not credited.</param>
/// <param name="Verbruik">What was granted before and not credited, by number of the assignment.</param>
/// <param name="NummerGebruikt">Whether the provider has used this DeclaratieNummer before.</param>
/// <param name="LaatstePeriode">First day of the latest period that the provider declared, as far as it did so on an earlier day than this.</param>
/// <param name="Uurtarief">The contract: euros per hour for a product code on a day; null where it says nothing.</param>
public sealed record Declaratiestand(
    DateOnly Vandaag, IReadOnlyDictionary<long, BekendeToewijzing> Toewijzingen, IReadOnlySet<string> Referenties, IReadOnlyDictionary<string, Debet> Debetten,
    IReadOnlySet<Prestatiesleutel> Gedeclareerd, IReadOnlyDictionary<long, Verbruik> Verbruik, bool NummerGebruikt, DateOnly? LaatstePeriode, Func<string, DateOnly, decimal?> Uurtarief);

/// <summary>An assignment as the provider was told it.</summary>
/// <param name="Bsn">Whose it is.</param>
/// <param name="Categorie">Null when it is assigned without a product.</param>
/// <param name="Code">Null when any product of the category will do.</param>
/// <param name="Ingangsdatum">First day.</param>
/// <param name="Einddatum">Last day; null when open.</param>
/// <param name="Omvang">How much; null when it has a budget, or neither.</param>
/// <param name="Budget">The most it may cost, in cents; null when it has an omvang, or neither.</param>
/// <param name="Verwijderd">Taken back as if never sent (RedenWijziging 13).</param>
public sealed record BekendeToewijzing(string Bsn, string? Categorie, string? Code, DateOnly Ingangsdatum, DateOnly? Einddatum, CdtOmvang? Omvang, long? Budget, bool Verwijderd)
{
    public ToegewezenHulp? Hulp => Omvang is null ? null : new(Categorie, Omvang.Volume, Omvang.Eenheid, Omvang.Frequentie, Ingangsdatum, Einddatum);
}

/// <summary>Which help in which period: it is paid once (TR389).</summary>
public readonly record struct Prestatiesleutel(long Toewijzingnummer, string Categorie, string Code, DateOnly Begindatum, DateOnly Einddatum)
{
    public static Prestatiesleutel Van(Prestatie p) => new(p.ToewijzingNummer, p.ProductCategorie, p.ProductCode, p.ProductPeriode.Begindatum, p.ProductPeriode.Einddatum);
}

/// <summary>A granted prestatie, as far as its credit must say the same (IV091).</summary>
public sealed record Debet(Prestatiesleutel Sleutel, long Volume, string Eenheid, long? Tarief, long Bedrag)
{
    public bool IsGecrediteerd { get; init; }

    public static Debet Van(Prestatie p) => new(Prestatiesleutel.Van(p), p.GeleverdVolume, p.Eenheid, p.ProductTarief, p.IngediendBedrag.Bedrag);
}

/// <summary>What is taken of an assignment.</summary>
/// <param name="Volume">In minutes, cents, or the units of the assignment.</param>
/// <param name="Bedrag">In cents.</param>
public readonly record struct Verbruik(long Volume, long Bedrag)
{
    /// <summary>What a prestatie takes. In euros the amount is the volume: whoever asks more than the volume says, takes what is asked.</summary>
    public static Verbruik Van(Prestatie p) => new(
        p.Eenheid == Eenheid.Euro ? Math.Max(p.GeleverdVolume, p.IngediendBedrag.Bedrag) : p.GeleverdVolume * Eenheid.Factor(p.Eenheid), p.IngediendBedrag.Bedrag);

    public static Verbruik operator +(Verbruik a, Verbruik b) => new(a.Volume + b.Volume, a.Bedrag + b.Bedrag);

    public static Verbruik operator -(Verbruik a, Verbruik b) => new(a.Volume - b.Volume, a.Bedrag - b.Bedrag);
}

internal static class PrestatieExtensions
{
    /// <summary>It takes back, instead of asking.</summary>
    public static bool IsCredit(this Prestatie p) => p.IngediendBedrag.DebetCredit == "C";
}

/// <summary>Of code list WJ756 those that count for something.</summary>
internal static class Eenheid
{
    public const string Minuut = "01";
    public const string Uur = "04";
    public const string Euro = "83";

    /// <summary>Hours are counted in minutes, since help assigned in hours may be declared in minutes (TR341).</summary>
    public static long Factor(string eenheid) => eenheid == Uur ? 60 : 1;

    public static bool Past(string toegewezen, string gedeclareerd) => toegewezen == gedeclareerd || (toegewezen == Uur && gedeclareerd == Minuut);
}
