using WmoPlatform.IStandaarden.Codelijsten;

namespace WmoPlatform.IStandaarden.Controle;

/// <summary>The rules of a WMO301.</summary>
internal static class Toewijzingsregels
{
    private const string Tolk = "1";
    private const string NietNatuurlijk = "6";
    private const string Vervallen = "01";

    public static void Controleer(Bevindingen b, Wmo301 bericht)
    {
        var client = bericht.Client;
        Persoonsregels.Bsn(b, client.Bsn, "Client/Bsn");
        Persoonsregels.Geboortedatum(b, client.Geboortedatum, bericht.Header, "Client/Geboortedatum");
        Persoonsregels.Naam(b, client.Naam, "Client/Naam");
        b.Eis(client.Naam.NaamGebruik != NietNatuurlijk, "CS318", "Client/Naam/NaamGebruik", "Een cliënt is een natuurlijk persoon.");
        b.Eis(client.Communicatie is null || (client.Communicatie.Vorm == Tolk) == (client.Communicatie.Taal is not null),
            "CD007", "Client/Communicatie/Taal", "Vul de taal in als er een tolk nodig is, en anders niet.");
        Relaties(b, client, bericht.Header);
        for (var i = 0; i < client.Contactgegevens.Count; i++)
            Contact(b, client.Contactgegevens[i], $"Client/Contactgegevens/Contact[{i + 1}]");
        b.Uniek(client.Contactgegevens, "TR101", "Client/Contactgegevens/Contact", c => c.Soort);
        b.Eis(client.Contactgegevens
            .Any(c => c.Adres is not null && c.Soort is AdresSoort.Brp or AdresSoort.Correspondentie or AdresSoort.Verblijf),
            "TR061", "Client/Contactgegevens", "Er is geen BRP-adres, correspondentieadres of verblijfadres.");
        var pad = "Client/ToegewezenProducten/ToegewezenProduct";
        for (var i = 0; i < client.ToegewezenProducten.Count; i++)
            Product(b, client.ToegewezenProducten[i], bericht.Header, $"{pad}[{i + 1}]");
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
            Persoonsregels.Naam(b, relaties[i].Naam, $"{pad}/Naam");
            Contact(b, relaties[i].Contact, $"{pad}/Contact");
        }
        b.Uniek(relaties, "TR101", "Client/Relaties/Relatie", r => r.Nummer);
    }

    private static void Contact(Bevindingen b, Contact contact, string pad)
    {
        b.Eis(contact.Soort is not (AdresSoort.Brp or AdresSoort.Verblijf) || contact.Adres?.Postcode is not null, "CD034",
            $"{pad}/Adres/Postcode", "Bij een BRP-adres of een verblijfadres hoort een postcode.");
        b.Eis(contact.Telefoon is not null || contact.Adres is { Huis: not null, Postcode: not null }, "TR006", pad,
            "Geef een telefoonnummer, of een huisnummer met een postcode.");
        b.Eis(contact.Periode is null || contact.Soort == AdresSoort.Tijdelijk, "CD009", $"{pad}/Periode",
            "Alleen een tijdelijk adres heeft een periode.");
        b.Periode(contact.Periode?.Begindatum, contact.Periode?.Einddatum, "CS003", $"{pad}/Periode/Einddatum");
        if (contact.Adres is not { } adres) return;
        b.Eis(adres.Postcode is null == adres.LandCode is null, "CD005", $"{pad}/Adres/LandCode",
            "Vul het land in als er een postcode is, en anders niet.");
        b.Eis(adres.LandCode != Persoonsregels.Nederland || adres.Huis is not null, "CD025", $"{pad}/Adres/Huis",
            "Bij een adres in Nederland hoort een huisnummer.");
        Persoonsregels.Postcode(b, adres, $"{pad}/Adres");
    }

    private static void Product(Bevindingen b, ToegewezenProduct p, Header header, string pad)
    {
        b.NietLater(p.Toewijzingsdatum, header, $"{pad}/Toewijzingsdatum");
        b.Eis(p.RedenWijziging != RedenWijziging.Verwijderd || p.Einddatum == p.Ingangsdatum, "CS335", $"{pad}/RedenWijziging",
            "Een verwijderde toewijzing eindigt op de dag waarop zij begon.");
        b.Eis(p.RedenWijziging != Vervallen, "CS336", $"{pad}/RedenWijziging", "Deze reden wordt niet meer gebruikt.");
        Productregels.Levering(b, p.Ingangsdatum, p.Einddatum, p.Omvang, p.Budget, pad, "Einddatum", "CS338");
        Productregels.Product(b, p.Product, p.Einddatum, p.Omvang, p.Budget, pad, "CD080");
    }

    /// <summary>TR302 (OP259). Products that were removed do not count.</summary>
    private static void Stapeling(Bevindingen b, IReadOnlyList<ToegewezenProduct> producten, string pad) => b.NietGestapeld(
        producten, "TR302", pad, "Dit product is in dezelfde tijd al toegewezen.", p =>
            p.RedenWijziging is RedenWijziging.Verwijderd or Vervallen && p.Einddatum == p.Ingangsdatum
                ? null
                : (p.Product, p.Ingangsdatum, p.Einddatum));
}
