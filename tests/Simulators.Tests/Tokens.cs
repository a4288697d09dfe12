using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace WmoPlatform.Simulators.Tests;

internal static class Tokens
{
    public static JsonObject Inhoud(string token) => JsonNode.Parse(Base64UrlEncoder.Decode(token.Split('.')[1]))!.AsObject();

    /// <summary>Validates as the platform does, with the keys that the issuer publishes.</summary>
    public static async Task<bool> IsGeldig(string token, string jwks, string issuer, string audience) =>
        (await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = issuer,
            ValidAudience = audience,
            IssuerSigningKeys = new JsonWebKeySet(jwks).GetSigningKeys(),
        })).IsValid;
}
