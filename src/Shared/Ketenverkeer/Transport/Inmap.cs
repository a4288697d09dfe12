using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WmoPlatform.IStandaarden;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Ketenverkeer.Transport;

/// <summary>The folder into which messages are delivered as files.</summary>
/// <param name="Map">The folder.</param>
/// <param name="Peiling">How often the folder is read.</param>
internal sealed record Inmapinstelling(string Map, TimeSpan Peiling);

/// <summary>
/// Receives the files of a folder as if they had been posted. An accepted file is deleted, because the register has its bytes. A refused
/// file moves to the folder <c>geweigerd</c>, with the reason beside it. A file that is read twice after a crash is recognised.
/// </summary>
internal sealed class Inmap(Inmapinstelling instelling, IServiceScopeFactory scopes, ILogger<Inmap> log)
    // Only the type of the error is logged, because a file name may name a person.
    : Rounds("De map met inkomende berichten", instelling.Peiling, log)
{
    /// <summary>
    /// Grace period for senders that write in place instead of renaming. It uses the time of the system, as files do, and not the
    /// platform's clock.
    /// </summary>
    private static readonly TimeSpan Schrijftijd = TimeSpan.FromMinutes(1);

    public override async Task Round(CancellationToken annulering)
    {
        Directory.CreateDirectory(instelling.Map);
        var bestanden = new DirectoryInfo(instelling.Map).EnumerateFiles("*.xml");
        foreach (var bestand in bestanden.OrderBy(b => b.LastWriteTimeUtc).ThenBy(b => b.Name, StringComparer.Ordinal).ToList())
            await Neem(bestand, annulering);
    }

    private async Task Neem(FileInfo bestand, CancellationToken annulering)
    {
        try
        {
            if (bestand.Length > Ketenbericht.HoogstensBytes)
                throw Weigering.Invoer("Bericht", "Het bestand is groter dan een bericht mag zijn (iWmo OP179).");
            var xml = await File.ReadAllBytesAsync(bestand.FullName, annulering);
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Postontvangst>().Ontvang(new(xml, "map"), annulering);
            bestand.Delete();
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another transaction changed the same row at the same moment. The next round reads the file again.
        }
        catch (Weigering weigering)
        {
            if (DateTime.UtcNow - bestand.LastWriteTimeUtc < Schrijftijd && weigering.Status == 400) return;
            var apart = Directory.CreateDirectory(Path.Combine(instelling.Map, "geweigerd")).FullName;
            var reden = weigering.Velden is { } velden ? string.Join('\n', velden.SelectMany(v => v.Value)) : weigering.Message;
            await File.WriteAllTextAsync(Path.Combine(apart, bestand.Name + ".txt"), reden + "\n", annulering);
            bestand.MoveTo(Path.Combine(apart, bestand.Name), overwrite: true);
            log.LogError("Een bestand met een bericht is geweigerd: {Code}.", weigering.Code);
        }
    }
}
