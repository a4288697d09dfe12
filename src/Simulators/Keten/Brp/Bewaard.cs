using System.Text.Json;

namespace WmoPlatform.Keten.Brp;

/// <summary>A value in a file of the folder <c>Keten:Map</c>. Without that setting the value is only in memory.</summary>
internal sealed class Bewaard<T> where T : class
{
    private readonly Lock _slot = new();
    private readonly string? _bestand;
    private volatile T _nu;

    public Bewaard(IConfiguration configuratie, string naam, T begin)
    {
        _nu = begin;
        if (configuratie["Keten:Map"] is not { Length: > 0 } map) return;
        Directory.CreateDirectory(map);
        _bestand = Path.Combine(map, naam);
        if (File.Exists(_bestand)) _nu = JsonSerializer.Deserialize<T>(File.ReadAllBytes(_bestand))!;
    }

    public T Nu => _nu;

    /// <summary>Replaces the value by what this function makes of it. Nobody sees a value that is not in the file yet.</summary>
    public TUitkomst Wijzig<TUitkomst>(Func<T, (T Nieuw, TUitkomst Uitkomst)> maak)
    {
        lock (_slot)
        {
            var (nieuw, uitkomst) = maak(_nu);
            if (_bestand is not null && !ReferenceEquals(nieuw, _nu))
            {
                // The file is whole at any moment: the old one stays until the new one has been written.
                File.WriteAllBytes(_bestand + ".nieuw", JsonSerializer.SerializeToUtf8Bytes(nieuw));
                File.Move(_bestand + ".nieuw", _bestand, overwrite: true);
            }
            _nu = nieuw;
            return uitkomst;
        }
    }
}
