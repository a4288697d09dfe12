using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace WmoPlatform.ServiceDefaults.Aanmelding;

/// <summary>
/// A token that is bound to the certificate of its client (RFC 8705): who stole the token alone can do nothing with it. The gateway passes
/// the certificate of the connection on in <see cref="Kop"/> (RFC 9440), so that a service checks it again.
/// </summary>
public static class Tokenbinding
{
    /// <summary>The header with the certificate. From outside only the gateway, or a load balancer that it trusts, may set it.</summary>
    public const string Kop = "Client-Cert";

    /// <summary>Writes a certificate as the value of <see cref="Kop"/>.</summary>
    /// <param name="der">The certificate.</param>
    public static string Waarde(ReadOnlySpan<byte> der) => $":{Convert.ToBase64String(der)}:";

    /// <summary>Whether the token is bound to this connection, or to none while its roles may have such a token.</summary>
    /// <param name="verzoek">The request.</param>
    /// <param name="wie">The token.</param>
    /// <param name="gebonden">The roles whose tokens must be bound (setting <c>Aanmelding:Gebonden</c>).</param>
    internal static bool Klopt(HttpRequest verzoek, ClaimsPrincipal wie, string[] gebonden)
    {
        if (wie.FindFirstValue("cnf") is not { } bewijs) return !Array.Exists(gebonden, rol => wie.HasClaim("roles", rol));
        // Bound in a way that is unknown here, it is of no use to anybody.
        return Afdruk(bewijs) is { } afdruk && Certificaat(verzoek) is { } der
            && CryptographicOperations.FixedTimeEquals(SHA256.HashData(der), afdruk);
    }

    private static byte[]? Afdruk(string bewijs)
    {
        try
        {
            using var cnf = JsonDocument.Parse(bewijs);
            return cnf.RootElement.ValueKind == JsonValueKind.Object && cnf.RootElement.TryGetProperty("x5t#S256", out var afdruk)
                && afdruk.ValueKind == JsonValueKind.String ? Base64Url.DecodeFromChars(afdruk.GetString()) : null;
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            return null;
        }
    }

    private static byte[]? Certificaat(HttpRequest verzoek)
    {
        if (verzoek.Headers[Kop] is not [[':', .., ':'] waarde] || waarde.Length < 3) return null;
        var der = new byte[waarde.Length];
        return Convert.TryFromBase64String(waarde[1..^1], der, out var lengte) ? der[..lengte] : null;
    }
}
