namespace WmoPlatform.Contracts;

/// <summary>
/// The personal data that a chain partner needs (Wmo 2015 art. 5.2.1). They travel only inside <see cref="Vertrouwelijk{T}"/>.
/// </summary>
/// <param name="Bsn">Het burgerservicenummer: negen cijfers die voldoen aan de elfproef.</param>
/// <param name="Naam">De naam zoals die in de BRP staat.</param>
/// <param name="Geboortedatum">De geboortedatum; wat onbekend is, is ingevuld volgens iWmo 3.2 regel IV009.</param>
/// <param name="DatumGebruik">
/// Wat bekend is van de geboortedatum: leeg alles, 1 de dag niet, 2 alleen het jaar, 3 niets (iWmo DatumGebruik).
/// </param>
/// <param name="Geslacht">0 onbekend, 1 man, 2 vrouw (iWmo LDT_Geslacht).</param>
/// <param name="Adres">Het adres uit de BRP; leeg als er geen adres is dat doorgegeven mag worden.</param>
public sealed record Persoonsgegevens(
    string Bsn, Persoonsnaam Naam, DateOnly Geboortedatum, int? DatumGebruik, int Geslacht, Adres? Adres)
{
    /// <inheritdoc />
    public override string ToString() => "[persoonsgegevens]";
}

/// <summary>A person's name in the parts that iWmo and the BRP share.</summary>
/// <param name="Achternaam">De achternaam zonder voorvoegsel, hooguit 200 tekens.</param>
/// <param name="Voorvoegsel">Het voorvoegsel, bijvoorbeeld "van der", hooguit 10 tekens.</param>
/// <param name="Voornamen">De voornamen, hooguit 200 tekens.</param>
/// <param name="Voorletters">De voorletters zonder punten, hooguit 6 tekens.</param>
public sealed record Persoonsnaam(string Achternaam, string? Voorvoegsel, string? Voornamen, string? Voorletters)
{
    /// <inheritdoc />
    public override string ToString() => "[naam]";
}

/// <summary>A Dutch address in the parts that iWmo and the BRP share.</summary>
/// <param name="Straatnaam">De straat, hooguit 24 tekens.</param>
/// <param name="Huisnummer">Het huisnummer, 0 tot en met 99999.</param>
/// <param name="Huisletter">De huisletter: één letter.</param>
/// <param name="Toevoeging">De toevoeging bij het huisnummer, hooguit 4 tekens.</param>
/// <param name="Postcode">De postcode: vier cijfers en twee letters, zonder spatie.</param>
/// <param name="Plaatsnaam">De woonplaats, hooguit 80 tekens.</param>
public sealed record Adres(string Straatnaam, int Huisnummer, string? Huisletter, string? Toevoeging, string Postcode, string Plaatsnaam)
{
    /// <inheritdoc />
    public override string ToString() => "[adres]";
}
