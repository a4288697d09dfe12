using WmoPlatform.Contracts;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>The addressee of a letter: the lines of the address, and the salutation.</summary>
public sealed record Geadresseerde(IReadOnlyList<string> Adresregels, string Aanhef)
{
    /// <summary>Whether they are the heirs of who died.</summary>
    public bool Nabestaanden { get; init; }

    /// <param name="persoon">The resident.</param>
    /// <param name="nabestaanden">Whether the letter goes to the heirs, at the last address.</param>
    /// <returns>Null when the resident has no address that may be used.</returns>
    public static Geadresseerde? Van(Persoonsgegevens persoon, bool nabestaanden = false) =>
        Van(persoon) is not { } zelf ? null
        : nabestaanden ? new([$"Aan de nabestaanden van {InTekst(persoon, zelf)}", .. zelf.Adresregels.Skip(1)], "Geachte heer, mevrouw,")
        {
            Nabestaanden = true,
        }
        : zelf;

    private static Geadresseerde? Van(Persoonsgegevens persoon)
    {
        // The BRP addresses people by the name they chose, and knows addresses abroad.
        if (persoon.Aanschrijving is { Adresregels.Count: > 0 } brp) return new([brp.Naam, .. brp.Adresregels], $"{brp.Aanhef},");
        if (persoon.Adres is not { } adres) return null;
        var naam = persoon.Naam;
        var achternaam = string.IsNullOrWhiteSpace(naam.Voorvoegsel) ? naam.Achternaam : $"{naam.Voorvoegsel} {naam.Achternaam}";
        var (titel, aanhef) = persoon.Geslacht switch
        {
            1 => ("De heer", "heer"),
            2 => ("Mevrouw", "mevrouw"),
            _ => ("", "heer of mevrouw")
        };
        return new(
            [
                Samen(titel, Voorletters(naam.Voorletters), achternaam),
                Samen(Ligging(adres.Aanduiding), adres.Straatnaam, Huis(adres)),
                Samen(adres.Postcode is { Length: 6 } p ? $"{p[..4]} {p[4..]}" : adres.Postcode, adres.Plaatsnaam),
            ],
            $"Geachte {aanhef} {Hoofdletter(achternaam)},");
    }

    public override string ToString() => "[geadresseerde]";

    /// <summary>The name within a sentence, where a title has no capital.</summary>
    private static string InTekst(Persoonsgegevens persoon, Geadresseerde zelf) =>
        persoon.Aanschrijving?.InTekst is { Length: > 0 } naam ? naam
        : zelf.Adresregels[0] is var regel && (regel.StartsWith("Mevrouw ", StringComparison.Ordinal)
            || regel.StartsWith("De heer ", StringComparison.Ordinal)) ? char.ToLowerInvariant(regel[0]) + regel[1..]
        : regel;

    private static string Huis(Adres adres) =>
        $"{adres.Huisnummer}{adres.Huisletter}{(adres.Toevoeging is null ? "" : $"-{adres.Toevoeging}")}";

    private static string Ligging(string? aanduiding) => aanduiding switch
    {
        "TO" => "tegenover",
        "BY" => "bij",
        _ => "",
    };

    private static string Voorletters(string? letters) => string.Concat((letters ?? "").Where(char.IsLetter).Select(l => $"{l}."));

    private static string Samen(params string[] delen) => string.Join(' ', delen.Where(d => d.Length > 0));

    private static string Hoofdletter(string naam) => naam.Length == 0 ? naam : char.ToUpperInvariant(naam[0]) + naam[1..];
}
