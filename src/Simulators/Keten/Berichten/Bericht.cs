using System.Xml.Linq;

namespace WmoPlatform.Keten.Berichten;

/// <summary>A message: its file, and its elements without namespaces. The tables give the namespace of each element.</summary>
internal sealed class Bericht
{
    private const string XsdVersie = "1.0.0";

    private Bericht(Soort soort, XElement inhoud, string xml) => (Soort, Inhoud, Xml) = (soort, inhoud, xml);

    public Soort Soort { get; }
    /// <summary>The file, character for character.</summary>
    public string Xml { get; }
    public XElement Inhoud { get; }
    public XElement Header => Inhoud.Element("Header")!;
    /// <summary>The element after the header; null in an answer that says nothing about the body.</summary>
    public XElement? Lichaam => Inhoud.Elements().Skip(1).FirstOrDefault();

    public string? Afzender => Header.Tekst("Afzender");
    public string? Ontvanger => Header.Tekst("Ontvanger");
    public DateOnly Dagtekening => Header.Datum("BerichtIdentificatie/Dagtekening")!.Value;
    /// <summary>Identification of the message itself, not of the message that it answers.</summary>
    public string Identificatie => Header.Tekst("IdentificatieRetour") ?? Header.Tekst("BerichtIdentificatie/Identificatie")!;
    /// <summary>Identification of the message that this one answers; null when this one is no answer.</summary>
    public string? Antwoordt =>
        !Soort.IsRetour
            ? null
            : Header.Tekst("DeclaratieIdentificatie/Identificatie") ?? Header.Tekst("BerichtIdentificatie/Identificatie");
    /// <summary>The gemeente, as sender or as receiver.</summary>
    public string Gemeente => Afzender is { Length: 4 } ? Afzender : Ontvanger ?? "";
    /// <summary>The provider, as sender or as receiver; null in a message to or from the SVB or the CAK.</summary>
    public string? Aanbieder => new[] { Afzender, Ontvanger }.FirstOrDefault(partij => partij is { Length: 8 });
    /// <summary>BSNs of the clients in the message. WMO319 has none, and neither has an answer without a body.</summary>
    public IReadOnlyList<string> Personen =>
        [.. Lichaam.Alle("Clienten/Client").Prepend(Lichaam).Select(client => client.Tekst("Bsn")).OfType<string>().Distinct()];
    /// <summary>The codes in an answer that reject; an answer without them accepts.</summary>
    public IReadOnlyList<string> Afkeurcodes =>
        [.. Inhoud.Descendants("RetourCode").Select(code => code.Value).Where(Retourcode.IsAfkeur).Distinct()];

    public static Bericht Lees(string xml) => Lees(System.Text.Encoding.UTF8.GetBytes(xml));

    /// <exception cref="Onleesbaar">The file is no message of the standard.</exception>
    public static Bericht Lees(byte[] bestand)
    {
        var (soort, inhoud, xml) = Lezer.Lees(bestand);
        return new(soort, inhoud, xml);
    }

    /// <summary>Makes a message that a partner sends of its own accord.</summary>
    /// <exception cref="Onleesbaar">The content does not fit the standard.</exception>
    public static Bericht Maak(
        Soort soort, string? afzender, string? ontvanger, string identificatie, DateOnly dagtekening, XElement lichaam)
    {
        var header = new XElement("Header",
            X.Element("BerichtCode", soort.Code),
            X.Element("BerichtVersie", soort.Standaard.Versie),
            X.Element("BerichtSubversie", soort.Standaard.Subversie),
            X.Element("Afzender", afzender),
            X.Element("Ontvanger", ontvanger),
            new XElement("BerichtIdentificatie", X.Element("Identificatie", identificatie), X.Element("Dagtekening", dagtekening)),
            Versie("XsdVersie"));
        return Maak(soort, new XElement("Bericht", header, lichaam));
    }

