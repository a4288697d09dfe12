using System.Text.Json.Serialization;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>The decision on a dwangsom (Awb 4:18), with the way to object.</summary>
/// <param name="VastgesteldOp">The day of the decision.</param>
/// <param name="Bedrag">Euros; 0 when none is owed.</param>
/// <param name="Dagen">The days owed; 0 when none is owed.</param>
/// <param name="Grond">The ground on which none is owed; null when one is.</param>
/// <param name="BetalenUiterlijk">The last day of payment; null when none is owed.</param>
/// <param name="BezwaarUiterlijk">The last day for bezwaar.</param>
/// <param name="Motivering">The reasons.</param>
/// <param name="OverBezwaar">Whether a decision on a bezwaar was late.</param>
/// <param name="Vernietigd">Whether a court annulled that decision.</param>
/// <param name="Aandelen">The share of each applicant, the receiver first; null when there is one (Awb 4:17 lid 5).</param>
public sealed record Dwangsombrief(
    DateOnly VastgesteldOp, decimal Bedrag, int Dagen, GeenDwangsom? Grond, DateOnly? BetalenUiterlijk, DateOnly BezwaarUiterlijk,
    string Motivering, bool OverBezwaar = false, bool Vernietigd = false, IReadOnlyList<decimal>? Aandelen = null) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Dwangsombrief;

    [JsonIgnore]
    public string Grondslag => "Awb art. 4:18";

    [JsonIgnore]
    public bool OokNaOverlijden => true;

    [JsonIgnore]
    public DateOnly Vanaf => VastgesteldOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Dwangsombesluit;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"Besluit over de vergoeding voor ons late besluit ({dossiernummer})",
        [
            new(null,
            [
                Grond is { } grond
                    ? $"U krijgt geen vergoeding (dwangsom) voor ons late besluit. {Waarom(grond)}"
                    : $"Wij hebben te laat beslist op uw {Zaak}. Daarom krijgt u een vergoeding (dwangsom) van "
                        + $"{Euro(Aandelen?[0] ?? Bedrag)}, over {(Dagen == 1 ? "één dag" : $"{Dagen} dagen")}.",
                .. Aandelen is null ? [] : (string[])
                [
                    $"U deelt de vergoeding met anderen: {Aandelen.Count} aanvragers krijgen samen {Euro(Bedrag)}, ieder een gelijk deel.",
                ],
                .. Vernietigd ? (string[])[IBrief.OverVernietigd] : [],
                Motivering,
                .. BetalenUiterlijk is { } dag ? (string[])[$"Wij betalen dit uiterlijk op {Voluit(dag)}."] : [],
            ]),
            Rechtsmiddel.Bezwaar(BezwaarUiterlijk),
            new("Hebt u vragen?", $"Bel ons op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");

    private string Zaak => OverBezwaar ? "bezwaar" : "aanvraag";

    private string Waarom(GeenDwangsom grond) => grond switch
    {
        Contracts.GeenDwangsom.OnredelijkLaat => "Uw brief daarover kwam erg lang na het einde van onze termijn.",
        Contracts.GeenDwangsom.GeenBelanghebbende => "Dit besluit gaat niet over uw eigen belang.",
        Contracts.GeenDwangsom.KennelijkNietOntvankelijkOfOngegrond =>
            $"Het was meteen duidelijk dat wij uw {Zaak} niet konden behandelen of moesten afwijzen.",
    };
}
