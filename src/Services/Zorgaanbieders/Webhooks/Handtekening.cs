using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WmoPlatform.Zorgaanbieders.Webhooks;

/// <summary>
/// The signature of a webhook according to Standard Webhooks: HMAC-SHA256 over id, timestamp and body, one for each valid secret.
/// </summary>
public static class Handtekening
{
    /// <summary>The prefix of a secret; the rest is the key in base64.</summary>
    public const string Voorvoegsel = "whsec_";

    /// <summary>The value of the header <c>webhook-signature</c>.</summary>
    /// <param name="id">Header <c>webhook-id</c>.</param>
    /// <param name="tijd">Header <c>webhook-timestamp</c>: seconds since 1970.</param>
    /// <param name="inhoud">The body.</param>
    /// <param name="geheimen">The keys.</param>
    public static string Zet(string id, long tijd, string inhoud, IEnumerable<byte[]> geheimen)
    {
        var getekend = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{tijd}.{inhoud}"));
        return string.Join(' ', geheimen.Select(geheim => "v1," + Convert.ToBase64String(HMACSHA256.HashData(geheim, getekend))));
    }
}
