using WmoPlatform.Keten.Brp;
using WmoPlatform.Keten.Cak;
using WmoPlatform.Keten.Ggk;
using WmoPlatform.Keten.Svb;

namespace WmoPlatform.Keten.Post;

/// <summary>The simulated chain partners.</summary>
internal sealed class Partners
{
    private readonly Dictionary<string, IPartner> _partners;

    public Partners(IConfiguration configuratie, Persoonslijsten personen)
    {
        IPartner[] alle =
        [
            new Betaalinstantie(personen),
            new Inner(),
            new Aanbieder("12345678", "Zorg Dichtbij", configuratie, personen),
            new Aanbieder("87654321", "De Brug Begeleiding", configuratie, personen),
        ];
        _partners = alle.ToDictionary(partner => partner.Naam);
    }

    public IPartner this[string naam] => _partners[naam];
    public Betaalinstantie Svb => (Betaalinstantie)_partners["svb"];
    public Inner Cak => (Inner)_partners["cak"];

    public IPartner? Zoek(string? naam) => naam is null ? null : _partners.GetValueOrDefault(naam);

    /// <summary>Every name whose behaviour can be set.</summary>
    public IEnumerable<string> Namen => _partners.Keys.Concat(["ggk", "brp"]);
}
