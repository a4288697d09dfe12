using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using WmoPlatform.Messaging;

namespace WmoPlatform.Dossiers;

/// <summary>
/// A keyed hash of the BSN (HMAC-SHA-256). Authorisation only asks whether two BSNs are the same, so this service keeps no readable BSN. A
/// plain hash is not enough, because all BSNs can be tried. It names its key. After a change of keys, what was made with the former key
/// still counts until <see cref="BsnKenmerken"/> has made it anew.
/// </summary>
public sealed class BsnKenmerk(Vault kluis)
{
    private readonly IReadOnlyList<(string Id, byte[] Key)> _sleutels = kluis.FingerprintKeys("bsn");

    /// <summary>The id of the key that makes a hash now.</summary>
    public string Sleutel => _sleutels[0].Id;

    /// <summary>The hash to keep.</summary>
    public string Van(string bsn) => Maak(_sleutels[0], bsn);

    /// <summary>Every hash that may be kept for this BSN.</summary>
    public string[] Alle(string bsn) => [.. _sleutels.Select(s => Maak(s, bsn))];

    private static string Maak((string Id, byte[] Key) sleutel, string bsn) =>
        $"{sleutel.Id}.{Base64Url.EncodeToString(HMACSHA256.HashData(sleutel.Key, Encoding.ASCII.GetBytes(bsn)))}";
}
