using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;

namespace WmoPlatform.Keten.Aanmelding;

/// <summary>
/// An OpenID Connect issuer for a developer's machine: discovery, keys, authorization code with PKCE (S256), client credentials. Anyone
/// gets the identity that they pick, so the simulator never runs in Production.
/// </summary>
internal static class AanmeldingEndpoints
{
    public static void MapAanmelding(this WebApplication app)
    {
        app.MapGet("/.well-known/openid-configuration", Ontdekking);
        app.MapGet("/.well-known/jwks.json", (Uitgever uitgever) => uitgever.Jwks);
        app.MapGet("/authorize", Kies);
        app.MapPost("/authorize", Gekozen).DisableAntiforgery();
        app.MapPost("/token", Token).DisableAntiforgery();
        app.MapGet("/afmelden", Afmelden);
    }

    private static object Ontdekking(HttpRequest vraag, Uitgever uitgever)
    {
        // Issuer and addresses can differ: in containers a browser reaches this process under another name than a service does.
        var hier = $"{vraag.Scheme}://{vraag.Host}";
        var issuer = uitgever.Issuer(vraag);
        return new
        {
            issuer,
            authorization_endpoint = $"{issuer}/authorize",
            token_endpoint = $"{hier}/token",
            jwks_uri = $"{hier}/.well-known/jwks.json",
            end_session_endpoint = $"{issuer}/afmelden",
            response_types_supported = new[] { "code" },
            response_modes_supported = new[] { "query" },
            grant_types_supported = new[] { "authorization_code", "client_credentials" },
            subject_types_supported = new[] { "pairwise" },
            id_token_signing_alg_values_supported = new[] { "RS256" },
            code_challenge_methods_supported = new[] { "S256" },
            token_endpoint_auth_methods_supported = new[] { "client_secret_basic", "client_secret_post" },
            scopes_supported = new[] { "openid" },
            claims_supported = new[] { "sub", "name", "roles", "bsn", "agb", "teams" },
        };
    }

    private static IResult Kies(HttpContext context, Clients clients) =>
        Beoordeel(context.Request.Query, clients, context) ?? Pagina(Keuzepagina.Html(context.Request.Query));

    private static async Task<IResult> Gekozen(HttpContext context, Clients clients, Inlogcodes codes)
    {
        var vraag = await context.Request.ReadFormAsync();
        if (Beoordeel(vraag, clients, context) is { } fout) return fout;
        if (Clients.Personen.FirstOrDefault(persoon => persoon.Id == vraag["persoon"]) is not { } wie)
            return Terug(vraag, ("error", "access_denied"));
        var nonce = vraag["nonce"].ToString() is { Length: > 0 } gegeven ? gegeven : null;
        var inlog = new Inlog(
            vraag["client_id"]!, vraag["redirect_uri"]!, vraag["code_challenge"]!, nonce, vraag["scope"]!, wie,
            DateTimeOffset.UtcNow.AddMinutes(1));
        return Terug(vraag, ("code", codes.Geef(inlog)));
    }

    /// <summary>
    /// Checks the request; null when it is right. The person sees an unknown client or an untrusted <c>redirect_uri</c> on a page; the
    /// client receives any other error.
    /// </summary>
    private static IResult? Beoordeel(IEnumerable<KeyValuePair<string, StringValues>> velden, Clients clients, HttpContext context)
    {
        var vraag = velden.ToDictionary(veld => veld.Key, veld => veld.Value.ToString());
        string? Veld(string naam) => vraag.GetValueOrDefault(naam);

        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers["X-Content-Type-Options"] = "nosniff";
        var terug = IsVertrouwd(Veld("redirect_uri")) ? new Uri(Veld("redirect_uri")!).GetLeftPart(UriPartial.Authority) : "";
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'unsafe-inline'; form-action 'self' {terug}; frame-ancestors 'none'; base-uri 'none'";

        if (!clients.Kent(Veld("client_id"))) return Pagina(Keuzepagina.Fout("De toepassing waarvoor u inlogt, is hier niet bekend."), 400);
        if (terug.Length == 0)
            return Pagina(Keuzepagina.Fout("Het adres waar u na het inloggen naartoe gaat, is niet op deze computer."), 400);
        if (Veld("response_type") != "code") return Terug(velden, ("error", "unsupported_response_type"));
        if (Veld("code_challenge_method") != "S256" || string.IsNullOrEmpty(Veld("code_challenge")))
            return Terug(velden, ("error", "invalid_request"));
        if (!(Veld("scope") ?? "").Split(' ').Contains("openid")) return Terug(velden, ("error", "invalid_scope"));
        return null;
    }

