using WmoPlatform.Beschikkingen.Beslistermijnen;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>
/// A suspension begins while the term to decide runs. Consent is for a known time, and for a question abroad the applicant is told first
/// (Awb 4:15).
/// </summary>
internal static class OpschortingKan
{
    private const string Grondslag = "Awb art. 4:15";

    /// <exception cref="Weigering">422.</exception>
    public static void Eis(Stilstand stilstand, DateOnly ontvangenOp, DateOnly uiterlijk, DateOnly vandaag)
    {
        Dagregel.Eis(stilstand.Van, ontvangenOp, vandaag, "van", "de ontvangst van de aanvraag");
        if (stilstand.Van >= uiterlijk)
            throw Weigering.Regel("opschorting-te-laat",
                $"De termijn loopt tot en met {Datumtekst.Voluit(uiterlijk)}. Opschorten kan alleen daarvoor. Neem zo snel mogelijk een "
                + "besluit.", Grondslag, "van");
        if (stilstand.Grond == Opschortingsgrond.Overmacht && WerkVanDeGemeente.Is(stilstand.Toelichting))
            throw Weigering.Regel("onderzoek-is-geen-overmacht",
                "Het onderzoek, het verslag en een advies zijn werk van de gemeente. Dat die niet klaar zijn, is geen overmacht. Onderzoek "
                + "snel verder, en beslis binnen de termijn, ook zonder verslag.", $"{Grondslag} lid 2 onder c", "toelichting");
        // The applicant is told by the letter that goes today.
        if (stilstand.Grond == Opschortingsgrond.Buitenland && stilstand.Van != vandaag)
            throw Weigering.Regel("begint-met-de-brief",
                "De termijn staat stil vanaf de dag na de brief aan de inwoner, en die gaat vandaag. Laat deze dag weg.",
                $"{Grondslag} lid 1 onder b", "van");
        if (stilstand is { Grond: Opschortingsgrond.Instemming, TermijnTot: null })
            throw Weigering.Regel("instemming-zonder-einde",
                "De inwoner stemt in met uitstel tot een bepaalde dag. Vul die dag in.", $"{Grondslag} lid 2 onder a", "termijnTot");
        Dagregel.EisDichtbij(stilstand.TermijnTot, vandaag, "termijnTot");
        if (stilstand.TermijnTot < stilstand.Van)
            throw Weigering.Regel("einde-voor-begin", "De laatste dag ligt voor het begin. Controleer de datums.", Grondslag, "termijnTot");
    }
}
