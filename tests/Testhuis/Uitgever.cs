using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace WmoPlatform.Testhuis;

/// <summary>
/// An OpenID Connect issuer for tests: discovery and keys over HTTP on a free port, tokens signed in this process.
/// A process under test gets <c>Aanmelding__Authority</c> = <see cref="Authority"/> and <c>Aanmelding__Audience</c> =
/// <see cref="Audience"/>.
/// </summary>
public sealed class Uitgever : IAsyncDisposable
{
    /// <summary>The audience of the tokens.</summary>
    public const string Audience = "wmoplatform";

    private RSA _sleutel = RSA.Create(2048);
    private string _sleutelnaam = Guid.NewGuid().ToString("N");
    private WebApplication? _host;
    private int _opgevraagd;

    private Uitgever()
    {
    }

    /// <summary>The issuer's address, for instance <c>http://127.0.0.1:40123</c>.</summary>
    public string Authority { get; private set; } = "";

    /// <summary>How often the keys were fetched.</summary>
    public int SleutelsOpgevraagd => Volatile.Read(ref _opgevraagd);

    /// <summary>Starts an issuer.</summary>
    public static async Task<Uitgever> StartAsync()
    {
        var uitgever = new Uitgever();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var host = builder.Build();
        host.MapGet("/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = uitgever.Authority,
            jwks_uri = uitgever.Authority + "/jwks",
            authorization_endpoint = uitgever.Authority + "/authorize",
            token_endpoint = uitgever.Authority + "/token",
            response_types_supported = (string[])["code"],
            subject_types_supported = (string[])["pairwise"],
            id_token_signing_alg_values_supported = (string[])["RS256"],
        }));
        host.MapGet("/jwks", () =>
        {
            Interlocked.Increment(ref uitgever._opgevraagd);
            return Results.Json(new { keys = new[] { uitgever.Sleutel() } });
        });
        await host.StartAsync();
        uitgever._host = host;
        uitgever.Authority = host.Urls.First();
        return uitgever;
    }

    /// <summary>A token with one role. The other overload explains the parameters.</summary>
    public string Token(string rol, string? bsn = null, string? agb = null, string[]? teams = null, string? sub = null,
        string? audience = null, string? issuer = null, TimeSpan? geldig = null, bool vreemdeSleutel = false, string client = "testclient",
        Kop? kop = null, string? acr = null, object? cnf = null) =>
        Token([rol], bsn, agb, teams, sub, audience, issuer, geldig, vreemdeSleutel, client, kop, acr, cnf);

    /// <summary>
    /// A token. The parameters from <paramref name="audience"/> to <paramref name="vreemdeSleutel"/> can make one that must be refused.
    /// </summary>
    /// <param name="rollen">Claim <c>roles</c>.</param>
    /// <param name="bsn">Claim <c>bsn</c>: an official test BSN.</param>
    /// <param name="agb">Claim <c>agb</c>.</param>
    /// <param name="teams">Claim <c>teams</c>.</param>
    /// <param name="sub">Claim <c>sub</c>. The default follows from the roles, so that the same user returns. Empty for a token without
    /// it.</param>
    /// <param name="audience">Another audience than <see cref="Audience"/>.</param>
    /// <param name="issuer">Another issuer than <see cref="Authority"/>.</param>
    /// <param name="geldig">How long it is valid, an hour by default; negative for an expired token.</param>
    /// <param name="vreemdeSleutel">Whether a key signs it that this issuer does not publish.</param>
    /// <param name="client">Claim <c>client_id</c>; empty for a token without it.</param>
    /// <param name="kop">What the header says besides the key.</param>
    /// <param name="acr">Claim <c>acr</c>.</param>
    /// <param name="cnf">Claim <c>cnf</c>.</param>
    public string Token(string[] rollen, string? bsn = null, string? agb = null, string[]? teams = null, string? sub = null,
        string? audience = null, string? issuer = null, TimeSpan? geldig = null, bool vreemdeSleutel = false, string client = "testclient",
        Kop? kop = null, string? acr = null, object? cnf = null)
    {
        var nu = DateTimeOffset.UtcNow;
        var verloopt = nu + (geldig ?? TimeSpan.FromHours(1));
        var claims = new Dictionary<string, object>
        {
            ["iss"] = issuer ?? Authority,
            ["aud"] = audience ?? Audience,
            ["sub"] = sub ?? "test-" + string.Join('-', rollen),
            ["iat"] = Math.Min(nu.ToUnixTimeSeconds(), verloopt.ToUnixTimeSeconds() - 60),
            ["nbf"] = Math.Min(nu.ToUnixTimeSeconds(), verloopt.ToUnixTimeSeconds() - 60),
            ["exp"] = verloopt.ToUnixTimeSeconds(),
            ["jti"] = Guid.NewGuid().ToString("N"),
            ["roles"] = rollen,
            ["client_id"] = client,
        };
        if (sub == "") claims.Remove("sub");
        if (client == "") claims.Remove("client_id");
        if (acr is not null) claims["acr"] = acr;
        if (cnf is not null) claims["cnf"] = cnf;
        if (bsn is not null) claims["bsn"] = bsn;
        if (agb is not null) claims["agb"] = agb;
        if (teams is not null) claims["teams"] = teams;

        using var vreemd = vreemdeSleutel ? RSA.Create(2048) : null;
        kop ??= new();
        var koppen = new Dictionary<string, object> { ["alg"] = kop.Alg, ["kid"] = _sleutelnaam };
        if (kop.Typ is not null) koppen["typ"] = kop.Typ;
        if (kop.Crit is not null) (koppen["crit"], koppen[kop.Crit]) = ((string[])[kop.Crit], true);
        var ongetekend = $"{Deel(koppen)}.{Deel(claims)}";
        var handtekening = (vreemd ?? _sleutel).SignData(
            Encoding.ASCII.GetBytes(ongetekend),
            kop.Alg.EndsWith("512", StringComparison.Ordinal) ? HashAlgorithmName.SHA512 : HashAlgorithmName.SHA256,
            kop.Alg.StartsWith("PS", StringComparison.Ordinal) ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1);
        return $"{ongetekend}.{Base64Url.EncodeToString(handtekening)}";
    }

    /// <summary>Withdraws the key and publishes a new one, with which tokens are signed from now on.</summary>
    public void WisselSleutel()
    {
        _sleutel.Dispose();
        (_sleutel, _sleutelnaam) = (RSA.Create(2048), Guid.NewGuid().ToString("N"));
    }

    /// <summary>What the header of a token says besides its key.</summary>
    /// <param name="Alg">The algorithm with which it is signed: RS256, RS512 or PS256.</param>
    /// <param name="Typ">Its type; null for none.</param>
    /// <param name="Crit">A header that must be understood.</param>
    public sealed record Kop(string Alg = "RS256", string? Typ = "JWT", string? Crit = null);

    /// <summary>Stops the issuer.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        _sleutel.Dispose();
    }

    private object Sleutel()
    {
        var publiek = _sleutel.ExportParameters(includePrivateParameters: false);
        return new
        {
            kty = "RSA",
            use = "sig",
            alg = "RS256",
            kid = _sleutelnaam,
            n = Base64Url.EncodeToString(publiek.Modulus),
            e = Base64Url.EncodeToString(publiek.Exponent)
        };
    }

    private static string Deel<T>(T inhoud) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(inhoud));
}
