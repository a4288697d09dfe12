using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using WmoPlatform.ServiceDefaults.Aanmelding;

namespace WmoPlatform.Gateway;

/// <summary>
/// Remembers valid tokens for at most a minute, because checking a signature is most of the cost of a request here. The cache is safe. Its
/// key is the SHA-256 of the whole token, it holds only tokens that passed every check, and it never outlives the token; the service behind
/// the gateway checks everything again. When the issuer's keys change, it forgets everything.
/// </summary>
internal sealed class Tokengeheugen(Sleutelbron bron) : JsonWebTokenHandler
{
    private const int Meest = 10_000;
    private static readonly TimeSpan Langst = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<Vingerafdruk, (long Tot, int Sleutels, TokenValidationResult Uitkomst)> _geldig = new();

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        var vingerafdruk = Vingerafdruk.Van(token);
        // Taken before the check: keys that change meanwhile make the outcome old.
        var sleutels = bron.Versie;
        if (_geldig.TryGetValue(vingerafdruk, out var bekend) && bekend.Sleutels == sleutels && Environment.TickCount64 < bekend.Tot)
            return bekend.Uitkomst;

        var uitkomst = await base.ValidateTokenAsync(token, validationParameters);
        if (!uitkomst.IsValid) return uitkomst;
        var nogGeldig = uitkomst.SecurityToken.ValidTo - DateTime.UtcNow;
        if (nogGeldig <= TimeSpan.Zero) return uitkomst;
        if (_geldig.Count >= Meest) _geldig.Clear();
        var tot = Environment.TickCount64 + (long)(nogGeldig < Langst ? nogGeldig : Langst).TotalMilliseconds;
        _geldig[vingerafdruk] = (tot, sleutels, uitkomst);
        return uitkomst;
    }

    private readonly record struct Vingerafdruk(UInt128 Begin, UInt128 Eind)
    {
        public static Vingerafdruk Van(string token)
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(Encoding.ASCII.GetBytes(token), hash);
            return MemoryMarshal.Read<Vingerafdruk>(hash);
        }
    }
}

/// <summary>Ready once the issuer's keys are known. Without them the gateway cannot recognise a forged token.</summary>
internal sealed class UitgeverBekend(IOptionsMonitor<JwtBearerOptions> opties) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await opties.Get(JwtBearerDefaults.AuthenticationScheme).ConfigurationManager!.GetConfigurationAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (InvalidOperationException)
        {
            return HealthCheckResult.Unhealthy();
        }
    }
}

internal static class TokengeheugenExtensions
{
    public static void AddTokengeheugen(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<Sleutelbron>((o, bron) =>
        {
            o.TokenHandlers.Clear();
            o.TokenHandlers.Add(new Tokengeheugen(bron) { MapInboundClaims = o.MapInboundClaims });
        });
        builder.Services.AddHealthChecks().AddCheck<UitgeverBekend>("uitgever", tags: ["ready"]);
    }
}
