using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>Confirms that the person asked for the end or a change of the help, or took that back.</summary>
/// <param name="OntvangenOp">The day of the letter.</param>
/// <param name="Ingang">The first day of the change.</param>
/// <param name="Einde">Whether the help is to end.</param>
/// <param name="Teruggenomen">Whether it does not go on.</param>
public sealed record Wijzigingsverzoekbrief(DateOnly OntvangenOp, DateOnly Ingang, bool Einde, bool Teruggenomen) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Wijzigingsverzoekbrief;

    [JsonIgnore]
    public string Grondslag => "Awb art. 3:2";

    [JsonIgnore]
    public DateOnly Vanaf => OntvangenOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Wijzigingsverzoek;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"Uw vraag over uw hulp ({dossiernummer})",
        [
            new(null,
            [
                Teruggenomen
                    ? "De verandering van uw hulp gaat niet door. Uw hulp blijft zoals die is."
                    : Einde ? $"U wilt geen hulp meer vanaf {Voluit(Ingang)}. U krijgt daarover nog een besluit van ons. "
                        + "Komt u erop terug? Laat het ons weten voor die dag."
                    : $"U wilt andere hulp vanaf {Voluit(Ingang)}. U krijgt daarover nog een besluit van ons.",
            ]),
            new("Hebt u vragen?", $"Bel ons op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");
}
