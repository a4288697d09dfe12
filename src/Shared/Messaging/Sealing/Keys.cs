using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace WmoPlatform.Messaging;

/// <summary>
/// The root keys of an installation: one to seal with, and others that only open. No root key seals anything itself: each purpose has a key
/// derived from it (HKDF-SHA256), so that a key of one purpose says nothing about another.
/// </summary>
internal sealed partial class Keys
{
    private const int Length = 32;

    private readonly (string Id, byte[] Root)[] _roots;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">A key is missing or malformed.</exception>
    public Keys(MessagingOptions options)
    {
        if (options.Sleutel.Length == 0)
            throw new InvalidOperationException("Stel Messaging:Sleutel in: 32 bytes in base64, dezelfde voor alle diensten.");
        _roots =
        [
            (Named(options.SleutelId, "Messaging:SleutelId"), Root(options.Sleutel, "Messaging:Sleutel")),
            .. Lists.Split(options.OudeSleutels).Select(Old),
        ];
        if (_roots.DistinctBy(r => r.Id).Count() < _roots.Length)
            throw new InvalidOperationException("In Messaging:OudeSleutels staat een kenmerk dubbel, of dat van Messaging:SleutelId.");
    }

    /// <summary>The id of the key that seals.</summary>
    public string CurrentId => _roots[0].Id;

    /// <summary>The keys of one purpose by their id, the one that seals first.</summary>
    public (string Id, byte[] Key)[] For(string purpose) =>
    [
        .. _roots.Select(r => (r.Id, HKDF.DeriveKey(HashAlgorithmName.SHA256, r.Root, Length,
            info: Encoding.UTF8.GetBytes("wmoplatform " + purpose)))),
    ];

    private static (string, byte[]) Old(string entry)
    {
        var colon = entry.IndexOf(':', StringComparison.Ordinal);
        return colon < 0
            ? throw new InvalidOperationException(
                "Schrijf in Messaging:OudeSleutels elke sleutel als kenmerk:sleutel, met komma's ertussen.")
            : (Named(entry[..colon], "Messaging:OudeSleutels"), Root(entry[(colon + 1)..], "Messaging:OudeSleutels"));
    }

    private static string Named(string id, string setting) => Id().IsMatch(id)
        ? id
        : throw new InvalidOperationException($"{setting}: een kenmerk heeft één tot twintig kleine letters, cijfers of streepjes.");

    private static byte[] Root(string base64, string setting)
    {
        var root = new byte[Length + 1];
        return Convert.TryFromBase64String(base64, root, out var length) && length == Length
            ? root[..Length]
            : throw new InvalidOperationException($"{setting} moet 32 bytes zijn, in base64.");
    }

    [GeneratedRegex(@"\A[a-z0-9-]{1,20}\z")]
    private static partial Regex Id();
}

/// <summary>Settings that hold several values, separated by commas.</summary>
internal static class Lists
{
    public static string[] Split(string setting) =>
        setting.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
