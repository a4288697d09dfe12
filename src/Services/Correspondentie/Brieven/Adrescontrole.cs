using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>
/// Asks whoever reads an address whether it is right. It says nothing about the person or the dossier, because the address may be somebody
/// else's.
/// </summary>
/// <param name="Adres">The link that confirms it.</param>
/// <param name="Aanleiding">The cause of the e-mail that waits for the answer, which distinguishes it from others of its kind.</param>
public sealed record Adrescontrole(string Adres, string Aanleiding) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Adrescontrole;

    [JsonIgnore]
    public bool AlleenPerEmail => true;

    [JsonIgnore]
    public string? Grondslag => null;

    [JsonIgnore]
    public DateOnly Vanaf => DateOnly.MinValue;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        "Klopt uw e-mailadres?",
        [
            new(null,
                $"Iemand heeft dit e-mailadres aan de gemeente {gemeente.Naam} gegeven. Bent u dat? Bevestig dan uw e-mailadres. "
                + "Dan sturen wij onze berichten naar dit adres."),
            new("Bevestig uw e-mailadres", Adres),
            new("Was u het niet?",
                "Dan hoeft u niets te doen. Zonder bevestiging sturen wij geen persoonlijke berichten naar dit adres."),
            new("Hebt u vragen?", $"Bel ons op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");
}
