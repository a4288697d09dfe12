using System.Text.Json.Serialization;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>A later decision on a voorziening, with the help as it is from then on and the way to object (Awb 3:41 and 3:45).</summary>
/// <param name="BekendgemaaktOp">The day of the letter.</param>
/// <param name="Beschikkingnummer">The number of the decision.</param>
/// <param name="Delen">The granted help, in order of time.</param>
/// <param name="Motivering">The reasons.</param>
/// <param name="BezwaarUiterlijk">The last day for bezwaar, or for beroep; null when a court decided it.</param>
/// <param name="OpBezwaar">Whether it is the decision on a bezwaar.</param>
public sealed record Wijzigingsbesluitbrief(
    DateOnly BekendgemaaktOp, string Beschikkingnummer, IReadOnlyList<Voorzieningdeel> Delen, string Motivering,
    DateOnly? BezwaarUiterlijk, bool OpBezwaar) : IBrief
{
    /// <summary>The consequences for the contribution, as far as help is granted.</summary>
    public IReadOnlyList<string> Bijdrage { get; init; } = [];

    /// <summary>Whether it is the decision in an urgent case, before any onderzoek (Wmo 2015 art. 2.3.3).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Spoed { get; init; }

    /// <summary>The case at the court that is about it too; null without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Beroepnummer { get; init; }

    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Wijzigingsbesluitbrief;

    [JsonIgnore]
    public string Grondslag => "Awb art. 3:41";

    [JsonIgnore]
    public bool OokNaOverlijden => true;

    [JsonIgnore]
    public DateOnly Vanaf => BekendgemaaktOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Wijzigingsbesluit;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"Besluit over uw hulp ({dossiernummer})",
        [
            new(null,
            [
                $"Wij hebben een besluit genomen over uw hulp. Het nummer is {Beschikkingnummer}.",
                Motivering,
                .. Delen.Count > 0 ? (string[])["Zo ziet uw hulp er nu uit:"]
                    : [Spoed ? "U krijgt nu geen tijdelijke hulp van ons." : "U krijgt hiervoor geen hulp meer van ons."],
                .. Spoed ? ["Wij onderzoeken uw melding gewoon verder. Daarover hoort u nog van ons."] : (string[])[],
            ]),
            .. Delen.Select(Onderdeel),
            .. Bijdrage.Count > 0 ? (Deel[])[new("Uw eigen bijdrage", [.. Bijdrage])] : [],
            .. BezwaarUiterlijk is not { } dag ? (Deel[])
            [
                Beroepnummer is { } zaak ? new("De rechter kijkt ook naar dit besluit",
                    $"Over deze hulp hebt u al een zaak bij de rechter ({zaak}). Die zaak gaat nu ook over dit besluit. U hoeft geen "
                    + "bezwaar te maken. Wel mag u de rechter schrijven wat u van dit besluit vindt.")
                : new("Dit besliste de rechter", "Wij doen wat de rechter besliste. Daartegen kunt u geen bezwaar maken bij ons."),
            ] :
            [
            OpBezwaar
                ? new("Bent u het niet eens met dit besluit?",
                    $"Dan kunt u in beroep gaan bij de rechtbank, uiterlijk op {Voluit(dag)}.")
                : Rechtsmiddel.Bezwaar(dag, Beschikkingnummer),
            new("Kunt u daar niet op wachten?",
                "Het besluit geldt meteen, ook als u het er niet mee eens bent. Is er haast bij? Dan kunt u de rechtbank vragen om een "
                + "voorlopige voorziening."),
            ],
            new("Hebt u vragen?", $"Bel ons op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");

    private Deel Onderdeel(Voorzieningdeel deel) => new(Hulpregels.Naam(deel.Product, BekendgemaaktOp),
    [
        deel is { Tijdelijk: true, Budget: null }
            ? $"Vanaf {ZonderWeekdag(deel.Periode.Ingangsdatum)}, tot ons besluit op uw aanvraag geldt, krijgt u tijdelijk "
                + $"{Hulpregels.Hoeveel(deel.Omvang)}."
            : $"Van {ZonderWeekdag(deel.Periode.Ingangsdatum)} tot en met {ZonderWeekdag(deel.Periode.Einddatum)} krijgt u "
                + $"{Hulpregels.Hoeveel(deel.Omvang)}.",
        .. Hulpregels.Vorm(deel.Product, deel.Leveringsvorm, deel.Agb, deel.Budget, begint: Spoed) is { } vorm ? (string[])[vorm] : [],
    ]);
}
