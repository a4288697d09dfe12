using System.Globalization;
using WmoPlatform.IStandaarden.Xml;

namespace WmoPlatform.IStandaarden.Stuf;

/// <summary>The forms of text in an envelope.</summary>
internal static class Envelop
{
    public const string Heen = "envelopHeenbericht-ggk_Di01";
    public const string Retour = "envelopRetourbericht-ggk_Du01";
    public const string Foutbericht = "Fo01Bericht";

    private const string Tijdvorm = "yyyyMMddHHmmssfff";

    public static readonly Ldt Berichtcode = new(w => w is "Di01" or "Du01" or "Fo01");
    public static readonly Ldt Organisatie = Ldt.Naam;
    public static readonly Ldt Applicatie = Ldt.Regel(50);
    public static readonly Ldt Uuid = new(w => Guid.TryParseExact(w, "D", out var uuid) && uuid is { Version: 4, Variant: >= 8 and < 12 });
    public static readonly Ldt Tijdstip = new(w => TryMoment(w, out _));
    public static readonly Ldt Versie = new(w => w.Length == 4 && w.All(char.IsAsciiDigit));
    public static readonly Ldt Code = Ldt.Regel(20);
    public static readonly Ldt Plek = new(w => w is "client" or "server");
    public static readonly Ldt Omschrijving = new(w => w.Length is > 0 and <= 200);
    public static readonly Ldt Details = new(w => w.Length is > 0 and <= 1000);

    private static readonly Ldt Heenfunctie = new(w => Berichtsoort.Alle.Any(s => s.Naam == w));
    private static readonly Ldt Retourfunctie = Ldt.Regel(200);

    /// <summary>A Di01 names the message inside. In a Du01 the sender is free.</summary>
    public static Ldt Functie(string berichtcode) => berichtcode == "Di01" ? Heenfunctie : Retourfunctie;

    /// <summary>A moment is a day, and as much of its time as the sender gives: 8 to 17 digits, up to thousandths of a second.</summary>
    public static DateTime Moment(string tijdstip) =>
        TryMoment(tijdstip, out var moment) ? moment : throw new FormatException("Geen tijdstip.");

    /// <summary>The moment in whole seconds.</summary>
    public static string Tekst(DateTime moment) => moment.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    private static bool TryMoment(string tijdstip, out DateTime moment)
    {
        moment = default;
        return tijdstip.Length is >= 8 and <= 17 && DateTime.TryParseExact(
            tijdstip.PadRight(Tijdvorm.Length, '0'), Tijdvorm, CultureInfo.InvariantCulture, DateTimeStyles.None, out moment);
    }
}
