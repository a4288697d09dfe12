using Microsoft.Extensions.Logging;
using WmoPlatform.Messaging.Sending;

namespace WmoPlatform.Ketenverkeer.Transport;

/// <summary>
/// Writes messages into a folder that the municipality's own exchange empties. Only whole files are visible there. The same message again
/// gives the same file.
/// </summary>
internal sealed class Uitmap(string map, ILogger<Uitmap> log) : ITransport
{
    public async Task<Bezorging> Bezorg(Poststuk poststuk, byte[] xml, CancellationToken annulering)
    {
        var naam = Path.Combine(map, $"{poststuk.Soort}-{poststuk.Identificatie}.xml");
        // A name of its own, because an instance whose claim ended may still be writing.
        var deel = $"{naam}.{Guid.NewGuid():N}.tmp";
        var zichtbaar = false;
        try
        {
            DurableFiles.Create(map);
            await File.WriteAllBytesAsync(deel, xml, annulering);
            zichtbaar = true;
            DurableFiles.Move(deel, naam, overwrite: true);
            return Uitslag.Genomen;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogError("De map voor uitgaande berichten is niet te schrijven: {Fout}.", e.GetType().Name);
            return zichtbaar ? Uitslag.Onbekend : Uitslag.Later;
        }
        finally
        {
            if (File.Exists(deel)) File.Delete(deel);
        }
    }
}
