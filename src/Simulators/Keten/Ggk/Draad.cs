using System.Text;
using System.Xml;
using System.Xml.Linq;
using WmoPlatform.Keten.Berichten;

namespace WmoPlatform.Keten.Ggk;

/// <summary>
/// The wire of the GGk, SOAP 1.1: an envelope of StUF-GGk is the only child of a Body. Who receives it answers at once, with a Bv03 in a
/// Body, or with status 500 and a Fo03 in a Fault.
/// </summary>
internal static class Draad
{
    public const string Inhoudstype = "text/xml";
    public const string Actiekop = "SOAPAction";

    private const int Diepst = 7;
    private static readonly XNamespace Soap = "http://schemas.xmlsoap.org/soap/envelope/";

    public static string Inpakken(XElement inhoud) => Tekst(
        new XElement(Soap + "Envelope", new XAttribute(XNamespace.Xmlns + "SOAP-ENV", Soap), new XElement(Soap + "Body", inhoud)));

    /// <summary>The only child of the Body.</summary>
    /// <exception cref="Onleesbaar">The file is no SOAP.</exception>
    public static XElement Uitpakken(byte[] bestand)
    {
        var wortel = Boom(bestand);
        if (wortel.Name != Soap + "Envelope") throw new Onleesbaar(Onleesbaar.OnbekendBericht, wortel.Name.LocalName);
        var body = wortel.Element(Soap + "Body") ?? throw new Onleesbaar(Onleesbaar.ElementOntbreekt, "Envelope/Body");
        return body.Elements().ToArray() is [var enige] ? enige : throw new Onleesbaar(Onleesbaar.OnverwachteInhoud, "Envelope/Body");
    }

    /// <summary>Fault: the sender must mend something (Client), or the GGk cannot take it now (Server).</summary>
    public static string Fout(XElement foutbericht, string uitleg, bool vanServer) => Inpakken(
        new XElement(Soap + "Fault",
            new XElement("faultcode", vanServer ? "SOAP-ENV:Server" : "SOAP-ENV:Client"),
            new XElement("faultstring", uitleg),
            new XElement("detail", foutbericht)));

    /// <summary>
    /// What the platform says to a message: true when it took it, false when it refuses it for good, null when it may yet take it.
    /// </summary>
    public static bool? Antwoord(int status, byte[] bestand)
    {
        try
        {
            var inhoud = Uitpakken(bestand);
            return (status, inhoud.Name.LocalName) switch
            {
                (200, "Bv03Bericht") => true,
                (500, "Fault") => inhoud.Descendants().Any(e => e.Name.LocalName == "plek" && e.Value == "client") ? false : null,
                _ => null,
            };
        }
        catch (Onleesbaar)
        {
            return null;
        }
    }

    private static XElement Boom(byte[] bestand)
    {
        try
        {
            // A file that is deeper is refused before it is kept in memory.
            using (var diepte = XmlReader.Create(new MemoryStream(bestand), Lezer.Veilig))
                while (diepte.Read())
                    if (diepte.Depth > Diepst) throw new Onleesbaar(Onleesbaar.OnverwachteInhoud, "envelop");
            using var x = XmlReader.Create(new MemoryStream(bestand), Lezer.Veilig);
            return XElement.Load(x);
        }
        catch (XmlException)
        {
            throw new Onleesbaar(Onleesbaar.GeenXml, "envelop");
        }
    }

    private static string Tekst(XElement wortel) => Encoding.UTF8.GetString(Schrijver.Schrijf(wortel));
}
