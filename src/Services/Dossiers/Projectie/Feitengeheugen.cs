using Microsoft.Extensions.Caching.Memory;

namespace WmoPlatform.Dossiers.Projectie;

/// <summary>
/// Remembers the facts of dossiers that are busy, so that one event more does not cost reading and opening all earlier ones. What it holds
/// counts only while the database says that the dossier shows exactly those lines.
/// </summary>
public sealed class Feitengeheugen : IDisposable
{
    /// <summary>Facts of all dossiers together; an event takes about a kilobyte.</summary>
    private const int Ruimte = 40_000;

    private readonly MemoryCache _dossiers = new(new MemoryCacheOptions { SizeLimit = Ruimte });

    /// <summary>The facts of a dossier that shows its journal up to a line; null when this process does not have exactly those.</summary>
    public Dossierfeiten? Van(string dossiernummer, long getoondTot) =>
        _dossiers.TryGetValue(dossiernummer, out Dossierfeiten? feiten) && feiten!.Tot == getoondTot ? feiten : null;

    public void Bewaar(string dossiernummer, Dossierfeiten feiten) =>
        _dossiers.Set(dossiernummer, feiten, new MemoryCacheEntryOptions { Size = feiten.Feiten.Aantal + 1 });

    public void Dispose() => _dossiers.Dispose();
}

/// <summary>The facts of one dossier, up to a line of the journal.</summary>
public sealed class Dossierfeiten
{
    private readonly HashSet<long> _nummers = [];

    public Feiten Feiten { get; } = new([]);

    /// <summary>The last line of the journal that was read.</summary>
    public long Tot { get; private set; }

    /// <returns>False when this line was read before.</returns>
    public bool Lees(long nr)
    {
        Tot = Math.Max(Tot, nr);
        return _nummers.Add(nr);
    }
}
