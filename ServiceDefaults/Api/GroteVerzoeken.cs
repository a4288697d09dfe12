using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.ServiceDefaults.Api;

/// <summary>
/// Bounds the memory that large requests take together. A request is read once there is room for its body (setting
/// <c>Grenzen:GroteVerzoeken</c>, in bytes). Until then its body waits at the sender. An endpoint with a size limit of its own takes large
/// bodies, so all of its requests count; of the others only those with a large body.
/// </summary>
internal sealed class GroteVerzoeken : IDisposable
{
    /// <summary>Shorter than the gateway waits for an answer.</summary>
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(10);

    /// <summary>What a person writes is smaller. Of such bodies a thousand may be read at once.</summary>
    private const int Klein = 64 * 1024;

    private readonly ConcurrencyLimiter _ruimte;
    private readonly int _bytes;

    public GroteVerzoeken(IConfiguration configuratie)
    {
        _bytes = configuratie.GetValue("Grenzen:GroteVerzoeken", 32 * 1024 * 1024);
        if (_bytes <= 0) throw new InvalidOperationException("Grenzen:GroteVerzoeken is een aantal bytes, groter dan nul.");
        _ruimte = new(new() { PermitLimit = _bytes, QueueLimit = int.MaxValue });
    }

    public async Task Begrens(HttpContext context, RequestDelegate next)
    {
        if (Hoogstens(context) is not { } hoogstens)
        {
            await next(context);
            return;
        }
        // Without a length it may become as large as it is allowed. One that is larger than the room is handled alone.
        var nodig = (int)Math.Min(Math.Min(context.Request.ContentLength ?? hoogstens, hoogstens), _bytes);
        using var beurt = await Beurt(nodig, context.RequestAborted);
        await next(context);
    }

    /// <summary>The largest body that the request may have; null for a request that does not count.</summary>
    private static long? Hoogstens(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize is { } eigen) return eigen;
        var heeftInhoud = context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true;
        return heeftInhoud && !(context.Request.ContentLength <= Klein)
            ? context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize : null;
    }

    private async Task<RateLimitLease> Beurt(int bytes, CancellationToken annulering)
    {
        using var geduld = CancellationTokenSource.CreateLinkedTokenSource(annulering);
        geduld.CancelAfter(Geduld);
        try
        {
            return await _ruimte.AcquireAsync(bytes, geduld.Token);
        }
        catch (OperationCanceledException) when (!annulering.IsCancellationRequested)
        {
            throw Weigering.TeVeel("te-druk",
                "Er worden nu te veel grote bestanden tegelijk aangeleverd. Wacht zo lang als Retry-After zegt en probeer het opnieuw.",
                Geduld);
        }
    }

    public void Dispose() => _ruimte.Dispose();
}

internal static class GroteVerzoekenExtensions
{
    public static void UseGroteVerzoeken(this IApplicationBuilder app) =>
        app.Use(app.ApplicationServices.GetRequiredService<GroteVerzoeken>().Begrens);
}
