using System.Text.RegularExpressions;
using WmoPlatform.Beschikkingen.Beslistermijnen;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>
/// An applicant is asked only for what they can reasonably get (Awb 4:2 lid 2), within a term that lies ahead (Awb 4:5 lid 1). The verslag
/// and advice are the municipality's own work (Wmo 2015 art. 2.3.2).
/// </summary>
internal static partial class AanvullingIsRedelijk
{
    /// <exception cref="Weigering">422.</exception>
    public static void Eis(IReadOnlyList<GevraagdStuk> stukken, DateOnly uiterlijk, DateOnly vandaag)
    {
        if (uiterlijk <= vandaag)
            throw Weigering.Regel("termijn-te-kort", "Geef de inwoner tijd: kies een laatste dag na vandaag.", "Awb art. 4:5 lid 1",
                "uiterlijk");
        Dagregel.EisDichtbij(uiterlijk, vandaag, "uiterlijk");
        if (stukken.Any(s => s.Soort == Stuksoort.Anders && WerkVanDeGemeente().IsMatch(s.Omschrijving)))
            throw Weigering.Regel("werk-van-de-gemeente",
                "Het verslag, het onderzoek en een advies zijn werk van de gemeente. Vraag de inwoner alleen om stukken die de inwoner "
                + "zelf redelijkerwijs kan krijgen.", "Awb art. 4:2 lid 2", "stukken");
    }

    [GeneratedRegex("verslag|onderzoek|indicatie|medisch advies", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WerkVanDeGemeente();
}
