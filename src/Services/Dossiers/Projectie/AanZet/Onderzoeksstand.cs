using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Dossiers.Projectie;

/// <summary>Who must act from the melding to the signed verslag.</summary>
internal static class Onderzoeksstand
{
    /// <summary>The melding was withdrawn, or another law helps; null in other cases.</summary>
    public static Stand? Afgebroken(Feiten feiten)
    {
        if (Besluitstand.IsAanvraag(feiten)) return null;
        return feiten.Laatste<OnderzoekGestopt>()?.Reden switch
        {
            Stopreden.Wlz => new(Dossierstatus.DoorverwezenWlz, Wie.Inwoner,
                "De inwoner vraagt zorg aan bij het CIZ (Wet langdurige zorg). De consulent helpt daarbij."),
            Stopreden.AnderDomein => new(Dossierstatus.DoorverwezenAnderDomein, Wie.Inwoner,
                "De inwoner vraagt hulp bij de organisatie die de consulent heeft genoemd."),
            Stopreden.AndereGemeente => Doorgezonden,
            Stopreden.MeldingIngetrokken => Ingetrokken,
            null => feiten.Heeft<MeldingIngetrokken>() ? Ingetrokken : null,
        };
    }

    /// <summary>Another municipality got the melding or the aanvraag.</summary>
    public static Stand Doorgezonden => new(Dossierstatus.Doorgezonden, Wie.Niemand,
        "Hier hoeft niets meer te gebeuren. De gemeente waar de inwoner woont, neemt contact op met de inwoner.");

    private static Stand Ingetrokken =>
        new(Dossierstatus.Ingetrokken, Wie.Niemand, "Er hoeft niets meer te gebeuren. De inwoner kan altijd een nieuwe melding doen.");

    public static Stand Van(Feiten feiten, IReadOnlyList<Termijnstand> termijnen)
    {
        var onderzoek = Onderzoek(feiten, termijnen);
        // A confirmation without an address comes beside the onderzoek, and is due earlier (Wmo 2015 art. 2.3.2 lid 1).
        return feiten.Heeft<AdresNietGevonden>() && feiten.Ontvangstbevestiging() is null && !feiten.IsOverleden()
            ? new(onderzoek.Status, Wie.Consulent,
                "Er is geen adres voor de ontvangstbevestiging. "
                    + "De consulent geeft de bevestiging zelf aan de inwoner, en legt de dag vast bij de verzendingen.",
                termijnen.Loopt(Termijnen.Bevestiging))
            : onderzoek;
    }

    private static Stand Onderzoek(Feiten feiten, IReadOnlyList<Termijnstand> termijnen)
    {
        var uiterlijk = termijnen.Loopt(Termijnen.Onderzoek);
        if (IdentiteitOnbekend(feiten, uiterlijk) is { } onbekend) return onbekend;
        var signalen = feiten.Persoon()?.Signalen ?? [];
        if (feiten.IsOverleden())
            return new(Dossierstatus.InOnderzoek, Wie.Consulent,
                "Volgens de BRP is de inwoner overleden. De consulent neemt contact op met de nabestaanden, en trekt de melding in.",
                uiterlijk);
        if (!feiten.Heeft<OnderzoekGeopend>())
            return new(Dossierstatus.Gemeld, Wie.Gemeente, "De gemeente neemt de melding in behandeling.",
                termijnen.Loopt(Termijnen.Bevestiging));

        var verslag = feiten.Laatste(g => g is VerslagVastgesteld or VerslagTeruggestuurd);
        if (Besluitstand.Toetsen(feiten).Exists(t => t is { Akkoord: false }))
            return new(Dossierstatus.PgbPastNiet, Wie.Consulent, verslag is VerslagVastgesteld
                ? "De consulent bespreekt met de inwoner of zorg in natura past. Het verslag ligt al bij de inwoner. "
                    + "De consulent legt eerst de opmerkingen daarop vast, en dan de nieuwe keuze."
                : "De consulent bespreekt met de inwoner of zorg in natura past, en legt de nieuwe keuze vast.", uiterlijk);

        return verslag switch
        {
            VerslagVastgesteld { AantalIndicaties: 0 } => new(Dossierstatus.GeenIndicatie, Wie.Inwoner,
                "De inwoner leest het verslag. Wie toch een besluit van de gemeente wil, ondertekent het."),
            VerslagVastgesteld => new(Dossierstatus.VerslagBijInwoner, Wie.Inwoner,
                "De inwoner ondertekent het verslag, of stuurt het terug met opmerkingen."),
            VerslagTeruggestuurd => new(Dossierstatus.InOnderzoek, Wie.Consulent,
                "De consulent verwerkt de opmerkingen en stelt het verslag opnieuw vast.", uiterlijk),
            _ => new(Dossierstatus.InOnderzoek, Wie.Consulent, $"{Stap(feiten)}{LetOp(signalen)}", uiterlijk),
        };
    }

