using System.Text.Json.Serialization;
using WmoPlatform.Contracts;

namespace WmoPlatform.Beschikkingen.Besluiten;

/// <summary>A beslisser's decision on one voorziening. The need and the form of delivery are decided apart.</summary>
/// <param name="Uitkomst">Toekennen, gedeeltelijk toekennen, afwijzen of buiten behandeling laten.</param>
/// <param name="Motivering">Waarom, in woorden die de inwoner begrijpt (Awb 3:46).</param>
/// <param name="VoorzieningId">De voorziening; weglaten als er niets is geïndiceerd en de aanvraag als geheel wordt afgewezen.</param>
/// <param name="Periode">De toegekende periode, als die anders is dan gevraagd.</param>
/// <param name="Omvang">De toegekende omvang, als die anders is dan gevraagd.</param>
/// <param name="Budget">Euro's over de hele periode, bij een toegekend pgb.</param>
public sealed record Voorzieningbesluit(
    Uitkomst Uitkomst, string Motivering, Guid? VoorzieningId = null, Periode? Periode = null, Omvang? Omvang = null,
        decimal? Budget = null)
{
    /// <value>De leveringsvorm, als u zorg in natura toekent waar om een pgb is gevraagd; anders weglaten.</value>
    public Leveringsvorm? Leveringsvorm { get; init; }

    /// <value>
    /// De AGB-code van de zorgaanbieder, acht cijfers, als u zorg in natura toekent waar om een pgb is gevraagd, of hulp zonder indicatie.
    /// </value>
    public string? Agb { get; init; }

    /// <value>
    /// Euro's van het pgb tot de eerste dag van de zorg in natura, als het pgb daardoor korter duurt; weglaten als het bedrag blijft.
    /// </value>
    public decimal? BudgetTotDan { get; init; }

    /// <value>Waarom het gevraagde pgb wordt geweigerd (Wmo 2.3.6 lid 2 en 5); weglaten als dat niet zo is.</value>
    public PgbWeigering? PgbWeigering { get; init; }

    /// <value>De voorwaarden: hoe de inwoner een pgb verantwoordt, en wat de inwoner moet melden.</value>
    public IReadOnlyList<string>? Voorwaarden { get; init; }

    /// <value>Of een weigering, ook van een deel, steunt op gegevens die afwijken van wat de inwoner zelf opgaf (Awb 4:7).</value>
    public bool WijktAfVanOpgave { get; init; }

    /// <value>Waarom de inwoner daarover niet eerst is gehoord; weglaten als dat wel is gebeurd.</value>
    public NietHoren? NietGehoord { get; init; }

    /// <value>Waarom u anders beslist dan het onderzoek of de pgb-toets adviseert; weglaten als dat niet zo is.</value>
    public string? RedenAfwijkingAdvies { get; init; }

    /// <value>
    /// De eerdere beschikking van deze inwoner die dezelfde soort hulp afwees, ook voor een deel, als de inwoner sindsdien niets nieuws
    /// noemt (Awb 4:6); anders weglaten.
    /// </value>
    public string? EerdereBeschikking { get; init; }

    /// <summary>Whether any help follows from it.</summary>
    [JsonIgnore]
    public bool IsToegekend => Uitkomst is Uitkomst.Toekennen or Uitkomst.GedeeltelijkToekennen;

    /// <summary>Whether it says anything that only a grant says.</summary>
    [JsonIgnore]
    public bool GeeftIets => Periode is not null || Omvang is not null || Budget is not null || Leveringsvorm is not null || Agb is not null
        || BudgetTotDan is not null || Voorwaarden is { Count: > 0 };

    /// <summary>Whether it refuses something, be it a part or the form of delivery. Leaving aside refuses nothing.</summary>
    [JsonIgnore]
    public bool IsWeigering => Uitkomst is Uitkomst.GedeeltelijkToekennen or Uitkomst.Afwijzen || PgbWeigering is not null;

    /// <summary>The form of delivery as decided.</summary>
    public Leveringsvorm Vorm(GekozenVoorziening gevraagd) => Leveringsvorm ?? gevraagd.Leveringsvorm;

    /// <summary>Whether a grant gives what was indicated: as much, in the same period.</summary>
    public bool Geeft(GekozenVoorziening gevraagd, GekozenVoorziening indicatie) =>
        (Omvang ?? gevraagd.Omvang) == indicatie.Omvang && (Periode ?? gevraagd.Periode) == indicatie.Periode;

    /// <summary>The voorziening as decided. Anything the decision leaves open stays as requested.</summary>
    public BeschikteVoorziening Op(GekozenVoorziening gevraagd) => new(
        gevraagd.VoorzieningId, Uitkomst, gevraagd.Product, Omvang ?? gevraagd.Omvang, Periode ?? gevraagd.Periode, Vorm(gevraagd),
            Agb ?? gevraagd.Agb, Budget)
    {
        PgbGeweigerd = PgbWeigering,
    };
}

/// <summary>A refusal without hearing the applicant first.</summary>
/// <param name="Grond">De uitzondering in de wet.</param>
/// <param name="Reden">Waarom die hier geldt.</param>
public sealed record NietHoren(Hoorplichtuitzondering Grond, string Reden);

/// <summary>An exception to the duty to hear the applicant first.</summary>
public enum Hoorplichtuitzondering
{
    /// <summary>The data deviate so little that it can hardly matter to the applicant (Awb 4:7 lid 2).</summary>
    GeringeBetekenis,
    /// <summary>There is no time for it (4:11 onder a).</summary>
    Spoed,
    /// <summary>The applicant was heard before, and no new facts are known since (4:11 onder b).</summary>
    EerderGehoord,
    /// <summary>The purpose would fail if the applicant knew beforehand (4:11 onder c).</summary>
    DoelVerijdeld,
    /// <summary>It is about money, and bezwaar can undo all of it (4:12).</summary>
    FinancieelBesluit,
}
