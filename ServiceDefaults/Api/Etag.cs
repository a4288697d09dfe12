using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace WmoPlatform.ServiceDefaults.Api;

/// <summary>
/// The version of an answer (header ETag): the row version of an aggregate that two people may edit. A client sends it back in <see
/// cref="IfMatch"/>. Bind it as a parameter of an endpoint, which also adds it to the OpenAPI document.
/// </summary>
public sealed class Etag : IEndpointParameterMetadataProvider
{
    private readonly HttpResponse _antwoord;

    private Etag(HttpResponse antwoord) => _antwoord = antwoord;

    /// <summary>Sends the version with the answer.</summary>
    public void Zet(uint rijversie) => _antwoord.Headers.ETag = Van(rijversie);

    /// <summary>Binds the answer's header to an endpoint's parameter.</summary>
    public static ValueTask<Etag> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(new Etag(context.Response));
    }

    /// <summary>Marks the endpoint as one that sends the header.</summary>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Metadata.Add(new EtagKop());
    }

    internal static string Van(uint rijversie) => string.Create(CultureInfo.InvariantCulture, $"\"{rijversie}\"");
}

/// <summary>Marks an endpoint that sends an ETag.</summary>
public sealed record EtagKop;
