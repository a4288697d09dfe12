using System.Text;
using System.Xml;

namespace WmoPlatform.IStandaarden.Xml;

/// <summary>Writes a message as OP192 prescribes: UTF-8 without byte order mark, CR/LF.</summary>
internal sealed class SchrijvendeWandeling(Stream doel, Berichtsoort soort) : Wandeling(soort), IDisposable
{
    private static readonly XmlWriterSettings Instellingen = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\r\n",
        NewLineHandling = NewLineHandling.Replace,
    };

    private readonly XmlWriter schrijver = XmlWriter.Create(doel, Instellingen);
    private bool isLeeg;

    public void Bericht(Ketenbericht bericht)
    {
        schrijver.WriteStartDocument();
        schrijver.WriteStartElement(Soort.Prefix, "Bericht", Soort.Namespace);
        schrijver.WriteAttributeString("xmlns", Soort.Prefix, null, Soort.Namespace);
        schrijver.WriteAttributeString("xmlns", Soort.Standaard.Prefix, null, Soort.Standaard.Basisschema);
        Binnen("Bericht", () => Soort.Vorm(this, bericht));
        schrijver.WriteEndDocument();
        schrijver.Flush();
    }

    protected override string? Waarde(string naam, Ldt type, string? waarde, bool ruim)
    {
        if (waarde is null) return null;
        // A retour echoes the received text, even when its code was withdrawn.
        if (!(Soort.IsRetour ? type.Past(waarde) : type.MagNieuw(waarde)) || !MagInXml(waarde))
            throw Fout(BerichtOnleesbaar.OngeldigeWaarde, naam);
        schrijver.WriteElementString(naam, Namespace, waarde);
        isLeeg = false;
        return waarde;
    }

    protected override T? Element<T>(string naam, Vorm<T> vorm, T? waarde) where T : class
    {
        if (waarde is null) return null;
        schrijver.WriteStartElement(naam, Namespace);
        isLeeg = true;
        Binnen(naam, () => vorm(this, waarde));
        if (isLeeg) throw Fout(BerichtOnleesbaar.ElementOntbreekt, naam); // RS033
        schrijver.WriteEndElement();
        return waarde;
    }

    protected override IReadOnlyList<T> Herhaling<T>(string naam, IReadOnlyList<T>? waarde, Func<T?, T?> stap) where T : class
    {
        if (waarde is not { Count: > 0 }) throw Fout(BerichtOnleesbaar.ElementOntbreekt, naam);
        foreach (var deel in waarde) stap(deel);
        return waarde;
    }

    public static bool MagInXml(string waarde)
    {
        for (var i = 0; i < waarde.Length; i++)
        {
            if (XmlConvert.IsXmlChar(waarde[i])) continue;
            if (i + 1 == waarde.Length || !XmlConvert.IsXmlSurrogatePair(waarde[i + 1], waarde[i])) return false;
            i++;
        }
        return true;
    }

    public void Dispose() => schrijver.Dispose();
}
