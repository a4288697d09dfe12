using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>A decision that the bezwaar is about, as it was made known.</summary>
/// <param name="Soort">Wat voor besluit.</param>
/// <param name="BesluitId">Waar het besluit bij hoort.</param>
/// <param name="Nummer">Het nummer van het besluit, of van de aanvraag zolang er geen besluit is.</param>
/// <param name="BekendgemaaktOp">De dag van bekendmaking; leeg als dat nog niet is gebeurd.</param>
/// <param name="BeslotenDoor">Wie het besluit nam.</param>
/// <param name="Voorzieningen">Wat er per bestreden voorziening was besloten.</param>
public sealed record BestredenBesluit(
    BestredenSoort Soort, Guid BesluitId, string Nummer, DateOnly? BekendgemaaktOp, string? BeslotenDoor,
    IReadOnlyList<BeschikteVoorziening> Voorzieningen)
{
    /// <value>Wie het besluit opstelde of goedkeurde, naast wie het nam.</value>
    public IReadOnlyList<string> Meebeslissers { get; init; } = [];

    /// <value>Euro's, bij een besluit over een dwangsom; anders leeg.</value>
    public decimal? Bedrag { get; init; }

    /// <summary>Whether this user took, drafted or approved the decision.</summary>
    public bool IsVan(string medewerker) => BeslotenDoor == medewerker || Meebeslissers.Contains(medewerker);
}

/// <summary>How the bezwaar came in.</summary>
/// <param name="OntvangenOp">De dag waarop het hier binnenkwam.</param>
/// <param name="Poststempel">De dag waarop het op de post ging.</param>
/// <param name="EldersOntvangenOp">De dag waarop het bij een verkeerd adres binnenkwam, dat het doorstuurde; die dag telt.</param>
/// <param name="RedenTeLaat">Waarom het te laat kwam, volgens de inwoner.</param>
/// <param name="Gemachtigde">Of iemand anders het namens de inwoner indiende.</param>
public sealed record Ontvangst(
    DateOnly OntvangenOp, DateOnly? Poststempel = null, DateOnly? EldersOntvangenOp = null, string? RedenTeLaat = null,
    bool Gemachtigde = false)
{
    /// <summary>The day that counts (Awb 6:15 lid 3).</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public DateOnly Teldag => EldersOntvangenOp is { } dag && dag < OntvangenOp ? dag : OntvangenOp;

    /// <summary>The days follow each other: posted, received elsewhere, received here.</summary>
    /// <exception cref="Weigering">422.</exception>
    public void Klopt()
    {
        if (EldersOntvangenOp > OntvangenOp)
            throw Weigering.Regel("elders-na-ontvangst",
                "Het verkeerde adres stuurde het door. Die dag kan niet na de ontvangst hier liggen.",
                "Awb art. 6:15", "eldersOntvangenOp");
        if (Poststempel > Teldag)
            throw Weigering.Regel("poststempel-na-ontvangst", "Het poststempel kan niet na de ontvangst liggen. Controleer de dag.",
                "Awb art. 6:9 lid 2", "poststempel");
    }
}

/// <summary>The judgement whether the objector can be blamed for coming late (Awb 6:11).</summary>
/// <param name="Verschoonbaar">Of de inwoner er redelijkerwijs niets aan kon doen.</param>
/// <param name="Motivering">Waarom.</param>
/// <param name="BeoordeeldOp">De dag van het oordeel.</param>
public sealed record Verschoning(bool Verschoonbaar, string Motivering, DateOnly BeoordeeldOp);

/// <summary>A hearing (Awb 7:2).</summary>
/// <param name="Id">De hoorzitting.</param>
/// <param name="UitgenodigdOp">De dag van de uitnodiging.</param>
/// <param name="Tijdstip">Wanneer.</param>
/// <param name="Plaats">Waar, en waar de stukken ter inzage liggen.</param>
/// <param name="Kort">Of de inwoner instemde met minder tijd.</param>
/// <param name="Verslag">Het verslag; leeg zolang er niet is gehoord.</param>
public sealed record Hoorzitting(
    Guid Id, DateOnly UitgenodigdOp, DateTimeOffset Tijdstip, string Plaats, bool Kort, Hoorverslag? Verslag = null);

/// <summary>The report of a hearing (Awb 7:7).</summary>
/// <param name="GehoordOp">De dag.</param>
/// <param name="Hoorders">Wie hoorden; leeg als de commissie hoorde.</param>
/// <param name="DoorCommissie">Of de adviescommissie hoorde.</param>
/// <param name="Tekst">Wat er is gezegd.</param>
public sealed record Hoorverslag(DateOnly GehoordOp, IReadOnlyList<Hoorder> Hoorders, bool DoorCommissie, string Tekst);

