using System.Text.Json.Serialization;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>Tells the person what it means that there is a case at the court, or that it changed (Awb 6:16, 8:42, 8:55d, 8:81).</summary>
/// <param name="Zaaknummer">The case.</param>
/// <param name="MeegedeeldOp">The day of the letter.</param>
/// <param name="Nieuws">The news.</param>
/// <param name="Zaaksoort">The kind of case; null when that is not the news.</param>
/// <param name="Besluitnummer">The decision, bezwaar or aanvraag; null when the case ended.</param>
/// <param name="StukkenUiterlijk">The last day to send the file to the court; null without one.</param>
public sealed record Beroepsbrief(
    string Zaaknummer, DateOnly MeegedeeldOp, Beroepsnieuws Nieuws, Beroepsoort? Zaaksoort, string? Besluitnummer,
    DateOnly? StukkenUiterlijk) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Beroepsbrief;

    [JsonIgnore]
    public string? Grondslag => null;

    [JsonIgnore]
    public bool OokNaOverlijden => true;

    [JsonIgnore]
    public DateOnly Vanaf => MeegedeeldOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Beroep;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"Uw zaak bij de rechter ({Zaaknummer})",
        [
            new(null, Wat),
            .. Nieuws != Beroepsnieuws.Ingesteld ? [] : (Deel[])
            [
                new("Wat gebeurt er nu?", [.. Stukken, Vervolg]),
                .. Zaaksoort is Beroepsoort.NietTijdig ? [] : (Deel[])[Intussen],
            ],
            new("Hebt u vragen?", $"Bel ons op {gemeente.Telefoon}. Vragen over de zitting stelt u aan de rechter."),
        ],
        $"Gemeente {gemeente.Naam}");

    private string Wat => (Nieuws, Zaaksoort) switch
    {
        (Beroepsnieuws.Uitgebreid, _) => $"Wij namen een besluit ({Besluitnummer}). Uw zaak bij de rechter gaat nu ook over dat besluit. "
            + "Bent u het ermee eens? Laat dat dan aan de rechter weten.",
        (Beroepsnieuws.Ingetrokken, _) => "Uw zaak bij de rechter is ingetrokken. De rechter doet geen uitspraak meer. Ons besluit blijft "
            + "gelden.",
        (_, Beroepsoort.HogerBeroep) => $"Er is hoger beroep ingesteld over {Besluitnummer}. De Centrale Raad van Beroep bekijkt uw zaak "
            + "opnieuw.",
        (_, Beroepsoort.VoorlopigeVoorziening) => "U vroeg de rechter om een voorlopige voorziening, omdat u niet kunt wachten op de "
            + $"beslissing over {Besluitnummer}.",
        (_, Beroepsoort.NietTijdig) => $"U ging naar de rechtbank, omdat wij niet op tijd beslisten over {Besluitnummer}.",
        _ => $"U ging in beroep bij de rechtbank tegen onze beslissing {Besluitnummer}.",
    };

    private string[] Stukken => StukkenUiterlijk is { } dag
        ? [$"Wij sturen onze stukken uiterlijk op {Voluit(dag)} naar de rechter. U krijgt ze ook, van de rechter."] : [];

    private string Vervolg => Zaaksoort == Beroepsoort.NietTijdig
        ? "Wij beslissen zo snel mogelijk. Geeft de rechter u gelijk? Dan moeten wij beslissen binnen de tijd die de rechter "
            + "noemt. Meestal "
            + "is dat twee weken."
        : "De rechter kan u uitnodigen voor een zitting. Daar mag u uw verhaal vertellen. Daarna doet de rechter uitspraak.";

    private Deel Intussen => new("Ons besluit geldt intussen gewoon", Zaaksoort == Beroepsoort.VoorlopigeVoorziening
        ? "Ons besluit geldt tot de rechter iets anders beslist."
        : "Een zaak bij de rechter stopt ons besluit niet. Kunt u niet wachten? Dan kunt u de rechter vragen om een voorlopige "
            + "voorziening. "
            + "Dat kan alleen als er haast is. Het kost griffierecht.");
}

/// <summary>The news in a letter about a case at the court.</summary>
public enum Beroepsnieuws
{
    /// <summary>The person went to court.</summary>
    Ingesteld,
    /// <summary>The case is about a later decision too.</summary>
    Uitgebreid,
    /// <summary>The case was withdrawn.</summary>
    Ingetrokken,
}
