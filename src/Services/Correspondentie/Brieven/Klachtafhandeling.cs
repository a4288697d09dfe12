using System.Text.Json.Serialization;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>Tells the person how the klacht ended, and the way to the ombudsman (Awb 9:5, 9:8, 9:12).</summary>
/// <param name="Zaaknummer">The klacht.</param>
/// <param name="AfgerondOp">The day.</param>
/// <param name="Afloop">How it ended.</param>
/// <param name="NietBehandeld">The ground on which it was not handled; null otherwise.</param>
/// <param name="Tekst">The finding or the reason; null without.</param>
/// <param name="Advies">The advice of the commission; null without.</param>
/// <param name="Afwijking">Why the finding departs from it; null when it does not (Awb 9:16).</param>
public sealed record Klachtafhandeling(
    string Zaaknummer, DateOnly AfgerondOp, Klachtafloop Afloop, Nietbehandelgrond? NietBehandeld, string? Tekst, string? Advies = null,
    string? Afwijking = null) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Klachtafhandeling;

    [JsonIgnore]
    public string Grondslag => "Awb art. 9:12";

    [JsonIgnore]
    public DateOnly Vanaf => AfgerondOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Klachtafhandeling;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"Uw klacht ({Zaaknummer})",
        [
            new(null, [Uitkomst, .. Tekst is null ? [] : (string[])[Tekst]]),
            .. Advies is null ? [] : (Deel[])[new("Het advies van de commissie", Advies)],
            .. Afwijking is null ? [] : (Deel[])[new("Waarom wij er anders over denken", Afwijking)],
            .. Afloop is Klachtafloop.Gegrond or Klachtafloop.DeelsGegrond or Klachtafloop.Ongegrond or Klachtafloop.NietBehandeld
                ? (Deel[])[Ombudsman] : [],
            new("Hebt u vragen?", $"Bel ons op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");

    private static Deel Ombudsman => new("Bent u het hier niet mee eens?",
        "Dan kunt u binnen een jaar naar de ombudsman. De ombudsman is er voor iedereen en is gratis: www.nationaleombudsman.nl.");

    private string Uitkomst => Afloop switch
    {
        Klachtafloop.Opgelost => "Wij hebben uw klacht samen opgelost. Daarom doen wij er verder niets meer mee.",
        Klachtafloop.Gegrond => "Uw klacht is gegrond. U hebt gelijk.",
        Klachtafloop.DeelsGegrond => "Uw klacht is voor een deel gegrond.",
        Klachtafloop.Ongegrond => "Uw klacht is ongegrond.",
        Klachtafloop.Bezwaar => "Wij behandelen uw brief als bezwaar tegen ons besluit. U krijgt daarover een aparte brief.",
        Klachtafloop.NaarAanbieder =>
            "Uw klacht gaat over een zorgaanbieder. Die heeft een eigen klachtregeling. U kunt uw klacht daar indienen.",
        Klachtafloop.Ingetrokken => $"Op {Voluit(AfgerondOp)} hebt u uw klacht ingetrokken. Wij doen er niets meer mee.",
        Klachtafloop.NietBehandeld => $"Wij behandelen uw klacht niet: {Waarom}.",
    };

    private string Waarom => NietBehandeld switch
    {
        Nietbehandelgrond.AlBehandeld => "wij hebben hierover al een klacht van u behandeld",
        Nietbehandelgrond.LangerDanEenJaar => "het is langer dan een jaar geleden",
        Nietbehandelgrond.BezwaarMogelijk => "u had hiertegen bezwaar kunnen maken",
        Nietbehandelgrond.BeroepMogelijk => "u kunt of kon hiermee naar de bestuursrechter",
        Nietbehandelgrond.BijAndereRechter => "een rechter beslist hierover",
        Nietbehandelgrond.Strafonderzoek => "de politie of het Openbaar Ministerie onderzoekt dit",
        _ => "het belang of het gewicht is te klein",
    };
}
