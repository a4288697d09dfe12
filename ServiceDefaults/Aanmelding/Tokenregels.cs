using System.Security.Claims;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace WmoPlatform.ServiceDefaults.Aanmelding;

/// <summary>What a token must be besides signed, for us, and in time (RFC 9068, RFC 8725).</summary>
internal static class Tokenregels
{
    /// <summary>What the standard profiles of OpenID ask of an issuer; PS256 only when an installation names it.</summary>
    private static readonly string[] GewoneAlgoritmen = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.EcdsaSha256];

    private static readonly string[] Soorten = ["JWT", "at+jwt", "application/at+jwt"];

    public static void Stel(TokenValidationParameters regels, IConfiguration instellingen)
    {
        regels.ValidAlgorithms = instellingen.GetSection("Aanmelding:Algoritmen").Get<string[]>() is { Length: > 0 } eigen
            ? eigen : GewoneAlgoritmen;
        regels.TypeValidator = Soort;
    }

    /// <summary>
    /// The levels of assurance (claim <c>acr</c>) of which a resident's token must have one; none asks nothing
    /// (<c>Aanmelding:Betrouwbaarheid</c>).
    /// </summary>
    public static string[] Betrouwbaarheid(IConfiguration instellingen) =>
        instellingen.GetSection("Aanmelding:Betrouwbaarheid").Get<string[]>() ?? [];

    /// <summary>Whether the token of a resident has too low a level.</summary>
    public static bool TeLaag(ClaimsPrincipal wie, string[] niveaus) =>
        niveaus.Length > 0 && wie.HasClaim("roles", Rollen.Inwoner)
            && !niveaus.Contains(wie.FindFirstValue("acr"), StringComparer.Ordinal);

    /// <summary>An access token, and without a header that must be understood: we know none.</summary>
    private static string Soort(string type, SecurityToken token, TokenValidationParameters regels)
    {
        if (token is JsonWebToken jwt && jwt.TryGetHeaderValue<object>("crit", out _))
            throw new SecurityTokenInvalidTypeException("Een kop die begrepen moet worden, is onbekend.");
        // RFC 7519 leaves the type out when the use makes it clear.
        if (string.IsNullOrEmpty(type) || Soorten.Contains(type, StringComparer.OrdinalIgnoreCase)) return type;
        throw new SecurityTokenInvalidTypeException("Dit is geen toegangstoken.");
    }
}
