using System.Globalization;
using System.Text;
using System.Xml;
using WmoPlatform.IStandaarden.Xml;

namespace WmoPlatform.IStandaarden.Stuf;

internal sealed class Enveloplezer(Berichtlezer bron)
{
    private readonly Stack<string> pad = [];
    private XmlReader lezer = null!;

    public GgkBericht Lees() => Lees(inSoap: false);

    public GgkBericht LeesUitSoap() => Lees(inSoap: true);

    private GgkBericht Lees(bool inSoap)
    {
        try
        {
            lezer = bron.Open();
            if (inSoap) NaarBody();
            var bericht = Bericht();
            // A Body with a second child, or anything behind it, is no message of this contract.
            if (inSoap) foreach (var naam in (string[])["Body", "Envelope"]) Sluit(naam);
            while (lezer.Read()) { }
            return bericht;
        }
        catch (XmlException)
        {
            throw Fout(BerichtOnleesbaar.GeenXml);
        }
        catch (DecoderFallbackException)
        {
            throw Fout(BerichtOnleesbaar.VerkeerdeCodering);
        }
    }

    /// <summary>
    /// Goes to the child of the Body. Of the headers of SOAP none is known, so one that must be understood refuses the message.
    /// </summary>
    private void NaarBody()
    {
        BeginVanSoap("Envelope");
        if (StaatOp("Header") && lezer.NamespaceURI == Soap.Ruimte)
        {
            using (var kop = lezer.ReadSubtree())
                while (kop.Read())
                    if (kop.NodeType == XmlNodeType.Element && kop.GetAttribute("mustUnderstand", Soap.Ruimte) == "1")
                        throw Fout(BerichtOnleesbaar.NietBegrepen, $"Header/{kop.LocalName}");
            lezer.Read();
        }
        BeginVanSoap("Body");
        Berichtlezer.NaarInhoud(lezer);
    }

    private void BeginVanSoap(string naam)
    {
        if (!StaatOp(naam)) throw Fout(BerichtOnleesbaar.ElementOntbreekt, naam);
        if (lezer.NamespaceURI != Soap.Ruimte) throw Fout(BerichtOnleesbaar.VerkeerdeNamespace, naam);
        if (lezer.IsEmptyElement) throw Fout(BerichtOnleesbaar.ElementOntbreekt, naam);
        lezer.Read();
    }

    private void Sluit(string naam)
    {
        if (Berichtlezer.NaarInhoud(lezer) != XmlNodeType.EndElement) throw Fout(BerichtOnleesbaar.OnverwachteInhoud, naam);
        lezer.Read();
    }

    private GgkBericht Bericht() => (lezer.NamespaceURI, lezer.LocalName) switch
    {
        (GgkBericht.Ggk, Stuf.Envelop.Heen) => In(Stuf.Envelop.Heen, GgkBericht.Ggk,
            () => Inhoud(Stuurgegevens("Di01", GgkBericht.Ggk), (s, p, xml) => new Di01(s, p, xml))),
        (GgkBericht.Ggk, Stuf.Envelop.Retour) => In(Stuf.Envelop.Retour, GgkBericht.Ggk,
            () => Inhoud(Stuurgegevens("Du01", GgkBericht.Ggk), (s, p, xml) => new Du01(s, p, xml))),
        (GgkBericht.Stuf, Stuf.Envelop.Foutbericht) => In<GgkBericht>(Stuf.Envelop.Foutbericht, GgkBericht.Stuf, () =>
        {
            var stuurgegevens = Stuurgegevens("Fo01", GgkBericht.Stuf);
            return In("body", GgkBericht.Stuf, () => new Fo01(stuurgegevens, Tekst("code", Stuf.Envelop.Code),
                MogelijkeTekst("plek", Stuf.Envelop.Plek), MogelijkeTekst("omschrijving", Stuf.Envelop.Omschrijving),
                MogelijkeTekst("details", Stuf.Envelop.Details), DetailsXml()));
        }),
        _ => throw Fout(BerichtOnleesbaar.OnbekendBericht),
    };

    private GgkStuurgegevens Stuurgegevens(string berichtcode, string ruimte) => In("stuurgegevens", ruimte, () =>
    {
        if (Tekst("berichtcode", Stuf.Envelop.Berichtcode) != berichtcode) throw Fout(BerichtOnleesbaar.OngeldigeWaarde, "berichtcode");
        return new GgkStuurgegevens(
            Partij("zender"), Partij("ontvanger"),
            Guid.Parse(Tekst("referentienummer", Stuf.Envelop.Uuid)),
            Stuf.Envelop.Moment(Tekst("tijdstipBericht", Stuf.Envelop.Tijdstip)),
            // A report about an unreadable message has no number to refer to.
            berichtcode == "Di01" || (berichtcode == "Fo01" && !StaatOp("crossRefnummer")) ? null
                : Guid.Parse(Tekst("crossRefnummer", Stuf.Envelop.Uuid)),
            berichtcode == "Fo01" ? null : Tekst("functie", Stuf.Envelop.Functie(berichtcode)));
    });

