using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.ServiceDefaults.Aanmelding;

/// <summary>
/// Replaces a subject that says who somebody is by a keyed pseudonym. An issuer should give an opaque <c>sub</c>, but some give the BSN
/// or the e-mail address. The same subject always gives the same pseudonym, so that keys, signatures and logs still recognise the user.
/// </summary>
internal static class Schuilnaam
{
    public static void Vervang(ClaimsPrincipal wie, byte[] sleutel)
    {
        if (wie.Identity is not ClaimsIdentity identiteit || identiteit.FindFirst("sub") is not { } claim) return;
        if (!Verraadt(claim.Value, identiteit.FindFirst("bsn")?.Value)) return;
        identiteit.RemoveClaim(claim);
        identiteit.AddClaim(new Claim("sub", Van(claim.Value, sleutel), claim.ValueType, claim.Issuer));
    }

    internal static string Van(string onderwerp, byte[] sleutel) =>
        "s-" + Base64Url.EncodeToString(HMACSHA256.HashData(sleutel, Encoding.UTF8.GetBytes(onderwerp)).AsSpan(0, 18));

    /// <summary>
    /// Whether a subject contains the BSN of the token, is a BSN itself (also with eight digits, without its leading zero), or has a sign
    /// that only names and addresses have.
    /// </summary>
    private static bool Verraadt(string onderwerp, string? bsn) =>
        (bsn is { Length: > 0 } && onderwerp.Contains(bsn, StringComparison.Ordinal))
        || onderwerp.Contains('@', StringComparison.Ordinal) || onderwerp.Contains(' ', StringComparison.Ordinal)
        || Bsn.TryParse(onderwerp.Length == 8 ? "0" + onderwerp : onderwerp, out _);
}
