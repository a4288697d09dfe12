using System.Text.Json.Serialization;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Wetgeving;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>Answers an ingebrekestelling: what it means, and what the applicant can do (Awb 4:17, 6:12).</summary>
/// <param name="OntvangenOp">The day on which it was received.</param>
/// <param name="Oordeel">Its meaning.</param>
/// <param name="BeslisUiterlijk">The last day on which a decision still prevents a dwangsom; null when it means nothing.</param>
/// <param name="BeantwoordOp">The day of the answer.</param>
/// <param name="OverBezwaar">Whether it is about a decision on a bezwaar.</param>
/// <param name="Nummer">The aanvraag or bezwaar; null in a letter from before it was named.</param>
/// <param name="HerkendIn">The letter in which it stood.</param>
/// <param name="MeerZaken">Whether the letter is about more than one aanvraag or bezwaar.</param>
/// <param name="Vernietigd">Whether it is about a decision that a court annulled.</param>
public sealed record Ingebrekestellingsantwoord(
    DateOnly OntvangenOp, Ingebrekestellingsoordeel Oordeel, DateOnly? BeslisUiterlijk, DateOnly BeantwoordOp,
    bool OverBezwaar = false, string? Nummer = null, Briefsoort HerkendIn = Briefsoort.Ingebrekestelling, bool MeerZaken = false,
    bool Vernietigd = false) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Ingebrekestellingsantwoord;

    [JsonIgnore]
    public string Grondslag => "Awb art. 4:17";

    [JsonIgnore]
    public bool OokNaOverlijden => true;

    [JsonIgnore]
    public DateOnly Vanaf => OntvangenOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Ingebrekestelling;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"Uw brief over ons late besluit ({dossiernummer})",
        [
            new(null, [Aanleiding, .. MeerZaken ? [PerZaak] : (string[])[], .. Vernietigd ? (string[])[IBrief.OverVernietigd] : [],
                Antwoord]),
            .. Oordeel == Ingebrekestellingsoordeel.Geldig && !IsVoorbij ? Rechten : [],
            new("Hebt u vragen?", $"Bel ons op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");

    private string Aanleiding => $"Op {Voluit(OntvangenOp)} kregen wij uw {HerkendIn switch
    {
        Briefsoort.Klacht => "klacht. Daarin schrijft u ook",
        Briefsoort.Bezwaar => "bezwaar. Daarin schrijft u ook",
        _ => "brief. Daarin schrijft u",
    }} dat wij niet op tijd hebben beslist{(Nummer is null ? "" : $" op uw {Waarop} {Nummer}")}.";

    private const string PerZaak = "U krijgt over elke aanvraag en elk bezwaar een eigen brief.";

    private string Waarop => OverBezwaar ? "bezwaar" : "aanvraag";

    private DateOnly Beroep => Termijnen.BeroepNietTijdig(OntvangenOp).Uiterlijk;

    private bool IsVoorbij => BeslisUiterlijk < BeantwoordOp;

    private Deel[] Rechten =>
    [
        new("Beslissen wij dan nog niet?",
            "Dan betalen wij u daarna voor elke dag een vergoeding (dwangsom), over hooguit 42 dagen. U hoeft daar niets voor te doen.",
            "U kunt dan ook in beroep gaan bij de rechtbank, omdat wij niet op tijd beslissen. "
                + $"Dat kan vanaf {Voluit(Beroep)} (Awb artikel 6:12). U hoeft dan niet eerst bezwaar te maken."),
    ];

    private string Antwoord => Oordeel switch
    {
        Ingebrekestellingsoordeel.Geldig when IsVoorbij =>
            "U hebt gelijk. Uw brief telt. U krijgt een besluit over de vergoeding (dwangsom) voor elke dag dat wij te laat waren, over "
            + "hooguit 42 dagen." + (Vernietigd ? "" : $" Hebt u nog geen besluit op uw {Waarop}? Dan kunt u in beroep gaan "
            + "bij de rechtbank."),
        Ingebrekestellingsoordeel.Geldig =>
            $"U hebt gelijk. Wij doen ons best om uiterlijk op {Voluit(BeslisUiterlijk!.Value)} te beslissen.",
        Ingebrekestellingsoordeel.TeVroeg =>
            "Uw brief kwam te vroeg: onze termijn was nog niet voorbij. Daarom telt de brief niet. Is de termijn voorbij en hebt u nog "
            + "geen besluit? Stuur ons dan een nieuwe brief.",
        Ingebrekestellingsoordeel.OnredelijkLaat =>
            "Uw brief kwam erg lang na het einde van onze termijn. Daarom krijgt u geen vergoeding (dwangsom). Wij beslissen "
            + "zo snel mogelijk.",
        Ingebrekestellingsoordeel.AlOntvangen =>
            "U schreef ons dit al eerder. Die eerdere brief telt. Deze brief verandert daar niets aan.",
    };
}