    /// <summary>
    /// The identity must be certain before anything is decided (Wmo 2015 art. 2.3.4); null when it is, or the BRP has not answered yet.
    /// </summary>
    internal static Stand? IdentiteitOnbekend(Feiten feiten, DateOnly? uiterlijk) =>
        feiten.Laatste(g => g is PersoonNietGevonden or PersoonsgegevensVastgesteld) is PersoonNietGevonden niet
            ? new(Dossierstatus.IdentiteitOnbekend, Wie.Consulent,
                "De consulent stelt vast wie de inwoner is, met een geldig identiteitsbewijs."
                + niet.Reden switch
                {
                    Brpreden.Onbruikbaar => " Wat de BRP over de inwoner zegt, is niet te gebruiken: meld dat bij de afdeling Burgerzaken.",
                    Brpreden.GeenAntwoord => " De BRP geeft over deze inwoner geen antwoord. Een nieuwe navraag kan ook.",
                    _ => "",
                }, uiterlijk)
            : null;

    /// <summary>What a user should know of the person, beside the step to take.</summary>
    internal static string LetOp(IReadOnlyList<Brpsignaal> signalen) => string.Concat(signalen.Select(s => s switch
    {
        Brpsignaal.AndereGemeente =>
            " Let op: volgens de BRP staat de inwoner in een andere gemeente ingeschreven. De consulent gaat na waar de inwoner woont.",
        Brpsignaal.NietIngezetene =>
            " Let op: volgens de BRP woont de inwoner niet in Nederland. De consulent gaat na waar de inwoner woont.",
        Brpsignaal.VerblijftNietOpAdres =>
            " Let op: volgens de BRP woont de inwoner niet op het adres dat daar staat. De consulent vraagt waar de inwoner verblijft.",
        Brpsignaal.BijhoudingOpgeschort =>
            " Let op: de BRP houdt de gegevens van de inwoner niet meer bij. De consulent vraagt bij Burgerzaken waarom.",
        Brpsignaal.OnderCuratele => " Let op: de inwoner staat onder curatele. De curator treedt namens de inwoner op.",
        Brpsignaal.OnderGezag =>
            " Let op: de inwoner is minderjarig. Een ouder of voogd met gezag treedt namens de inwoner op.",
        Brpsignaal.NummerVervallen =>
            " Let op: de BRP kent het BSN van de inwoner niet meer. De consulent legt bij de melding vast welk BSN de inwoner nu heeft.",
        Brpsignaal.AndereRegistratie =>
            " Let op: de BRP kent de inwoner onder een ander BSN, en onder dat BSN is hier nog een dossier. De consulent zoekt uit welke "
                + "dossiers bij elkaar horen.",
        Brpsignaal.Onleesbaar =>
            " Let op: wat de BRP nu over de inwoner zegt, is niet te gebruiken. De consulent meldt dat bij de afdeling Burgerzaken.",
        _ => "",
    }));

    private static string Stap(Feiten feiten)
    {
        var gekozen = feiten.Alle<LeveringsvormGekozen>().Select(k => k.VoorzieningId).ToHashSet();
        var ingetrokken = feiten.Alle<IndicatieIngetrokken>().Select(i => i.VoorzieningId).ToHashSet();
        var indicaties = feiten.Alle<IndicatieGesteld>().Where(i => !ingetrokken.Contains(i.VoorzieningId)).ToList();
        if (indicaties.Count > 0 && indicaties.All(i => gekozen.Contains(i.VoorzieningId)))
            return "De consulent stelt het verslag vast en stuurt het naar de inwoner.";
        if (indicaties.Count > 0)
            return "De consulent legt de keuze van de inwoner vast: zorg in natura of een pgb.";
        // A later indicatie replaces a reasoned no, even when that indicatie was withdrawn afterwards.
        if (feiten.Laatste(g => g is IndicatieGesteld or GeenIndicatieGesteld) is GeenIndicatieGesteld)
            return "De consulent stelt het verslag vast en legt daarin uit waarom er geen hulp nodig is.";

        var gevoerd = feiten.Alle<GesprekGevoerd>().Select(g => g.GesprekId).ToHashSet();
        if (feiten.Alle<GesprekGepland>().FirstOrDefault(g => !gevoerd.Contains(g.GesprekId)) is { } gepland)
            return $"De consulent voert het gesprek op {ZonderWeekdag(gepland.Tijdstip.Dag())} en maakt een verslag.";
        return gevoerd.Count > 0
            ? "De consulent beoordeelt of hulp van de gemeente nodig is."
            : "De consulent plant een gesprek met de inwoner.";
    }
}