    /// <summary>Trusts only addresses on this machine, so that the simulator is of no use to anyone else.</summary>
    private static bool IsVertrouwd(string? adres) =>
        Uri.TryCreate(adres, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.IsLoopback;

    private static IResult Terug(IEnumerable<KeyValuePair<string, StringValues>> velden, (string Naam, string Waarde) wat)
    {
        var vraag = velden.ToDictionary(veld => veld.Key, veld => veld.Value.ToString());
        var adres = QueryHelpers.AddQueryString(vraag["redirect_uri"], wat.Naam, wat.Waarde);
        return Results.Redirect(
            vraag.TryGetValue("state", out var state) && state.Length > 0 ? QueryHelpers.AddQueryString(adres, "state", state) : adres);
    }

    private static async Task<IResult> Token(HttpContext context, Clients clients, Inlogcodes codes, Uitgever uitgever)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!context.Request.HasFormContentType) return Weiger("invalid_request");
        var vraag = await context.Request.ReadFormAsync();
        var (id, secret) = Aanmeldgegevens(context.Request, vraag);
        if (clients.Zoek(id, secret) is not { } client) return Weiger("invalid_client", 401);
        var issuer = uitgever.Issuer(context.Request);

        switch (vraag["grant_type"].ToString())
        {
            case "client_credentials" when client.Identiteit.Roles.Length > 0:
                return Results.Json(new
                {
                    access_token = uitgever.Toegangstoken(issuer, client.Id, client.Identiteit),
                    token_type = "Bearer",
                    expires_in = (int)Uitgever.Levensduur.TotalSeconds,
                });
            case "client_credentials":
                return Weiger("unauthorized_client");
            case "authorization_code":
                if (codes.Neem(vraag["code"]) is not { } inlog || inlog.Client != client.Id || inlog.RedirectUri != vraag["redirect_uri"]
                    || !Bewijst(vraag["code_verifier"], inlog.CodeChallenge))
                    return Weiger("invalid_grant");
                return Results.Json(new
                {
                    access_token = uitgever.Toegangstoken(issuer, client.Id, inlog.Wie),
                    id_token = uitgever.IdToken(issuer, client.Id, inlog.Wie, inlog.Nonce),
                    token_type = "Bearer",
                    expires_in = (int)Uitgever.Levensduur.TotalSeconds,
                    scope = inlog.Scope,
                });
            default:
                return Weiger("unsupported_grant_type");
        }
    }

    private static IResult Weiger(string fout, int status = 400) => Results.Json(new { error = fout }, statusCode: status);

    // RFC 6749 section 2.3.1: the credentials stand in the header, form-encoded and then base64, or in the body.
    private static (string? Id, string? Secret) Aanmeldgegevens(HttpRequest vraag, IFormCollection velden)
    {
        var kop = vraag.Headers.Authorization.ToString();
        if (!kop.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)) return (velden["client_id"], velden["client_secret"]);
        try
        {
            var delen = Encoding.UTF8.GetString(Convert.FromBase64String(kop[6..])).Split(':', 2);
            return delen is [var id, var secret] ? (Uri.UnescapeDataString(id), Uri.UnescapeDataString(secret)) : (null, null);
        }
        catch (FormatException)
        {
            return (null, null);
        }
    }

    // RFC 7636: the challenge is the SHA-256 of the verifier.
    private static bool Bewijst(string? verifier, string challenge) =>
        !string.IsNullOrEmpty(verifier) && Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))) == challenge;

    private static IResult Afmelden(string? post_logout_redirect_uri, string? state) =>
        IsVertrouwd(post_logout_redirect_uri)
            ? Results.Redirect(
                state is null ? post_logout_redirect_uri! : QueryHelpers.AddQueryString(post_logout_redirect_uri!, "state", state))
            : Pagina(Keuzepagina.Melding("U bent afgemeld", "U kunt dit venster sluiten."));

    private static IResult Pagina(string html, int status = 200) => Results.Content(html, "text/html; charset=utf-8", statusCode: status);
}
