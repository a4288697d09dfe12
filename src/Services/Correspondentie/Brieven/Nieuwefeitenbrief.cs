using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>Tells the objector of facts that became known after the hearing (Awb 7:9).</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="GemeldOp">The day.</param>
/// <param name="ReageerUiterlijk">The last day to react.</param>
/// <param name="Omschrijving">The facts.</param>
public sealed record Nieuwefeitenbrief(string Zaaknummer, DateOnly GemeldOp, DateOnly ReageerUiterlijk, string Omschrijving) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Nieuwefeitenbrief;

    [JsonIgnore]
    public string Grondslag => "Awb art. 7:9";

    [JsonIgnore]
    public bool OokNaOverlijden => true;

    [JsonIgnore]
    public DateOnly Vanaf => GemeldOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.NieuweFeiten;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"Er is iets nieuws bekend geworden over uw bezwaar ({Zaaknummer})",
        [
            new(null, "Na de hoorzitting is dit bekend geworden:", Omschrijving),
            new("Wilt u hierop reageren?",
                $"Stuur ons een brief, uiterlijk op {Voluit(ReageerUiterlijk)}. Wilt u liever met ons praten? Bel ons dan voor die dag op "
                + $"{gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");
}
