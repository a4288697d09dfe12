using System.Text;
using System.Xml;

namespace WmoPlatform.IStandaarden.Xml;

/// <summary>
/// Opens what came in without trusting it: UTF-8 without byte order mark and nothing else (OP192), no DTD, nothing fetched from elsewhere,
/// and not more than a message may be.
/// </summary>
internal sealed class Berichtlezer : IDisposable
{
    private const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";
    private const string Xmlns = "http://www.w3.org/2000/xmlns/";

    private static readonly UTF8Encoding StriktUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly XmlReaderSettings Instellingen = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    private readonly StreamReader tekst;
    private XmlReader? lezer;

    /// <param name="xml">Read synchronously; stays open.</param>
    /// <param name="hoogstens">In bytes.</param>
    public Berichtlezer(Stream xml, long hoogstens = Ketenbericht.HoogstensBytes) =>
        tekst = new StreamReader(
            new Begrensd(xml, hoogstens), StriktUtf8, detectEncodingFromByteOrderMarks: false, bufferSize: 16384, leaveOpen: true);

    /// <summary>A reader that stands on the root element.</summary>
    /// <exception cref="BerichtOnleesbaar">Another encoding, or too much.</exception>
    /// <exception cref="XmlException">No XML.</exception>
    /// <exception cref="DecoderFallbackException">No UTF-8.</exception>
    public XmlReader Open()
    {
        if (tekst.Peek() == '\uFEFF') throw VerkeerdeCodering();
        lezer = XmlReader.Create(tekst, Instellingen);
        lezer.Read();
        if (lezer.NodeType == XmlNodeType.XmlDeclaration && lezer.GetAttribute("encoding") is { } codering
            && !codering.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            throw VerkeerdeCodering();
        lezer.MoveToContent();
        return lezer;
    }

    /// <summary>Which message the root element, on which the reader stands, belongs to.</summary>
    public static Berichtsoort? Herken(XmlReader lezer) =>
        Berichtsoort.Alle.FirstOrDefault(soort => soort.Namespace == lezer.NamespaceURI && lezer.LocalName == "Bericht");

    /// <summary>No element has an attribute, but for namespaces and a hint where its schema is, which nobody follows.</summary>
    public static bool MagStaan(string naam, string ruimte) => ruimte == Xmlns || (ruimte == SchemaInstance && naam == "schemaLocation");

    public void Dispose()
    {
        lezer?.Dispose();
        tekst.Dispose();
    }

    private static BerichtOnleesbaar VerkeerdeCodering() => new(BerichtOnleesbaar.VerkeerdeCodering, "Bericht");
}
