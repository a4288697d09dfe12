namespace WmoPlatform.Wetgeving;

/// <summary>
/// The amount of help that is assigned, and therefore the most that may be declared (iWmo 3.2 TR321 and TR322). Help is often assigned per
/// week but declared per calendar month. National agreements say which weeks count with which month (IV077), and that part of a week or a
/// month may be declared as a whole (IV078).
/// </summary>
/// <param name="Productcategorie">01 to 18 (code list WMO020); null for help that is assigned without a product.</param>
/// <param name="Volume">Units per <paramref name="Frequentie"/>.</param>
/// <param name="Eenheid">
/// 01 minute, 04 hour, 14 etmaal, 16 dagdeel, 82 piece (output), 83 eurocent, 84 piece (effort) (code list WJ756).
/// </param>
/// <param name="Frequentie">1 a day, 2 a week, 4 a month, 6 in total (code list WMO757).</param>
/// <param name="Ingangsdatum">First day.</param>
/// <param name="Einddatum">Last day; null when open.</param>
public sealed record ToegewezenHulp(string? Productcategorie, long Volume, string Eenheid, string Frequentie, DateOnly Ingangsdatum,
    DateOnly? Einddatum)
{
    private const int DagenPerWeek = 7;
    private const int MaandenPerJaar = 12;
    private const int WekenPerMaandBijHuishouden = 6;

    /// <summary>Says what to do when unit and frequency do not go together.</summary>
    public const string GaanNietSamen =
        "Etmalen, dagdelen, euro's en stuks (inspanning) gaan niet per dag. Kies per week (2), per maand (4) of in totaal (6).";

    /// <summary>
    /// Whether help in this unit may be assigned with this frequency: etmaal, dagdeel, euro and piece (effort) not per day (iWmo 3.2
    /// CS338).
    /// </summary>
    /// <param name="eenheid">A code of WJ756.</param>
    /// <param name="frequentie">A code of WMO757.</param>
    public static bool GaanSamen(string eenheid, string frequentie) => frequentie != "1" || eenheid is not ("14" or "16" or "83" or "84");

    /// <summary>The most that may be declared over one product period, in units.</summary>
    /// <param name="begin">Its first day.</param>
    /// <param name="einde">Its last day.</param>
    /// <exception cref="InvalidOperationException">The Frequentie is not in the code list.</exception>
    public long HoogstensOver(DateOnly begin, DateOnly einde) => Volume * Frequentie switch
    {
        // Help in the household may be moved between weeks, as long as the total fits.
        "2" when Productcategorie == "01" => WekenPerMaandBijHuishouden,
        "2" when IsOutput => Zondagen(begin, einde),
        _ => Keren(begin, einde),
    };

    /// <summary>The most that may be declared in total, in units; null for help without an end, which has no such limit.</summary>
    /// <exception cref="InvalidOperationException">The Frequentie is not in the code list.</exception>
    public long? HoogstensOverAlles => Frequentie == "6" ? Volume : Einddatum is { } einde ? Volume * Keren(Ingangsdatum, einde) : null;

    /// <summary>Whether a result is declared, and not time or effort.</summary>
    private bool IsOutput => Eenheid is "82" or "83";

    /// <summary>The number of days, weeks (from Monday) or months that the period touches, also partly.</summary>
    private long Keren(DateOnly begin, DateOnly einde) => Frequentie switch
    {
        "1" => einde.DayNumber - begin.DayNumber + 1,
        "2" => Week(einde) - Week(begin) + 1,
        "4" => Maand(einde) - Maand(begin) + 1,
        "6" => 1,
        _ => throw new InvalidOperationException($"Frequentie {Frequentie} staat niet in de codelijst WMO757."),
    };

    /// <summary>
    /// The number of weeks of output. A week counts in the period with its Sunday. A last week without a Sunday counts with the Sunday
    /// before it or, before any Sunday, on the last day.
    /// </summary>
    private long Zondagen(DateOnly begin, DateOnly einde)
    {
        var zondagen = AantalZondagen(begin, einde);
        if (Einddatum is not { } laatste || laatste.DayOfWeek == DayOfWeek.Sunday) return zondagen;
        var laatsteZondag = laatste.AddDays(-(int)laatste.DayOfWeek);
        var telt = laatsteZondag < Ingangsdatum ? laatste : laatsteZondag;
        return begin <= telt && telt <= einde ? zondagen + 1 : zondagen;
    }

    // Day 0, 1 January of the year 1, is a Monday.
    private static int Week(DateOnly dag) => dag.DayNumber / DagenPerWeek;

    private static int Maand(DateOnly dag) => dag.Year * MaandenPerJaar + dag.Month;

    private static int AantalZondagen(DateOnly begin, DateOnly einde) =>
        (einde.DayNumber + 1) / DagenPerWeek - begin.DayNumber / DagenPerWeek;
}
