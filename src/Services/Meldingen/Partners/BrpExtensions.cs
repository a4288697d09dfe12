using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Verbindingen;

namespace WmoPlatform.Meldingen.Partners;

public static class BrpExtensions
{
    /// <summary>
    /// Registers who asks the BRP, and who follows persons there. Settings under <c>Partners:Brp</c>: <c>Adres</c>, <c>ApiSleutel</c>, the
    /// sections <c>Volgen</c> (<see cref="Volgopties"/>) and <c>Token</c> (<see cref="Brptokenopties"/>), and those of
    /// <see cref="Certificaten"/>.
    /// </summary>
    public static void AddBrp(this IHostApplicationBuilder builder)
    {
        var adres = builder.VerplichtAdres("Partners:Brp:Adres", "waar de personen van de BRP te bevragen zijn");
        var volgen = Volgopties.Lees(builder);
        var storing = new PredicateBuilder<HttpResponseMessage>().Handle<HttpRequestException>().Handle<TimeoutRejectedException>()
            .HandleResult(BrpAdapter.IsWeg);
        var tls = builder.Configuration.LeesTls("Partners:Brp", intrekking: true);
        var sleutel = builder.Configuration["Partners:Brp:ApiSleutel"];
        var token = Brptokenopties.Lees(builder);
        builder.Services.AddSingleton(diensten => new Brptoken(
            new(Handler()) { Timeout = TimeSpan.FromSeconds(5) }, token, diensten.GetRequiredService<ILogger<Brptoken>>()));
        // Longer than all attempts together, so that reading an answer ends too.
        Verbind<BrpAdapter>("brp", adres, TimeSpan.FromSeconds(25), pogingen: 2);
        // Following is not in the way of asking, so it gets one short attempt. What fails is repeated later.
        Verbind<BrpVolgen>("brp-volgen", volgen.Adres, TimeSpan.FromSeconds(6), pogingen: 0);
        builder.Services.AddSingleton(volgen);
        builder.Services.AddSingleton<BrpNavraag>().AddHostedService(sp => sp.GetRequiredService<BrpNavraag>());
        builder.Services.AddSingleton<PersoonVolgen>().AddHostedService(sp => sp.GetRequiredService<PersoonVolgen>());
        if (volgen.Adres is not null)
            builder.Services.AddSingleton<Wijzigingsronde>().AddHostedService(sp => sp.GetRequiredService<Wijzigingsronde>());

        // A question names a person, and a secret opens the register: they go to no other address than this one.
        SocketsHttpHandler Handler() => new() { SslOptions = tls, AllowAutoRedirect = false };

        void Verbind<T>(string naam, Uri? waarheen, TimeSpan uiterlijk, int pogingen) where T : class
        {
            var client = builder.Services.AddHttpClient<T>(c =>
            {
                (c.BaseAddress, c.Timeout) = (waarheen, uiterlijk);
                if (!string.IsNullOrEmpty(sleutel)) c.DefaultRequestHeaders.Add("X-API-KEY", sleutel);
            });
            client.ConfigurePrimaryHttpMessageHandler(Handler);
            client.AddResilienceHandler(naam, pijplijn =>
            {
                if (pogingen > 0)
                    pijplijn.AddRetry(new HttpRetryStrategyOptions
                    {
                        MaxRetryAttempts = pogingen,
                        Delay = TimeSpan.FromMilliseconds(200),
                        ShouldRetryAfterHeader = false,
                        ShouldHandle = storing,
                    });
                pijplijn
                    .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
                    {
                        MinimumThroughput = 10,
                        BreakDuration = TimeSpan.FromSeconds(10),
                        ShouldHandle = storing,
                    })
                    .AddTimeout(TimeSpan.FromSeconds(5));
            });
            if (token.Adres is not null)
                client.AddHttpMessageHandler(diensten => new BrpToegang(diensten.GetRequiredService<Brptoken>()));
        }
    }
}

/// <summary>How persons are followed at the BRP (section <c>Partners:Brp:Volgen</c>).</summary>
public sealed record Volgopties
{
    /// <summary>
    /// The address of the BRP Update API, below which its paths lie. Null when the municipality has no such service: then the BRP is only
    /// asked again at the next melding of a person.
    /// </summary>
    public Uri? Adres { get; init; }

    /// <summary>The time between two looks at what changed.</summary>
    public TimeSpan Peiling { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// For how many days somebody is followed after the agreed end of the last help, because a contribution is corrected until then.
    /// </summary>
    public int DagenNaHulp { get; init; } = 400;

    internal static Volgopties Lees(IHostApplicationBuilder builder)
    {
        var sectie = builder.Configuration.GetSection("Partners:Brp:Volgen");
        var opties = (sectie.Get<Volgopties>() ?? new()) with
        {
            Adres = string.IsNullOrEmpty(sectie["Adres"]) ? null : new(
                builder.VerplichtAdres("Partners:Brp:Volgen:Adres", "waar personen bij de BRP te volgen zijn").OriginalString.TrimEnd('/')
                + "/"),
        };
        if (opties.Peiling < TimeSpan.FromSeconds(1) || opties.Peiling > TimeSpan.FromDays(1))
            throw new InvalidOperationException("Partners:Brp:Volgen:Peiling ligt tussen een seconde en een dag.");
        if (opties.DagenNaHulp is < 0 or > 3660)
            throw new InvalidOperationException("Partners:Brp:Volgen:DagenNaHulp ligt tussen 0 en 3660.");
        return opties;
    }
}
