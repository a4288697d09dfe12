using WmoPlatform.Beschikkingen.Beslistermijnen;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>
/// A suspension begins while the term to decide runs or stands still already. The applicant is told of force majeure as soon as possible,
/// so after the last day nothing that is owed by then goes away (Awb 4:15 lid 3); only consent that was given in writing before that day
/// may be recorded later. Consent is for a known time, and for a question abroad the applicant is told first.
/// </summary>
internal static class OpschortingKan
{
    private const string Grondslag = "Awb art. 4:15";

    /// <exception cref="Weigering">422.</exception>
    public static void Eis(Stilstand stilstand, Beslistermijn termijn, DateOnly vandaag)
    {
        Dagregel.Eis(stilstand.Van, termijn.OntvangenOp, vandaag, "van", "de ontvangst van de aanvraag");
        var (uiterlijk, staatStil) = (termijn.Wettelijk.Uiterlijk, termijn.StaatStilSinds is not null);
        if (stilstand.Van >= uiterlijk && !staatStil)
            throw Weigering.Regel("opschorting-te-laat",
                $"De termijn loopt tot en met {Datumtekst.Voluit(uiterlijk)}. Opschorten kan alleen daarvoor. Neem zo snel mogelijk een "
                + "besluit.", Grondslag, "van");
        // A term that stands still loses no day by a ground that counts from today on.
        if (stilstand.Grond != Opschortingsgrond.Instemming && vandaag > uiterlijk && !(staatStil && stilstand.Van == vandaag))
            throw Weigering.Regel("opschorting-achteraf", staatStil
                ? "De termijn staat al stil. Een andere grond kan daar vanaf vandaag bij komen: laat deze dag weg."
                : $"De termijn liep tot en met {Datumtekst.Voluit(uiterlijk)}. Daarna kunt u deze grond niet meer gebruiken, ook niet voor "
                    + "dagen daarvoor: de inwoner had dat toen moeten horen. Neem zo snel mogelijk een besluit.",
                $"{Grondslag} lid 3", "van");
        EisEchteOvermacht(stilstand.Grond, stilstand.Toelichting);
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

    /// <summary>A suspension lasts no longer than the day that the applicant was told. After it the term runs again by itself.</summary>
    /// <exception cref="Weigering">422.</exception>
    public static void EisNietLanger(Stilstand stilstand, DateOnly tot)
    {
        if (!(tot > stilstand.TermijnTot)) return;
        var dag = Datumtekst.Voluit(stilstand.TermijnTot!.Value);
        throw stilstand.Grond == Opschortingsgrond.Instemming
            ? Weigering.Regel("langer-dan-afgesproken",
                $"De inwoner stemde in tot en met {dag}. Later kan alleen met een nieuwe instemming.", $"{Grondslag} lid 2 onder a", "tot")
            : Weigering.Regel("langer-dan-verwacht",
                $"De inwoner hoorde dat dit tot en met {dag} duurt. Daarna liep de termijn weer. Vul die dag in of een eerdere.",
                $"{Grondslag} lid 3 en 4", "tot");
    }

    /// <summary>The end of a suspension is expected on another day, as long as it lasts. Consent for longer is new consent.</summary>
    /// <exception cref="Weigering">409 or 422.</exception>
    public static void EisVerwachting(Stilstand stilstand, DateOnly termijnTot, string toelichting, DateOnly vandaag)
    {
        if (stilstand.Grond == Opschortingsgrond.Instemming)
            throw Weigering.Regel("nieuwe-instemming-nodig",
                "Langer wachten kan alleen als de inwoner daar opnieuw schriftelijk mee instemt. Leg dat vast als een nieuwe opschorting.",
                $"{Grondslag} lid 2 onder a", "termijnTot");
        if (stilstand.TermijnTot < vandaag)
            throw Weigering.Toestand("opschorting-al-beeindigd",
                $"De opschorting duurde tot en met {Datumtekst.Voluit(stilstand.TermijnTot.Value)}. De termijn loopt weer.", Grondslag);
        if (termijnTot < vandaag)
            throw Weigering.Regel("dag-voorbij", "Deze dag is al voorbij. Leg vast dat de opschorting is geëindigd.", Grondslag,
                "termijnTot");
        if (termijnTot == stilstand.TermijnTot)
            throw Weigering.Regel("niets-gewijzigd", "Dit is de dag die de inwoner al weet. Vul de nieuwe dag in.", veld: "termijnTot");
        Dagregel.EisDichtbij(termijnTot, vandaag, "termijnTot");
        EisEchteOvermacht(stilstand.Grond, toelichting);
    }

    private static void EisEchteOvermacht(Opschortingsgrond grond, string toelichting)
    {
        if (grond == Opschortingsgrond.Overmacht && WerkVanDeGemeente.Is(toelichting))
            throw Weigering.Regel("onderzoek-is-geen-overmacht",
                "Het onderzoek, het verslag en een advies zijn werk van de gemeente. Dat die niet klaar zijn, is geen overmacht. Onderzoek "
                + "snel verder, en beslis binnen de termijn, ook zonder verslag.", $"{Grondslag} lid 2 onder c", "toelichting");
    }
}
