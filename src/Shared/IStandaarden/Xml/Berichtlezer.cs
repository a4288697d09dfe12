using System.Text;
using System.Xml;

namespace WmoPlatform.IStandaarden.Xml;

/// <summary>
/// Opens received XML without trusting it: only UTF-8 without byte order mark (OP192), no DTD, nothing fetched from elsewhere, and not
/// larger than a message may be.
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

    /// <summary>Makes a reader that stands on the root element.</summary>
    /// <exception cref="BerichtOnleesbaar">The encoding is wrong, or the message is too large.</exception>
    /// <exception cref="XmlException">The content is not XML.</exception>
    /// <exception cref="DecoderFallbackException">The content is not UTF-8.</exception>
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

    /// <summary>Finds the kind of message of the root element, on which the reader stands; null for an unknown kind.</summary>
    public static Berichtsoort? Herken(XmlReader lezer) =>
        Berichtsoort.Alle.FirstOrDefault(soort => soort.Namespace == lezer.NamespaceURI && lezer.LocalName == "Bericht");

    /// <summary>Whether an attribute is allowed: only namespaces, and the location of a schema, which is never followed.</summary>
    public static bool MagStaan(string naam, string ruimte) => ruimte == Xmlns || (ruimte == SchemaInstance && naam == "schemaLocation");

    public void Dispose()
    {
        lezer?.Dispose();
        tekst.Dispose();
    }

    private static BerichtOnleesbaar VerkeerdeCodering() => new(BerichtOnleesbaar.VerkeerdeCodering, "Bericht");
}
