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
/// <param name="sleutel">32 bytes, the same for all services of one installation (setting <c>Messaging:Sleutel</c>, base64).</param>
/// <exception cref="CryptographicException">The key is not 32 bytes.</exception>
public sealed class Kluis(byte[] sleutel)
{
    private const int Noncelengte = 12;
    private const int Taglengte = 16;
    private readonly byte[] _sleutel = sleutel is { Length: 32 } ? sleutel : throw new CryptographicException("Messaging:Sleutel moet 32 bytes zijn (base64).");

    /// <summary>Seals bytes; the same bytes give another text every time.</summary>
    public string Verzegel(ReadOnlySpan<byte> helder)
    {
        var doos = new byte[Noncelengte + helder.Length + Taglengte];
        var nonce = doos.AsSpan(0, Noncelengte);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_sleutel, Taglengte);
        aes.Encrypt(nonce, helder, doos.AsSpan(Noncelengte, helder.Length), doos.AsSpan(Noncelengte + helder.Length));
        return "1." + Base64Url.EncodeToString(doos);
    }

    /// <summary>Opens what <see cref="Verzegel(ReadOnlySpan{byte})"/> sealed.</summary>
    /// <exception cref="CryptographicException">Another key, another version, or the text was changed.</exception>
    public byte[] Ontzegel(string verzegeld)
    {
        ArgumentNullException.ThrowIfNull(verzegeld);
        if (!verzegeld.StartsWith("1.", StringComparison.Ordinal)) throw new CryptographicException("Onbekende verzegeling.");
        var doos = Base64Url.DecodeFromChars(verzegeld.AsSpan(2));
        if (doos.Length < Noncelengte + Taglengte) throw new CryptographicException("Onvolledige verzegeling.");
        var helder = new byte[doos.Length - Noncelengte - Taglengte];
        using var aes = new AesGcm(_sleutel, Taglengte);
        aes.Decrypt(doos.AsSpan(0, Noncelengte), doos.AsSpan(Noncelengte, helder.Length), doos.AsSpan(doos.Length - Taglengte), helder);
        return helder;
    }

    /// <summary>Seals text (UTF-8).</summary>
    public string VerzegelTekst(string helder) => Verzegel(Encoding.UTF8.GetBytes(helder));

    /// <summary>Opens sealed text (UTF-8).</summary>
    /// <inheritdoc cref="Ontzegel(string)" path="/exception"/>
    public string OntzegelTekst(string verzegeld) => Encoding.UTF8.GetString(Ontzegel(verzegeld));
}

/// <summary>Writes every <see cref="Vertrouwelijk{T}"/> as one sealed string.</summary>
internal sealed class VertrouwelijkConverter(Kluis kluis) : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Vertrouwelijk<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()), kluis)!;

    private sealed class Converter<T>(Kluis kluis) : JsonConverter<Vertrouwelijk<T>> where T : class
    {
        public override Vertrouwelijk<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonSerializer.Deserialize<T>(kluis.Ontzegel(reader.GetString()!), options) ?? throw new JsonException("Lege vertrouwelijke waarde."));

        public override void Write(Utf8JsonWriter writer, Vertrouwelijk<T> value, JsonSerializerOptions options) =>
            writer.WriteStringValue(kluis.Verzegel(JsonSerializer.SerializeToUtf8Bytes(value.Waarde, options)));
    }
}
