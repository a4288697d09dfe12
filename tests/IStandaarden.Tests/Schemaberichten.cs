using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Schema;

namespace WmoPlatform.IStandaarden.Tests;

/// <summary>
/// Makes valid messages from the schema alone, at random: with or without each optional part, with lists of one to three and with values up
/// to their limits.
/// </summary>
internal sealed class Schemaberichten(Random toeval)
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZéëïÀỳ&<>'\"0123456789 -";

    public byte[] Maak(Berichtsoort soort)
    {
        using var doel = new MemoryStream();
        using (var xml = XmlWriter.Create(doel, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = toeval.Next(2) == 0 }))
            Element(xml, (XmlSchemaElement)Schema.Van(soort).GlobalElements[new XmlQualifiedName("Bericht", soort.Namespace)]!);
        return doel.ToArray();
    }

    private void Element(XmlWriter xml, XmlSchemaElement element)
    {
        xml.WriteStartElement(element.QualifiedName.Name, element.QualifiedName.Namespace);
        if (element.ElementSchemaType is XmlSchemaComplexType { ContentTypeParticle: XmlSchemaSequence delen })
        {
            var aantallen = delen.Items.Cast<XmlSchemaElement>().Select(deel => (Deel: deel, Keer: Aantal(deel))).ToArray();
            if (aantallen.All(a => a.Keer == 0)) aantallen[toeval.Next(aantallen.Length)].Keer = 1; // nothing is empty (RS033)
            foreach (var (deel, keer) in aantallen)
                for (var i = 0; i < keer; i++) Element(xml, deel);
        }
        else
            xml.WriteString(Waarde((XmlSchemaSimpleType)element.ElementSchemaType!));
        xml.WriteEndElement();
    }

    private int Aantal(XmlSchemaElement deel) => deel.MaxOccurs > 1 ? toeval.Next(1, 4) : deel.MinOccurs == 0 ? toeval.Next(2) : 1;

    private string Waarde(XmlSchemaSimpleType type)
    {
        var facetten = new List<XmlSchemaFacet>();
        for (var t = type; t is not null; t = t.BaseXmlSchemaType as XmlSchemaSimpleType)
            if (t.Content is XmlSchemaSimpleTypeRestriction beperking) facetten.AddRange(beperking.Facets.OfType<XmlSchemaFacet>());
        string? Van<T>() where T : XmlSchemaFacet => facetten.OfType<T>().FirstOrDefault()?.Value;
        if (facetten.OfType<XmlSchemaEnumerationFacet>().ToArray() is { Length: > 0 } keuzes)
            return keuzes[toeval.Next(keuzes.Length)].Value!;
        var patroon = Van<XmlSchemaPatternFacet>();
        var lengte = int.Parse(Van<XmlSchemaLengthFacet>() ?? Van<XmlSchemaMaxLengthFacet>() ?? "300", CultureInfo.InvariantCulture);
        var vast = Van<XmlSchemaLengthFacet>() is not null;
        return (type.TypeCode, patroon) switch
        {
            (XmlTypeCode.Date, _) =>
                new DateOnly(1900, 1, 1).AddDays(toeval.Next(60_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            (XmlTypeCode.Time, _) =>
                new TimeOnly(toeval.Next(24), toeval.Next(60), toeval.Next(60)).ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            (XmlTypeCode.Integer, { } getal) => getal,
            (XmlTypeCode.Integer, _) => toeval.NextInt64(long.Parse(Van<XmlSchemaMaxInclusiveFacet>()!, CultureInfo.InvariantCulture) + 1)
                .ToString(CultureInfo.InvariantCulture),
            (_, { } p) when p.StartsWith("(0|[1-9]", StringComparison.Ordinal) => $"{toeval.Next(20)}.{toeval.Next(20)}.{toeval.Next(20)}",
            (_, { } p) when p.StartsWith("[0-9]", StringComparison.Ordinal) => Tekst("0123456789", vast, lengte),
            (_, { } p) when p.Contains("a-z", StringComparison.OrdinalIgnoreCase) => Tekst("abcXYZ", vast, lengte),
            _ => "x" + Tekst(Letters, vast, lengte)[1..], // not only spaces
        };
    }

    private string Tekst(string tekens, bool vast, int lengte) =>
        string.Create(vast ? lengte : toeval.Next(1, Math.Max(2, lengte + 1)), (tekens, toeval),
            static (doel, s) => { foreach (ref var t in doel) t = s.tekens[s.toeval.Next(s.tekens.Length)]; });
}
