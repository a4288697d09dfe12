using System.Globalization;
using WmoPlatform.Keten.Aanmelding;

namespace WmoPlatform.Keten.Brp;

/// <summary>A resident to play a dossier with, and the client with which they sign in (secret: demo).</summary>
internal sealed record Inwoner(string Bsn, string Client);

/// <summary>
/// Hands out residents, each one once: a demo that was stopped halfway leaves somebody behind whose help still runs. The last number is
/// kept in the folder <c>Keten:Map</c>; only in memory when there is none.
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
            // Written down first: a number may be lost, but never given twice.
            if (_bestand is not null) File.WriteAllText(_bestand, nummer.ToString(CultureInfo.InvariantCulture));
            return new(Testpersonen.Nummer(nummer), Clients.VanInwoner(nummer));
        }
    }
}
