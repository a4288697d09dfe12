using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WmoPlatform.IStandaarden;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Ketenverkeer.Transport;

/// <summary>Where messages are delivered as files.</summary>
/// <param name="Map">The folder.</param>
/// <param name="Peiling">How often it is looked into.</param>
internal sealed record Inmapinstelling(string Map, TimeSpan Peiling);

/// <summary>
/// Takes in what lies in the folder, as if it had been posted. What was taken is removed, its bytes are in the register; what is refused moves to
/// the folder <c>geweigerd</c> with the reason beside it. A file that is taken in twice, because the process died in between, is recognised.
/// </summary>
internal sealed class Inmap(Inmapinstelling instelling, IServiceScopeFactory scopes, ILogger<Inmap> log) : BackgroundService
{
    /// <summary>Whoever writes a file in place, instead of renaming it when it is whole, gets this long.</summary>
    private static readonly TimeSpan Schrijftijd = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                Directory.CreateDirectory(instelling.Map);
                foreach (var bestand in new DirectoryInfo(instelling.Map).EnumerateFiles("*.xml").OrderBy(b => b.LastWriteTimeUtc).ThenBy(b => b.Name, StringComparer.Ordinal).ToList())
                    await Neem(bestand, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The name of a file may say whom it is about.
                log.LogWarning("De map met inkomende berichten wacht: {Fout}.", e.GetType().Name);
            }
            await Task.Delay(instelling.Peiling, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Neem(FileInfo bestand, CancellationToken annulering)
    {
        try
        {
            if (bestand.Length > Ketenbericht.HoogstensBytes) throw Weigering.Invoer("Bericht", "Het bestand is groter dan een bericht mag zijn (iWmo OP179).");
            var xml = await File.ReadAllBytesAsync(bestand.FullName, annulering);
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Postontvangst>().Ontvang(new(xml, "map"), annulering);
            bestand.Delete();
        }
        catch (DbUpdateConcurrencyException)
        {
            // Someone changed the same at the same moment: the next round looks again.
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
