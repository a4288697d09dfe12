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
    /// <param name="rijversie">The row version of the aggregate.</param>
    /// <param name="versie">The version of its events, so that a refusal can say what changed since; null for one that keeps none.</param>
    public void Zet(uint rijversie, int? versie = null) => _antwoord.Headers.ETag = versie is { } v
        ? string.Create(CultureInfo.InvariantCulture, $"\"{rijversie}.{v}\"") : Van(rijversie);

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

    /// <summary>Whether a tag is of this row, whatever it says about events.</summary>
    internal static bool Is(ReadOnlySpan<char> tag, uint rijversie)
    {
        var kaal = tag.Trim('"');
        var punt = kaal.IndexOf('.');
        return uint.TryParse(punt < 0 ? kaal : kaal[..punt], NumberStyles.None, CultureInfo.InvariantCulture, out var rij)
            && rij == rijversie;
    }

    /// <summary>The version of the events that a tag names; null when it names none.</summary>
    internal static int? Gebeurtenisversie(ReadOnlySpan<char> tag)
    {
        var kaal = tag.Trim('"');
        var punt = kaal.IndexOf('.');
        return punt >= 0 && int.TryParse(kaal[(punt + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var versie)
            ? versie : null;
    }

    internal static string Van(uint rijversie) => string.Create(CultureInfo.InvariantCulture, $"\"{rijversie}\"");
}

/// <summary>Marks an endpoint that sends an ETag.</summary>
public sealed record EtagKop;
