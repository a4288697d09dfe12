using System.Globalization;
using WmoPlatform.IStandaarden;
using WmoPlatform.IStandaarden.Stuf;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Ketenverkeer.Transport;

/// <summary>
/// Puts a message in the envelope of the GGk: a heen message in a Di01 under its number in the register, and a retour in a Du01 that refers
/// to the envelope it answers.
/// </summary>
/// <param name="gemeente">CBS code.</param>
/// <param name="partner">The receiver of a message that names none: Svb or Cak.</param>
/// <param name="klok">The platform's clock.</param>
internal sealed class Envelop(string gemeente, string partner, TimeProvider klok)
{
    private const string Applicatie = "WmoPlatform";

    public GgkBericht Om(Poststuk poststuk, byte[] xml)
    {
        var soort = Berichtsoort.Met(poststuk.Soort);
        var stuurgegevens = new GgkStuurgegevens(
            new(gemeente, Applicatie), new(poststuk.Tegenpartij == partner ? partner.ToUpperInvariant() : poststuk.Tegenpartij, "GGk"),
            poststuk.Id, klok.InAmsterdam(),
            // A message without an envelope has no number, so the retour refers to its number in the register.
            soort.IsRetour
                ? Guid.TryParse(poststuk.Referentie, out var nummer) && nummer.Version == 4 ? nummer : poststuk.AntwoordOp ?? poststuk.Id
                : null,
            soort.Naam);
        var parameters = new GgkParameters(1, 0, Getal(soort.Standaard.Versie), Getal(soort.Standaard.Subversie));
        return soort.IsRetour ? new Du01(stuurgegevens, parameters, xml) : new Di01(stuurgegevens, parameters, xml);

        static int Getal(string versie) => int.Parse(versie, CultureInfo.InvariantCulture);
    }
}
