using System.Globalization;
using System.Text;
using System.Xml;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>Makes free text from the BRP fit an element of a message, so that a long name never stops someone's help.</summary>
public static class Passen
{
    /// <summary>
    /// Removes characters that XML cannot carry, and cuts the text between two characters as a reader sees them. Null when nothing is left.
    /// </summary>
    /// <param name="tekst">The text.</param>
    /// <param name="lengte">The most characters that the element holds.</param>
    public static string? Passend(this string? tekst, int lengte)
    {
        if (tekst is null) return null;
        var schoon = Schoon(tekst);
        var tot = 0;
        while (tot < schoon.Length && StringInfo.GetNextTextElementLength(schoon, tot) is var stap && tot + stap <= lengte) tot += stap;
        var passend = schoon[..tot].TrimEnd();
        return passend.Length > 0 ? passend : null;
    }

    /// <summary>At most six letters from A to ỳ, without dots (LDT_Voorletters).</summary>
    public static string? AlsVoorletters(this string? tekst)
    {
        var letters = (tekst ?? "").Where(c => char.IsAsciiLetter(c) || c is >= 'À' and <= 'ỳ').Take(6).ToArray();
        return letters.Length > 0 ? new(letters) : null;
    }

    private static string Schoon(string tekst)
    {
        var schoon = new StringBuilder(tekst.Length);
        foreach (var teken in tekst.EnumerateRunes())
            if (teken != Rune.ReplacementChar && (teken.Value > char.MaxValue || XmlConvert.IsXmlChar((char)teken.Value)))
                schoon.Append(teken);
        return schoon.ToString().Trim();
    }
}
