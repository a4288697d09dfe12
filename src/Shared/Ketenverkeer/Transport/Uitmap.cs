using Microsoft.Extensions.Logging;

namespace WmoPlatform.Ketenverkeer.Transport;

/// <summary>
/// Writes messages into a folder that the municipality's own exchange empties. Only whole files are visible there. The same message again
/// gives the same file.
/// </summary>
internal sealed class Uitmap(string map, ILogger<Uitmap> log) : ITransport
{
    public async Task<Uitslag> Bezorg(Poststuk poststuk, byte[] xml, CancellationToken annulering)
    {
        var naam = Path.Combine(map, $"{poststuk.Soort}-{poststuk.Identificatie}.xml");
        try
        {
            Directory.CreateDirectory(map);
            await using (var bestand = new FileStream(naam + ".tmp", FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await bestand.WriteAsync(xml, annulering);
                bestand.Flush(flushToDisk: true);
            }
            File.Move(naam + ".tmp", naam, overwrite: true);
            return Uitslag.Genomen;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogError("De map voor uitgaande berichten is niet te schrijven: {Fout}.", e.GetType().Name);
            return Uitslag.Later;
        }
    }
}
