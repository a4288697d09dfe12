using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using WmoPlatform.Contracts;

namespace WmoPlatform.Messaging;

/// <summary>
/// Seals personal data with AES-256-GCM wherever the platform writes them down outside a service's own tables.
/// The sealed text is <c>1.</c> followed by base64url of nonce (12 bytes), ciphertext and tag (16 bytes).
/// </summary>
/// <param name="key">32 bytes, the same for all services of one installation (setting <c>Messaging:Sleutel</c>, base64).</param>
/// <exception cref="CryptographicException">The key is not 32 bytes.</exception>
public sealed class Vault(byte[] key)
{
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private readonly byte[] _key =
        key is { Length: 32 } ? key : throw new CryptographicException("Messaging:Sleutel moet 32 bytes zijn (base64).");

    /// <summary>Seals bytes; the same bytes give another text every time.</summary>
    public string Seal(ReadOnlySpan<byte> clear)
    {
        var box = new byte[NonceLength + clear.Length + TagLength];
        var nonce = box.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_key, TagLength);
        aes.Encrypt(nonce, clear, box.AsSpan(NonceLength, clear.Length), box.AsSpan(NonceLength + clear.Length));
        return "1." + Base64Url.EncodeToString(box);
    }

    /// <summary>Opens what <see cref="Seal(ReadOnlySpan{byte})"/> sealed.</summary>
    /// <exception cref="CryptographicException">Another key, another version, or the text was changed.</exception>
    public byte[] Unseal(string sealedText)
    {
        ArgumentNullException.ThrowIfNull(sealedText);
        if (!sealedText.StartsWith("1.", StringComparison.Ordinal)) throw new CryptographicException("Onbekende verzegeling.");
        var box = Base64Url.DecodeFromChars(sealedText.AsSpan(2));
        if (box.Length < NonceLength + TagLength) throw new CryptographicException("Onvolledige verzegeling.");
        var clear = new byte[box.Length - NonceLength - TagLength];
        using var aes = new AesGcm(_key, TagLength);
        aes.Decrypt(box.AsSpan(0, NonceLength), box.AsSpan(NonceLength, clear.Length), box.AsSpan(box.Length - TagLength), clear);
        return clear;
    }

    /// <summary>Seals text (UTF-8).</summary>
    public string SealText(string clear) => Seal(Encoding.UTF8.GetBytes(clear));

    /// <summary>Opens sealed text (UTF-8).</summary>
    /// <inheritdoc cref="Unseal(string)" path="/exception"/>
    public string UnsealText(string sealedText) => Encoding.UTF8.GetString(Unseal(sealedText));

    /// <summary>Seals a value as JSON.</summary>
    public string SealJson<T>(T clear) => Seal(JsonSerializer.SerializeToUtf8Bytes(clear));

    /// <summary>Opens a value that was sealed as JSON.</summary>
    /// <inheritdoc cref="Unseal(string)" path="/exception"/>
    /// <exception cref="JsonException">The text holds no such value.</exception>
    public T UnsealJson<T>(string sealedText) where T : class =>
        JsonSerializer.Deserialize<T>(Unseal(sealedText)) ?? throw new JsonException("Er is niets verzegeld.");
}

/// <summary>Writes every <see cref="Vertrouwelijk{T}"/> as one sealed string.</summary>
internal sealed class ConfidentialConverter(Vault vault) : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Vertrouwelijk<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()), vault)!;

    private sealed class Converter<T>(Vault vault) : JsonConverter<Vertrouwelijk<T>> where T : class
    {
        public override Vertrouwelijk<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonSerializer.Deserialize<T>(vault.Unseal(reader.GetString()!), options)
                ?? throw new JsonException("Lege vertrouwelijke waarde."));

        public override void Write(Utf8JsonWriter writer, Vertrouwelijk<T> value, JsonSerializerOptions options) =>
            writer.WriteStringValue(vault.Seal(JsonSerializer.SerializeToUtf8Bytes(value.Waarde, options)));
    }
}
