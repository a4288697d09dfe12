using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Architecture.Tests;

/// <summary>The OpenAPI documents of all services, with the endpoints that they describe.</summary>
public sealed class OpenApiDocumenten : IAsyncLifetime
{
    private readonly Dictionary<string, (IReadOnlyList<(ApiBeschrijving, JsonElement)>, IReadOnlyList<RouteEndpoint>)> _diensten = [];

    /// <summary>The APIs of a service, and all its endpoints that are not for everybody.</summary>
    public (IReadOnlyList<(ApiBeschrijving Api, JsonElement Document)> Apis, IReadOnlyList<RouteEndpoint> Endpoints) Van(string dienst) =>
        _diensten[dienst.ToLowerInvariant()];

    public async ValueTask InitializeAsync()
    {
        foreach (var dienst in Huis.Diensten) await Dienst.Doe(dienst, Lees<ServiceDb>);
    }

    private async Task Lees<TDb>(string naam) where TDb : ServiceDb
    {
        await using var dienst = await Dienst.StartAsync<TDb>(naam);
        using var http = dienst.Met(null);
        List<(ApiBeschrijving, JsonElement)> apis = [];
        foreach (var api in dienst.Services.GetServices<ApiBeschrijving>())
            apis.Add((api, await http.GetFromJsonAsync<JsonElement>(new Uri(api.Pad + "/openapi.json", UriKind.Relative))));
        _diensten[naam] = (apis, [.. dienst.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null)]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
