using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using WmoPlatform.Messaging.Broker;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Messaging.Tests;

/// <summary>The broker is set up by a management API that sometimes forgets to answer.</summary>
public sealed class BeheerTests
{
    [Fact]
    public async Task A_request_that_was_carried_out_but_not_answered_is_made_again()
    {
        await using var vhost = await TestVhost.NieuwAsync("zwijgt", ingericht: false);
        await using var tussen = await Tussenman.StartAsync(vhost, zwijgt: 1);
        using var beheer = new Management(tussen.Adres, new Uri(vhost.Uri), patience: TimeSpan.FromSeconds(6));

        await beheer.LoadAsync(vhost.Naam, Definitions.For(vhost.Naam, Wachtwoord, Definitions.DeliveryLimit));
        await beheer.DeleteVhostAsync(vhost.Naam);

        string Wachtwoord(string dienst) => new Uri(vhost.VoorDienst(dienst)).UserInfo.Split(':')[1];
        tussen.Gevraagd.Values.ShouldAllBe(keer => keer >= 2);
    }

    [Fact]
    public async Task A_broker_that_never_answers_is_reported_with_what_was_asked()
    {
        await using var vhost = await TestVhost.NieuwAsync("zwijgt", ingericht: false);
        await using var tussen = await Tussenman.StartAsync(vhost, zwijgt: int.MaxValue);
        using var beheer = new Management(tussen.Adres, new Uri(vhost.Uri), patience: TimeSpan.FromMilliseconds(100));

        (await Should.ThrowAsync<HttpRequestException>(() => beheer.DeleteVhostAsync(vhost.Naam)))
            .Message.ShouldContain("DELETE api/vhosts/");
    }

    /// <summary>Stands between us and the real API, passes everything on, and keeps the first answers to each request to itself.</summary>
    private sealed class Tussenman(WebApplication host) : IAsyncDisposable
    {
        public Uri Adres => new(host.Urls.First());

        public ConcurrentDictionary<string, int> Gevraagd { get; } = [];

        public static async Task<Tussenman> StartAsync(TestVhost vhost, int zwijgt)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var host = builder.Build();
            var tussen = new Tussenman(host);
            host.Run(async vraag =>
            {
                using var echt = new HttpClient { BaseAddress = vhost.Beheeradres };
                using var verder = new HttpRequestMessage(new HttpMethod(vraag.Request.Method), vraag.Request.Path.ToUriComponent())
                {
                    Content = new StreamContent(vraag.Request.Body),
                };
                verder.Content.Headers.TryAddWithoutValidation("Content-Type", vraag.Request.ContentType);
                verder.Headers.TryAddWithoutValidation("Authorization", [.. vraag.Request.Headers.Authorization]);
                using var antwoord = await echt.SendAsync(verder);
                var keer = tussen.Gevraagd.AddOrUpdate($"{vraag.Request.Method} {vraag.Request.Path}", 1, (_, al) => al + 1);
                if (keer <= zwijgt)
                {
                    var opgegeven = new TaskCompletionSource();
                    await using var afgebroken = vraag.RequestAborted.Register(opgegeven.SetResult);
                    await opgegeven.Task;
                    return;
                }
                vraag.Response.StatusCode = (int)antwoord.StatusCode;
            });
            await host.StartAsync();
            return tussen;
        }

        public ValueTask DisposeAsync() => host.DisposeAsync();
    }
}
