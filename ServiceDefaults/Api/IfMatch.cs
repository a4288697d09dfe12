using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.ServiceDefaults.Api;

/// <summary>
/// The version that a change was made with in view (header If-Match), where two people may edit. Bind it as a parameter of an endpoint,
/// which
/// also puts it into the OpenAPI document: an <c>IfMatch</c> must be sent, an <c>IfMatch?</c> may be.
/// </summary>
public sealed class IfMatch : IEndpointParameterMetadataProvider
{
    private readonly string _waarde;

    private IfMatch(string waarde) => _waarde = waarde;

    /// <summary>Demands that this version was in view.</summary>
    /// <exception cref="Weigering">412: it was another.</exception>
    public void Eis(uint rijversie)
    {
        if (_waarde != "*" && _waarde != Etag.Van(rijversie)) throw Weigering.IntussenGewijzigd();
    }

    /// <summary>Binds the header to an endpoint's parameter.</summary>
    /// <exception cref="Weigering">428: it is not there, and must be.</exception>
    public static ValueTask<IfMatch?> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var waarde = context.Request.Headers.IfMatch.ToString();
        if (waarde.Length > 0) return new(new IfMatch(waarde));
        return context.GetEndpoint()?.Metadata.GetMetadata<IfMatchKop>() is { Verplicht: true } ? throw Weigering.VersieVereist() : default;
    }

    /// <summary>Lets the endpoint know that it takes the header.</summary>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Metadata.Add(new IfMatchKop(new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.NotNull));
    }
}

/// <summary>Marks an endpoint that takes If-Match.</summary>
/// <param name="Verplicht">Whether it must always be there; if not, the handler may still demand it for some changes.</param>
public sealed record IfMatchKop(bool Verplicht);
