using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace WmoPlatform.IStandaarden.Xml;

/// <summary>
/// Opens received XML without trusting it: only UTF-8 without byte order mark (OP192), no DTD, nothing fetched from elsewhere, and not
/// larger than a message may be.
/// </summary>
internal sealed partial class Berichtlezer : IDisposable
{
    private const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";
    private const string Xmlns = "http://www.w3.org/2000/xmlns/";

    private static readonly UTF8Encoding StriktUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly XmlReaderSettings Instellingen = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    private readonly StreamReader tekst;
    private XmlReader? lezer;

    /// <param name="xml">Read synchronously; stays open.</param>
    /// <param name="hoogstens">In bytes.</param>
    /// <param name="annulering">Stops the reading.</param>
    public Berichtlezer(Stream xml, long hoogstens = Ketenbericht.HoogstensBytes, CancellationToken annulering = default) =>
        tekst = new StreamReader(
            new Begrensd(xml, hoogstens, annulering), StriktUtf8, detectEncodingFromByteOrderMarks: false, bufferSize: 16384,
            leaveOpen: true);

    /// <summary>Makes a reader that stands on the root element.</summary>
    /// <exception cref="BerichtOnleesbaar">The encoding is wrong, or the message is too large.</exception>
    /// <exception cref="XmlException">The content is not XML.</exception>
    /// <exception cref="DecoderFallbackException">The content is not UTF-8.</exception>
    public XmlReader Open()
    {
        if (tekst.Peek() == '\uFEFF') throw VerkeerdeCodering();
        lezer = XmlReader.Create(Als10(), Instellingen);
        lezer.Read();
        if (lezer.NodeType == XmlNodeType.XmlDeclaration
            && lezer.GetAttribute("encoding")?.ToUpperInvariant() is not (null or "UTF-8" or "UTF8"))
            throw VerkeerdeCodering();
        lezer.MoveToContent();
        return lezer;
    }

    /// <summary>Finds the kind of message of the root element, on which the reader stands; null for an unknown kind.</summary>
    public static Berichtsoort? Herken(XmlReader lezer) =>
        Berichtsoort.Alle.FirstOrDefault(soort => soort.Namespace == lezer.NamespaceURI && lezer.LocalName == "Bericht");

    /// <summary>Goes to the next element, end or text. Blank text between elements does not matter, also as CDATA.</summary>
    public static XmlNodeType NaarInhoud(XmlReader lezer)
    {
        while (lezer.MoveToContent() is XmlNodeType.CDATA or XmlNodeType.Text && IsLeeg(lezer.Value)) lezer.Read();
        return lezer.NodeType;
    }

    /// <summary>Whether a text has nothing but the white space of XML.</summary>
    public static bool IsLeeg(string tekst) => !tekst.AsSpan().ContainsAnyExcept(" \t\r\n");

    /// <summary>Whether an attribute is allowed: only namespaces, and the location of a schema, which is never followed.</summary>
    public static bool MagStaan(string naam, string ruimte) =>
        ruimte == Xmlns || (ruimte == SchemaInstance && naam is "schemaLocation" or "noNamespaceSchemaLocation");

    public void Dispose()
    {
        lezer?.Dispose();
        tekst.Dispose();
    }

    /// <summary>Gives XML 1.1 as XML 1.0. What only 1.1 allows, control characters, no message may hold.</summary>
    private Aaneengesloten Als10()
    {
        var begin = new char[64];
        var aantal = tekst.ReadBlock(begin);
        return new(Versie11().Replace(new string(begin, 0, aantal), "${voor}1.0"), tekst);
    }

    [GeneratedRegex("""\A(?<voor><\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*["'])1\.1(?=["'])""")]
    private static partial Regex Versie11();

    /// <summary>A text, and then the rest of a reader.</summary>
    private sealed class Aaneengesloten(string begin, TextReader rest) : TextReader
    {
        private int gelezen;

        public override int Peek() => gelezen < begin.Length ? begin[gelezen] : rest.Peek();

        public override int Read() => gelezen < begin.Length ? begin[gelezen++] : rest.Read();

        public override int Read(char[] buffer, int index, int count)
        {
            if (gelezen == begin.Length) return rest.Read(buffer, index, count);
            var aantal = Math.Min(count, begin.Length - gelezen);
            begin.CopyTo(gelezen, buffer, index, aantal);
            gelezen += aantal;
            return aantal;
        }
    }

    private static BerichtOnleesbaar VerkeerdeCodering() => new(BerichtOnleesbaar.VerkeerdeCodering, "Bericht");
}
