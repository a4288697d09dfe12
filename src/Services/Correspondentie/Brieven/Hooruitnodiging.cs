using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>Invites the objector to a hearing, with the days for papers and for reading the file (Awb 7:4 lid 3).</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="UitgenodigdOp">The day of the invitation.</param>
/// <param name="Dag">The day of the hearing.</param>
/// <param name="Tijd">Its time, for instance "14.00".</param>
/// <param name="Plaats">Its place, and where the file lies open.</param>
/// <param name="StukkenUiterlijk">The last day for papers; null when the objector agreed to less time.</param>
/// <param name="InzageVanaf">The day from which the file lies open; null when the objector agreed to less time.</param>
public sealed record Hooruitnodiging(
    string Zaaknummer, DateOnly UitgenodigdOp, DateOnly Dag, string Tijd, string Plaats, DateOnly? StukkenUiterlijk,
    DateOnly? InzageVanaf) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Hooruitnodiging;

    [JsonIgnore]
    public string Grondslag => "Awb art. 7:4 lid 3";

    [JsonIgnore]
    public bool OokNaOverlijden => true;

    [JsonIgnore]
    public DateOnly Vanaf => UitgenodigdOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Hooruitnodiging;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"Uitnodiging voor de hoorzitting over uw bezwaar ({Zaaknummer})",
        [
            new(null, $"Wij horen graag van u waarom u bezwaar maakt. U bent welkom op {Voluit(Dag)} om {Tijd} uur.", Plaats),
            new("Wie mag u meenemen?",
                "U mag iemand meenemen, bijvoorbeeld familie of een cliëntondersteuner. U mag ook iemand anders laten komen, met een "
                + "machtiging. Getuigen of deskundigen die u meebrengt, mogen ook iets vertellen."),
            .. StukkenUiterlijk is { } stukken && InzageVanaf is { } inzage ? (Deel[])
            [
                new("Stukken", $"Wilt u nog stukken sturen? Zorg dat wij ze uiterlijk op {Voluit(stukken)} hebben.",
                    $"U kunt het dossier lezen vanaf {Voluit(inzage)}. U mag er een kopie van vragen."),
            ] : [],
            new("Kunt u niet, of wilt u niet komen?", $"Bel ons op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");
}
