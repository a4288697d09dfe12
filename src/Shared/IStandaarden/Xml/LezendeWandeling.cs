using System.Text;
using System.Xml;

namespace WmoPlatform.IStandaarden.Xml;

/// <summary>
/// Reads a message in one pass, strictly in the order of its schema. Prefixes, comments and whitespace between elements do not matter;
/// a DTD, another encoding, more than 25 MB or anything that does not belong in the message is refused.
/// </summary>
internal sealed class LezendeWandeling : Wandeling, IDisposable
{
    /// <summary>OP179: at most 25 MB.</summary>
    private const int Hoogstens = 25 * 1024 * 1024;
    private const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";
    private const string Xmlns = "http://www.w3.org/2000/xmlns/";

    private static readonly UTF8Encoding StriktUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly StreamReader tekst;
    private XmlReader lezer = null!; // made in Bericht: it reads at once, and what goes wrong then must be told as well

    public LezendeWandeling(Stream xml) : base(Berichtsoort.Wmo301) => // replaced as soon as the root is seen
        tekst = new StreamReader(new Begrensd(xml), StriktUtf8, detectEncodingFromByteOrderMarks: false, bufferSize: 16384, leaveOpen: true);

    public Ketenbericht Bericht(IReadOnlyDictionary<Berichtsoort, Vorm<Ketenbericht>> vormen)
    {
        try
        {
            if (tekst.Peek() == '\uFEFF') throw Fout(BerichtOnleesbaar.VerkeerdeCodering, "Bericht");
            lezer = XmlReader.Create(tekst, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            lezer.Read();
            if (lezer.NodeType == XmlNodeType.XmlDeclaration && lezer.GetAttribute("encoding") is { } codering
                && !codering.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
                throw Fout(BerichtOnleesbaar.VerkeerdeCodering, "Bericht");
            lezer.MoveToContent();
            Soort = Berichtsoort.Alle.FirstOrDefault(soort => soort.Namespace == lezer.NamespaceURI && lezer.LocalName == "Bericht")
                ?? throw Fout(BerichtOnleesbaar.OnbekendBericht, "Bericht");
            Namespace = Soort.Namespace;
            var bericht = Element("Bericht", vormen[Soort], null)!;
            while (lezer.Read()) { }
            return bericht;
        }
        catch (XmlException)
        {
            // What XmlReader says can quote the message, so it goes no further.
            throw Fout(BerichtOnleesbaar.GeenXml);
        }
        catch (DecoderFallbackException)
        {
            throw Fout(BerichtOnleesbaar.VerkeerdeCodering);
        }
    }

    protected override string? Waarde(string naam, Ldt type, string? waarde, bool ruim)
    {
        if (!StaatOp(naam)) return null;
        return Binnen(naam, () =>
        {
            var gelezen = Inhoud();
            if (ruim) gelezen = gelezen.Trim(' ', '\t', '\r', '\n');
            return type.Past(gelezen) ? gelezen : throw Fout(BerichtOnleesbaar.OngeldigeWaarde);
        });
    }

    protected override T? Element<T>(string naam, Vorm<T> vorm, T? waarde) where T : class
    {
        if (!StaatOp(naam)) return null;
        return Binnen(naam, () =>
        {
            // No class or type may be empty (RS033), so the first required element inside is what is missing.
            if (lezer.IsEmptyElement) throw Fout(BerichtOnleesbaar.ElementOntbreekt);
            lezer.Read();
            var gelezen = vorm(this, null);
            if (lezer.MoveToContent() != XmlNodeType.EndElement) throw Fout(BerichtOnleesbaar.OnverwachteInhoud);
            lezer.Read();
            return gelezen;
        });
    }

    protected override IReadOnlyList<T> Herhaling<T>(string naam, IReadOnlyList<T>? waarde, Func<T?, T?> stap) where T : class
    {
        var delen = new List<T>();
        while (stap(null) is { } deel) delen.Add(deel);
        return delen.Count > 0 ? delen : throw Fout(BerichtOnleesbaar.ElementOntbreekt, naam);
    }

    private bool StaatOp(string naam)
    {
        if (lezer.MoveToContent() != XmlNodeType.Element || lezer.LocalName != naam) return false;
        if (lezer.NamespaceURI != Namespace) throw Fout(BerichtOnleesbaar.VerkeerdeNamespace, naam);
        while (lezer.MoveToNextAttribute())
            if (lezer.NamespaceURI != Xmlns && !(lezer.NamespaceURI == SchemaInstance && lezer.LocalName == "schemaLocation"))
                throw Fout(BerichtOnleesbaar.OnverwachteInhoud, naam);
        lezer.MoveToElement();
        return true;
    }

    private string Inhoud()
    {
        if (lezer.IsEmptyElement) throw Fout(BerichtOnleesbaar.OngeldigeWaarde);
        var inhoud = new StringBuilder();
        while (lezer.Read() && lezer.NodeType != XmlNodeType.EndElement)
            inhoud.Append(lezer.NodeType switch
            {
                XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace => lezer.Value,
                XmlNodeType.Comment or XmlNodeType.ProcessingInstruction => "",
                _ => throw Fout(BerichtOnleesbaar.OnverwachteInhoud),
            });
        lezer.Read();
        return inhoud.ToString();
    }

    public void Dispose()
    {
        lezer?.Dispose();
        tekst.Dispose();
    }

    /// <summary>Stops a stream that goes on for longer than a message may.</summary>
    private sealed class Begrensd(Stream bron) : Stream
    {
        private long gelezen;

        public override int Read(byte[] buffer, int offset, int count)
        {
            var aantal = bron.Read(buffer, offset, count);
            return (gelezen += aantal) <= Hoogstens ? aantal : throw new BerichtOnleesbaar(BerichtOnleesbaar.TeGroot, "Bericht");
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => gelezen; set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
