namespace WmoPlatform.Contracts;

/// <summary>What a chain partner must know of a person (Wmo 2015 art. 5.2.1). Travels only inside <see cref="Vertrouwelijk{T}"/>.</summary>
/// <param name="Bsn">Burgerservicenummer, nine digits that pass the elfproef.</param>
/// <param name="Naam">The name as registered in the BRP.</param>
/// <param name="Geboortedatum">Date of birth; unknown parts are filled as iWmo 3.2 rule IV009 says.</param>
/// <param name="DatumGebruik">What is known of the date of birth: null all, 1 no day, 2 only the year, 3 nothing (iWmo DatumGebruik).</param>
/// <param name="Geslacht">0 unknown, 1 male, 2 female (iWmo LDT_Geslacht).</param>
/// <param name="Adres">The BRP address; null when the person has none that may be passed on.</param>
public sealed record Persoonsgegevens(
    string Bsn, Persoonsnaam Naam, DateOnly Geboortedatum, int? DatumGebruik, int Geslacht, Adres? Adres)
{
    /// <inheritdoc />
    public override string ToString() => "[persoonsgegevens]";
}

/// <summary>A person's name in the parts that iWmo and the BRP share.</summary>
/// <param name="Achternaam">Geslachtsnaam without prefix, at most 200 characters.</param>
/// <param name="Voorvoegsel">Prefix, for instance "van der", at most 10 characters.</param>
/// <param name="Voornamen">First names, at most 200 characters.</param>
/// <param name="Voorletters">Initials without dots, at most 6 characters.</param>
public sealed record Persoonsnaam(string Achternaam, string? Voorvoegsel, string? Voornamen, string? Voorletters)
{
    /// <inheritdoc />
    public override string ToString() => "[naam]";
}

/// <summary>A Dutch address in the parts that iWmo and the BRP share.</summary>
/// <param name="Straatnaam">Street, at most 24 characters.</param>
/// <param name="Huisnummer">House number, 0 to 99999.</param>
/// <param name="Huisletter">One letter.</param>
/// <param name="Toevoeging">Addition, at most 4 characters.</param>
/// <param name="Postcode">Four digits and two letters, without a space.</param>
/// <param name="Plaatsnaam">Town, at most 80 characters.</param>
public sealed record Adres(string Straatnaam, int Huisnummer, string? Huisletter, string? Toevoeging, string Postcode, string Plaatsnaam)
{
    /// <inheritdoc />
    public override string ToString() => "[adres]";
}
