using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>Asks the objector whether a hearing is wanted (Awb 7:3 onder d), or says that one that was planned is off.</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="Op">The day.</param>
/// <param name="AntwoordUiterlijk">The last day to answer; null when nothing is asked.</param>
/// <param name="Afgezegd">The day of the hearing that is off; null when nothing is off.</param>
public sealed record Hoorbericht(string Zaaknummer, DateOnly Op, DateOnly? AntwoordUiterlijk, DateOnly? Afgezegd) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Hoorbericht;

    [JsonIgnore]
    public string Grondslag => "Awb art. 7:3";

    [JsonIgnore]
    public bool OokNaOverlijden => true;

    [JsonIgnore]
    public DateOnly Vanaf => Op;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Hoorbericht;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => AntwoordUiterlijk is { } dag
        ? new($"Wilt u vertellen waarom u bezwaar maakt? ({Zaaknummer})",
            [
                new(null, "U mag ons vertellen waarom u bezwaar maakt. Dat doet u in een gesprek (hoorzitting).",
                    $"Laat ons uiterlijk op {Voluit(dag)} weten of u dat wilt. Bel {gemeente.Telefoon}, of stuur ons een brief."),
                new("Horen wij niets?", "Dan beslissen wij op uw bezwaar zonder gesprek."),
            ],
            $"Gemeente {gemeente.Naam}")
        : new($"De hoorzitting gaat niet door ({Zaaknummer})",
            [
                new(null, $"De hoorzitting van {Voluit(Afgezegd!.Value)} over uw bezwaar gaat niet door. Waarom u niet wordt gehoord, "
                    + "leest u in onze beslissing."),
                new("Wilt u toch worden gehoord?", $"Bel ons dan zo snel mogelijk op {gemeente.Telefoon}."),
            ],
            $"Gemeente {gemeente.Naam}");
}
