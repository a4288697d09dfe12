using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace WmoPlatform.ServiceDefaults;

/// <summary>Derives a key for one purpose from the key of the installation (<c>Messaging:Sleutel</c>), with HKDF.</summary>
public static class Sleutelafleiding
{
    /// <summary>The key for a purpose; null in a process that has no key of the installation.</summary>
    /// <param name="configuratie">The settings.</param>
    /// <param name="doel">The purpose, for instance <c>inzagelog</c>. Another purpose gives another key.</param>
    public static byte[]? Sleutel(this IConfiguration configuratie, string doel)
    {
        ArgumentNullException.ThrowIfNull(configuratie);
        return configuratie["Messaging:Sleutel"] is { Length: > 0 } sleutel ? Van(Convert.FromBase64String(sleutel), doel) : null;
    }

    /// <summary>The key for a purpose.</summary>
    /// <param name="sleutel">The key of the installation.</param>
    /// <param name="doel">The purpose.</param>
    public static byte[] Van(byte[] sleutel, string doel) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, sleutel, 32, info: Encoding.UTF8.GetBytes("wmoplatform " + doel));
}
