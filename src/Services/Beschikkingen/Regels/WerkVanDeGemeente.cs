using System.Text.RegularExpressions;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>
/// The municipality investigates, and writes the verslag and the advice (Wmo 2015 art. 2.3.2). Nobody is asked for that work, and no term
/// stands still for it.
/// </summary>
internal static partial class WerkVanDeGemeente
{
    /// <summary>Whether a thing is the municipality's own work.</summary>
    /// <param name="omschrijving">The description of the thing.</param>
    public static bool Is(string omschrijving) => Werk().IsMatch(omschrijving);

    /// <summary>Whether one of the sentences asks for the municipality's own work. Only naming it asks for nothing.</summary>
    /// <param name="toelichting">A free text for the applicant.</param>
    public static bool WordtGevraagd(string? toelichting) =>
        toelichting is not null && Zinseinde().Split(toelichting).Any(zin => Werk().IsMatch(zin) && Vraag().IsMatch(zin));

    [GeneratedRegex("verslag|onderzoek|indicatie|medisch advies|medische keuring", Opties)]
    private static partial Regex Werk();

    [GeneratedRegex(@"\b(stuur|stuurt|sturen|mail|mailt|lever|levert|leveren|geef|geeft|geven|breng|brengt|onderteken|ondertekent"
        + @"|teken|tekent|regel|regelt|haal|haalt|vraag|vraagt|laat|ontbreekt|ontbreken|missen|mist|nodig|wachten"
        + @"|krijgen|ontvangen|graag)\b", Opties)]
    private static partial Regex Vraag();

    [GeneratedRegex(@"[.!?;\n]+")]
    private static partial Regex Zinseinde();

    private const RegexOptions Opties = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
}
