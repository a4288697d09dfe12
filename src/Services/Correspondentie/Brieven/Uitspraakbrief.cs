using System.Text.Json.Serialization;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>
/// Tells the person what a judgment means, what the municipality must do and before when, and the way on (Awb 8:72, 8:104).
/// </summary>
/// <param name="Zaaknummer">The case.</param>
/// <param name="MeegedeeldOp">The day of the letter.</param>
/// <param name="Uitspraak">The judgment.</param>
/// <param name="HogerBeroepUiterlijk">The last day for hoger beroep; null when none is open.</param>
/// <param name="VerzetUiterlijk">The last day for verzet; null when none is open.</param>
public sealed record Uitspraakbrief(
    string Zaaknummer, DateOnly MeegedeeldOp, Uitspraak Uitspraak, DateOnly? HogerBeroepUiterlijk, DateOnly? VerzetUiterlijk = null)
    : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Uitspraakbrief;

    [JsonIgnore]
    public string? Grondslag => null;

    [JsonIgnore]
    public bool OokNaOverlijden => true;

    [JsonIgnore]
    public DateOnly Vanaf => MeegedeeldOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Uitspraak;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"De rechter deed uitspraak in uw zaak ({Zaaknummer})",
        [
            new(null, [$"De rechter stuurde de uitspraak op {Voluit(Uitspraak.VerzondenOp)}. U kreeg haar ook. {Betekenis}",
                .. Uitspraak.Tussenuitspraak ? ["Uw zaak is nog niet klaar. Er volgt nog een uitspraak."] : (string[])[]]),
            .. Uitspraak.Opdrachten.Count == 0 ? [] : (Deel[])[new("Dit moeten wij doen", [.. Uitspraak.Opdrachten.Select(Zin)])],
            .. HogerBeroepUiterlijk is not { } dag ? [] : (Deel[])
            [
                new("Bent u het niet eens met de uitspraak?",
                    $"Dan kunt u in hoger beroep gaan bij de Centrale Raad van Beroep. Doe dat uiterlijk op {Voluit(dag)}. Dat kost "
                    + "griffierecht. Wij kunnen ook in hoger beroep gaan. Doen wij dat, dan laten wij u dat weten."),
            ],
            .. VerzetUiterlijk is not { } laatste ? [] : (Deel[])
            [
                new("Bent u het niet eens met de uitspraak?",
                    $"De rechter deed uitspraak zonder zitting. U kunt daartegen in verzet gaan bij dezelfde rechter. Doe dat uiterlijk op "
                    + $"{Voluit(laatste)}, en zeg erbij of u daarover wilt vertellen op een zitting."),
            ],
            new("Hebt u vragen?", $"Bel ons op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");

    private string Betekenis => Uitspraak.Uitkomst switch
    {
        Beroepuitkomst.Gegrond => "De rechter geeft u gelijk.",
        Beroepuitkomst.Ongegrond => "De rechter geeft u geen gelijk. Ons besluit blijft gelden.",
        Beroepuitkomst.NietOntvankelijk => "De rechter heeft niet naar de inhoud gekeken. Ons besluit blijft gelden.",
        Beroepuitkomst.Onbevoegd => "Deze rechter mag niet over uw zaak beslissen. In de uitspraak staat wie dat wel mag.",
    };

    private static string Zin(RechterlijkeOpdracht opdracht) => "- " + opdracht.Soort switch
    {
        Opdrachtsoort.OpnieuwBeslissen => "Wij moeten opnieuw beslissen",
        Opdrachtsoort.AlsnogBeslissen => "Wij moeten alsnog beslissen",
        Opdrachtsoort.GebrekHerstellen => "Wij moeten een fout in ons besluit herstellen",
        Opdrachtsoort.HulpGeven => "Wij moeten u intussen hulp geven. Wij sturen u een brief over die hulp",
        Opdrachtsoort.Betalen => "Wij moeten u een bedrag betalen. Het staat in de uitspraak",
    } + $", uiterlijk op {Voluit(opdracht.Termijn.Uiterlijk)}."
        + (opdracht.DwangsomPerDag is { } bedrag ? $" Zijn wij te laat, dan betalen wij {Euro(bedrag)} voor elke dag." : "");
}
