using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace WmoPlatform.Keten.Aanmelding;

/// <summary>
/// Signs tokens (RS256). <c>Aanmelding:Sleutelbestand</c> keeps the key, so that tokens outlive a restart; without that setting every
/// start makes a new key. The issuer is <c>Aanmelding:Issuer</c>, or else the address of the request.
/// </summary>
internal sealed class Uitgever : IDisposable
{
    public const string Publiek = "wmoplatform";
    public static readonly TimeSpan Levensduur = TimeSpan.FromHours(1);
    private static readonly TimeSpan LevensduurIdToken = TimeSpan.FromMinutes(5);

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly SigningCredentials _handtekening;
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly IConfiguration _configuratie;
    private readonly IServer _server;
    private readonly ConcurrentDictionary<string, (string Token, DateTime Tot)> _ketentokens = new();

    public Uitgever(IConfiguration configuratie, IServer server)
    {
        (_configuratie, _server) = (configuratie, server);
        if (configuratie["Aanmelding:Sleutelbestand"] is { Length: > 0 } bestand) Bewaard(bestand);
        var sleutel = new RsaSecurityKey(_rsa.ExportParameters(includePrivateParameters: false));
        sleutel.KeyId = Base64UrlEncoder.Encode(sleutel.ComputeJwkThumbprint());
        // The shared factory would go on using this key after its disposal, so the key gets a factory of its own.
        _handtekening = new SigningCredentials(new RsaSecurityKey(_rsa) { KeyId = sleutel.KeyId }, SecurityAlgorithms.RsaSha256)
        {
            CryptoProviderFactory = new CryptoProviderFactory(),
        };
        var openbaar = _rsa.ExportParameters(includePrivateParameters: false);
        var (n, e) = (Base64UrlEncoder.Encode(openbaar.Modulus), Base64UrlEncoder.Encode(openbaar.Exponent));
        Jwks = new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = sleutel.KeyId, n, e } } };
    }

    /// <summary>The public half of the key.</summary>
    public object Jwks { get; }

    public string Issuer(HttpRequest vraag) => _configuratie["Aanmelding:Issuer"]?.TrimEnd('/') ?? $"{vraag.Scheme}://{vraag.Host}";

    /// <summary>A token for an API, with the claims of the platform and an opaque <c>sub</c>.</summary>
    public string Toegangstoken(string issuer, string client, Identiteit wie)
    {
        var claims = Basis(client, wie);
        claims["client_id"] = client;
        claims["jti"] = Guid.NewGuid().ToString("N");
        claims["roles"] = wie.Roles;
        if (wie.Bsn is not null) claims["bsn"] = wie.Bsn;
        if (wie.Agb is not null) claims["agb"] = wie.Agb;
        if (wie.Teams is not null) claims["teams"] = wie.Teams;
        return Teken(issuer, Publiek, Levensduur, claims);
    }

    /// <summary>A token that shows the client which person signed in. It is valid for 5 minutes.</summary>
    public string IdToken(string issuer, string client, Identiteit wie, string? nonce)
    {
        var claims = Basis(client, wie);
        claims["name"] = wie.Naam;
        claims["roles"] = wie.Roles;
        if (nonce is not null) claims["nonce"] = nonce;
        return Teken(issuer, client, LevensduurIdToken, claims);
    }

    /// <summary>
    /// The token with which a simulated partner posts to the platform: the GGk, the SVB and the CAK each have their own client.
    /// </summary>
    public string Ketentoken(string client)
    {
        if (_ketentokens.TryGetValue(client, out var bewaard) && bewaard.Tot > DateTime.UtcNow) return bewaard.Token;
        var token = Toegangstoken(EigenIssuer(), client, new Identiteit(client, client, ["keten"]));
        _ketentokens[client] = (token, DateTime.UtcNow + Levensduur / 2);
        return token;
    }

    // No request gives an address here; on a developer's machine that address is localhost.
    private string EigenIssuer() =>
        _configuratie["Aanmelding:Issuer"]?.TrimEnd('/')
        ?? _configuratie["Aanmelding:Authority"]?.TrimEnd('/')
        ?? $"http://localhost:{Poort()}";

    private int Poort() =>
        BindingAddress.Parse(_server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:8090").Port;

    // Pairwise: each client sees another sub. The hash is of the Id, not of the BSN, so that trying every BSN reveals nothing.
    private static Dictionary<string, object> Basis(string client, Identiteit wie) => new()
    {
        ["sub"] = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.UTF8.GetBytes($"keten|{client}|{wie.Id}"))),
    };

    private string Teken(string issuer, string publiek, TimeSpan levensduur, Dictionary<string, object> claims) =>
        _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = publiek,
            IssuedAt = DateTime.UtcNow,
            Expires = DateTime.UtcNow + levensduur,
            Claims = claims,
            SigningCredentials = _handtekening,
        });

    private void Bewaard(string bestand)
    {
        if (File.Exists(bestand))
        {
            _rsa.ImportFromPem(File.ReadAllText(bestand));
            return;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(bestand))!);
        var opties = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) opties.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var schrijver = new StreamWriter(bestand, opties);
        schrijver.Write(_rsa.ExportPkcs8PrivateKeyPem());
    }

    public void Dispose() => _rsa.Dispose();
}
