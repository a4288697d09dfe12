using System.Collections.Concurrent;
using System.Xml;
using System.Xml.Schema;

namespace WmoPlatform.IStandaarden;

/// <summary>
/// The schema of a message. They are written for this platform after what is published about the standards, and stand in <c>Schemas/</c>;
/// what is assumed says so there. The official ones can take their place file by file.
/// </summary>
public static class Schema
{
    private static readonly ConcurrentDictionary<Berichtsoort, XmlSchemaSet> Geladen = new();

    /// <summary>
    /// The compiled schema of a kind of message with its basisschema; nothing is fetched from elsewhere. Not to be changed: it is shared.
    /// </summary>
    public static XmlSchemaSet Van(Berichtsoort soort) => Geladen.GetOrAdd(soort, static soort =>
    {
        var (schemas, bronnen) = (new XmlSchemaSet { XmlResolver = null }, typeof(Schema).Assembly);
        foreach (var naam in new[] { "basisschema", soort.Prefix })
        {
            var bestand = bronnen.GetManifestResourceNames().Single(
                b => b.StartsWith($"{soort.Standaard.Prefix}-", StringComparison.Ordinal)
                    && b.EndsWith($"/{naam}.xsd", StringComparison.Ordinal));
            using var bron = bronnen.GetManifestResourceStream(bestand)!;
            using var lezer = XmlReader.Create(bron, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            schemas.Add(null, lezer);
        }
        schemas.Compile();
        return schemas;
    });
}
