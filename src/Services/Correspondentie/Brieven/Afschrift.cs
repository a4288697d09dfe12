using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>The copy of a letter that went to the person's gemachtigde, for the person (Awb 2:1).</summary>
/// <param name="Origineel">The letter.</param>
public sealed record Afschrift(IBrief Origineel) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Afschrift;

    [JsonIgnore]
    public string? Grondslag => Origineel.Grondslag;

    [JsonIgnore]
    public bool OokNaOverlijden => Origineel.OokNaOverlijden;

    [JsonIgnore]
    public DateOnly Vanaf => Origineel.Vanaf;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Afschrift;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente)
    {
        var brief = Origineel.Schrijf(dossiernummer, gemeente);
        return brief with
        {
            Onderwerp = $"Afschrift: {brief.Onderwerp}",
            Delen = [new(null, "Dit is een afschrift. Wij stuurden deze brief aan uw gemachtigde."), .. brief.Delen],
        };
    }
}