/// <summary>Somebody who hears the objector (Awb 7:5).</summary>
/// <param name="Medewerker">Het kenmerk van de medewerker.</param>
/// <param name="Leidt">Of deze medewerker het horen leidde.</param>
/// <param name="Voorbereid">Of deze medewerker het bestreden besluit voorbereidde.</param>
public sealed record Hoorder(string Medewerker, bool Leidt, bool Voorbereid);

/// <summary>There is no hearing (Awb 7:3).</summary>
/// <param name="Op">De dag waarop dat is vastgelegd.</param>
/// <param name="Grond">Waarom dat mag.</param>
/// <param name="Toelichting">Hoe dat is gebleken.</param>
public sealed record Afzien(DateOnly Op, Geenhoorgrond Grond, string Toelichting);

/// <summary>Facts that became known after the hearing (Awb 7:9).</summary>
/// <param name="Id">De feiten.</param>
/// <param name="GemeldOp">De dag waarop ze de inwoner zijn verteld.</param>
/// <param name="ReageerUiterlijk">De laatste dag om te reageren.</param>
/// <param name="Omschrijving">Wat er bekend werd.</param>
/// <param name="GereageerdOp">De dag waarop de inwoner daarover is gehoord, of reageerde.</param>
public sealed record NieuwFeit(
    Guid Id, DateOnly GemeldOp, DateOnly ReageerUiterlijk, string Omschrijving, DateOnly? GereageerdOp = null);

/// <summary>The decision on a bezwaar (Awb 7:11, 7:12).</summary>
/// <param name="Uitkomst">Gegrond, ongegrond of niet-ontvankelijk.</param>
/// <param name="Motivering">Waarom, in woorden die de inwoner begrijpt.</param>
/// <param name="Kennelijk">Of dat meteen duidelijk was, zodat horen niet hoefde.</param>
/// <param name="Grond">Waarom het niet-ontvankelijk is; alleen dan.</param>
/// <param name="Voorzieningen">Bij een gegrond bezwaar: wat er nu geldt, per voorziening die verandert.</param>
/// <param name="Kosten">Euro's voor de kosten van de inwoner, als daarom is gevraagd; 0 als er niets wordt vergoed.</param>
/// <param name="AfwijkingAdvies">Waarom van het advies van de commissie is afgeweken; leeg als dat niet zo is.</param>
/// <param name="Dwangsom">Wat de dwangsom wordt, als het bezwaar daarover gegrond is; anders leeg.</param>
public sealed record Bezwaarbesluit(
    Bezwaaruitkomst Uitkomst, string Motivering, bool Kennelijk = false, Nietontvankelijkgrond? Grond = null,
    IReadOnlyList<Herbesluit>? Voorzieningen = null, decimal? Kosten = null, string? AfwijkingAdvies = null,
    Dwangsomherziening? Dwangsom = null)
{
    /// <value>Bij een gegrond bezwaar tegen een terugvordering: euro's die nog worden teruggevorderd; 0 als dat niets is.</value>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Vordering { get; init; }
}

/// <summary>The dwangsom that takes the place of the one that was decided (Awb 4:18, 7:11 lid 2).</summary>
/// <param name="Bedrag">Euro's, voor alle aanvragers samen.</param>
/// <param name="Alleen">Of het bezwaar alleen over de dwangsom gegrond is, en het besluit over de hulp blijft.</param>
public sealed record Dwangsomherziening(decimal Bedrag, bool Alleen = false);

/// <summary>The advice of the commission (Awb 7:13).</summary>
/// <param name="OntvangenOp">De dag waarop het binnenkwam.</param>
/// <param name="Strekking">Wat de commissie adviseert te beslissen.</param>
/// <param name="Tekst">Het advies, in woorden die in de beslissing komen.</param>
public sealed record Commissieadvies(DateOnly OntvangenOp, Bezwaaruitkomst Strekking, string Tekst);

/// <summary>The question whether a hearing is wanted (Awb 7:3 onder d).</summary>
/// <param name="GevraagdOp">De dag van de vraag.</param>
/// <param name="Uiterlijk">De laatste dag om te antwoorden.</param>
public sealed record Hoorvraag(DateOnly GevraagdOp, DateOnly Uiterlijk);

/// <summary>The help and the tests that a decision on a bezwaar must fit.</summary>
/// <param name="Huidig">The parts of a voorziening as the municipality's decisions made them; null when it has none.</param>
/// <param name="Hulp">The municipality's own decisions that hold now on what the bezwaar is about.</param>
/// <param name="Toetsen">For each voorziening with a finished pgb-toets: whether a pgb can be granted.</param>
public sealed record Bezwaarkennis(
    Func<Guid, IReadOnlyList<Voorzieningdeel>?> Huidig, IReadOnlyList<Hulpbesluit> Hulp, IReadOnlyDictionary<Guid, bool> Toetsen)
{
    /// <summary>Nothing is known beside the bezwaar itself.</summary>
    public static Bezwaarkennis Geen { get; } = new(_ => null, [], new Dictionary<Guid, bool>());
}

