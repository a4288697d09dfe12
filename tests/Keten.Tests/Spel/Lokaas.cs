namespace WmoPlatform.Keten.Tests.Spel;

/// <summary>Personal data of all residents in the tests. Any of it in a log, a span, a header or an error is a leak.</summary>
internal static class Lokaas
{
    /// <summary>BSNs, words of the residents, and names and streets of the simulated BRP that are no ordinary words.</summary>
    public static IReadOnlyList<string> Alles { get; } =
    [
        .. Enumerable.Range(0, 400).Select(n => Mensen.Inwoner(n).Bsn),
        .. Verhaal.Lokaas,
        "Yilmaz", "Bouzid", "Pinas", "Kowalski", "Leeuwen", "Bakker", "Mulder", "Meijer",
        "Mohamed", "Hendrika", "Johanna", "Tomasz", "Samuel", "Priya", "Leyla", "Aisha",
        "Componistenlaan", "Regenboogweg", "Literatuurwijk", "Filmdreef", "Muziekkade", "Sterrenpad", "Parkallee",
    ];
}
