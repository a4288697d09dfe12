using System.Security.Cryptography;

namespace WmoPlatform.Ketenverkeer;

/// <summary>
/// Counts how often the receiving of one message failed unexpectedly, in this process. Its deliverer would offer it for ever, and it would
/// fail for ever.
/// </summary>
internal sealed class Mislukkingen
{
    private const int HoogstensPogingen = 5;
    private const int HoogstensBerichten = 1000;

    private readonly Lock _slot = new();
    private readonly Dictionary<string, int> _keren = [];

    /// <summary>Counts a failure, and says whether there were enough of them.</summary>
    public bool IsTeVaak(ReadOnlySpan<byte> xml)
    {
        var kenmerk = Convert.ToHexString(SHA256.HashData(xml));
        lock (_slot)
        {
            var keer = _keren.GetValueOrDefault(kenmerk) + 1;
            // When so many messages fail, it is no matter of one message.
            if (_keren.Count >= HoogstensBerichten) _keren.Clear();
            _keren[kenmerk] = keer;
            return keer >= HoogstensPogingen;
        }
    }
}
