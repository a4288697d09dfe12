using System.Globalization;

namespace WmoPlatform.Wetgeving;

/// <summary>Dates as a letter prints them. By hand: the platform runs without culture data.</summary>
public static class Datumtekst
{
    private static readonly string[] Weekdagen = ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"];

    private static readonly string[] Maanden =
    [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
    ];

    /// <summary>For instance "woensdag 6 mei 2026".</summary>
    public static string Voluit(DateOnly datum) => $"{Weekdagen[(int)datum.DayOfWeek]} {datum.Day} {Maanden[datum.Month - 1]} {datum.Year}";

    /// <summary>For instance "6 mei 2026".</summary>
    public static string ZonderWeekdag(DateOnly datum) => $"{datum.Day} {Maanden[datum.Month - 1]} {datum.Year}";

    /// <summary>An amount as a letter prints it, for instance "€ 1.442,00". Dutch separators by hand.</summary>
    public static string Euro(decimal bedrag)
    {
        var cijfers = bedrag.ToString("#,##0.00", CultureInfo.InvariantCulture);
        return "€ " + cijfers.Replace(',', ' ').Replace('.', ',').Replace(' ', '.');
    }

    /// <summary>For instance "85%".</summary>
    internal static string Procent(decimal deel) => $"{Getal(deel * 100)}%";

    /// <summary>For instance "40" or "12,5".</summary>
    internal static string Getal(decimal getal) => getal.ToString("0.####", CultureInfo.InvariantCulture).Replace('.', ',');

    internal static string Dagen(int aantal) => aantal == 1 ? "één dag" : $"{aantal} dagen";

    /// <summary>What a day is, to put after "is" or between brackets, for instance "een zondag" or "een feestdag (Koningsdag)".</summary>
    internal static string Omschrijving(Dag dag) => dag switch
    {
        Dag.Zaterdag => "een zaterdag",
        Dag.Zondag => "een zondag",
        Dag.Nieuwjaarsdag => "een feestdag (Nieuwjaarsdag)",
        Dag.GoedeVrijdag => "gelijkgesteld met een feestdag (Goede Vrijdag)",
        Dag.TweedePaasdag => "een feestdag (Tweede Paasdag)",
        Dag.Koningsdag => "een feestdag (Koningsdag)",
        Dag.Bevrijdingsdag => "een feestdag (Bevrijdingsdag)",
        Dag.Hemelvaartsdag => "een feestdag (Hemelvaartsdag)",
        Dag.TweedePinksterdag => "een feestdag (Tweede Pinksterdag)",
        Dag.EersteKerstdag => "een feestdag (Eerste Kerstdag)",
        Dag.TweedeKerstdag => "een feestdag (Tweede Kerstdag)",
        Dag.Gelijkgesteld => "gelijkgesteld met een feestdag",
        _ => "een gewone dag",
    };
}