/// <summary>A decision on the bezwaar that a court annulled.</summary>
/// <param name="Beroepnummer">De zaak bij de rechter.</param>
/// <param name="Besluit">De beslissing.</param>
/// <param name="BeslotenOp">De dag waarop zij is genomen.</param>
/// <param name="BekendgemaaktOp">De dag waarop zij bekend is gemaakt.</param>
public sealed record VernietigdeBeslissing(
    string Beroepnummer, Bezwaarbesluit Besluit, DateOnly BeslotenOp, DateOnly BekendgemaaktOp)
{
    /// <value>De laatste dag om te beslissen, zoals die toen gold; leeg als er geen termijn liep.</value>
    public DateOnly? Uiterlijk { get; init; }

    /// <value>Wat er volgde als die beslissing te laat kwam.</value>
    public TeLaat.Dwangsomverloop Dwangsom { get; init; } = new();

    /// <value>De dag waarop de kosten van die beslissing zijn betaald.</value>
    public DateOnly? KostenBetaaldOp { get; init; }
}

/// <summary>
/// The new decision on one voorziening, or on some days of it: past days are judged on their own facts. Anything it leaves open stays as it
/// was asked.
/// </summary>
/// <param name="Uitkomst">Toekennen of gedeeltelijk toekennen.</param>
/// <param name="Motivering">Waarom, in woorden die de inwoner begrijpt.</param>
/// <param name="VoorzieningId">De voorziening.</param>
/// <param name="Product">Welke hulp, als dat anders wordt.</param>
/// <param name="Omvang">Hoeveel, als dat anders wordt.</param>
/// <param name="Periode">Over welke dagen dit gaat; op andere dagen blijft de hulp zoals zij was.</param>
/// <param name="Leveringsvorm">Zorg in natura of pgb, als dat anders wordt.</param>
/// <param name="Agb">De aanbieder, bij zorg in natura.</param>
/// <param name="Budget">Euro's over de hele periode, bij een pgb.</param>
/// <param name="Wens">
/// Waaruit blijkt dat de inwoner dit wil, als de hulp een andere wordt of in een andere eenheid telt, zodat niet te zien is of het meer is.
/// </param>
public sealed record Herbesluit(
    Uitkomst Uitkomst, string Motivering, Guid? VoorzieningId = null, Product? Product = null, Omvang? Omvang = null,
    Periode? Periode = null, Leveringsvorm? Leveringsvorm = null, string? Agb = null, decimal? Budget = null, string? Wens = null)
{
    /// <summary>The voorziening as decided.</summary>
    /// <param name="was">As it was decided before; null when there was none.</param>
    public BeschikteVoorziening Op(BeschikteVoorziening? was)
    {
        var vorm = Leveringsvorm ?? was!.Leveringsvorm;
        return new(VoorzieningId!.Value, Uitkomst, Product ?? was!.Product, Omvang ?? was!.Omvang, Periode ?? was!.Periode, vorm,
            vorm == Contracts.Leveringsvorm.Zin ? Agb ?? was?.Agb : null,
            vorm == Contracts.Leveringsvorm.Pgb ? Budget ?? was?.Budget : null);
    }
}

/// <summary>A ground on which a bezwaar is not judged on its substance.</summary>
public enum Nietontvankelijkgrond
{
    /// <summary>It came late, and the objector can be blamed (Awb 6:7, 6:11).</summary>
    TeLaat,
    /// <summary>No decision had been taken, and the objector could know that (Awb 6:10).</summary>
    TeVroeg,
    /// <summary>A defect was not repaired within the term that was set (Awb 6:6).</summary>
    VerzuimNietHersteld,
    /// <summary>The person has no interest of their own in the decision (Awb 1:2, 7:1).</summary>
    GeenBelanghebbende,
    /// <summary>The bezwaar can bring the person nothing any more.</summary>
    GeenBelangMeer,
}

/// <summary>How far the bezwaar is.</summary>
public enum Bezwaarstatus
{
    /// <summary>It was received, and nothing was decided.</summary>
    Ontvangen,
    /// <summary>It was decided; the decision was not made known yet.</summary>
    Beslist,
    /// <summary>The decision was made known.</summary>
    Bekendgemaakt,
    /// <summary>The objector withdrew it (Awb 6:21).</summary>
    Ingetrokken,
}
