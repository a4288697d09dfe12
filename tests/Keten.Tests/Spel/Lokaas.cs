namespace WmoPlatform.Keten.Tests.Spel;

/// <summary>Personal data of everybody who plays along: whatever of it turns up in a log, a span, a header or an error is a leak.</summary>
internal static class Lokaas
{
    /// <summary>BSNs, what residents told, and names and streets of the simulated BRP that are no ordinary words.</summary>
    public static IReadOnlyList<string> Alles { get; } =
    [
        .. Enumerable.Range(0, 400).Select(n => Mensen.Inwoner(n).Bsn),
        .. Verhaal.Lokaas,
        "Yilmaz", "Bouzid", "Pinas", "Kowalski", "Leeuwen", "Bakker", "Mulder", "Meijer",
        "Mohamed", "Hendrika", "Johanna", "Tomasz", "Samuel", "Priya", "Leyla", "Aisha",
        "Componistenlaan", "Regenboogweg", "Literatuurwijk", "Filmdreef", "Muziekkade", "Sterrenpad", "Parkallee",
    ];
}
