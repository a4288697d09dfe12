using System.Globalization;

namespace WmoPlatform.Wetgeving;

/// <summary>Writes dates as a letter prints them. It uses no culture data, because the platform runs without any.</summary>
public static class Datumtekst
{
    /// <summary>For instance "woensdag 6 mei 2026".</summary>
    public static string Voluit(DateOnly datum) => $"{Weekdag(datum.DayOfWeek)} {ZonderWeekdag(datum)}";

    /// <summary>For instance "6 mei 2026".</summary>
    public static string ZonderWeekdag(DateOnly datum) => $"{datum.Day} {Maand(datum.Month)} {datum.Year}";

    /// <summary>Writes an amount as a letter prints it, for instance "€ 1.442,00".</summary>
    public static string Euro(decimal bedrag)
    {
        var cijfers = bedrag.ToString("#,##0.00", CultureInfo.InvariantCulture);
        return "€ " + cijfers.Replace(',', ' ').Replace('.', ',').Replace(' ', '.');
    }

    /// <summary>For instance "85%".</summary>
    internal static string Procent(decimal deel) => $"{Getal(deel * 100)}%";

    /// <summary>For instance "40" or "12,5".</summary>
    internal static string Getal(decimal getal) => getal.ToString("0.####", CultureInfo.InvariantCulture).Replace('.', ',');

    /// <summary>For instance "één week" or "zes weken".</summary>
    internal static string Weken(int aantal) => aantal switch
    {
        1 => "één week",
        2 => "twee weken",
        3 => "drie weken",
        4 => "vier weken",
        5 => "vijf weken",
        6 => "zes weken",
        _ => $"{aantal} weken",
    };

    internal static string Dagen(int aantal) => aantal == 1 ? "één dag" : $"{aantal} dagen";

    private static string Weekdag(DayOfWeek dag) => dag switch
    {
        DayOfWeek.Monday => "maandag",
        DayOfWeek.Tuesday => "dinsdag",
        DayOfWeek.Wednesday => "woensdag",
        DayOfWeek.Thursday => "donderdag",
        DayOfWeek.Friday => "vrijdag",
        DayOfWeek.Saturday => "zaterdag",
        _ => "zondag",
    };

    private static string Maand(int maand) => maand switch
    {
        1 => "januari",
        2 => "februari",
        3 => "maart",
        4 => "april",
        5 => "mei",
        6 => "juni",
        7 => "juli",
        8 => "augustus",
        9 => "september",
        10 => "oktober",
        11 => "november",
        _ => "december",
    };

    /// <summary>Describes an excepted day, to follow "op" or "dat is": for instance "een zondag" or "een feestdag (Koningsdag)".</summary>
    internal static string Omschrijving(Dag dag) => dag switch
    {
        Dag.Zaterdag => "een zaterdag",
        Dag.Zondag => "een zondag",
        Dag.Nieuwjaarsdag => "een feestdag (Nieuwjaarsdag)",
        Dag.GoedeVrijdag => "Goede Vrijdag",
        Dag.TweedePaasdag => "een feestdag (Tweede Paasdag)",
        Dag.Koningsdag => "een feestdag (Koningsdag)",
        Dag.Bevrijdingsdag => "een feestdag (Bevrijdingsdag)",
        Dag.Hemelvaartsdag => "een feestdag (Hemelvaartsdag)",
        Dag.TweedePinksterdag => "een feestdag (Tweede Pinksterdag)",
        Dag.EersteKerstdag => "een feestdag (Eerste Kerstdag)",
        Dag.TweedeKerstdag => "een feestdag (Tweede Kerstdag)",
        _ => "een dag die gelijkstaat aan een feestdag",
    };
}
