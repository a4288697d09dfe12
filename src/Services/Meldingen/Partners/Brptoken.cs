using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Meldingen.Partners;

/// <summary>
/// The identity of this municipality at the BRP: OAuth 2.0 with client credentials (RFC 6749, section 4.4). Section
/// <c>Partners:Brp:Token</c>; without an <c>Adres</c> no token goes along.
/// </summary>
public sealed record Brptokenopties
{
    /// <summary>The address of the issuer.</summary>
    public Uri? Adres { get; init; }

    /// <summary>The name of this municipality there.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>The secret that goes with it.</summary>
    public string Geheim { get; init; } = "";

    /// <summary>The scope that is asked for: at RvIG the OIN of the municipality. Empty for none.</summary>
    public string Scope { get; init; } = "";

    /// <summary>Other fields that the issuer wants, by name; at RvIG <c>resourceServer</c>.</summary>
    public IReadOnlyDictionary<string, string> Extra { get; init; } = new Dictionary<string, string>();

    internal static Brptokenopties Lees(IHostApplicationBuilder builder)
    {
        var sectie = builder.Configuration.GetSection("Partners:Brp:Token");
        if (string.IsNullOrEmpty(sectie["Adres"])) return new();
        return new()
        {
            Adres = builder.VerplichtAdres("Partners:Brp:Token:Adres", "waar de tokens voor de BRP te halen zijn"),
            ClientId = builder.Configuration.Verplicht("Partners:Brp:Token:ClientId", "de naam van de gemeente bij de BRP"),
            Geheim = builder.Configuration.Verplicht("Partners:Brp:Token:Geheim", "het geheim dat bij die naam hoort"),
            Scope = sectie["Scope"] ?? "",
            Extra = sectie.GetSection("Extra").Get<Dictionary<string, string>>() ?? [],
        };
    }
}

/// <summary>The token of this municipality at the BRP. One token serves all requests, until shortly before it ends.</summary>
/// <param name="http">Goes to the issuer.</param>
/// <param name="opties">The question to the issuer.</param>
/// <param name="log">Tells operations that it is the issuer that gives no token, and not the BRP that is away.</param>
public sealed class Brptoken(HttpClient http, Brptokenopties opties, ILogger<Brptoken> log) : IDisposable
{
    /// <summary>A token that ends sooner is not used any more, because a request takes time too.</summary>
    private static readonly TimeSpan Marge = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _beurt = new(1);
    private volatile Gegeven? _laatste;

    /// <summary>Gives a token.</summary>
    /// <param name="geweigerd">A token that the BRP refused; null at a first attempt.</param>
    /// <param name="annulering">Stops it.</param>
    /// <exception cref="HttpRequestException">The issuer cannot be reached, or gives no token.</exception>
    public async Task<string> Geef(string? geweigerd, CancellationToken annulering)
    {
        if (Bruikbaar(geweigerd) is { } token) return token;
        await _beurt.WaitAsync(annulering);
        try
        {
            return Bruikbaar(geweigerd) ?? (_laatste = await Haal(annulering)).Token;
        }
        finally
        {
            _beurt.Release();
        }
    }

    private string? Bruikbaar(string? geweigerd) =>
        _laatste is { } laatste && laatste.Token != geweigerd && Stopwatch.GetElapsedTime(laatste.Sinds) < laatste.Duur
            ? laatste.Token : null;

    private async Task<Gegeven> Haal(CancellationToken annulering)
    {
        var sinds = Stopwatch.GetTimestamp();
        var vraag = new Dictionary<string, string>(opties.Extra)
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = opties.ClientId,
            ["client_secret"] = opties.Geheim,
        };
        if (opties.Scope.Length > 0) vraag["scope"] = opties.Scope;
        using var formulier = new FormUrlEncodedContent(vraag);
        using var antwoord = await http.PostAsync(opties.Adres, formulier, annulering);
        if (!antwoord.IsSuccessStatusCode)
        {
            log.LogError("De uitgever van tokens voor de BRP antwoordt {Status}. Kijk Partners:Brp:Token na.", (int)antwoord.StatusCode);
            throw new HttpRequestException("De uitgever gaf geen token.");
        }
        try
        {
            using var inhoud = await JsonDocument.ParseAsync(await antwoord.Content.ReadAsStreamAsync(annulering), default, annulering);
            // A token whose duration is not told serves this request only. Some issuers write the seconds as text.
            var duur = inhoud.RootElement.TryGetProperty("expires_in", out var seconden)
                && int.TryParse(seconden.ToString(), CultureInfo.InvariantCulture, out var s)
                ? TimeSpan.FromSeconds(s) - Marge : TimeSpan.Zero;
            return inhoud.RootElement.GetProperty("access_token").GetString() is { Length: > 0 } token ? new(token, sinds, duur)
                : throw new KeyNotFoundException();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            log.LogError("De uitgever van tokens voor de BRP geeft iets anders dan een token. Kijk Partners:Brp:Token na.");
            throw new HttpRequestException("De uitgever gaf geen token.", e);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _beurt.Dispose();
        http.Dispose();
    }

    private sealed record Gegeven(string Token, long Sinds, TimeSpan Duur);
}

/// <summary>
/// Gives a request to the BRP the token. A token that the BRP refuses, for instance because it was withdrawn, is replaced once.
/// </summary>
internal sealed class BrpToegang(Brptoken token) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var eerste = await token.Geef(null, cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", eerste);
        var antwoord = await base.SendAsync(request, cancellationToken);
        if (antwoord.StatusCode != HttpStatusCode.Unauthorized) return antwoord;
        antwoord.Dispose();
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await token.Geef(eerste, cancellationToken));
        return await base.SendAsync(request, cancellationToken);
    }
}