    private GgkPartij Partij(string naam) => In(naam, GgkBericht.Stuf, () => new GgkPartij(
        Tekst("organisatie", Stuf.Envelop.Organisatie), Tekst("applicatie", Stuf.Envelop.Applicatie),
        MogelijkeTekst("administratie", Stuf.Envelop.Applicatie), MogelijkeTekst("gebruiker", Stuf.Envelop.Applicatie)));

    private GgkBericht Inhoud(GgkStuurgegevens stuurgegevens, Func<GgkStuurgegevens, GgkParameters, byte[], GgkBericht> maak) =>
        In("parameters", GgkBericht.Ggk, () =>
    {
        var parameters =
            new GgkParameters(Getal("applicatieVersie"), Getal("applicatieSubversie"), Getal("functieVersie"), Getal("functieSubversie"));
        return maak(stuurgegevens, parameters, Bestand());
    });

    private bool StaatOp(string naam) => Berichtlezer.NaarInhoud(lezer) == XmlNodeType.Element && lezer.LocalName == naam;

    private byte[] Bestand() => In("bericht", GgkBericht.Ggk, () =>
    {
        Vereis("xmlBestand", GgkBericht.Ggk);
        pad.Push("xmlBestand");
        using var inhoud = new Base64Inhoud(Ketenbericht.HoogstensBytes);
        if (!lezer.IsEmptyElement)
            while (lezer.Read() && lezer.NodeType != XmlNodeType.EndElement)
                switch (lezer.NodeType)
                {
                    case XmlNodeType.Text or XmlNodeType.CDATA:
                        if (!inhoud.Neem(lezer)) throw Fout(inhoud.TeGroot ? BerichtOnleesbaar.TeGroot : BerichtOnleesbaar.OngeldigeWaarde);
                        break;
                    case XmlNodeType.Element or XmlNodeType.EntityReference:
                        throw Fout(BerichtOnleesbaar.OngeldigeWaarde);
                }
        lezer.Read();
        if (inhoud.Bytes() is not { Length: > 0 } bytes) throw Fout(BerichtOnleesbaar.OngeldigeWaarde);
        pad.Pop();
        return bytes;
    });

    /// <summary>Any XML of the sender's own, without its outermost element.</summary>
    private string? DetailsXml()
    {
        if (!StaatOp("detailsXML")) return null;
        Vereis("detailsXML", GgkBericht.Stuf);
        return lezer.ReadInnerXml();
    }

    private int Getal(string naam) => int.Parse(Waarde(naam, GgkBericht.Ggk, Stuf.Envelop.Versie), CultureInfo.InvariantCulture);

    private string Tekst(string naam, Ldt type) => Waarde(naam, GgkBericht.Stuf, type);

    private string? MogelijkeTekst(string naam, Ldt type) => StaatOp(naam) ? Tekst(naam, type) : null;

    private string Waarde(string naam, string ruimte, Ldt type)
    {
        Vereis(naam, ruimte);
        if (lezer.IsEmptyElement) throw Fout(BerichtOnleesbaar.OngeldigeWaarde, naam);
        var waarde = new StringBuilder();
        while (lezer.Read() && lezer.NodeType != XmlNodeType.EndElement)
            waarde.Append(lezer.NodeType switch
            {
                XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace => lezer.Value,
                XmlNodeType.Comment or XmlNodeType.ProcessingInstruction => "",
                _ => throw Fout(BerichtOnleesbaar.OnverwachteInhoud, naam),
            });
        lezer.Read();
        return type.Past(waarde.ToString()) ? waarde.ToString() : throw Fout(BerichtOnleesbaar.OngeldigeWaarde, naam);
    }

    private T In<T>(string naam, string ruimte, Func<T> inhoud)
    {
        Vereis(naam, ruimte);
        if (lezer.IsEmptyElement) throw Fout(BerichtOnleesbaar.ElementOntbreekt, naam);
        pad.Push(naam);
        lezer.Read();
        var gelezen = inhoud();
        if (Berichtlezer.NaarInhoud(lezer) != XmlNodeType.EndElement) throw Fout(BerichtOnleesbaar.OnverwachteInhoud);
        lezer.Read();
        pad.Pop();
        return gelezen;
    }

    private void Vereis(string naam, string ruimte)
    {
        if (!StaatOp(naam)) throw Fout(BerichtOnleesbaar.ElementOntbreekt, naam);
        if (lezer.NamespaceURI != ruimte) throw Fout(BerichtOnleesbaar.VerkeerdeNamespace, naam);
        while (lezer.MoveToNextAttribute())
            if (!Berichtlezer.MagStaan(lezer.LocalName, lezer.NamespaceURI)) throw Fout(BerichtOnleesbaar.OnverwachteInhoud, naam);
        lezer.MoveToElement();
    }

    private BerichtOnleesbaar Fout(string code, string? naam = null)
    {
        var namen = pad.Reverse();
        if (naam is not null) namen = namen.Append(naam);
        return new(code, string.Join('/', namen.DefaultIfEmpty("Bericht")));
    }
}
