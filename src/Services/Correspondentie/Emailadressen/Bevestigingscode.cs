using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using WmoPlatform.Messaging;

namespace WmoPlatform.Correspondentie.Emailadressen;

/// <summary>
/// The code in the link that confirms an e-mail address: base64url of its id (16 bytes) and 16 bytes of a keyed hash of that id and of
/// <see cref="Emailadres.Ronde"/>. It can be made again, and without the key nobody can make one.
/// </summary>
public static class Bevestigingscode
{
    private const int Lengte = 16;

    public static string Van(Emailadres adres, Vault kluis)
    {
        ArgumentNullException.ThrowIfNull(adres);
        return Base64Url.EncodeToString([.. adres.Id.ToByteArray(), .. Hashes(adres, kluis)[0]]);
    }

    /// <returns>The id of the address that the code speaks of; null for a code of another form.</returns>
    public static Guid? Over(string? code)
    {
        Span<byte> bytes = stackalloc byte[2 * Lengte];
        return Ontleed(code, bytes) ? new Guid(bytes[..Lengte]) : null;
    }

    /// <summary>Whether it is the present code of this address.</summary>
    public static bool IsVan(string code, Emailadres adres, Vault kluis)
    {
        Span<byte> bytes = stackalloc byte[2 * Lengte];
        if (!Ontleed(code, bytes)) return false;
        foreach (var hash in Hashes(adres, kluis))
            if (CryptographicOperations.FixedTimeEquals(hash, bytes[Lengte..])) return true;
        return false;
    }

    private static bool Ontleed(string? code, Span<byte> bytes) =>
        code is not null && Base64Url.IsValid(code, out var lengte) && lengte == bytes.Length
        && Base64Url.DecodeFromChars(code, bytes) == bytes.Length;

    /// <summary>One for each key that may have made it, the present key first.</summary>
    private static byte[][] Hashes(Emailadres adres, Vault kluis)
    {
        ArgumentNullException.ThrowIfNull(kluis);
        byte[] inhoud = [.. adres.Id.ToByteArray(), 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(inhoud.AsSpan(Lengte), adres.Ronde);
        return [.. kluis.FingerprintKeys("e-mailbevestiging").Select(k => HMACSHA256.HashData(k.Key, inhoud)[..Lengte])];
    }
}
