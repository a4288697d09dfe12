using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WmoPlatform.IStandaarden;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Sending;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Ketenverkeer.Transport;

/// <summary>The folder into which messages are delivered as files.</summary>
/// <param name="Map">The folder.</param>
/// <param name="Peiling">How often the folder is read.</param>
internal sealed record Inmapinstelling(string Map, TimeSpan Peiling);

/// <summary>
/// Receives the files of a folder as if they had been posted. A file is claimed first: it moves into a folder of its own under
/// <c>.bezig</c>, so that no other instance takes it and a new file under its name is another file. An accepted file is deleted, because
/// the register has its bytes. A file that is refused or cannot be read moves to <c>geweigerd</c>, with the reason beside it. What fails
/// otherwise is tried again after a growing pause, and holds up nothing. A file that is read twice after a crash is recognised.
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

    /// <summary>A claim whose folder was not touched for so long is of an instance that died.</summary>
    private static readonly TimeSpan Verlaten = TimeSpan.FromMinutes(2);

    private const int HoogstensPogingen = 10;

    private readonly Dictionary<string, Wachtend> _eigen = [];

    private string Bezig => Path.Combine(instelling.Map, ".bezig");

    public override async Task Round(CancellationToken annulering)
    {
        DurableFiles.Create(instelling.Map);
        DurableFiles.Create(Bezig);
        NeemVerlatenOver();
        NeemNieuwe();
        foreach (var map in _eigen.Keys.ToList())
        {
            // Another instance took this one for dead.
            if (!Directory.Exists(map)) _eigen.Remove(map);
            else Probeer(() => Raak(map));
        }
        var nu = DateTime.UtcNow;
        foreach (var (map, wachtend) in _eigen.Where(e => e.Value.Vanaf <= nu).OrderBy(e => e.Value.Volgorde).ToList())
        {
            if (annulering.IsCancellationRequested) return;
            await Neem(map, wachtend, annulering);
        }
    }

    /// <summary>Claims every file that lies in the folder, in the order in which they were written.</summary>
    private void NeemNieuwe()
    {
        var bestanden = new DirectoryInfo(instelling.Map).EnumerateFiles("*.xml");
        foreach (var bestand in bestanden.OrderBy(b => b.LastWriteTimeUtc).ThenBy(b => b.Name, StringComparer.Ordinal).ToList())
        {
            var map = Path.Combine(Bezig, Guid.NewGuid().ToString("N"));
            Probeer(() =>
            {
                Directory.CreateDirectory(map);
                File.Move(bestand.FullName, Path.Combine(map, bestand.Name), overwrite: true);
                _eigen[map] = new(bestand.LastWriteTimeUtc);
            }, () => Directory.Delete(map));
        }
    }

    /// <summary>Takes over the claims of an instance that died. Of two instances that try, one gets it.</summary>
    private void NeemVerlatenOver()
    {
        foreach (var map in new DirectoryInfo(Bezig).EnumerateDirectories().ToList())
        {
            if (_eigen.ContainsKey(map.FullName) || DateTime.UtcNow - map.LastWriteTimeUtc < Verlaten) continue;
            var nieuw = Path.Combine(Bezig, Guid.NewGuid().ToString("N"));
            Probeer(() =>
            {
                Directory.Move(map.FullName, nieuw);
                Raak(nieuw);
                if (Inhoud(nieuw) is { } bestand) _eigen[nieuw] = new(bestand.LastWriteTimeUtc);
                else Directory.Delete(nieuw);
            });
        }
    }

    private async Task Neem(string map, Wachtend wachtend, CancellationToken annulering)
    {
        FileInfo? bestand = null;
        try
        {
            if ((bestand = Inhoud(map)) is not null)
            {
                Raak(map);
                if (await Lees(bestand, annulering) is { } xml)
                {
                    await using var scope = scopes.CreateAsyncScope();
                    await scope.ServiceProvider.GetRequiredService<Postontvangst>().Ontvang(new(xml, Afleveraar.Map), annulering);
                    bestand.Delete();
                }
                else Weiger(bestand, "onleesbaar-bestand", "Het bestand is niet te lezen. Controleer de rechten, of leg het opnieuw neer.");
            }
            Directory.Delete(map, recursive: true);
            _eigen.Remove(map);
        }
        catch (Weigering weigering) when (
            weigering.Status == 400 && DateTime.UtcNow - bestand!.LastWriteTimeUtc < Schrijftijd)
        {
            // It may still be written. The sender has the same file open, whatever its name is now.
            wachtend.Vanaf = DateTime.UtcNow + TimeSpan.FromSeconds(1);
        }
        catch (Weigering weigering)
        {
            Weiger(bestand!, weigering.Code,
                weigering.Velden is { } velden ? string.Join('\n', velden.SelectMany(v => v.Value)) : weigering.Message);
            Directory.Delete(map, recursive: true);
            _eigen.Remove(map);
        }
        catch (Exception e) when (!annulering.IsCancellationRequested)
        {
            wachtend.StelUit();
            log.LogWarning("Een bestand met een bericht wacht: {Fout}.", e.GetType().Name);
            if (e is not IOException || wachtend.Pogingen < HoogstensPogingen) return;
            Probeer(() =>
            {
                Weiger(bestand!, "onleesbaar-bestand", "Het bestand is niet te lezen. Controleer de schijf, of leg het opnieuw neer.");
                Directory.Delete(map, recursive: true);
                _eigen.Remove(map);
            });
        }
    }

    /// <returns>Null when this process may not read it, or when it is a link that leads nowhere.</returns>
    private static async Task<byte[]?> Lees(FileInfo bestand, CancellationToken annulering)
    {
        try
        {
            await using var stroom = new FileStream(bestand.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            if (stroom.Length > Ketenbericht.HoogstensBytes)
                throw Weigering.Invoer("Bericht", "Het bestand is groter dan een bericht mag zijn (iWmo OP179).");
            using var xml = new MemoryStream();
            await stroom.CopyToAsync(xml, annulering);
            return xml.ToArray();
        }
        catch (Exception e) when (e is UnauthorizedAccessException or FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The reason is there before the file, and an earlier file of that name stays.</summary>
    private void Weiger(FileInfo bestand, string code, string reden)
    {
        var apart = Path.Combine(instelling.Map, "geweigerd");
        DurableFiles.Create(apart);
        var naam = File.Exists(Path.Combine(apart, bestand.Name + ".txt"))
            ? $"{Path.GetFileNameWithoutExtension(bestand.Name)}-{Guid.NewGuid():N}.xml" : bestand.Name;
        File.WriteAllText(Path.Combine(apart, naam + ".txt"), reden + "\n");
        DurableFiles.Rename(bestand.FullName, Path.Combine(apart, naam), overwrite: true);
        log.LogError("Een bestand met een bericht is geweigerd: {Code}.", code);
    }

    private static FileInfo? Inhoud(string map) => new DirectoryInfo(map).EnumerateFiles().FirstOrDefault();

    /// <summary>Shows the other instances that this one lives.</summary>
    private static void Raak(string map) => Directory.SetLastWriteTimeUtc(map, DateTime.UtcNow);

    /// <summary>Does something with one file. When that fails, the other files go on and the next round tries again.</summary>
    private void Probeer(Action werk, Action? herstel = null)
    {
        try
        {
            werk();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogWarning("Een bestand met een bericht wacht: {Fout}.", e.GetType().Name);
            if (herstel is not null) Probeer(herstel);
        }
    }

    /// <summary>A claimed file until it was received or refused.</summary>
    private sealed class Wachtend(DateTime volgorde)
    {
        public DateTime Volgorde { get; } = volgorde;
        public int Pogingen { get; private set; }
        public DateTime Vanaf { get; set; } = DateTime.MinValue;

        public void StelUit() =>
            Vanaf = DateTime.UtcNow + SendingTerms.UpToAMinute[Math.Min(Pogingen++, SendingTerms.UpToAMinute.Count - 1)];
    }
}
