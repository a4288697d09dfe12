using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.ServiceDefaults.Api;

/// <summary>
/// The version that a user saw before they changed it (header If-Match), where two people may edit. Bind it as a parameter of an endpoint,
/// which also adds it to the OpenAPI document: <c>IfMatch</c> is required, <c>IfMatch?</c> is optional.
/// </summary>
public sealed class IfMatch : IEndpointParameterMetadataProvider
{
    private readonly string _waarde;

    private IfMatch(string waarde) => _waarde = waarde;

    /// <summary>Demands that the user saw this version.</summary>
    /// <exception cref="Weigering">412: the user saw another version.</exception>
    public void Eis(uint rijversie)
    {
        if (_waarde != "*" && _waarde != Etag.Van(rijversie)) throw Weigering.IntussenGewijzigd();
    }

    /// <summary>Binds the header to an endpoint's parameter.</summary>
    /// <exception cref="Weigering">428: the header is missing and required.</exception>
    public static ValueTask<IfMatch?> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var waarde = context.Request.Headers.IfMatch.ToString();
        if (waarde.Length > 0) return new(new IfMatch(waarde));
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
