using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using WmoPlatform.IStandaarden.Xml;

namespace WmoPlatform.IStandaarden.Stuf;

/// <summary>
/// The wire of the GGk, in both directions: SOAP 1.1, document/literal (service OntvangAsynchroon of StUF-GGk 2.1). The StUF message is
/// the only child of the Body. The receiver answers at once: with a Bv03 in a Body, or with a Fo03 in the detail of a Fault and status 500.
/// </summary>
public static class Soap
{
    /// <summary>Namespace of SOAP 1.1.</summary>
    public const string Ruimte = "http://schemas.xmlsoap.org/soap/envelope/";
    /// <summary>The type of its content, which goes with <c>charset=utf-8</c>.</summary>
    public const string MediaType = "text/xml";
    /// <summary>The header that names the action, between quotation marks.</summary>
    public const string Actiekop = "SOAPAction";

    private const int GrootsteAntwoord = 1024 * 1024;
    private static readonly XNamespace S = Ruimte;
    private static readonly XNamespace Stuf = GgkBericht.Stuf;

    /// <summary>The action of a message: its namespace and its name.</summary>
    public static string Actie(GgkBericht bericht) => bericht switch
    {
        Di01 => $"{GgkBericht.Ggk}/ggk_Di01",
        Du01 => $"{GgkBericht.Ggk}/ggk_Du01",
        _ => $"{GgkBericht.Stuf}/Fo01",
    };

    /// <summary>Reads a message from the Body of its SOAP envelope.</summary>
    /// <inheritdoc cref="GgkBericht.Lees(Stream)"/>
    public static GgkBericht Lees(Stream xml)
    {
        using var bron = new Berichtlezer(xml, GgkBericht.Hoogstens);
        return new Enveloplezer(bron).LeesUitSoap();
    }

    /// <summary>Gives a message in the Body of a SOAP envelope, as UTF-8.</summary>
    /// <exception cref="BerichtOnleesbaar">A value does not fit its element, or the message inside is more than 25 MB.</exception>
    public static byte[] Om(GgkBericht bericht)
    {
        using var doel = new MemoryStream();
        using (var schrijver = XmlWriter.Create(doel, GgkBericht.Instellingen)) new Envelopschrijver(schrijver).SchrijfInSoap(bericht);
        return doel.ToArray();
    }

    /// <summary>Gives an answer as UTF-8: a Bv03 in the Body, a Fo03 in the detail of a Fault.</summary>
    /// <param name="antwoord">The answer.</param>
    /// <param name="foutcode">Of a Fault, for instance Client; null for what <see cref="Fo03.Plek"/> says.</param>
    /// <param name="nu">The present moment in Europe/Amsterdam.</param>
    public static byte[] Om(StufAntwoord antwoord, DateTime nu, string? foutcode = null)
    {
        ArgumentNullException.ThrowIfNull(antwoord);
        var bericht = new XElement(Stuf + $"{antwoord.Berichtcode}Bericht",
            new XAttribute(XNamespace.Xmlns + "StUF", Stuf),
            new XElement(Stuf + "stuurgegevens",
                new XElement(Stuf + "berichtcode", antwoord.Berichtcode),
                new XElement(Stuf + "referentienummer", Guid.NewGuid()),
                new XElement(Stuf + "tijdstipBericht", Envelop.Tekst(nu)),
                antwoord.CrossRefnummer is { } cross ? new XElement(Stuf + "crossRefnummer", cross) : null));
        if (antwoord is Fo03 fout)
        {
            bericht.Add(new XElement(Stuf + "body",
                new XElement(Stuf + "code", fout.Code),
                new XElement(Stuf + "plek", fout.Plek),
                Mogelijk("omschrijving", fout.Omschrijving, 200),
                Mogelijk("details", fout.Details, 1000)));
            bericht = new XElement(S + "Fault",
                new XElement("faultcode", $"soap:{foutcode ?? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(fout.Plek)}"),
                new XElement("faultstring", fout.Omschrijving ?? fout.Code),
                new XElement("detail", bericht));
        }
        var envelop = new XElement(S + "Envelope", new XAttribute(XNamespace.Xmlns + "soap", S), new XElement(S + "Body", bericht));
        using var doel = new MemoryStream();
        using (var schrijver = XmlWriter.Create(doel, GgkBericht.Instellingen)) envelop.Save(schrijver);
        return doel.ToArray();

        static XElement? Mogelijk(string naam, string? tekst, int hoogstens) =>
            string.IsNullOrWhiteSpace(tekst) ? null : new XElement(Stuf + naam, tekst.Length <= hoogstens ? tekst : tekst[..hoogstens]);
    }

    /// <summary>Reads the answer to a message; null when it is none, for instance because a gateway in between answered.</summary>
    /// <param name="xml">At most 1 MB is read; stays open.</param>
    public static StufAntwoord? LeesAntwoord(Stream xml)
    {
        try
        {
            using var lezer = XmlReader.Create(xml, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = GrootsteAntwoord,
            });
            var envelop = XElement.Load(lezer);
            if (envelop.Name != S + "Envelope" || envelop.Element(S + "Body") is not { } body) return null;
            if (body.Element(Stuf + "Bv03Bericht") is { } bevestiging) return new Bv03(Cross(bevestiging));
            if (body.Element(S + "Fault") is not { } fout || fout.Element("detail")?.Element(Stuf + "Fo03Bericht") is not { } bericht)
                return null;
            var inhoud = bericht.Element(Stuf + "body");
            return new Fo03(Cross(bericht), Tekst("code", 20) ?? Fo03.VerwerkingMislukt, Tekst("plek", 6) ?? Fo03.Server,
                Tekst("omschrijving", 200), Tekst("details", 1000));

            string? Tekst(string naam, int hoogstens) =>
                inhoud?.Element(Stuf + naam)?.Value.Trim() is { Length: > 0 } tekst ? tekst[..Math.Min(tekst.Length, hoogstens)] : null;
        }
        catch (XmlException)
        {
            return null;
        }

        static Guid? Cross(XElement bericht) =>
            Guid.TryParse(bericht.Element(Stuf + "stuurgegevens")?.Element(Stuf + "crossRefnummer")?.Value, out var nummer) ? nummer : null;
    }
}
