using System.Globalization;
using WmoPlatform.Keten.Aanmelding;

namespace WmoPlatform.Keten.Brp;

/// <summary>A resident for a demo dossier, and the client with which the resident signs in (secret: demo).</summary>
internal sealed record Inwoner(string Bsn, string Client);

/// <summary>
/// Hands out each resident once, because a demo that stopped halfway leaves a resident whose help still runs. The folder <c>Keten:Map</c>
/// keeps the last number; without that setting the number is only in memory.
/// </summary>
internal sealed class Uitgifte
{
    private readonly Lock _slot = new();
    private readonly string? _bestand;
    private int _laatste;

    public Uitgifte(IConfiguration configuratie)
    {
        if (configuratie["Keten:Map"] is not { Length: > 0 } map) return;
        Directory.CreateDirectory(map);
        _bestand = Path.Combine(map, "inwoners");
        if (File.Exists(_bestand)) _laatste = int.Parse(File.ReadAllText(_bestand), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    public Inwoner Volgende()
    {
        lock (_slot)
        {
            var nummer = ++_laatste;
            // Write first: a number may be lost, but is never given twice.
            if (_bestand is not null) File.WriteAllText(_bestand, nummer.ToString(CultureInfo.InvariantCulture));
            return new(Testpersonen.Nummer(nummer), Clients.VanInwoner(nummer));
        }
    }
}
