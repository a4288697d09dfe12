using System.Globalization;
using System.Text;
using System.Xml.Linq;
using WmoPlatform.Keten.Berichten;

namespace WmoPlatform.Keten.Ggk;

/// <summary>
/// StUF-GGk 2.1: the envelope in which a message travels over the GGk. A Di01 holds a message, and a Du01 holds an answer.
/// </summary>
/// <param name="Soort">Di01 or Du01.</param>
/// <param name="Referentienummer">A random UUID.</param>
/// <param name="Functie">The kind of the message inside, for instance WMO301.</param>
/// <param name="Inhoud">The file inside.</param>
internal sealed record Envelop(string Soort, string Referentienummer, string Functie, byte[] Inhoud)
{
    /// <summary>A file of 25 MB in base64, and room for the rest of the envelope.</summary>
    public const int Hoogstens = Lezer.Hoogstens / 3 * 4 + 64 * 1024;

    private static readonly XNamespace Ggk = "http://www.stufstandaarden.nl/koppelvlak/ggk0210";
    private static readonly XNamespace Stuf = "http://www.egem.nl/StUF/StUF0301";
    private static readonly XName Di01 = Ggk + "envelopHeenbericht-ggk_Di01";
    private static readonly XName Du01 = Ggk + "envelopRetourbericht-ggk_Du01";

    /// <exception cref="Onleesbaar">The file is no envelope with a message.</exception>
    public static Envelop Lees(XElement wortel)
    {
        var soort = wortel.Name == Di01 ? "Di01"
            : wortel.Name == Du01 ? "Du01"
            : throw new Onleesbaar(Onleesbaar.OnbekendBericht, wortel.Name.LocalName);
        var (stuur, parameters) = (Verplicht(wortel, Ggk + "stuurgegevens"), Verplicht(wortel, Ggk + "parameters"));
        if (Verplicht(stuur, Stuf + "berichtcode").Value != soort)
            throw new Onleesbaar(Onleesbaar.OngeldigeWaarde, "stuurgegevens/berichtcode");
        if (soort == "Du01") Uuid(stuur, "crossRefnummer");
        foreach (var partij in (XName[])[Stuf + "zender", Stuf + "ontvanger"])
            Verplicht(Verplicht(stuur, partij), Stuf + "organisatie");
        try
        {
            return new(
                soort,
                Uuid(stuur, "referentienummer"),
                Verplicht(stuur, Stuf + "functie").Value,
                Convert.FromBase64String(Verplicht(Verplicht(parameters, Ggk + "bericht"), Ggk + "xmlBestand").Value));
        }
        catch (FormatException)
        {
            throw new Onleesbaar(Onleesbaar.OngeldigeWaarde, "parameters/bericht/xmlBestand");
        }
    }

    /// <summary>
    /// Puts an answer in a Du01, with the reference of the answered envelope, and any other message in a Di01.
    /// </summary>
    public static string Om(Bericht bericht, string zender, string ontvanger, DateTimeOffset nu, string? antwoordt)
    {
        var (versie, subversie) = (Vier(bericht.Soort.Standaard.Versie), Vier(bericht.Soort.Standaard.Subversie));
        return Draad.Inpakken(new XElement(antwoordt is null ? Di01 : Du01,
            new XAttribute(XNamespace.Xmlns + "GGK", Ggk), new XAttribute(XNamespace.Xmlns + "StUF", Stuf),
            Stuurgegevens(Ggk, antwoordt is null ? "Di01" : "Du01", zender, ontvanger, nu, antwoordt, bericht.Soort.Naam),
            new XElement(Ggk + "parameters",
                new XElement(Ggk + "applicatieVersie", "0001"),
                new XElement(Ggk + "applicatieSubversie", "0000"),
                new XElement(Ggk + "functieVersie", versie),
                new XElement(Ggk + "functieSubversie", subversie),
                new XElement(Ggk + "bericht",
                    new XElement(Ggk + "xmlBestand", Convert.ToBase64String(Encoding.UTF8.GetBytes(bericht.Xml)))))));

        static string Vier(string nummer) => nummer.PadLeft(4, '0');
    }

    /// <summary>The SOAPAction of a message to the platform.</summary>
    public static string Actie(bool isAntwoord) => isAntwoord ? $"{Ggk}/ggk_Du01" : $"{Ggk}/ggk_Di01";

    /// <summary>Bv03: confirms that the envelope came in. The answer to the message inside follows later.</summary>
    public static string Ontvangstbevestiging(Envelop ontvangen, DateTimeOffset nu) =>
        Draad.Inpakken(new XElement(Stuf + "Bv03Bericht",
            new XAttribute(XNamespace.Xmlns + "StUF", Stuf),
            Stuurgegevens(Stuf, "Bv03", "GGk", "platform", nu, ontvangen.Referentienummer, null)));

    /// <summary>Fo03: says what went wrong and where, never with a value from the message.</summary>
    public static string Fout(string? referentienummer, string code, string plek, string uitleg, bool vanServer, DateTimeOffset nu) =>
        Draad.Fout(
            new XElement(Stuf + "Fo03Bericht",
                new XAttribute(XNamespace.Xmlns + "StUF", Stuf),
                Stuurgegevens(Stuf, "Fo03", "GGk", "platform", nu, referentienummer, null),
                new XElement(Stuf + "body",
                    new XElement(Stuf + "code", vanServer ? "StUF058" : "StUF055"),
                    new XElement(Stuf + "plek", vanServer ? "server" : "client"),
                    new XElement(Stuf + "omschrijving", uitleg),
                    new XElement(Stuf + "details", $"{code} bij {plek}"))),
            uitleg, vanServer);

    private static XElement Stuurgegevens(
        XNamespace ruimte, string berichtcode, string zender, string ontvanger, DateTimeOffset nu, string? antwoordt, string? functie) =>
        new(ruimte + "stuurgegevens",
            new XElement(Stuf + "berichtcode", berichtcode),
            Partij("zender", zender),
            Partij("ontvanger", ontvanger),
            new XElement(Stuf + "referentienummer", Guid.NewGuid()),
            new XElement(Stuf + "tijdstipBericht", Tijdstip(nu)),
            antwoordt is null ? null : new XElement(Stuf + "crossRefnummer", antwoordt),
            functie is null ? null : new XElement(Stuf + "functie", functie));

    private static string Tijdstip(DateTimeOffset nu) =>
        TimeZoneInfo.ConvertTimeBySystemTimeZoneId(nu, "Europe/Amsterdam").ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    private static XElement Partij(string naam, string organisatie) =>
        new(Stuf + naam, new XElement(Stuf + "organisatie", organisatie), new XElement(Stuf + "applicatie", "GGk"));

    private static XElement Verplicht(XElement ouder, XName naam) =>
        ouder.Element(naam) ?? throw new Onleesbaar(Onleesbaar.ElementOntbreekt, $"{ouder.Name.LocalName}/{naam.LocalName}");

    private static string Uuid(XElement stuur, string naam) =>
        Guid.TryParseExact(Verplicht(stuur, Stuf + naam).Value, "D", out var uuid) && uuid.Version == 4
            ? $"{uuid}"
            : throw new Onleesbaar(Onleesbaar.OngeldigeWaarde, $"stuurgegevens/{naam}");
}
