using WmoPlatform.Beschikkingen.Beslistermijnen;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>
/// An applicant is asked only for what the decision needs and what they can reasonably get (Awb 4:2 lid 2), a missing signature included,
/// within a term that lies ahead (Awb 4:5 lid 1). It holds for every kind of thing, and for the text beside it.
/// </summary>
internal static class AanvullingIsRedelijk
{
    private const string Grondslag = "Awb art. 4:2 lid 2";

    /// <param name="stukken">The things that are asked.</param>
    /// <param name="toelichting">The text beside them; null without.</param>
    /// <param name="gevraagd">The voorzieningen of the aanvraag; empty while nobody knows them.</param>
    /// <param name="uiterlijk">The last day.</param>
    /// <param name="vandaag">Today.</param>
    /// <exception cref="Weigering">422.</exception>
    public static void Eis(IReadOnlyList<GevraagdStuk> stukken, string? toelichting, IReadOnlyList<GekozenVoorziening> gevraagd,
        DateOnly uiterlijk, DateOnly vandaag)
    {
        if (uiterlijk <= vandaag)
            throw Weigering.Regel("termijn-te-kort", "Geef de inwoner tijd: kies een laatste dag na vandaag.", "Awb art. 4:5 lid 1",
                "uiterlijk");
        Dagregel.EisDichtbij(uiterlijk, vandaag, "uiterlijk");
        if (stukken.Any(s => WerkVanDeGemeente.Is(s.Omschrijving)))
            throw Weigering.Regel("werk-van-de-gemeente",
                "Het verslag, het onderzoek en een advies zijn werk van de gemeente. Vraag de inwoner alleen om stukken die de inwoner "
                + "zelf redelijkerwijs kan krijgen.", Grondslag, "stukken");
        if (WerkVanDeGemeente.WordtGevraagd(toelichting))
            throw Weigering.Regel("werk-van-de-gemeente",
                "In de toelichting vraagt u om werk van de gemeente: het verslag, het onderzoek of een advies. Laat die zin weg.",
                Grondslag, "toelichting");
        // Without voorzieningen nobody knows yet whether a pgb is asked for.
        if (gevraagd.Count > 0 && gevraagd.All(v => v.Leveringsvorm != Leveringsvorm.Pgb) && stukken.Any(s => s.Soort.HoortBijPgb()))
            throw Weigering.Regel("stuk-niet-nodig",
                "De inwoner vraagt geen pgb. Een formulier voor een pgb is niet nodig voor dit besluit.", Grondslag, "stukken");
    }
}
