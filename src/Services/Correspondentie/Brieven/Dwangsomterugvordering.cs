using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>Claims back a dwangsom that was not owed (Awb 4:20).</summary>
/// <param name="TeruggevorderdOp">The day of the claim.</param>
/// <param name="Bedrag">Euros.</param>
/// <param name="Reden">Why it was not owed.</param>
/// <param name="Vernietigd">Whether it was for a decision that a court annulled.</param>
/// <param name="Aandelen">The share of each applicant, the receiver first; null when there is one.</param>
public sealed record Dwangsomterugvordering(
    DateOnly TeruggevorderdOp, decimal Bedrag, string Reden, bool Vernietigd = false, IReadOnlyList<decimal>? Aandelen = null) : IBrief
{
    /// <summary>The last day of payment; null in a letter from before it was set.</summary>
    public DateOnly? BetalenUiterlijk { get; init; }

    /// <summary>The last day for bezwaar; null in a letter from before it was set.</summary>
    public DateOnly? BezwaarUiterlijk { get; init; }

    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Dwangsomterugvordering;

    [JsonIgnore]
    public string Grondslag => "Awb art. 4:20";

    [JsonIgnore]
    public bool OokNaOverlijden => true;

    [JsonIgnore]
    public DateOnly Vanaf => TeruggevorderdOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Dwangsomterugvordering;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"U moet een vergoeding terugbetalen ({dossiernummer})",
        [
            new(null,
            [
                "Wij betaalden u een vergoeding (dwangsom) voor een laat besluit. Daarvan moet u "
                    + $"{Euro(Aandelen?[0] ?? Bedrag)} terugbetalen."
                    + (BetalenUiterlijk is { } betalen ? $" Betaal dit uiterlijk op {Voluit(betalen)}." : ""),
                .. Vernietigd ? (string[])[IBrief.OverVernietigd] : [], Reden,
            ]),
            .. BezwaarUiterlijk is { } bezwaar ? (Deel[])[Rechtsmiddel.Bezwaar(bezwaar)] : [],
            new("Kunt u dit niet in één keer betalen?", $"Bel ons dan op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");
}
