namespace WmoPlatform.IStandaarden;

/// <summary>
/// The codes with which a retour accepts or rejects (LDT_RetourCode). Codes that the platform or its partners use have a name here.
/// </summary>
public static class Retourcode
{
    // The lists of iWmo 3.2 and iEb 1.0.2, in plain Dutch of our own. The list of iPgb is not public.
    private static readonly Dictionary<string, string> Teksten = new()
    {
        ["0001"] = "Het bericht klopt technisch niet. Niets ervan is verwerkt.",
        ["0200"] = "Over dit onderdeel is geen opmerking.",
        ["0233"] = "Dit onderdeel is niet beoordeeld.",
        ["0611"] = "Het tarief is niet het tarief dat in het contract staat.",
        ["8001"] = "De declaratie wordt helemaal betaald.",
        ["8017"] = "Van de prestatie die wordt gecrediteerd, is geen debetprestatie bekend.",
        ["8021"] = "Het referentienummer van deze prestatie is al eerder gebruikt.",
        ["8187"] = "Deze prestatie hoort niet bij deze cliënt.",
        ["8214"] = "De periode van de declaratie sluit niet aan op die van de vorige declaratie.",
        ["8848"] = "De dagtekening ligt in de toekomst.",
        ["9019"] = "Bij dit bericht is geen toewijzing gevonden.",
        ["9056"] = "De identificatie van het bericht is al eerder gebruikt.",
        ["9063"] = "Het eerdere bericht waar dit op volgt, is niet ontvangen.",
        ["9069"] = "Er is geen geldige start met dezelfde gegevens.",
        ["9071"] = "De start kan niet worden verwijderd, want de hulp is al gestopt.",
        ["9074"] = "Er is al een bericht met dezelfde gegevens ontvangen.",
        ["9102"] = "Iets met hetzelfde nummer is al eerder aangeleverd.",
        ["9103"] = "Wat dit bericht wijzigt of verwijdert, is niet eerder aangeleverd.",
        ["9104"] = "Wat dit bericht wijzigt, is al verwijderd.",
        ["9114"] = "De dag ligt te ver voor de dagtekening.",
        ["9115"] = "De dag ligt te ver na de dagtekening.",
        ["9307"] = "De eerste dag van de prestatie valt buiten de toewijzing.",
        ["9308"] = "De laatste dag van de prestatie valt buiten de toewijzing.",
        ["9319"] = "De periode van de prestatie valt niet helemaal binnen een declaratieperiode.",
        ["9321"] = "Er is meer gedeclareerd dan er is toegewezen.",
        ["9322"] = "Alle declaraties samen zijn meer dan er is toegewezen.",
        ["9326"] = "De hulp loopt nog: er is nog geen stop gemeld.",
        ["9328"] = "De stop ligt voor de start.",
        ["9329"] = "Wat wordt verwijderd, is niet gelijk aan wat eerder is aangeleverd.",
        ["9330"] = "Er is geen lopende start met dit nummer.",
        ["9332"] = "Het nummer van de toewijzing is al in gebruik.",
        ["9333"] = "Het nummer van de declaratie is al eerder gebruikt.",
        ["9338"] = "Bij een prestatie is geen toewijzing met dit nummer gevonden.",
        ["9339"] = "De productcategorie is een andere dan in de toewijzing.",
        ["9340"] = "De productcode is een andere dan in de toewijzing.",
        ["9341"] = "De eenheid past niet bij de eenheid in de toewijzing.",
        ["9346"] = "Het bedrag is niet het volume maal het tarief.",
        ["9347"] = "De referentie is door deze aanbieder al eerder gebruikt.",
        ["9349"] = "Het verzoek noemt niet alle lopende producten van de cliënt.",
        ["9350"] = "Een product dat doorgaat, hoort niet bij een lopende toewijzing.",
        ["9351"] = "Een product dat moet veranderen, hoort niet bij een lopende toewijzing.",
        ["9355"] = "De referentie in het antwoord hoort niet bij een eerder verzoek.",
        ["9357"] = "De gewenste eerste dag ligt niet na de dagtekening en is ook niet de eerste dag van de toewijzing.",
        ["9359"] = "Er is al een toewijzing met deze referentie gestuurd.",
        ["9360"] = "Er is al een antwoord met deze referentie: het verzoek is in onderzoek.",
        ["9361"] = "Hetzelfde product komt vaker voor in dezelfde tijd.",
        ["9365"] = "Er is al een besluit met deze referentie.",
        ["9366"] = "Deze prestatie komt in geen declaratie voor.",
        ["9367"] = "De waarde is een andere dan in de declaratie.",
        ["9369"] = "Alle prestaties samen passen niet in het toegewezen budget.",
        ["9373"] = "Het budget verandert, maar de gewenste eerste dag is niet die van de toewijzing.",
        ["9374"] = "Er loopt al een verzoek.",
        ["9375"] = "Er is een omvang ingevuld, maar de toewijzing heeft geen product.",
        ["9379"] = "De referentie hoort niet bij een verzoek en had leeg moeten blijven.",
        ["9384"] = "Er is gedeclareerd op een toewijzing die is verwijderd.",
        ["9385"] = "Op deze toewijzing zijn al declaraties goedgekeurd.",
        ["9387"] = "De prestatie begint niet op de eerste dag van de maand, terwijl de toewijzing dan al loopt.",
        ["9388"] = "De prestatie eindigt niet op de laatste dag van de maand, terwijl de toewijzing dan nog loopt.",
        ["9389"] = "Van deze prestatie is er al een die nog niet is gecrediteerd.",
        ["9390"] = "Deze prestatie is al gecrediteerd.",
        ["9411"] = "De omvang ontbreekt, terwijl de toewijzing een productcode heeft.",
        ["9412"] = "Er is een omvang ingevuld, maar de toewijzing heeft geen productcode.",
        ["9413"] = "Er is al een tijdelijke stop van deze hulp gemeld.",
        ["9414"] = "De laatste dag ligt voor die van de stop die al is gemeld.",
        ["9415"] = "Er is al een definitieve stop van deze hulp gemeld.",
        ["S300"] = "De gemeentecode staat niet in de lijst van het CBS.",
        ["S329"] = "De productcode hoort niet bij de productcategorie.",
        ["S333"] = "De kostprijs is lager dan het landelijke tarief.",
    };

