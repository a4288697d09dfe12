using System.Security.Cryptography;
using System.Text;

namespace WmoPlatform.Messaging;

/// <summary>
/// Recognises content that names a person, and tells nobody who has the database what it was: a keyed hash (HMAC-SHA-256). A plain hash is
/// not enough, because most of a message is known and all BSNs can be tried. A kept fingerprint names its key: one byte with the length of
/// its id, the id, and 32 bytes of hash. After a change of keys, a fingerprint of a former key still counts.
/// </summary>
public sealed class Fingerprints
{
    private readonly IReadOnlyList<(string Id, byte[] Key)> _keys;

    internal Fingerprints(IReadOnlyList<(string Id, byte[] Key)> keys) => _keys = keys;

    /// <summary>The fingerprint to keep.</summary>
    public byte[] Of(ReadOnlySpan<byte> content) => Make(_keys[0], content);

    /// <summary>Every fingerprint that may be kept of this content.</summary>
    public byte[][] All(ReadOnlySpan<byte> content)
    {
        var all = new byte[_keys.Count][];
        for (var i = 0; i < all.Length; i++) all[i] = Make(_keys[i], content);
        return all;
    }

    /// <summary>
    /// Whether a kept fingerprint is that of this content. One of which the key is gone says nothing any more, and counts as the same.
    /// </summary>
    public bool Match(ReadOnlySpan<byte> kept, ReadOnlySpan<byte> content)
    {
        var id = KeyOf(kept);
        foreach (var key in _keys)
            if (key.Id == id) return CryptographicOperations.FixedTimeEquals(kept, Make(key, content));
        return true;
    }

    /// <summary>The id of the key of a kept fingerprint.</summary>
    public static string KeyOf(ReadOnlySpan<byte> kept) => Encoding.ASCII.GetString(kept.Slice(1, kept[0]));

    private static byte[] Make((string Id, byte[] Key) key, ReadOnlySpan<byte> content) =>
        [(byte)key.Id.Length, .. Encoding.ASCII.GetBytes(key.Id), .. HMACSHA256.HashData(key.Key, content)];
}
