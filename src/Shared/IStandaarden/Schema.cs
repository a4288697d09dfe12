using System.Collections.Concurrent;
using System.Xml;
using System.Xml.Schema;

namespace WmoPlatform.IStandaarden;

/// <summary>
/// The schema of a message. The schemas in <c>Schemas/</c> were written for this platform after public documents about the standards, and
/// mark their assumptions. The official schemas can replace them file by file.
/// </summary>
public static class Schema
{
    private static readonly ConcurrentDictionary<Berichtsoort, XmlSchemaSet> Geladen = new();

    /// <summary>
    /// The compiled schema of a kind of message with its basisschema. Nothing is fetched from elsewhere. The set is shared, so it may not
    /// be changed.
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
