using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>Tells the person what the municipality intends to do with the help, and asks for an answer first (Awb 4:8).</summary>
/// <param name="VerstuurdOp">The day of the letter.</param>
/// <param name="Ingang">The first day of the change.</param>
/// <param name="Einde">Whether the help ends.</param>
/// <param name="Uiterlijk">The last day to answer.</param>
/// <param name="Toelichting">The reasons.</param>
public sealed record Herzieningsvoornemen(
    DateOnly VerstuurdOp, DateOnly Ingang, bool Einde, DateOnly Uiterlijk, string Toelichting) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Herzieningsvoornemen;

    [JsonIgnore]
    public string Grondslag => "Awb art. 4:8";

    [JsonIgnore]
    public DateOnly Vanaf => VerstuurdOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Herzieningsvoornemen;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"Wij willen uw hulp veranderen ({dossiernummer})",
        [
            new(null,
            [
                $"Wij zijn van plan om uw hulp te {(Einde ? "laten stoppen" : "veranderen")} vanaf {Voluit(Ingang)}. "
                + "Er is nog niets besloten.",
                Toelichting,
            ]),
            new("Wat vindt u ervan?",
                $"Laat het ons weten uiterlijk op {Voluit(Uiterlijk)}. Dat kan met een brief, of u belt ons en vertelt het. "
                + "Wij beslissen daarna, en nemen mee wat u zegt."),
            new("Hebt u vragen?", $"Bel ons op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");
}
