using System.Text.RegularExpressions;
using System.Xml.Linq;
using WmoPlatform.Keten.Berichten;

namespace WmoPlatform.Keten.Post;

/// <summary>
/// Rules of level 2 that several messages share. The simulators check with code of their own, so that a mistake of the platform is not
/// repeated here.
/// </summary>
internal static partial class Controle
{
    private static readonly DateOnly Onbekend = new(1900, 1, 1);

    /// <summary>The rules that do not hold.</summary>
    public static IEnumerable<string> Breekt(params (string Regel, bool Geldt)[] regels) =>
        regels.Where(regel => !regel.Geldt).Select(regel => regel.Regel);

    /// <summary>CS002.</summary>
    public static bool Elfproef(string bsn)
    {
        var som = -(bsn[8] - '0');
        for (var i = 0; i < 8; i++) som += (bsn[i] - '0') * (9 - i);
        return som % 11 == 0 && bsn != "000000000";
    }

    /// <summary>TR018, CS003: the last day is not before the first. Either day may be missing.</summary>
    public static bool Loopt(DateOnly? begin, DateOnly? einde) => einde is null || begin is null || einde >= begin;

    /// <summary>Whether two periods share a day. A period without a last day does not end.</summary>
    public static bool Overlapt((DateOnly Begin, DateOnly? Einde) een, (DateOnly Begin, DateOnly? Einde) ander) =>
        een.Begin <= (ander.Einde ?? DateOnly.MaxValue) && ander.Begin <= (een.Einde ?? DateOnly.MaxValue);

    /// <summary>TR101: no two elements have the same key.</summary>
    public static bool Uniek<T>(IEnumerable<XElement> klassen, Func<XElement, T> sleutel) =>
        klassen.GroupBy(sleutel).All(groep => groep.Count() == 1);

    /// <summary>
    /// TR002: at most 120 years old, unless the date is unknown. TR134: born by now. CS139: what is unknown is the first of its kind.
    /// </summary>
    public static IEnumerable<string> Geboortedatum(XElement? geboortedatum, DateOnly dagtekening)
    {
        if (geboortedatum?.Datum("Datum") is not { } datum) return [];
        var gebruik = geboortedatum.Tekst("DatumGebruik");
        return Breekt(
            ("TR002", datum >= dagtekening.AddYears(-120) || (gebruik == "3" && datum == Onbekend)),
            ("TR134", datum <= dagtekening),
            ("CS139", gebruik switch
            {
                "1" => datum.Day == 1,
                "2" => datum.DayOfYear == 1,
                "3" => datum == Onbekend,
                _ => true,
            }));
    }

    /// <summary>CS050: a choice only with the name of a partner. Without one it is the own name, or that of an organisation (6).</summary>
    public static IEnumerable<string> Naam(XElement? naam) => naam is null ? [] : Breekt(
        ("CS050", naam.Element("Partnernaam") is null
            ? naam.Tekst("NaamGebruik") is "1" or "6"
            : naam.Tekst("NaamGebruik") is "1" or "2" or "3" or "4"));

    /// <summary>CS089.</summary>
    public static IEnumerable<string> Adres(XElement? adres) => Breekt(
        ("CS089", adres.Tekst("LandCode") != "NL"
            || adres.Tekst("Postcode") is not { } postcode
            || NederlandsePostcode().IsMatch(postcode)));

    [GeneratedRegex(@"\A[1-9][0-9]{3}[a-zA-Z]{2}\z")]
    private static partial Regex NederlandsePostcode();
}
