using System.Globalization;

namespace WmoPlatform.Verhalen.Tests.Spel;

/// <summary>
/// Reads a day as people write it: "vrijdag 24 april 2026". A weekday that does not belong to the date is an error of the story.
/// </summary>
internal static class Dag
{
    private static readonly string[] Weekdagen = ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"];
    private static readonly string[] Maanden =
    [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
    ];
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <exception cref="FormatException">It is no day, or the weekday is another.</exception>
    public static DateOnly Lees(string tekst)
    {
        if (tekst.Split(' ') is not [var weekdag, var dag, var maand, var jaar] || Array.IndexOf(Maanden, maand) is var m && m < 0
            || !int.TryParse(dag, NumberStyles.None, CultureInfo.InvariantCulture, out var d)
            || !int.TryParse(jaar, NumberStyles.None, CultureInfo.InvariantCulture, out var j)
            || d < 1 || d > DateTime.DaysInMonth(j, m + 1))
            throw new FormatException($"'{tekst}' is geen dag. Schrijf bijvoorbeeld: vrijdag 24 april 2026.");
        var datum = new DateOnly(j, m + 1, d);
        return Weekdagen[(int)datum.DayOfWeek] == weekdag ? datum
            : throw new FormatException($"{dag} {maand} {jaar} is geen {weekdag}, maar een {Weekdagen[(int)datum.DayOfWeek]}.");
    }

    /// <summary>The same words for a date, for the messages of a failed story.</summary>
    public static string Voluit(DateOnly dag) => $"{Weekdagen[(int)dag.DayOfWeek]} {dag.Day} {Maanden[dag.Month - 1]} {dag.Year}";

    /// <summary>The same without the weekday, as in a message: "24 april 2026".</summary>
    public static string Kort(DateOnly dag) => $"{dag.Day} {Maanden[dag.Month - 1]} {dag.Year}";

    /// <summary>A time of the clock in Amsterdam on a day.</summary>
    public static DateTimeOffset Om(DateOnly dag, TimeOnly tijd)
    {
        var lokaal = dag.ToDateTime(tijd);
        return new(lokaal, Amsterdam.GetUtcOffset(lokaal));
    }
}
