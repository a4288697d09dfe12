using System.Globalization;
using System.Runtime.InteropServices;
using System.Xml;
using WmoPlatform.IStandaarden.Xml;

namespace WmoPlatform.IStandaarden.Stuf;

internal sealed class Envelopschrijver(XmlWriter xml)
{
    public void Schrijf(GgkBericht bericht)
    {
        xml.WriteStartDocument();
        Bericht(bericht);
        xml.WriteEndDocument();
        xml.Flush();
    }

    public void SchrijfInSoap(GgkBericht bericht)
    {
        xml.WriteStartDocument();
        xml.WriteStartElement("soap", "Envelope", Soap.Ruimte);
        xml.WriteStartElement("Body", Soap.Ruimte);
        Bericht(bericht);
        xml.WriteEndDocument();
        xml.Flush();
    }

    private void Bericht(GgkBericht bericht)
    {
        var (naam, ruimte) = bericht switch
        {
            Di01 => (Envelop.Heen, GgkBericht.Ggk),
            Du01 => (Envelop.Retour, GgkBericht.Ggk),
            _ => (Envelop.Foutbericht, GgkBericht.Stuf)
        };
        xml.WriteStartElement(ruimte == GgkBericht.Ggk ? "GGK" : "StUF", naam, ruimte);
        if (ruimte == GgkBericht.Ggk) xml.WriteAttributeString("xmlns", "GGK", null, GgkBericht.Ggk);
        xml.WriteAttributeString("xmlns", "StUF", null, GgkBericht.Stuf);
        Stuurgegevens(bericht.Berichtcode, ruimte, bericht.Stuurgegevens);
        switch (bericht)
        {
            case Di01 di: Inhoud(di.Parameters, di.XmlBestand); break;
            case Du01 du: Inhoud(du.Parameters, du.XmlBestand); break;
            case Fo01 fo:
                xml.WriteStartElement("body", GgkBericht.Stuf);
                Stuf("code", fo.Code, Envelop.Code);
                Mogelijk("plek", fo.Plek, Envelop.Plek);
                Mogelijk("omschrijving", fo.Omschrijving, Envelop.Omschrijving);
                Mogelijk("details", fo.Details, Envelop.Details);
                if (fo.DetailsXml is { } details) DetailsXml(details);
                xml.WriteEndElement();
                break;
        }
        xml.WriteEndElement();
    }

    private void Stuurgegevens(string berichtcode, string ruimte, GgkStuurgegevens s)
    {
        xml.WriteStartElement("stuurgegevens", ruimte);
        Stuf("berichtcode", berichtcode, Envelop.Berichtcode);
        Partij("zender", s.Zender);
        Partij("ontvanger", s.Ontvanger);
        Stuf("referentienummer", s.Referentienummer.ToString(), Envelop.Uuid);
        Stuf("tijdstipBericht", Envelop.Tekst(s.TijdstipBericht), Envelop.Tijdstip);
        if (berichtcode != "Fo01" && (berichtcode == "Di01") != (s.CrossRefnummer is null))
            throw new BerichtOnleesbaar(BerichtOnleesbaar.OngeldigeWaarde, "stuurgegevens/crossRefnummer");
        if (s.CrossRefnummer is { } cross) Stuf("crossRefnummer", cross.ToString(), Envelop.Uuid);
        if ((berichtcode == "Fo01") != (s.Functie is null))
            throw new BerichtOnleesbaar(BerichtOnleesbaar.OngeldigeWaarde, "stuurgegevens/functie");
        if (s.Functie is { } functie) Stuf("functie", functie, Envelop.Functie(berichtcode));
        xml.WriteEndElement();
    }

    private void Partij(string naam, GgkPartij partij)
    {
        xml.WriteStartElement(naam, GgkBericht.Stuf);
        Stuf("organisatie", partij.Organisatie, Envelop.Organisatie);
        Stuf("applicatie", partij.Applicatie, Envelop.Applicatie);
        Mogelijk("administratie", partij.Administratie, Envelop.Applicatie);
        Mogelijk("gebruiker", partij.Gebruiker, Envelop.Applicatie);
        xml.WriteEndElement();
    }

    private void Inhoud(GgkParameters p, ReadOnlyMemory<byte> bestand)
    {
        if (bestand.Length is 0 or > Ketenbericht.HoogstensBytes)
            throw new BerichtOnleesbaar(
                bestand.Length == 0 ? BerichtOnleesbaar.OngeldigeWaarde : BerichtOnleesbaar.TeGroot, "bericht/xmlBestand");
        xml.WriteStartElement("parameters", GgkBericht.Ggk);
        Getal("applicatieVersie", p.ApplicatieVersie);
        Getal("applicatieSubversie", p.ApplicatieSubversie);
        Getal("functieVersie", p.FunctieVersie);
        Getal("functieSubversie", p.FunctieSubversie);
        xml.WriteStartElement("bericht", GgkBericht.Ggk);
        xml.WriteStartElement("xmlBestand", GgkBericht.Ggk);
        var bytes = MemoryMarshal.TryGetArray(bestand, out var deel) ? deel : bestand.ToArray();
        xml.WriteBase64(bytes.Array!, bytes.Offset, bytes.Count);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Getal(string naam, int waarde) =>
        Waarde(naam, GgkBericht.Ggk, waarde.ToString("0000", CultureInfo.InvariantCulture), Envelop.Versie);

    private void DetailsXml(string details)
    {
        xml.WriteStartElement("detailsXML", GgkBericht.Stuf);
        try
        {
            using var fragment = XmlReader.Create(
                new StringReader(details), new() { ConformanceLevel = ConformanceLevel.Fragment, DtdProcessing = DtdProcessing.Prohibit });
            fragment.Read();
            while (!fragment.EOF) xml.WriteNode(fragment, defattr: true);
        }
        catch (XmlException)
        {
            throw new BerichtOnleesbaar(BerichtOnleesbaar.GeenXml, "body/detailsXML");
        }
        xml.WriteEndElement();
    }

    private void Mogelijk(string naam, string? waarde, Ldt type)
    {
        if (waarde is not null) Stuf(naam, waarde, type);
    }

    private void Stuf(string naam, string waarde, Ldt type) => Waarde(naam, GgkBericht.Stuf, waarde, type);

    private void Waarde(string naam, string ruimte, string waarde, Ldt type)
    {
        if (!type.Past(waarde) || !SchrijvendeWandeling.MagInXml(waarde))
            throw new BerichtOnleesbaar(BerichtOnleesbaar.OngeldigeWaarde, naam);
        xml.WriteElementString(naam, ruimte, waarde);
    }
}
