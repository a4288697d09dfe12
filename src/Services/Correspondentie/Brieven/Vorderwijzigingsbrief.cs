using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>A claim (Wmo 2015 art. 2.4.1) became less, or was withdrawn.</summary>
/// <param name="GewijzigdOp">The day.</param>
/// <param name="Bedrag">Euros that are claimed now; 0 when it was withdrawn.</param>
/// <param name="Open">Euros of it that are still to be paid.</param>
/// <param name="TeVeelBetaald">Euros that go back.</param>
/// <param name="TerugUiterlijk">The last day on which they go back; null when nothing does.</param>
/// <param name="Motivering">The reasons.</param>
public sealed record Vorderwijzigingsbrief(
    DateOnly GewijzigdOp, decimal Bedrag, decimal Open, decimal TeVeelBetaald, DateOnly? TerugUiterlijk, string Motivering) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Vorderwijzigingsbrief;

    [JsonIgnore]
    public string Grondslag => "Wmo 2015 art. 2.4.1";

    [JsonIgnore]
    public DateOnly Vanaf => GewijzigdOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Vorderwijziging;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"U hoeft minder terug te betalen ({dossiernummer})",
        [
            new(null,
            [
                Bedrag == 0 ? "Wij vroegen u geld terug. Dat hoeft u niet meer te betalen." : $"Wij vroegen u geld terug. Dat is nu "
                    + $"{Euro(Bedrag)}.{(Open > 0 ? $" Daarvan moet u nog {Euro(Open)} betalen." : " U hoeft niets meer te betalen.")}",
                Motivering,
                .. TerugUiterlijk is { } dag
                    ? [$"U hebt {Euro(TeVeelBetaald)} te veel betaald. Dat krijgt u uiterlijk op {Voluit(dag)} terug."]
                    : Array.Empty<string>(),
            ]),
            new("Hebt u vragen?", $"Bel ons op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");
}
