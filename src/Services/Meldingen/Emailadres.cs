using System.Globalization;
using System.Net.Mail;

namespace WmoPlatform.Meldingen;

/// <summary>An e-mail address to which every mail server can deliver (RFC 5321).</summary>
public static class Emailadres
{
    /// <summary>What to do about an address that is refused.</summary>
    public const string Uitleg =
        "Op dit e-mailadres kan niet elke mailserver bezorgen. Gebruik vóór de @ alleen letters zonder accent, cijfers en leestekens, "
        + "en daarna een domein met een punt. Of laat het e-mailadres weg: dan komt er een brief.";

    private const int LangsteDeelVoorApenstaart = 64;

    /// <summary>Whether the address can be delivered to. Characters outside ASCII may stand in the domain only.</summary>
    public static bool IsBezorgbaar(string? adres)
    {
        if (string.IsNullOrEmpty(adres)) return true;
        if (!MailAddress.TryCreate(adres, out var gelezen) || gelezen.Address != adres) return false;
        return gelezen.User is { Length: <= LangsteDeelVoorApenstaart } voor && voor.All(c => char.IsAscii(c) && c is > ' ' and not '"')
            && !voor.StartsWith('.') && !voor.EndsWith('.') && !voor.Contains("..", StringComparison.Ordinal)
            && IsDomein(gelezen.Host);
    }

    private static bool IsDomein(string host)
    {
        try
        {
            return new IdnMapping { UseStd3AsciiRules = true }.GetAscii(host).Split('.') is { Length: >= 2 } delen
                && Array.TrueForAll(delen, d => d.Length > 0) && !delen[^1].All(char.IsAsciiDigit);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
