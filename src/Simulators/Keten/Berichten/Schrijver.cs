using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace WmoPlatform.Keten.Berichten;

/// <summary>Writes as OP192 asks: UTF-8 without byte order mark, lines end in CR and LF.</summary>
internal static class Schrijver
{
    private static readonly XmlWriterSettings Instellingen = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\r\n",
    };

    public static byte[] Schrijf(Soort soort, XElement inhoud)
    {
        var wortel = Kleed(inhoud, soort.Wortel, soort.Ruimte, soort);
        wortel.Add(
            new XAttribute(XNamespace.Xmlns + soort.Prefix, soort.Ruimte.NamespaceName),
            new XAttribute(XNamespace.Xmlns + soort.Standaard.Prefix, soort.Standaard.Basisschema.NamespaceName));
        return Schrijf(wortel);
    }

    public static byte[] Schrijf(XElement wortel)
    {
        using var bestand = new MemoryStream();
        using (var schrijver = XmlWriter.Create(bestand, Instellingen)) wortel.Save(schrijver);
        return bestand.ToArray();
    }

    private static XElement Kleed(XElement kaal, Veld veld, XNamespace ruimte, Soort soort)
    {
        if (veld.Waarde is not null) return new(ruimte + veld.Naam, kaal.Value);
        var binnen = veld.IsCdt ? soort.Standaard.Basisschema : ruimte;
        return new(ruimte + veld.Naam, kaal.Elements().Select(deel => Kleed(deel, Deel(deel.Name.LocalName), binnen, soort)));

        Veld Deel(string naam) =>
            veld.Delen.FirstOrDefault(v => v.Naam == naam) ?? throw new Onleesbaar(Onleesbaar.OnverwachteInhoud, naam);
    }
}
