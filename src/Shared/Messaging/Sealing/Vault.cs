using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace WmoPlatform.Messaging;

/// <summary>
/// Seals personal data with AES-256-GCM, bound to where they stand (<see cref="Seat"/>). The sealed text is <c>2.</c>, the id of the root
/// key, a dot, and base64url of nonce (12 bytes), ciphertext and tag (16 bytes). All services share the keys for values in events. The keys
/// for a service's own rows and answers are its own, so its sealed columns do not open in another service.
/// </summary>
/// <exception cref="InvalidOperationException">A key in the settings is missing or malformed.</exception>
public sealed class Vault
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly Keys _keys;
    private readonly string _service;
    private readonly Dictionary<string, byte[]>[] _byKind;
    private readonly ConcurrentDictionary<string, Fingerprints> _fingerprints = new();

    /// <param name="options">Name the root keys.</param>
    /// <param name="service">The service whose rows and answers it seals.</param>
    public Vault(MessagingOptions options, string service)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_keys, _service) = (new Keys(options), service);
        _byKind = [.. Enum.GetValues<SeatKind>().Select(kind => _keys.For(Purpose(kind)).ToDictionary(k => k.Id, k => k.Key))];
    }

    /// <summary>The id of the root key that seals now.</summary>
    internal string CurrentKeyId => _keys.CurrentId;

    /// <summary>
    /// Keys for a keyed fingerprint (HMAC) of this service, by the id of their root key: the one to make a fingerprint with first, and
    /// those that older fingerprints were made with.
    /// </summary>
    /// <param name="what">What is fingerprinted, for instance <c>bsn</c>: every kind of fingerprint has a key of its own.</param>
    public IReadOnlyList<(string Id, byte[] Key)> FingerprintKeys(string what) => _keys.For($"{_service} kenmerk {what}");

    /// <summary>Makes fingerprints of one kind of content.</summary>
    /// <inheritdoc cref="FingerprintKeys" path="/param"/>
    public Fingerprints Fingerprints(string what) => _fingerprints.GetOrAdd(what, w => new Fingerprints(FingerprintKeys(w)));

    /// <summary>Seals bytes; the same bytes give another text every time.</summary>
    public Sealed Seal(ReadOnlySpan<byte> clear, Seat seat)
    {
        var box = new byte[NonceLength + clear.Length + TagLength];
        var nonce = box.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_byKind[(int)seat.Kind][CurrentKeyId], TagLength);
        aes.Encrypt(nonce, clear, box.AsSpan(NonceLength, clear.Length), box.AsSpan(NonceLength + clear.Length), seat.ToBytes());
        // Written once: the content of a chain message is large.
        var prefix = $"2.{CurrentKeyId}.";
        return new(string.Create(prefix.Length + Base64Url.GetEncodedLength(box.Length), (prefix, box), static (text, parts) =>
        {
            parts.prefix.CopyTo(text);
            Base64Url.EncodeToChars(parts.box, text[parts.prefix.Length..]);
        }));
    }

    /// <summary>Opens what <see cref="Seal"/> sealed at the same seat.</summary>
    /// <exception cref="CryptographicException">An unknown key, another seat, or the text was changed.</exception>
    public byte[] Unseal(Sealed text, Seat seat)
    {
        if (!Sealed.Parts(text.Text, out var keyId, out var encoded)) throw new CryptographicException("Onbekende verzegeling.");
        if (!_byKind[(int)seat.Kind].TryGetValue(keyId, out var key)) throw new CryptographicException("Onbekende sleutel.");
        if (!Base64Url.IsValid(encoded, out var length) || length < NonceLength + TagLength)
            throw new CryptographicException("Onvolledige verzegeling.");
        var box = Base64Url.DecodeFromChars(encoded);
        var clear = new byte[box.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(
            box.AsSpan(0, NonceLength), box.AsSpan(NonceLength, clear.Length), box.AsSpan(box.Length - TagLength), clear, seat.ToBytes());
        return clear;
    }

    /// <summary>Seals text (UTF-8).</summary>
    public Sealed SealText(string clear, Seat seat) => Seal(Encoding.UTF8.GetBytes(clear), seat);

    /// <summary>Opens sealed text (UTF-8).</summary>
    /// <inheritdoc cref="Unseal" path="/exception"/>
    public string UnsealText(Sealed text, Seat seat) => Encoding.UTF8.GetString(Unseal(text, seat));

    /// <summary>Seals a value as JSON.</summary>
    public Sealed SealJson<T>(T clear, Seat seat) => Seal(JsonSerializer.SerializeToUtf8Bytes(clear), seat);

    /// <summary>Opens a value that was sealed as JSON.</summary>
    /// <inheritdoc cref="Unseal" path="/exception"/>
    /// <exception cref="JsonException">The text holds no such value.</exception>
    public T UnsealJson<T>(Sealed text, Seat seat) where T : class =>
        JsonSerializer.Deserialize<T>(Unseal(text, seat)) ?? throw new JsonException("Er is niets verzegeld.");

    /// <summary>Seals again for another seat, with the present key.</summary>
    /// <inheritdoc cref="Unseal" path="/exception"/>
    public Sealed Move(Sealed text, Seat from, Seat to) => Seal(Unseal(text, from), to);

    private string Purpose(SeatKind kind) => kind switch
    {
        SeatKind.Event => "gebeurtenissen",
        SeatKind.Row => $"{_service} tabellen",
        _ => $"{_service} antwoorden",
    };
}
