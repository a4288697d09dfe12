using System.Security.Cryptography;
using WmoPlatform.Contracts;

namespace WmoPlatform.Messaging.Origin;

/// <summary>
/// Proves from which service an event comes. A service signs the exact bytes of each message that it announces (ECDSA P-256 with SHA-256).
/// A consumer accepts an event only with a signature of the service that Contracts names as its announcer.
/// </summary>
/// <exception cref="InvalidOperationException">A key in the settings is missing or malformed.</exception>
internal sealed class Signatures
{
    private const string Own = "Messaging:Handtekening:Sleutel";

    private readonly ThreadLocal<ECDsa> _own;
    private readonly Dictionary<string, ThreadLocal<ECDsa>[]> _announcers;

    /// <param name="options">Holds the keys.</param>
    /// <param name="service">The service that signs.</param>
    public Signatures(MessagingOptions options, string service)
    {
        var setting = options.Handtekening;
        if (setting.Sleutel.Length == 0)
            throw new InvalidOperationException($"Stel {Own} in: de eigen geheime sleutel van {service} (P-256, PKCS #8) in base64.");
        var own = Read(setting.Sleutel, Own, (key, bytes) => key.ImportPkcs8PrivateKey(bytes, out _));
        _own = PerThread(own);
        var announcers = Gebeurtenissen.Bron.Values.Distinct().ToDictionary(
            s => s, s => Public(setting, s).Select(k => Read(k, Setting(s), (key, bytes) => key.ImportSubjectPublicKeyInfo(bytes, out _)))
                .ToArray());
        // A key that nobody knows would have every event of this service set aside.
        if (announcers.TryGetValue(service, out var known) && !known.Any(k => Same(k, own)))
            throw new InvalidOperationException($"{Own} hoort bij geen van de sleutels in {Setting(service)}.");
        _announcers = announcers.ToDictionary(a => a.Key, a => a.Value.Select(PerThread).ToArray());
    }

    /// <summary>The signature over a body, in base64.</summary>
    public string Sign(ReadOnlySpan<byte> body) => Convert.ToBase64String(_own.Value!.SignData(body, HashAlgorithmName.SHA256));

    /// <summary>Whether the announcer of this event signed this body.</summary>
    /// <param name="announcement">The event.</param>
    /// <param name="body">The body as it arrived.</param>
    /// <param name="signature">The signature that came with it; null without one.</param>
    public bool Proves(Type announcement, ReadOnlySpan<byte> body, string? signature)
    {
        Span<byte> bytes = stackalloc byte[96];
        if (signature is not { Length: <= 128 } || !Convert.TryFromBase64String(signature, bytes, out var length)) return false;
        foreach (var key in _announcers[Gebeurtenissen.Bron[announcement]])
            if (key.Value!.VerifyData(body, bytes[..length], HashAlgorithmName.SHA256)) return true;
        return false;
    }

    /// <summary>
    /// The number of a forged message among the failed ones, made from its bytes. Its own message id may be that of a genuine message,
    /// which it must not hide.
    /// </summary>
    public static Guid IdOfForged(ReadOnlySpan<byte> body) => new(SHA256.HashData(body).AsSpan(0, 16));

    private static string Setting(string service) => $"Messaging:Handtekening:Openbaar:{service}";

    private static string[] Public(Handtekeningopties setting, string service) =>
        setting.Openbaar.TryGetValue(service, out var keys) && Lists.Split(keys) is { Length: > 0 } list
            ? list
            : throw new InvalidOperationException($"Stel {Setting(service)} in: de openbare sleutel van {service} in base64.");

    private static ECParameters Read(string base64, string setting, Action<ECDsa, byte[]> import)
    {
        try
        {
            using var key = ECDsa.Create();
            import(key, Convert.FromBase64String(base64));
            var parameters = key.ExportParameters(includePrivateParameters: setting == Own);
            if (parameters.Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value) return parameters;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            // The text of the exception would say less than the setting does.
        }
        throw new InvalidOperationException($"{setting} is geen sleutel voor ECDSA P-256 in base64.");
    }

    private static bool Same(ECParameters a, ECParameters b) =>
        a.Q.X.AsSpan().SequenceEqual(b.Q.X) && a.Q.Y.AsSpan().SequenceEqual(b.Q.Y);

    /// <summary>A key object is for one thread at a time.</summary>
    private static ThreadLocal<ECDsa> PerThread(ECParameters key) => new(() => ECDsa.Create(key));
}

/// <summary>An event without a signature of the service that announces it: forged, changed on its way, or not signed at all.</summary>
internal sealed class VervalsteGebeurtenis() : Exception("Het is niet bewezen dat deze gebeurtenis van haar eigen dienst komt.");