    /// <summary>The message is technically wrong (level 2).</summary>
    public const string TechnischOnjuist = "0001";
    /// <summary>No remark on this class.</summary>
    public const string GeenOpmerking = "0200";
    /// <summary>This class was not judged.</summary>
    public const string NietBeoordeeld = "0233";
    /// <summary>The declaration is paid in full.</summary>
    public const string DeclaratieToegewezen = "8001";
    /// <summary>Dagtekening lies in the future.</summary>
    public const string DagtekeningInToekomst = "8848";
    /// <summary>Cannot be linked to a toewijzing.</summary>
    public const string GeenToewijzing = "9019";
    /// <summary>Identificatie is not unique (TR056).</summary>
    public const string IdentificatieNietUniek = "9056";
    /// <summary>No earlier message it depends on (TR063).</summary>
    public const string GeenEerderBericht = "9063";
    /// <summary>No actual start with the same key.</summary>
    public const string GeenActueleStart = "9069";
    /// <summary>The start cannot be removed because it has been stopped (TR071).</summary>
    public const string StartAlBeeindigd = "9071";
    /// <summary>An earlier message had the same key.</summary>
    public const string SleutelNietUniek = "9074";
    /// <summary>iEb: the key of a first delivery is not unique (TR102).</summary>
    public const string EbSleutelNietUniek = "9102";
    /// <summary>iEb: the stop lies before the start (TR328).</summary>
    public const string EbStopVoorStart = "9328";
    /// <summary>iEb: a removal does not equal what it removes (TR329).</summary>
    public const string EbVerwijderingWijktAf = "9329";
    /// <summary>iEb: no actual start with this number (TR330).</summary>
    public const string EbGeenActueleStart = "9330";
    /// <summary>The actual delivery has not been stopped (TR326).</summary>
    public const string LeveringNietGestopt = "9326";
    /// <summary>ToewijzingNummer is not unique (TR332).</summary>
    public const string ToewijzingnummerNietUniek = "9332";
    /// <summary>Not every actual product, or the product overlaps another one (TR361).</summary>
    public const string ProductOverlapt = "9361";
    /// <summary>A temporary stop already exists.</summary>
    public const string TijdelijkeStopBestaat = "9413";
    /// <summary>The last day lies before that of the existing stop.</summary>
    public const string EinddatumTeVroeg = "9414";
    /// <summary>A final stop already exists.</summary>
    public const string DefinitieveStopBestaat = "9415";
    /// <summary>The volume declared exceeds what was assigned (TR321).</summary>
    public const string VolumeOverschreden = "9321";
    /// <summary>ReferentieAanbieder is not unique for the provider (TR347).</summary>
    public const string ReferentieNietUniek = "9347";
    /// <summary>A request for change does not name every actual product (TR349).</summary>
    public const string NietAlleProducten = "9349";
    /// <summary>The answer names a request that was never made (TR355).</summary>
    public const string GeenVerzoekBijAntwoord = "9355";
    /// <summary>The gemeentecode is not in the list of the CBS.</summary>
    public const string OnbekendeGemeente = "S300";
    /// <summary>The product code does not belong to the category.</summary>
    public const string ProductcodePastNiet = "S329";

    private static readonly string[] AlleenIEb = ["9102", "9103", "9104", "9114", "9115", "9328", "9329", "9330", "S333"];

    /// <summary>Every code in a public list of the standards.</summary>
    public static IReadOnlyCollection<string> Alle => Teksten.Keys;

    /// <summary>The codes of iWmo 3.2, whose list is complete.</summary>
    public static IEnumerable<string> IWmo => Alle.Except(AlleenIEb);

    /// <summary>The meaning of a code, as one plain Dutch sentence.</summary>
    /// <param name="code">Four characters. The text of an unknown code names the code.</param>
    public static string Tekst(string code) =>
        Teksten.GetValueOrDefault(code) ?? $"De ontvanger keurt af met code {code}. Vraag de ontvanger wat die betekent.";

    /// <summary>
    /// Whether only the message itself was wrong. Its content was then not judged, and may be sent again in another message.
    /// </summary>
    public static bool ZijnTechnisch(IReadOnlyList<string> codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        return codes.Count > 0 && codes.All(code => code is TechnischOnjuist or DagtekeningInToekomst or IdentificatieNietUniek);
    }
}
