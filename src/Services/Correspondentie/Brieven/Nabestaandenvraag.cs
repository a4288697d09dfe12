using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>Asks the heirs of an objector who died whether they go on with the bezwaar (BW 4:182).</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="GevraagdOp">The day.</param>
/// <param name="Uiterlijk">The last day to answer.</param>
public sealed record Nabestaandenvraag(string Zaaknummer, DateOnly GevraagdOp, DateOnly Uiterlijk) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Nabestaandenvraag;

    [JsonIgnore]
    public bool VoorNabestaanden => true;

    [JsonIgnore]
    public string Grondslag => "BW art. 4:182";

    [JsonIgnore]
    public DateOnly Vanaf => GevraagdOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Nabestaandenvraag;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"Wilt u het bezwaar van uw naaste voortzetten? ({Zaaknummer})",
        [
            new(null,
                "Wij hebben gehoord dat uw naaste is overleden. Wij condoleren u met dit verlies.",
                "Uw naaste had bezwaar gemaakt tegen een besluit van ons. Daarover is nog niet beslist. Als erfgenaam mag u het bezwaar "
                + "voortzetten."),
            new("Wat vragen wij van u?",
                $"Laat ons uiterlijk op {Voluit(Uiterlijk)} weten of u het bezwaar voortzet. Schrijf erbij wie u bent. Stuur een bewijs "
                + "mee dat u erfgenaam bent, of dat u namens de erfgenamen mag handelen: bijvoorbeeld een verklaring van erfrecht.",
                "Wilt u dat wij voortaan naar uw eigen adres schrijven? Schrijf dat er dan ook bij."),
            new("Zet u het niet voort?",
                "Laat u dat weten, of horen wij niets, dan behandelen wij het bezwaar niet verder (niet-ontvankelijk). Ons besluit blijft "
                + "dan gelden. U krijgt daar nog een brief over."),
            new("Hebt u vragen?", $"Bel ons op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");
}
