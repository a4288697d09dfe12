using System.Text.Json.Serialization;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>Confirms that a request for change was received, and says what happens now.</summary>
/// <param name="Zaaknummer">The request.</param>
/// <param name="OntvangenOp">The day of receipt.</param>
/// <param name="Vraag">The kind of change.</param>
/// <param name="Weg">The road that it takes.</param>
/// <param name="Uiterlijk">The last day to decide under the law; null when it is no aanvraag.</param>
/// <param name="BeloofdOp">The day on which the municipality promises to be done.</param>
public sealed record Wijzigingsbevestiging(
    string Zaaknummer, DateOnly OntvangenOp, Wijzigingsvraag Vraag, Wijzigingsroute Weg, DateOnly? Uiterlijk, DateOnly BeloofdOp) : IBrief
{
    /// <summary>The last day of an opzegging that waits for another decision about the same help; null otherwise.</summary>
    public DateOnly? LaatsteDag { get; init; }

    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Wijzigingsbevestiging;

    [JsonIgnore]
    public string Grondslag => "Awb art. 3:2";

    [JsonIgnore]
    public DateOnly Vanaf => OntvangenOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Wijzigingsbevestiging;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"Wij hebben uw wijziging ontvangen ({Zaaknummer})",
        [
            new(null, $"Op {Voluit(OntvangenOp)} kregen wij uw verzoek om iets te veranderen aan uw hulp. Het nummer is {Zaaknummer}. U "
                + $"vraagt om {Gevraagd}."),
            new("Hoe gaat het verder?", Vervolg),
            new("Tot die tijd", "Uw hulp blijft zoals die is, tot u van ons hoort dat er iets verandert."),
            new("Hebt u vragen?", $"Bel ons op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");

    private string Gevraagd => Vraag switch
    {
        Wijzigingsvraag.ZinNaarPgb => "een persoonsgebonden budget (pgb) in plaats van zorg in natura",
        Wijzigingsvraag.PgbNaarZin => "zorg in natura in plaats van een persoonsgebonden budget (pgb)",
        Wijzigingsvraag.AndereAanbieder => "een andere zorgaanbieder",
        Wijzigingsvraag.Rekeningnummer => "een ander rekeningnummer",
        Wijzigingsvraag.Stoppen => "het einde van uw hulp",
        _ => "andere, meer of minder hulp",
    };

    private string[] Vervolg => (Weg, Vraag) switch
    {
        (Wijzigingsroute.Melding, _) =>
        [
            "Wij onderzoeken eerst wat u nodig hebt. Uw verzoek telt als een melding. U krijgt daarvan een bevestiging, en wij bellen u "
            + "voor een gesprek. Het onderzoek duurt hooguit zes weken. Daarna kunt u een aanvraag doen, en beslissen wij binnen twee "
            + "weken.",
        ],
        (Wijzigingsroute.Aanvraag, _) =>
        [
            $"Uw verzoek is een aanvraag. Wij beslissen uiterlijk op {Voluit(Uiterlijk!.Value)}. U krijgt een brief met ons besluit.",
            $"Gaan wij akkoord, dan is alles geregeld uiterlijk op {Voluit(BeloofdOp)}. Houd ook rekening met de opzegtermijn van uw "
            + "zorgaanbieder.",
        ],
        (Wijzigingsroute.Opzegging, _) =>
        [
            "Over deze hulp bereiden wij al een ander besluit voor. Zodra dat klaar is, krijgt u van ons een besluit over uw opzegging.",
            $"De dag die u noemde blijft staan: u wilt de hulp tot en met {Voluit(LaatsteDag!.Value)}. Komt u erop terug? Laat het ons "
            + "weten voor die dag.",
        ],
        (_, Wijzigingsvraag.Rekeningnummer) =>
        [
            "Hebt u een pgb dat de Sociale Verzekeringsbank (SVB) betaalt? Geef uw nieuwe rekeningnummer dan door aan de SVB. Betaalt u "
            + "een eigen bijdrage? Geef het dan door aan het CAK, 0800-1925. De gemeente heeft uw rekeningnummer daarvoor niet nodig.",
        ],
        _ =>
        [
            $"Wij regelen dit uiterlijk op {Voluit(BeloofdOp)}. Er is geen besluit voor nodig. Houd rekening met de opzegtermijn van uw "
            + "zorgaanbieder.",
        ],
    };
}
