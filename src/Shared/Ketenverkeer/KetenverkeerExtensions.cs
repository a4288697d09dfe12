using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Ketenverkeer;

/// <summary>Adds the post to and from one chain partner.</summary>
public static class KetenverkeerExtensions
{
    internal const string Client = "ketenpartner";

    /// <summary>
    /// Registers the outgoing post to the partner (setting <c>Partners:{partner}:Adres</c>) with time-out, retries and a circuit breaker, and
    /// every <see cref="IBijKetenbericht{T}"/> and the <see cref="IBijOpgegeven"/> of the context's assembly. The service's <c>OnModelCreating</c> calls <c>MetKetenverkeer</c>.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="partner">Ggk, Svb or Cak.</param>
    /// <exception cref="InvalidOperationException">The partner's address is not configured, or is none.</exception>
    public static void AddKetenverkeer<TDb>(this IHostApplicationBuilder builder, string partner) where TDb : DienstDb
    {
        ArgumentNullException.ThrowIfNull(builder);
        var adres = builder.Configuration.VerplichtAdres($"Partners:{partner}:Adres", $"waar de berichten voor {partner} heen gaan");
        builder.Services.AddHttpClient(Client, c =>
        {
            c.BaseAddress = adres;
            // The pipeline below sets the time limits.
            c.Timeout = Timeout.InfiniteTimeSpan;
        });
        var storing = new PredicateBuilder().Handle<HttpRequestException>().Handle<TimeoutRejectedException>();
        var pijplijn = new ResiliencePipelineBuilder()
            .AddRetry(new RetryStrategyOptions { MaxRetryAttempts = 2, Delay = TimeSpan.FromMilliseconds(200), BackoffType = DelayBackoffType.Exponential, UseJitter = true, ShouldHandle = storing })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions { MinimumThroughput = 8, SamplingDuration = TimeSpan.FromSeconds(15), BreakDuration = TimeSpan.FromSeconds(5), ShouldHandle = storing })
            .AddTimeout(TimeSpan.FromSeconds(10))
            .Build();
        builder.Services.AddSingleton<KetenverzenderWekker>().AddScoped<Ketenpost>();
        builder.Services.ConfigureDbContext<TDb>((sp, o) => o.AddInterceptors(sp.GetRequiredService<KetenverzenderWekker>()));
        builder.Services.AddHostedService(sp => ActivatorUtilities.CreateInstance<Ketenverzender<TDb>>(sp, pijplijn));
        builder.Services.AddHostedService<Ketenmeting<TDb>>();
        foreach (var klasse in typeof(TDb).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false }))
            foreach (var bij in klasse.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IBijKetenbericht<>)))
                builder.Services.AddScoped(bij, klasse);
        foreach (var klasse in typeof(TDb).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IBijOpgegeven))))
            builder.Services.AddScoped(typeof(IBijOpgegeven), klasse);
    }
}
