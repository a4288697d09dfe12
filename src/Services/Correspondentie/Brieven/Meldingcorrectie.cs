using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Wetgeving;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>
/// Tells the resident that the day of receipt of the melding was corrected, and what that does to the terms (Wmo 2015 art. 2.3.2 lid 1, 2
/// and 9).
/// </summary>
/// <param name="GecorrigeerdOp">The day of the correction.</param>
/// <param name="Meldingnummer">The melding.</param>
/// <param name="Was">The day that was known.</param>
/// <param name="OntvangenOp">The right day.</param>
/// <param name="OnderzoekUiterlijk">The last day of the onderzoek.</param>
/// <param name="AanvraagVanaf">The first day of an aanvraag without a verslag.</param>
/// <param name="Reden">Why.</param>
public sealed record Meldingcorrectie(DateOnly GecorrigeerdOp, string Meldingnummer, DateOnly Was, DateOnly OntvangenOp,
    DateOnly OnderzoekUiterlijk, DateOnly AanvraagVanaf, string Reden) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Meldingcorrectie;

    [JsonIgnore]
    public string Grondslag => "Wmo 2015 art. 2.3.2 lid 1";

    [JsonIgnore]
    public DateOnly Vanaf => GecorrigeerdOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Ontvangstcorrectie;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"De dag waarop wij uw melding kregen ({Meldingnummer})",
        [
            new(null,
                $"Wij dachten dat uw melding op {Voluit(Was)} bij ons binnenkwam. Dat was {Voluit(OntvangenOp)}.", Reden),
            new("Wat betekent dit voor u?",
            [
                $"Ons onderzoek moet uiterlijk op {Voluit(OnderzoekUiterlijk)} klaar zijn. Deze dag telt, ook als wij eerder een andere "
                + "dag noemden.",
                $"Is het dan niet klaar? Dan kunt u vanaf {Voluit(AanvraagVanaf)} een aanvraag doen zonder verslag.",
                .. Plan(),
            ]),
            new("Klopt dit niet?", $"Bel ons dan op {gemeente.Telefoon}. Noem dan het dossiernummer {dossiernummer}."),
        ],
        $"Gemeente {gemeente.Naam}");

    /// <summary>The term for a persoonlijk plan moves too. It is no news once it has passed.</summary>
    private IEnumerable<string> Plan() => Termijnen.PersoonlijkPlan(OntvangenOp) is var plan && plan.Uiterlijk >= GecorrigeerdOp
        ? [$"Wilt u een persoonlijk plan maken? Dat kan tot en met {Voluit(plan.Uiterlijk)}."] : [];
}
