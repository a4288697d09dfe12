using System.Xml.Linq;
using WmoPlatform.Keten.Berichten;
using static WmoPlatform.Keten.Post.Controle;

namespace WmoPlatform.Keten.Ggk;

/// <summary>The rules that a WMO301 or WMO319 can break by itself (level 2).</summary>
internal static class Toewijzingsregels
{
    /// <summary>RedenWijziging 13: the toewijzing counts as never sent.</summary>
    public const string Verwijderd = "13";

    private const string Vervallen = "01";

    private static readonly DateOnly Overgang = new(2020, 12, 31);

    public static IEnumerable<string> Wmo301(Bericht heen)
    {
        var (client, dag) = (heen.Lichaam!, heen.Dagtekening);
        var (relaties, contacten) = (client.Alle("Relaties/Relatie").ToList(), client.Alle("Contactgegevens/Contact").ToList());
        var producten = client.Alle("ToegewezenProducten/ToegewezenProduct").ToList();
        return
        [
            .. Breekt(
                ("CS002", Elfproef(client.Tekst("Bsn")!)),
                ("CD007", client.Element("Communicatie") is not { } vorm || vorm.Tekst("Vorm") == "1" == vorm.Element("Taal") is not null),
                ("TR061", contacten.Any(contact => contact.Element("Adres") is not null && contact.Tekst("Soort") is "01" or "02" or "03")),
                ("CS318", client.Tekst("Naam/NaamGebruik") != "6"),
                ("TR101", Uniek(relaties, relatie => relatie.Tekst("Nummer")) && Uniek(contacten, contact => contact.Tekst("Soort"))
                    && Uniek(producten, product => product.Getal("ToewijzingNummer"))),
                ("TR302", !Gestapeld(producten))),
            .. Geboortedatum(client.Element("Geboortedatum"), dag),
            .. Naam(client.Element("Naam")),
            .. relaties.SelectMany(Relatie),
            .. contacten.SelectMany(Contact),
            .. producten.SelectMany(product => Product(product, dag)),
        ];

        IEnumerable<string> Relatie(XElement relatie) =>
        [
            .. Geboortedatum(relatie.Element("Geboortedatum"), dag),
            .. Naam(relatie.Element("Naam")),
            .. Contact(relatie.Element("Contact")!),
        ];
    }

    private static IEnumerable<string> Contact(XElement contact) =>
    [
        .. Breekt(
            ("CD034", contact.Tekst("Soort") is not ("01" or "03") || contact.Op("Adres/Postcode") is not null),
            ("TR006", contact.Element("Telefoon") is not null
                || (contact.Op("Adres/Huis") is not null && contact.Op("Adres/Postcode") is not null)),
            ("CD005", contact.Op("Adres/Postcode") is null == contact.Op("Adres/LandCode") is null),
            ("CD009", contact.Element("Periode") is null || contact.Tekst("Soort") == "04"),
            ("CD025", contact.Tekst("Adres/LandCode") != "NL" || contact.Op("Adres/Huis") is not null),
            ("CS003", Loopt(contact.Datum("Periode/Begindatum"), contact.Datum("Periode/Einddatum")))),
        .. Adres(contact.Element("Adres")),
    ];

    private static IEnumerable<string> Product(XElement product, DateOnly dag)
    {
        var (omvang, budget, code) = (product.Element("Omvang"), product.Element("Budget"), product.Op("Product/Code"));
        var (ingang, einde) = (product.Datum("Ingangsdatum"), product.Datum("Einddatum"));
        return Breekt(
            ("CS003", Loopt(ingang, einde)),
            ("TR134", product.Datum("Toewijzingsdatum") <= dag),
            ("CD041", code is null || omvang is not null),
            ("CD075", budget is null || einde is not null),
            ("CD076", omvang.Tekst("Frequentie") != "2" || einde is not null),
            ("CD077", budget is null || omvang is null),
            ("CD078", budget is null || omvang is null),
            ("CD079", budget is not null || product.Element("Product") is not null),
            ("CD080", code is not null || omvang is null || einde <= Overgang),
            ("CS335", product.Tekst("RedenWijziging") != Verwijderd || einde == ingang),
            ("CS336", product.Tekst("RedenWijziging") != Vervallen),
            ("CS338", omvang is null || einde <= Overgang || omvang.Tekst("Frequentie") != "1"
                || omvang.Tekst("Eenheid") is "01" or "04" or "82"));
    }

    /// <summary>
    /// OP259: whether the same product comes twice in overlapping periods. Without a code only the category is compared; without a category
    /// every product is the same.
    /// </summary>
    private static bool Gestapeld(IEnumerable<XElement> producten)
    {
        var tellen = producten
            .Where(p => !(p.Tekst("RedenWijziging") is Verwijderd or Vervallen && p.Datum("Einddatum") == p.Datum("Ingangsdatum"))
                && p.Tekst("Product/Categorie") is not ("11" or "12" or "13" or "14"))
            .ToList();
        return tellen.Index().Any(een => tellen.Skip(een.Index + 1).Any(ander =>
            IsZelfde(een.Item, ander) && Overlapt(Periode(een.Item), Periode(ander))));

        static (DateOnly, DateOnly?) Periode(XElement product) => (product.Datum("Ingangsdatum")!.Value, product.Datum("Einddatum"));
        static bool IsZelfde(XElement een, XElement ander) =>
            Past(een.Tekst("Product/Categorie"), ander.Tekst("Product/Categorie"))
            && Past(een.Tekst("Product/Code"), ander.Tekst("Product/Code"));
        static bool Past(string? een, string? ander) => een is null || ander is null || een == ander;
    }

    public static IEnumerable<string> Wmo319(Bericht heen) => Breekt(
        ("CD085", heen.Lichaam.Tekst("VerzoekAntwoord") != "1" || heen.Lichaam!.Element("RedenAfwijzingVerzoek") is not null),
        ("CD086", heen.Lichaam.Tekst("VerzoekAntwoord") == "1" || heen.Lichaam!.Element("RedenAfwijzingVerzoek") is null));
}
