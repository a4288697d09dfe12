using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace WmoPlatform.Keten.Berichten;

/// <summary>
/// Reads a file along its table, element by element. An element that is not in the table is refused on the spot, so no file gets deeper
/// or wider than its table. Namespaces count, prefixes do not.
/// </summary>
internal static class Lezer
{
    /// <summary>OP179.</summary>
    public const int Hoogstens = 25 * 1024 * 1024;

    private const string Xsi = "http://www.w3.org/2001/XMLSchema-instance";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>No DTD, nothing from outside.</summary>
    public static XmlReaderSettings Veilig { get; } = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = 2L * Hoogstens,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    public static (Soort Soort, XElement Inhoud, string Xml) Lees(byte[] bestand)
    {
        if (bestand.Length > Hoogstens) throw new Onleesbaar(Onleesbaar.TeGroot, "het bestand");
        var xml = Tekst(bestand);
        try
        {
            using var x = XmlReader.Create(new StringReader(xml), Veilig);
            x.Read();
            // OP192: the file has been read as UTF-8, so its declaration may name no other encoding.
            if (x.NodeType == XmlNodeType.XmlDeclaration && x.GetAttribute("encoding") is { } codering
                && !codering.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
                throw new Onleesbaar(Onleesbaar.VerkeerdeCodering, "het bestand");
            x.MoveToContent();
            if (x.LocalName != "Bericht" || Soort.VanRuimte(x.NamespaceURI) is not { } soort)
                throw new Onleesbaar(Onleesbaar.OnbekendBericht, x.LocalName);
            var inhoud = Lees(
                x, soort.Wortel, soort.Ruimte.NamespaceName, soort.Standaard.Basisschema.NamespaceName, "Bericht", isWortel: true);
            while (x.Read()) { }
            return (soort, inhoud, xml);
        }
        catch (XmlException)
        {
            throw new Onleesbaar(Onleesbaar.GeenXml, "het bestand");
        }
    }

    private static string Tekst(byte[] bestand)
    {
        if (bestand is [0xEF, 0xBB, 0xBF, ..] or [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..])
            throw new Onleesbaar(Onleesbaar.VerkeerdeCodering, "het bestand");
        try
        {
            return Utf8.GetString(bestand);
        }
        catch (DecoderFallbackException)
        {
            throw new Onleesbaar(Onleesbaar.VerkeerdeCodering, "het bestand");
        }
    }

    /// <param name="x">The reader, at the start of the element; afterwards behind its end.</param>
    /// <param name="veld">The expected element.</param>
    /// <param name="eigen">Namespace of the parts, unless the element has a composed type.</param>
    /// <param name="basis">Namespace of the parts of a composed type.</param>
    /// <param name="pad">Path of the element in the message.</param>
    /// <param name="isWortel">Whether this is the root: only the root may name its schema.</param>
    private static XElement Lees(XmlReader x, Veld veld, string eigen, string basis, string pad, bool isWortel = false)
    {
        Attributen(x, pad, isWortel);
        var leeg = x.IsEmptyElement;
        x.Read();
        var element = new XElement(veld.Naam);
        if (veld.Waarde is { } waarde)
        {
            var tekst = leeg ? "" : Tekst(x);
            if (!waarde.Past(tekst)) throw new Onleesbaar(Onleesbaar.OngeldigeWaarde, pad);
            element.Value = tekst;
        }
        else
        {
            var binnen = veld.IsCdt ? basis : eigen;
            foreach (var deel in veld.Delen)
            {
                var keer = 0;
                for (; !leeg && x.NodeType == XmlNodeType.Element && x.LocalName == deel.Naam && (keer == 0 || deel.Veel); keer++)
                {
                    var hier = $"{pad}/{deel.Naam}{(deel.Veel ? $"[{keer + 1}]" : "")}";
                    if (x.NamespaceURI != binnen) throw new Onleesbaar(Onleesbaar.VerkeerdeNamespace, hier);
                    element.Add(Lees(x, deel, binnen, basis, hier));
                }
                if (keer == 0 && deel.Verplicht) throw new Onleesbaar(Onleesbaar.ElementOntbreekt, $"{pad}/{deel.Naam}");
            }
        }
        if (leeg) return element;
        if (x.NodeType != XmlNodeType.EndElement) throw new Onleesbaar(Onleesbaar.OnverwachteInhoud, pad);
        x.Read();
        return element;
    }

    private static string Tekst(XmlReader x)
    {
        var tekst = new StringBuilder();
        for (; x.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace; x.Read())
            tekst.Append(x.Value);
        return tekst.ToString();
    }

    private static void Attributen(XmlReader x, string pad, bool isWortel)
    {
        for (var meer = x.MoveToFirstAttribute(); meer; meer = x.MoveToNextAttribute())
            if (x.NamespaceURI != "http://www.w3.org/2000/xmlns/"
                && !(isWortel && x.NamespaceURI == Xsi && x.LocalName is "schemaLocation" or "noNamespaceSchemaLocation"))
                throw new Onleesbaar(Onleesbaar.OnverwachteInhoud, pad);
        x.MoveToElement();
    }
}
