using System.Text;
using System.Xml;

namespace WmoPlatform.IStandaarden.Xml;

/// <summary>
/// Reads a message in one pass, strictly in the order of its schema. Prefixes, comments and white space between elements do not matter.
/// Anything that does not belong in the message is refused.
/// </summary>
internal sealed class LezendeWandeling : Wandeling, IDisposable
{
    private readonly Berichtlezer bron;
    private XmlReader lezer = null!; // opened in Begin: opening reads at once, and its errors are reported in the same way

    public LezendeWandeling(Stream xml, CancellationToken annulering = default)
        : base(Berichtsoort.Wmo301) => // replaced as soon as the root is seen
        bron = new Berichtlezer(xml, annulering: annulering);

    /// <summary>Reads the whole message.</summary>
    public Ketenbericht Bericht() => Veilig(() =>
    {
        Begin();
        var bericht = Element("Bericht", Soort.Vorm, null)!;
        Slot();
        return bericht;
    });

    /// <summary>Reads the root element, which gives the kind of message.</summary>
    public void Begin()
    {
        lezer = bron.Open();
        Soort = Berichtlezer.Herken(lezer) ?? throw Fout(BerichtOnleesbaar.OnbekendBericht, "Bericht");
        Namespace = Soort.Namespace;
    }

    /// <summary>Enters an element, so that its content can be read bit by bit.</summary>
    public void Ga(string naam)
    {
        if (!StaatOp(naam)) throw Fout(BerichtOnleesbaar.ElementOntbreekt, naam);
        if (lezer.IsEmptyElement) throw Fout(BerichtOnleesbaar.ElementOntbreekt, naam);
        lezer.Read();
        Af(naam);
    }

    /// <summary>Leaves an element that was read completely.</summary>
    public void Uit()
    {
        if (Berichtlezer.NaarInhoud(lezer) != XmlNodeType.EndElement) throw Fout(BerichtOnleesbaar.OnverwachteInhoud);
        lezer.Read();
        Op();
    }

    /// <summary>Reads the rest after the root element, which must be empty.</summary>
    public void Slot()
    {
        while (lezer.Read()) { }
    }

    /// <summary>Turns errors of the reader about XML and encoding into a refusal with a place.</summary>
    public T Veilig<T>(Func<T> lees)
    {
        try
        {
            return lees();
        }
        catch (XmlException)
        {
            // The message of XmlReader may quote the content, so it goes no further.
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
            // No class or type may be empty (RS033), even without required elements.
            if (lezer.IsEmptyElement) throw Fout(BerichtOnleesbaar.ElementOntbreekt);
            lezer.Read();
            if (Berichtlezer.NaarInhoud(lezer) == XmlNodeType.EndElement) throw Fout(BerichtOnleesbaar.ElementOntbreekt);
            var gelezen = vorm(this, null);
            if (Berichtlezer.NaarInhoud(lezer) != XmlNodeType.EndElement) throw Fout(BerichtOnleesbaar.OnverwachteInhoud);
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
        if (Berichtlezer.NaarInhoud(lezer) != XmlNodeType.Element || lezer.LocalName != naam) return false;
        if (lezer.NamespaceURI != Namespace) throw Fout(BerichtOnleesbaar.VerkeerdeNamespace, naam);
        while (lezer.MoveToNextAttribute())
            if (!Berichtlezer.MagStaan(lezer.LocalName, lezer.NamespaceURI)) throw Fout(BerichtOnleesbaar.OnverwachteInhoud, naam);
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

    public void Dispose() => bron.Dispose();
}
