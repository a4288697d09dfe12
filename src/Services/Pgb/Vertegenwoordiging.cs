using WmoPlatform.IStandaarden;

namespace WmoPlatform.Pgb;

/// <summary>
/// The representatives of the budgethouder, and the address for letters about the budget. It is always given as a whole, and stored sealed.
/// </summary>
/// <param name="Relaties">Wie de inwoner vertegenwoordigt of helpt; een lege lijst als niemand dat doet.</param>
/// <param name="Contact">Waar brieven over het budget naartoe gaan, als dat niet het adres uit de BRP is.</param>
public sealed record Vertegenwoordiging(IReadOnlyList<Relatie> Relaties, Correspondentie? Contact = null)
{
    /// <summary>Gives every new relation a number; known relations keep theirs (iPgb OP514).</summary>
    public Vertegenwoordiging MetNummers() => this with
    {
        Relaties = [.. Relaties.Select(r => r.Nummer is null ? r with { Nummer = Guid.CreateVersion7().ToString("N")[12..] } : r)],
    };

    /// <inheritdoc />
    public override string ToString() => "[vertegenwoordiging]";
}

/// <summary>A person or an organisation that acts for the budgethouder.</summary>
/// <param name="Soort">Contactpersoon, gemachtigde of wettelijk vertegenwoordiger.</param>
/// <param name="Bereik">Waarvoor: zorg en financiën, alleen zorg of alleen financiën.</param>
/// <param name="Nummer">Het nummer dat wij deze relatie gaven; weglaten bij een nieuwe relatie.</param>
/// <param name="Ingangsdatum">Vanaf wanneer.</param>
/// <param name="Bsn">Het BSN van een persoon; niet bij een organisatie.</param>
/// <param name="Naam">De naam van een persoon; niet bij een organisatie.</param>
/// <param name="KvkNummer">Het KvK-nummer van een organisatie: acht cijfers.</param>
/// <param name="Organisatie">De naam van een organisatie, hooguit 35 tekens.</param>
/// <param name="Adres">Het adres; dit of een telefoonnummer is nodig.</param>
/// <param name="Telefoon">Het telefoonnummer; dit of een adres is nodig.</param>
/// <param name="Emailadres">Het e-mailadres, hooguit 80 tekens.</param>
public sealed record Relatie(Relatiesoort Soort, Relatiebereik Bereik, string? Nummer = null, DateOnly? Ingangsdatum = null,
    string? Bsn = null, Relatienaam? Naam = null,
    string? KvkNummer = null, string? Organisatie = null, Relatieadres? Adres = null, Telefoonnummer? Telefoon = null,
    string? Emailadres = null)
{
    // Code list COD473. Its 4 is gewaarborgde hulp, which does not exist in the Wmo (CS502).
    private string Code => (Soort, Bereik) switch
    {
        (Relatiesoort.Contactpersoon, Relatiebereik.ZorgEnFinancien) => "1",
        (Relatiesoort.Gemachtigde, Relatiebereik.ZorgEnFinancien) => "2",
        (Relatiesoort.WettelijkVertegenwoordiger, Relatiebereik.ZorgEnFinancien) => "3",
        (Relatiesoort.Contactpersoon, Relatiebereik.Zorg) => "5",
        (Relatiesoort.Gemachtigde, Relatiebereik.Zorg) => "6",
        (Relatiesoort.WettelijkVertegenwoordiger, Relatiebereik.Zorg) => "7",
        (Relatiesoort.Contactpersoon, _) => "8",
        (Relatiesoort.Gemachtigde, _) => "9",
        _ => "10",
    };

    internal PgbRelatie AlsBericht() => new(Nummer!, Code)
    {
        Ingangsdatum = Ingangsdatum,
        Bsn = Bsn,
        Naam = Naam is null ? null : new(new(Naam.Achternaam, Naam.Voorvoegsel), null, Naam.Voornamen, Naam.Voorletters, "1"),
        KvkNummer = KvkNummer,
        Contact = (Organisatie, Adres, Telefoon, Emailadres) is (null, null, null, null) ? null
            : new(null, Adres?.AlsBericht(), Organisatie, Telefoon?.AlsBericht(), Emailadres),
    };

    /// <inheritdoc />
    public override string ToString() => "[relatie]";
}

/// <summary>The address for letters about the budget, when it is not the BRP address; at most one (iPgb OP520).</summary>
/// <param name="Adres">Het adres.</param>
/// <param name="Ingangsdatum">Vanaf wanneer.</param>
/// <param name="Organisatie">De naam van een organisatie, hooguit 35 tekens.</param>
/// <param name="Telefoon">Het telefoonnummer.</param>
/// <param name="Emailadres">Het e-mailadres, hooguit 80 tekens.</param>
public sealed record Correspondentie(Relatieadres Adres, DateOnly? Ingangsdatum = null, string? Organisatie = null,
    Telefoonnummer? Telefoon = null, string? Emailadres = null)
{
    internal PgbContact AlsBericht() => new(Ingangsdatum, Adres.AlsBericht(), Organisatie, Telefoon?.AlsBericht(), Emailadres);

    /// <inheritdoc />
    public override string ToString() => "[correspondentie]";
}

/// <summary>The name of a person.</summary>
/// <param name="Achternaam">De achternaam zonder voorvoegsel, hooguit 200 tekens.</param>
/// <param name="Voorvoegsel">Het voorvoegsel, hooguit 10 tekens.</param>
/// <param name="Voornamen">De voornamen, hooguit 200 tekens.</param>
/// <param name="Voorletters">De voorletters zonder punten, hooguit 6 tekens.</param>
public sealed record Relatienaam(string Achternaam, string? Voorvoegsel = null, string? Voornamen = null, string? Voorletters = null)
{
    /// <inheritdoc />
    public override string ToString() => "[naam]";
}

/// <summary>A Dutch address.</summary>
/// <param name="Straatnaam">De straat, hooguit 24 tekens.</param>
/// <param name="Huisnummer">Het huisnummer, 0 tot en met 99999.</param>
/// <param name="Postcode">De postcode: vier cijfers en twee letters, zonder spatie.</param>
/// <param name="Plaatsnaam">De woonplaats, hooguit 80 tekens.</param>
/// <param name="Huisletter">De huisletter: één letter.</param>
/// <param name="Toevoeging">De toevoeging bij het huisnummer, hooguit 4 tekens.</param>
public sealed record Relatieadres(
    string Straatnaam, int Huisnummer, string Postcode, string Plaatsnaam, string? Huisletter = null, string? Toevoeging = null)
{
    internal CdtAdres AlsBericht() => new(new CdtHuis(Huisnummer, Huisletter, Toevoeging), Postcode, Straatnaam, Plaatsnaam, "NL");

    /// <inheritdoc />
    public override string ToString() => "[adres]";
}

/// <summary>A telephone number.</summary>
/// <param name="Nummer">Hooguit vijftien cijfers, zonder spaties of streepjes.</param>
/// <param name="Landnummer">Het landnummer, bijvoorbeeld +31.</param>
public sealed record Telefoonnummer(string Nummer, string Landnummer = "+31")
{
    internal CdtTelefoonnummers AlsBericht() => new(new(Nummer, Landnummer));

    /// <inheritdoc />
    public override string ToString() => "[telefoonnummer]";
}

public enum Relatiesoort
{
    Contactpersoon,
    Gemachtigde,
    WettelijkVertegenwoordiger,
}

public enum Relatiebereik
{
    ZorgEnFinancien,
    Zorg,
    Financien,
}
