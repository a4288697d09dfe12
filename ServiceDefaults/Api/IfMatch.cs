using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.ServiceDefaults.Api;

/// <summary>
/// The version that a user saw before they changed it (header If-Match), where two people may edit. Bind it as a parameter of an endpoint,
/// which also adds it to the OpenAPI document: <c>IfMatch</c> is required, <c>IfMatch?</c> is optional.
/// </summary>
public sealed class IfMatch : IEndpointParameterMetadataProvider
{
    private readonly IList<EntityTagHeaderValue> _versies;

    private IfMatch(IList<EntityTagHeaderValue> versies) => _versies = versies;

    /// <summary>Demands that the user saw this version: one of those that the header names, or any (RFC 9110, 13.1.1).</summary>
    /// <param name="rijversie">The row version of the aggregate.</param>
    /// <param name="sinds">The changes since a version of its events, where the aggregate keeps them.</param>
    /// <exception cref="Weigering">412: the user saw another version. It says what changed since, as far as that is kept.</exception>
    public void Eis(uint rijversie, Func<int, IReadOnlyList<Wijziging>>? sinds = null)
    {
        // A weak tag says that two versions mean the same, which is not what a change asks.
        if (_versies.Any(v => v.Tag == "*" || (!v.IsWeak && Etag.Is(v.Tag.AsSpan(), rijversie)))) return;
        var gezien = _versies.Select(v => Etag.Gebeurtenisversie(v.Tag.AsSpan())).Max();
        throw Weigering.IntussenGewijzigd(gezien is { } versie ? sinds?.Invoke(versie) : null);
    }

    /// <summary>Binds the header to an endpoint's parameter.</summary>
    /// <exception cref="Weigering">428: the header is missing and required.</exception>
    public static ValueTask<IfMatch?> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Request.Headers.IfMatch is { Count: > 0 } kop && kop.ToString().Length > 0)
            return new(new IfMatch(EntityTagHeaderValue.TryParseList(kop, out var versies) ? versies : []));
        return context.GetEndpoint()?.Metadata.GetMetadata<IfMatchKop>() is { Verplicht: true } ? throw Weigering.VersieVereist() : default;
    }

    /// <summary>Marks the endpoint as one that takes the header.</summary>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Metadata.Add(new IfMatchKop(new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.NotNull));
    }
}

/// <summary>Marks an endpoint that takes If-Match.</summary>
/// <param name="Verplicht">Whether it is always required. If not, the handler may still require it for some changes.</param>
public sealed record IfMatchKop(bool Verplicht);
