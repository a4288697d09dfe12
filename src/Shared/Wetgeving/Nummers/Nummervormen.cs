using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace WmoPlatform.Wetgeving;

/// <summary>Checks the form of numbers of organisations and accounts. Only their register knows whether a number exists.</summary>
public static class Nummervormen
{
    private const int KortsteIban = 15;
    private const int LangsteIban = 34;
    private const int NederlandseIban = 18;

    /// <summary>Whether it has the form of an AGB code of a provider: eight digits (iWmo 3.2, LDT_AgbCode).</summary>
    public static bool IsAgbcode([NotNullWhen(true)] string? tekst) => IsAchtCijfers(tekst);

    /// <summary>Whether it has the form of a number of the Handelsregister: eight digits (iPgb 2.1, KvkNummer).</summary>
    public static bool IsKvkNummer([NotNullWhen(true)] string? tekst) => IsAchtCijfers(tekst);

    /// <summary>
    /// Whether it has the form of an International Bank Account Number (ISO 13616): country, two check digits that make the whole 1 modulo
    /// 97, and capitals or digits, without spaces. A Dutch number has a bank of four letters and an account of ten digits.
    /// </summary>
    public static bool IsIban([NotNullWhen(true)] string? tekst)
    {
        if (tekst is not { Length: >= KortsteIban and <= LangsteIban }) return false;
        if (!IsLetter(tekst[0]) || !IsLetter(tekst[1])) return false;
        // 00, 01 and 99 pass the sum below too, but are never issued.
        if (!int.TryParse(tekst.AsSpan(2, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var controle)
            || controle is < 2 or > 98)
            return false;
        if (tekst.StartsWith("NL", StringComparison.Ordinal) && !IsNederlands(tekst)) return false;

        // The first four characters move behind the rest. A letter counts as two digits, A = 10 to Z = 35.
        var rest = 0;
        for (var i = 0; i < tekst.Length; i++)
        {
            var teken = tekst[(i + 4) % tekst.Length];
            if (char.IsAsciiDigit(teken)) rest = (rest * 10 + (teken - '0')) % 97;
            else if (IsLetter(teken)) rest = (rest * 100 + (teken - 'A' + 10)) % 97;
            else return false;
        }
        return rest == 1;
    }

    private static bool IsNederlands(string tekst) =>
        tekst.Length == NederlandseIban && tekst[4..8].All(IsLetter) && tekst[8..].All(char.IsAsciiDigit);

    private static bool IsAchtCijfers([NotNullWhen(true)] string? tekst) => tekst is { Length: 8 } && tekst.All(char.IsAsciiDigit);

    private static bool IsLetter(char teken) => char.IsAsciiLetterUpper(teken);
}