    /// <summary>
    /// Makes the answer (IV028). Sender and receiver are not swapped. The body comes back, with codes, only when something in it is wrong
    /// and the header is not.
    /// </summary>
    public Bericht Retour(string identificatie, DateOnly dagtekening, Oordeel oordeel)
    {
        var soort = Soort.Retour ?? throw new InvalidOperationException($"Op een {Soort} komt geen antwoord.");
        var kop = new XElement(Header);
        kop.Element("BerichtCode")!.Value = soort.Code;
        kop.Add(X.Element("IdentificatieRetour", identificatie), X.Element("DagtekeningRetour", dagtekening), Versie("XsdVersieRetour"));
        var kopcodes = oordeel.IsTechnischOnjuist ? [Retourcode.TechnischOnjuist] : oordeel.CodesVan(Header);
        if (kopcodes.Count > 0 || oordeel.IsGoed || Lichaam is null)
        {
            if (kopcodes.Count > 0) kop.Add(Codes(kopcodes));
            return Maak(soort, new XElement("Bericht", kop));
        }
        kop.Add(Codes([Retourcode.GeenOpmerking]));
        var veld = Soort.Wortel.Delen.Single(deel => deel.Naam == Lichaam.Name.LocalName);
        return Maak(soort, new XElement("Bericht", kop, MetCodes(Lichaam, veld, oordeel)));
    }

    private static XElement MetCodes(XElement element, Veld veld, Oordeel oordeel)
    {
        if (veld.Waarde is not null || veld.IsCdt) return new(element);
        var delen = element.Elements()
            .Select(deel => MetCodes(deel, veld.Delen.Single(v => v.Naam == deel.Name.LocalName), oordeel));
        var kopie = new XElement(element.Name, delen);
        if (veld.IsKlasse) kopie.Add(Codes(oordeel.CodesVan(element) is { Count: > 0 } codes ? codes : [Retourcode.GeenOpmerking]));
        return kopie;
    }

    private static XElement Codes(IEnumerable<string> codes) => new("RetourCodes", codes.Select(code => X.Element("RetourCode", code)));
    private static XElement Versie(string naam) =>
        new(naam, X.Element("BasisschemaXsdVersie", XsdVersie), X.Element("BerichtXsdVersie", XsdVersie));

    // Every written message is read back, so that no message leaves that does not fit the tables.
    private static Bericht Maak(Soort soort, XElement inhoud) => Lees(Schrijver.Schrijf(soort, inhoud));
}

/// <summary>Return codes that every partner uses.</summary>
internal static class Retourcode
{
    /// <summary>Level 2: technically wrong.</summary>
    public const string TechnischOnjuist = "0001";
    public const string GeenOpmerking = "0200";
    public const string NietBeoordeeld = "0233";
    /// <summary>The declaration is paid in full.</summary>
    public const string Toegewezen = "8001";
    public const string DagtekeningInToekomst = "8848";
    /// <summary>TR056.</summary>
    public const string IdentificatieNietUniek = "9056";

    public static bool IsAfkeur(string code) => code is not (GeenOpmerking or NietBeoordeeld or Toegewezen);
}

/// <summary>Reads and makes elements without namespaces.</summary>
internal static class X
{
    public static XElement? Op(this XElement? element, string pad) => pad.Split('/').Aggregate(element, (e, naam) => e?.Element(naam));
    public static string? Tekst(this XElement? element, string pad) => element.Op(pad)?.Value;
    public static DateOnly? Datum(this XElement? element, string pad) =>
        element.Tekst(pad) is { } tekst
            ? DateOnly.ParseExact(tekst.Trim(), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            : null;
    public static long? Getal(this XElement? element, string pad) =>
        element.Tekst(pad) is { } tekst ? long.Parse(tekst, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>The repeated elements at the end of a path.</summary>
    public static IEnumerable<XElement> Alle(this XElement? element, string pad) =>
        pad.LastIndexOf('/') is var i && i < 0 ? element?.Elements(pad) ?? [] : element.Op(pad[..i])?.Elements(pad[(i + 1)..]) ?? [];

    /// <summary>Whether two elements are equal, whatever their parents.</summary>
    public static bool Gelijk(XElement? een, XElement? ander) => XNode.DeepEquals(een, ander);

    /// <summary>Makes no element of null: the standards know no empty elements (RS033).</summary>
    public static XElement? Element(string naam, object? waarde) => waarde switch
    {
        null => null,
        DateOnly datum => new(naam, datum.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        _ => new(naam, waarde),
    };
}
