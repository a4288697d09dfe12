using System.Globalization;
using System.Text.RegularExpressions;

namespace WmoPlatform.Contracts;

/// <summary>
/// The readable numbers of dossiers, meldingen, aanvragen, beschikkingen, herzieningen, bezwaren, klachten and beroepen. They never look
/// like a BSN, because the year stands apart.
/// </summary>
public static partial class Nummers
{
    /// <summary>A dossiernummer such as <c>D-2026-000123</c>.</summary>
    /// <param name="jaar">Calendar year of the melding in Europe/Amsterdam.</param>
    /// <param name="volgnummer">From the service's sequence, 1 or more.</param>
    public static string Dossiernummer(int jaar, long volgnummer) => Nummer('D', jaar, volgnummer);

    /// <summary>A meldingnummer such as <c>M-2026-000123</c>.</summary>
    /// <inheritdoc cref="Dossiernummer(int, long)" path="/param"/>
    public static string Meldingnummer(int jaar, long volgnummer) => Nummer('M', jaar, volgnummer);

    /// <summary>An aanvraagnummer such as <c>A-2026-000123</c>.</summary>
    /// <inheritdoc cref="Dossiernummer(int, long)" path="/param"/>
    public static string Aanvraagnummer(int jaar, long volgnummer) => Nummer('A', jaar, volgnummer);

    /// <summary>A beschikkingnummer such as <c>B-2026-000123</c>.</summary>
    /// <inheritdoc cref="Dossiernummer(int, long)" path="/param"/>
    public static string Beschikkingnummer(int jaar, long volgnummer) => Nummer('B', jaar, volgnummer);

    /// <summary>A herzieningnummer such as <c>H-2026-000123</c>.</summary>
    /// <inheritdoc cref="Dossiernummer(int, long)" path="/param"/>
    public static string Herzieningnummer(int jaar, long volgnummer) => Nummer('H', jaar, volgnummer);

    /// <summary>A bezwaarnummer such as <c>Z-2026-000123</c>.</summary>
    /// <inheritdoc cref="Dossiernummer(int, long)" path="/param"/>
    public static string Bezwaarnummer(int jaar, long volgnummer) => Nummer('Z', jaar, volgnummer);

    /// <summary>A klachtnummer such as <c>K-2026-000123</c>.</summary>
    /// <inheritdoc cref="Dossiernummer(int, long)" path="/param"/>
    public static string Klachtnummer(int jaar, long volgnummer) => Nummer('K', jaar, volgnummer);

    /// <summary>A number of a request for change such as <c>W-2026-000123</c>.</summary>
    /// <inheritdoc cref="Dossiernummer(int, long)" path="/param"/>
    public static string Wijzigingsnummer(int jaar, long volgnummer) => Nummer('W', jaar, volgnummer);

    /// <summary>A number of a case at the court (rechter) such as <c>R-2026-000123</c>.</summary>
    /// <inheritdoc cref="Dossiernummer(int, long)" path="/param"/>
    public static string Beroepnummer(int jaar, long volgnummer) => Nummer('R', jaar, volgnummer);

    /// <summary>Whether the text has the shape of a dossiernummer.</summary>
    public static bool IsDossiernummer(string? tekst) => tekst is not null && DossierPatroon().IsMatch(tekst);

    private static string Nummer(char soort, int jaar, long volgnummer) =>
        string.Create(CultureInfo.InvariantCulture, $"{soort}-{jaar:0000}-{volgnummer:000000}");

    [GeneratedRegex(@"\AD-\d{4}-\d{6,}\z")]
    private static partial Regex DossierPatroon();
}
