using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.ServiceDefaults.Tests;

/// <summary>Large requests share a fixed amount of memory.</summary>
public sealed class GroteVerzoekenTests : IDisposable
{
    private readonly GroteVerzoeken _grenzen = new(new ConfigurationBuilder().AddInMemoryCollection(
        new Dictionary<string, string?> { ["Grenzen:GroteVerzoeken"] = "100" }).Build());

    [Fact]
    public async Task A_request_without_room_waits_for_another_to_end()
    {
        var eerste = new TaskCompletionSource();
        var bezig = _grenzen.Begrens(Verzoek(60), _ => eerste.Task);
        var begonnen = false;
        var wacht = _grenzen.Begrens(Verzoek(60), _ =>
        {
            begonnen = true;
            return Task.CompletedTask;
        });
        begonnen.ShouldBeFalse();
        eerste.SetResult();
        await Task.WhenAll(bezig, wacht);
        begonnen.ShouldBeTrue();
    }

    [Fact]
    public async Task A_request_that_waits_too_long_is_refused_and_told_when_to_try_again()
    {
        var eerste = new TaskCompletionSource();
        var bezig = _grenzen.Begrens(Verzoek(null), _ => eerste.Task);
        var weigering = await Should.ThrowAsync<Weigering>(() => _grenzen.Begrens(Verzoek(1), _ => Task.CompletedTask));
        (weigering.Status, weigering.Code).ShouldBe((429, "te-druk"));
        weigering.Wacht.ShouldNotBeNull();
        eerste.SetResult();
        await bezig;
    }

    [Fact]
    public async Task Small_requests_and_requests_that_fit_go_side_by_side()
    {
        var eerste = new TaskCompletionSource();
        var bezig = _grenzen.Begrens(Verzoek(60), _ => eerste.Task);
        await _grenzen.Begrens(Verzoek(40), _ => Task.CompletedTask);
        await _grenzen.Begrens(new DefaultHttpContext(), _ => Task.CompletedTask);
        eerste.SetResult();
        await bezig;
    }

    [Theory]
    [InlineData(65_536L, true)]
    [InlineData(65_537L, false)]
    [InlineData(null, false)]
    public async Task Of_an_endpoint_without_a_limit_of_its_own_only_large_bodies_count(long? lengte, bool gaatErnaast)
    {
        var eerste = new TaskCompletionSource();
        var bezig = _grenzen.Begrens(Verzoek(100), _ => eerste.Task);
        var gewoon = new DefaultHttpContext { Request = { ContentLength = lengte } };
        gewoon.Features.Set<IHttpRequestBodyDetectionFeature>(new Inhoud());
        gewoon.Features.Set<IHttpMaxRequestBodySizeFeature>(new Inhoud());

        var begonnen = false;
        var tweede = _grenzen.Begrens(gewoon, _ =>
        {
            begonnen = true;
            return Task.CompletedTask;
        });

        begonnen.ShouldBe(gaatErnaast);
        eerste.SetResult();
        await Task.WhenAll(bezig, tweede);
    }

    public void Dispose() => _grenzen.Dispose();

    private sealed class Inhoud : IHttpRequestBodyDetectionFeature, IHttpMaxRequestBodySizeFeature
    {
        public bool CanHaveBody => true;

        public bool IsReadOnly => true;

        public long? MaxRequestBodySize { get; set; } = 1024 * 1024;
    }

    private static DefaultHttpContext Verzoek(long? lengte)
    {
        var context = new DefaultHttpContext { Request = { ContentLength = lengte } };
        context.SetEndpoint(new Endpoint(null, new(new RequestSizeLimitAttribute(100)), null));
        return context;
    }
}
