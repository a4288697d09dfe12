namespace WmoPlatform.Wetgeving;

/// <summary>An amount of help over a period, which can be compared with another although it is counted differently.</summary>
/// <param name="Volume">Units per <paramref name="Frequentie"/>.</param>
/// <param name="Eenheid">01 minute, 04 hour; others are only compared with themselves (code list WJ756).</param>
/// <param name="Frequentie">1 a day, 2 a week, 4 a month, 6 in total (code list WMO757).</param>
/// <param name="Ingangsdatum">First day.</param>
/// <param name="Einddatum">Last day.</param>
public sealed record Hoeveelheid(long Volume, string Eenheid, string Frequentie, DateOnly Ingangsdatum, DateOnly Einddatum)
{
    private const string Totaal = "6";
    private const int MinutenPerUur = 60;
    private const int DagenPerWeek = 7;
    private const int KorteMaand = 28;
    private const int LangeMaand = 31;

    /// <summary>
    /// Whether it is less help a day than the other. What cannot be compared counts as less, and so does a month that is only enough in a
    /// short or a long one: a person who may get less is heard (Awb 4:8).
    /// </summary>
    public bool IsMinderDan(Hoeveelheid ander)
    {
        if (!IsTeVergelijkenMet(ander)) return true;
        // Months are compared with each other as they are.
        if (Frequentie == ander.Frequentie && Frequentie != Totaal) return Aantal < ander.Aantal;
        return PerDag(LangeMaand) < ander.PerDag(KorteMaand);
    }

    /// <summary>Whether both count in the same unit: hours are minutes (iWmo CDT_Omvang).</summary>
    public bool IsTeVergelijkenMet(Hoeveelheid ander) => Maat == ander.Maat;

    private string Maat => Eenheid == "04" ? "01" : Eenheid;

    private long Aantal => Eenheid == "04" ? Volume * MinutenPerUur : Volume;

    private decimal PerDag(int maand) => Aantal / (decimal)(Frequentie switch
    {
        "1" => 1,
        "2" => DagenPerWeek,
        "4" => maand,
        Totaal => Budgetdeel.Dagen(Ingangsdatum, Einddatum),
        _ => throw new InvalidOperationException($"Frequentie {Frequentie} staat niet in de codelijst WMO757."),
    });
}

/// <summary>Euros of a pgb over a period. A part of the days is the same part of the euros.</summary>
/// <param name="Euros">Euros over the whole period.</param>
/// <param name="Ingangsdatum">First day.</param>
/// <param name="Einddatum">Last day.</param>
public sealed record Budgetdeel(decimal Euros, DateOnly Ingangsdatum, DateOnly Einddatum)
{
    private const decimal Cent = 0.01m;

    /// <summary>Whether it gives less than the other, by a cent or more, on the days that they share.</summary>
    public bool IsMinderDan(Budgetdeel ander)
    {
        var (van, tot) = (Ingangsdatum > ander.Ingangsdatum ? Ingangsdatum : ander.Ingangsdatum,
            Einddatum < ander.Einddatum ? Einddatum : ander.Einddatum);
        return ander.Over(van, tot) - Over(van, tot) >= Cent;
    }

    /// <summary>The euros of the days of a period that lie within it.</summary>
    public decimal Over(DateOnly van, DateOnly tot)
    {
        var (begin, einde) = (van > Ingangsdatum ? van : Ingangsdatum, tot < Einddatum ? tot : Einddatum);
        return einde < begin ? 0 : Euros * Dagen(begin, einde) / Dagen(Ingangsdatum, Einddatum);
    }

    /// <summary>The number of days, both included.</summary>
    internal static int Dagen(DateOnly van, DateOnly tot) => tot.DayNumber - van.DayNumber + 1;
}
