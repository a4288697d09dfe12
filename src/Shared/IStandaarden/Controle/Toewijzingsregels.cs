using WmoPlatform.IStandaarden.Codelijsten;

namespace WmoPlatform.IStandaarden.Controle;

/// <summary>The rules of a WMO301.</summary>
internal static class Toewijzingsregels
{
    private const string PerWeek = "2";
    private const string Tolk = "1";
    private static readonly DateOnly LaatsteAspecifieke = new(2020, 12, 31);

    public static void Controleer(Bevindingen b, Wmo301 bericht)
    {
        var client = bericht.Client;
        Persoonsregels.Bsn(b, client.Bsn, "Client/Bsn");
        Persoonsregels.Geboortedatum(b, client.Geboortedatum, bericht.Header, "Client/Geboortedatum");
        DeelsOnbekend(b, client.Geboortedatum, "Client/Geboortedatum");
        Persoonsregels.Naam(b, client.Naam, "Client/Naam");
        b.Eis(client.Communicatie is null || (client.Communicatie.Vorm == Tolk) == (client.Communicatie.Taal is not null),
            "CD007", "Client/Communicatie/Taal", "Vul de taal in als er een tolk nodig is, en anders niet.");
        Relaties(b, client, bericht.Header);
        for (var i = 0; i < client.Contactgegevens.Count; i++)
            Contact(b, client.Contactgegevens[i], $"Client/Contactgegevens/Contact[{i + 1}]");
        b.Eis(client.Contactgegevens
            .Any(c => c.Adres is not null && c.Soort is AdresSoort.Brp or AdresSoort.Correspondentie or AdresSoort.Verblijf),
            "TR061", "Client/Contactgegevens", "Er is geen BRP-adres, correspondentieadres of verblijfadres.");
        var pad = "Client/ToegewezenProducten/ToegewezenProduct";
        for (var i = 0; i < client.ToegewezenProducten.Count; i++) Product(b, client.ToegewezenProducten[i], $"{pad}[{i + 1}]");
        b.Uniek(client.ToegewezenProducten, "TR101", pad, p => p.ToewijzingNummer);
        Stapeling(b, client.ToegewezenProducten, pad);
    }

    private static void Relaties(Bevindingen b, Wmo301Client client, Header header)
    {
        var relaties = client.Relaties ?? [];
        for (var i = 0; i < relaties.Count; i++)
        {
            var pad = $"Client/Relaties/Relatie[{i + 1}]";
            Persoonsregels.Geboortedatum(b, relaties[i].Geboortedatum, header, $"{pad}/Geboortedatum");
            DeelsOnbekend(b, relaties[i].Geboortedatum, $"{pad}/Geboortedatum");
            Persoonsregels.Naam(b, relaties[i].Naam, $"{pad}/Naam");
            Contact(b, relaties[i].Contact, $"{pad}/Contact");
        }
        b.Uniek(relaties, "TR101", "Client/Relaties/Relatie", r => r.Nummer);
    }

    /// <summary>
    /// IV009: an unknown day or month is 01, and an unknown year is 1900. Only an outgoing message is checked, because this is no reason to
    /// reject one.
    /// </summary>
    private static void DeelsOnbekend(Bevindingen b, CdtGeboortedatum? geboren, string pad) => b.Eis(geboren switch
    {
        { DatumGebruik: "1", Datum.Day: not 1 } => false,
        { DatumGebruik: "2", Datum: not { Day: 1, Month: 1 } } => false,
        { DatumGebruik: "3", Datum: not { Day: 1, Month: 1, Year: 1900 } } => false,
        _ => true,
    }, "IV009", $"{pad}/Datum", "Vul 01 in voor de dag of de maand die niet bekend is, en 1900 voor het jaar.");

    private static void Contact(Bevindingen b, Contact contact, string pad)
    {
        b.Eis(contact.Soort is not (AdresSoort.Brp or AdresSoort.Verblijf) || contact.Adres?.Postcode is not null, "CD034",
            $"{pad}/Adres/Postcode", "Bij een BRP-adres of een verblijfadres hoort een postcode.");
        b.Eis(contact.Telefoon is not null || contact.Adres is { Huis: not null, Postcode: not null }, "TR006", pad,
            "Geef een telefoonnummer, of een huisnummer met een postcode.");
        Persoonsregels.Adres(b, contact.Adres, $"{pad}/Adres");
    }

    private static void Product(Bevindingen b, ToegewezenProduct p, string pad)
    {
        b.Periode(p.Ingangsdatum, p.Einddatum, "TR018", $"{pad}/Einddatum");
        b.Eis(p.RedenWijziging != RedenWijziging.Verwijderd || p.Einddatum == p.Ingangsdatum, "OP033x1", $"{pad}/Einddatum",
            "Een verwijderde toewijzing eindigt op de dag waarop zij begon.");
        b.Eis(p.Product?.Code is null || p.Omvang is not null, "CD041", $"{pad}/Omvang", "Bij een productcode hoort een omvang.");
        b.Eis(p.Budget is null || p.Einddatum is not null, "CD075", $"{pad}/Einddatum", "Bij een budget hoort een laatste dag.");
        b.Eis(p.Omvang?.Frequentie != PerWeek || p.Einddatum is not null, "CD076", $"{pad}/Einddatum",
            "Bij hulp per week hoort een laatste dag.");
        b.Eis(p.Budget is null || p.Omvang is null, "CD077", $"{pad}/Omvang",
            "Een toewijzing heeft een budget of een omvang, niet allebei.");
        b.Eis(p.Budget is not null || p.Product is not null, "CD079", $"{pad}/Product", "Zonder budget hoort er een product bij.");
        b.Eis(p.Product?.Code is not null || p.Omvang is null || p.Einddatum <= LaatsteAspecifieke, "CD080", $"{pad}/Omvang",
            "Zonder productcode is er geen omvang.");
    }

    /// <summary>TR302 (OP259). Removed products (reason 13) do not count.</summary>
    private static void Stapeling(Bevindingen b, IReadOnlyList<ToegewezenProduct> producten, string pad) => b.NietGestapeld(
        producten, "TR302", pad, "Dit product is in dezelfde tijd al toegewezen.", p =>
            (p.Product, p.Ingangsdatum, p.Einddatum), (p, q) =>
                p.RedenWijziging != RedenWijziging.Verwijderd && q.RedenWijziging != RedenWijziging.Verwijderd);
}
