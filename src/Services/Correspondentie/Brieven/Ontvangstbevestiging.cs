using WmoPlatform.Wetgeving;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>
/// The confirmation of receipt. It tells what Wmo 2015 art. 2.3.2 lid 1 to 3 asks: the six weeks with their last day, the free independent
/// client support, and the persoonlijk plan within seven days. It says nothing of what the person asked: an e-mail can be read by others.
/// </summary>
public static class Ontvangstbevestiging
{
    public static Brief Schrijf(string dossiernummer, string meldingnummer, DateOnly ontvangenOp, Gemeente gemeente) => new(
        $"Wij hebben uw melding ontvangen ({meldingnummer})",
        [
            new(null,
                $"Op {Voluit(ontvangenOp)} hebben wij uw melding ontvangen. U vraagt hulp of ondersteuning van de gemeente.",
                $"Uw dossiernummer is {dossiernummer}. Noem dit nummer als u contact met ons hebt."),
            new("Wat gaan wij doen?",
                "Wij onderzoeken samen met u welke hulp u nodig hebt. Daarvoor hebben wij een gesprek met u. Een consulent belt u om een afspraak te maken. U mag iemand meenemen naar het gesprek.",
                $"Het onderzoek is binnen zes weken na uw melding klaar: op uiterlijk {Voluit(Termijnen.Onderzoek(ontvangenOp).Uiterlijk)}."),
            new("Gratis hulp van een onafhankelijke cliëntondersteuner",
                "Een cliëntondersteuner denkt met u mee en kan bij het gesprek zijn. Dit kost u niets. De cliëntondersteuner werkt niet voor de gemeente en is er voor u.",
                $"U kunt contact opnemen met {gemeente.Clientondersteuning}."),
            new("Uw eigen plan",
                "Weet u zelf al welke hulp het beste bij u past? Dan mag u een persoonlijk plan maken. Daarin schrijft u hoe uw leven eruitziet en welke hulp u wilt. Het hoeft niet.",
                $"Maakt u een plan? Geef het ons binnen zeven dagen na uw melding: op uiterlijk {Voluit(Termijnen.PersoonlijkPlan(ontvangenOp).Uiterlijk)}. Dan nemen wij het mee in het onderzoek."),
            new("Hebt u vragen?",
                $"Bel ons op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");
}

/// <summary>What the letters say of the municipality (section <c>Gemeente</c>).</summary>
public sealed class Gemeente
{
    public string Naam { get; set; } = "";
    public string Telefoon { get; set; } = "";
    public string Clientondersteuning { get; set; } = "";
}
