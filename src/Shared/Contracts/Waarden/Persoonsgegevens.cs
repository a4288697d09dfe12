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
    /// <value>Hoe de BRP deze persoon in een brief aanschrijft; leeg als de BRP dat niet zegt.</value>
    public Aanschrijving? Aanschrijving { get; init; }

    /// <value>Nummers die deze persoon vroeger had; meestal leeg. Een bericht van een ketenpartner kan er nog een noemen.</value>
    public IReadOnlyList<string>? EerdereBsns { get; init; }

    /// <summary>Whether a message with this BSN is about this person: the partner may not know the present one yet.</summary>
    public bool HeeftBsn(string? bsn) => bsn is not null && (bsn == Bsn || EerdereBsns?.Contains(bsn) == true);

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

/// <summary>How the BRP addresses a person in a letter, by the choice of name (naamgebruik) of that person.</summary>
/// <param name="Naam">De naam boven het adres, bijvoorbeeld "Mevrouw B. van Dijk-de Boer".</param>
/// <param name="Aanhef">De aanhef, bijvoorbeeld "Geachte mevrouw Van Dijk-de Boer".</param>
/// <param name="InTekst">De naam in een lopende zin, bijvoorbeeld "mevrouw Van Dijk-de Boer".</param>
/// <param name="Adresregels">De regels onder de naam, ook van een adres in het buitenland; leeg als er geen adres is.</param>
public sealed record Aanschrijving(string Naam, string Aanhef, string? InTekst, IReadOnlyList<string> Adresregels)
{
    /// <inheritdoc />
    public override string ToString() => "[aanschrijving]";
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
    /// <value>De ligging ten opzichte van het huisnummer: BY bij, TO tegenover (iWmo LDT_AanduidingWoonadres); meestal leeg.</value>
    public string? Aanduiding { get; init; }

    /// <inheritdoc />
    public override string ToString() => "[adres]";
}
