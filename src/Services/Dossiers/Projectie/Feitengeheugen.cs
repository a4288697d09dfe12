using Microsoft.Extensions.Caching.Memory;

namespace WmoPlatform.Dossiers.Projectie;

/// <summary>
/// Remembers the facts of dossiers that are busy, so that one event more does not cost reading and opening all earlier ones. What it holds
/// counts only while the database says that the dossier was shown with it last. The numbers of lines would not do: a line with a lower
/// number may be stored later, and shown by another instance.
/// </summary>
public sealed class Feitengeheugen : IDisposable
{
    /// <summary>Facts of all dossiers together; an event takes about a kilobyte.</summary>
    private const int Ruimte = 40_000;

    private readonly MemoryCache _dossiers = new(new MemoryCacheOptions { SizeLimit = Ruimte });

    /// <summary>The facts with which a dossier was shown last; null when this process does not have exactly those.</summary>
    public Dossierfeiten? Van(string dossiernummer, Guid toonbeurt) =>
        _dossiers.TryGetValue(dossiernummer, out Dossierfeiten? feiten) && feiten!.Toonbeurt == toonbeurt ? feiten : null;

    public void Bewaar(string dossiernummer, Dossierfeiten feiten) =>
        _dossiers.Set(dossiernummer, feiten, new MemoryCacheEntryOptions { Size = feiten.Feiten.Aantal + 1 });

    public void Dispose() => _dossiers.Dispose();
}

/// <summary>The facts of one dossier.</summary>
public sealed class Dossierfeiten
{
    private readonly HashSet<long> _nummers = [];

    public Feiten Feiten { get; } = new([]);

    /// <summary>The turn in which the dossier was shown with them.</summary>
    public Guid Toonbeurt { get; set; }

    /// <returns>False when this line was read before.</returns>
    public bool Lees(long nr) => _nummers.Add(nr);
}
