using System.Text.Json.Serialization;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Wetgeving;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>
/// The confirmation of receipt. It states what Wmo 2015 art. 2.3.2 lid 1 to 3 requires: the term of the onderzoek with its last day, the
/// free independent client support, and the term for a persoonlijk plan. It repeats nothing of the hulpvraag, because others may read an
/// e-mail.
/// </summary>
public sealed record Ontvangstbevestiging(string Meldingnummer, DateOnly OntvangenOp) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Ontvangstbevestiging;

    [JsonIgnore]
    public string Grondslag => "Wmo 2015 art. 2.3.2 lid 1";

    [JsonIgnore]
    public DateOnly Vanaf => OntvangenOp;

    [JsonIgnore]
    public string Aanleiding => Meldingnummer;

    public Gebeurtenis Verzonden(Verzendwijze wijze, DateOnly dag) => new OntvangstBevestigd(wijze, dag) { Meldingnummer = Meldingnummer };

    public Gebeurtenis ZonderAdres() => new AdresNietGevonden { Meldingnummer = Meldingnummer };

    public Gebeurtenis Teruggekomen(DateOnly dag) => new OntvangstbevestigingTeruggekomen(dag) { Meldingnummer = Meldingnummer };

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) =>
        Schrijf(dossiernummer, Termijnen.Onderzoek(OntvangenOp), Termijnen.PersoonlijkPlan(OntvangenOp), gemeente);

    /// <summary>Writes the letter with the terms that Wetgeving computes. Their length and last day are never fixed text.</summary>
    public Brief Schrijf(string dossiernummer, Termijnberekening onderzoek, Termijnberekening plan, Gemeente gemeente) => new(
        $"Wij hebben uw melding ontvangen ({Meldingnummer})",
        [
            new(null,
                $"Op {Voluit(OntvangenOp)} hebben wij uw melding ontvangen. U vraagt hulp of ondersteuning van de gemeente.",
                $"Uw dossiernummer is {dossiernummer}. Noem dit nummer als u contact met ons hebt."),
            new("Wat gaan wij doen?",
                "Wij onderzoeken samen met u welke hulp u nodig hebt. Daarvoor hebben wij een gesprek met u. "
                + "Een consulent belt u om een afspraak te maken. U mag iemand meenemen naar het gesprek.",
                $"Het onderzoek is binnen {onderzoek.Duur} na uw melding klaar: uiterlijk op {Voluit(onderzoek.Uiterlijk)}."),
            new("Gratis hulp van een onafhankelijke cliëntondersteuner",
                "Een cliëntondersteuner denkt met u mee en kan bij het gesprek zijn. Dit kost u niets. "
                + "De cliëntondersteuner werkt niet voor de gemeente en is er voor u.",
                $"U kunt contact opnemen met {gemeente.Clientondersteuning}."),
            new("Uw eigen plan",
                "Weet u zelf al welke hulp het beste bij u past? Dan mag u een persoonlijk plan maken. "
                + "Daarin schrijft u hoe uw leven eruitziet en welke hulp u wilt. Het hoeft niet.",
                $"Maakt u een plan? Geef het ons binnen {plan.Duur} na uw melding: uiterlijk op {Voluit(plan.Uiterlijk)}. "
                + "Dan nemen wij het mee in het onderzoek."),
            new("Hebt u vragen?",
                $"Bel ons op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");
}
