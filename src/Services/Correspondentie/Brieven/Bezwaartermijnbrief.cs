using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>Tells the objector that the term of the bezwaar begins or is longer (Awb 6:10, 6:11, 7:10).</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="MeegedeeldOp">The day.</param>
/// <param name="Nieuws">What happened to the term.</param>
/// <param name="BeslisUiterlijk">The last day to decide.</param>
/// <param name="Toelichting">Why; null without.</param>
public sealed record Bezwaartermijnbrief(
    string Zaaknummer, DateOnly MeegedeeldOp, Bezwaartermijnnieuws Nieuws, DateOnly BeslisUiterlijk, string? Toelichting) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Bezwaartermijnbrief;

    [JsonIgnore]
    public string Grondslag => "Awb art. 7:10";

    [JsonIgnore]
    public bool OokNaOverlijden => true;

    [JsonIgnore]
    public DateOnly Vanaf => MeegedeeldOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Bezwaartermijn;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"De termijn van uw bezwaar ({Zaaknummer})",
        [
            new(null, [Wat, .. Toelichting is null ? [] : (string[])[Toelichting],
                $"Wij beslissen uiterlijk op {Voluit(BeslisUiterlijk)} op uw bezwaar."]),
            new("Zijn wij dan te laat?",
                "Dan kunt u ons een brief sturen waarin u ons in gebreke stelt. Beslissen wij dan niet binnen twee weken, dan "
                    + "betalen wij u "
                + "een vergoeding voor elke dag daarna."),
            new("Hebt u vragen?", $"Bel ons op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");

    private string Wat => Nieuws switch
    {
        Bezwaartermijnnieuws.Begonnen => "Ons besluit is nu bekendgemaakt. Daarom behandelen wij uw bezwaar vanaf nu.",
        Bezwaartermijnnieuws.TochOpTijd => "Uw bezwaar kwam te laat, maar daar kon u niets aan doen. Wij behandelen het daarom toch.",
        Bezwaartermijnnieuws.Verdaagd => "Wij hebben meer tijd nodig om op uw bezwaar te beslissen.",
        Bezwaartermijnnieuws.MetInstemming => "U stemde ermee in dat wij later op uw bezwaar beslissen.",
        Bezwaartermijnnieuws.Heropend => "De rechter besliste dat wij opnieuw op uw bezwaar moeten beslissen. Dat doen wij.",
        Bezwaartermijnnieuws.Voorschrift => "De wet maakt nodig dat wij later op uw bezwaar beslissen.",
    };
}

/// <summary>What happened to the term of a bezwaar.</summary>
public enum Bezwaartermijnnieuws
{
    /// <summary>The decision was made known.</summary>
    Begonnen,
    /// <summary>The objector cannot be blamed for coming late.</summary>
    TochOpTijd,
    /// <summary>It was postponed (Awb 7:10 lid 3).</summary>
    Verdaagd,
    /// <summary>It was put off with consent (Awb 7:10 lid 4 onder a and b).</summary>
    MetInstemming,
    /// <summary>It was put off because the law needs it (Awb 7:10 lid 4 onder c).</summary>
    Voorschrift,
    /// <summary>A court ordered to decide again.</summary>
    Heropend,
}
