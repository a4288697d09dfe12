using System.Reflection;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Npgsql;
using RabbitMQ.Client;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Mislukt;
using WmoPlatform.Messaging.Ontvangst;
using WmoPlatform.Messaging.Uitgaand;

namespace WmoPlatform.Messaging;

/// <summary>Adds a service's database and its messages: the only project that names MassTransit.</summary>
public static class MessagingExtensions
{
    /// <summary>
    /// Registers the DbContext (<c>ConnectionStrings:{dienst}</c>), outbox, relay, inbox and every <see cref="IReactie{T}"/> of the
    /// context's assembly. A service reacts to exactly the events that Contracts says its queue subscribes to.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="dienst">One of <see cref="Diensten"/>: name of connection string and queue.</param>
    /// <exception cref="InvalidOperationException">A setting is missing, or the reactions and the subscriptions of Contracts differ.</exception>
    public static void AddMessaging<TDb>(this IHostApplicationBuilder builder, string dienst) where TDb : DienstDb
    {
        ArgumentNullException.ThrowIfNull(builder);
        var opties = builder.Configuration.GetSection("Messaging").Get<MessagingOpties>() ?? new();
        if (opties.BewaartermijnVerzoeken < TimeSpan.FromDays(7)) throw new InvalidOperationException("Messaging:BewaartermijnVerzoeken is ten minste zeven dagen: zo lang mag een verzoek met dezelfde Idempotency-Key terugkomen.");
        var kluis = new Kluis(Sleutel(opties));
        var json = new GebeurtenisJson(kluis);
        var databaseAdres = new NpgsqlConnectionStringBuilder(Verplicht(builder.Configuration, dienst)) { ApplicationName = dienst };
        // Eight services share one server: a small pool each.
        if (databaseAdres.MaxPoolSize == 100) databaseAdres.MaxPoolSize = 32;
        // A service says the same few statements all day: the server plans each of them once per connection.
        if (databaseAdres.MaxAutoPrepare == 0) (databaseAdres.MaxAutoPrepare, databaseAdres.AutoPrepareMinUsages) = (100, 2);
        var brokerAdres = new Uri(Verplicht(builder.Configuration, "rabbitmq"));

        builder.Services.AddSingleton(opties).AddSingleton(kluis).AddSingleton(json).AddSingleton(new Meting(dienst));
        builder.Services.AddSingleton<Wekker>().AddSingleton<Volgorde>().AddSingleton<Storing<TDb>>();
        builder.Services.AddSingleton(_ => new NpgsqlDataSourceBuilder(databaseAdres.ConnectionString).Build());
        builder.Services.AddSingleton<IConnectionFactory>(new ConnectionFactory
        {
            Uri = brokerAdres,
            ClientProvidedName = dienst + "-relay",
            AutomaticRecoveryEnabled = false,
            RequestedHeartbeat = TimeSpan.FromSeconds(10),
        });
        builder.Services.AddSingleton<AankondigingenOpslaan>().AddSingleton<WekNaVastlegging>();
        builder.Services.AddDbContextPool<TDb>((sp, o) => o
            .UseNpgsql(sp.GetRequiredService<NpgsqlDataSource>())
            .AddInterceptors(sp.GetRequiredService<AankondigingenOpslaan>(), sp.GetRequiredService<WekNaVastlegging>()), poolSize: 64);
        // For code that works with whichever database this service has.
        builder.Services.AddScoped<DienstDb>(sp => sp.GetRequiredService<TDb>());
        builder.Services.AddScoped<OntvangenBericht>();

        builder.Services.TryAddSingleton(new RelayHaken());
        builder.Services.AddSingleton<Relay>().AddHostedService(sp => sp.GetRequiredService<Relay>());
        builder.Services.AddHostedService<Onderhoud<TDb>>();
        builder.Services.AddHealthChecks().AddCheck<DatabaseBereikbaar>("database", tags: ["ready"]);

        var reacties = Reacties(typeof(TDb).Assembly, dienst);
        foreach (var (soort, reactie) in reacties) builder.Services.AddScoped(typeof(IReactie<>).MakeGenericType(soort), reactie);
        if (!opties.OntvangstAan) return;
        EisAlleAbonnementen(reacties, dienst);
        builder.Services.AddBus<TDb>(dienst, [.. reacties.Keys], opties, kluis, brokerAdres);
    }

    private static void AddBus<TDb>(this IServiceCollection services, string dienst, Type[] soorten, MessagingOpties opties, Kluis kluis, Uri broker) where TDb : DienstDb
    {
        foreach (var soort in soorten) services.AddSingleton(typeof(Ontvanger<,>).MakeGenericType(typeof(TDb), soort));
        services.AddMassTransit(x =>
        {
            x.DisableUsageTelemetry();
            x.ConfigureHealthCheckOptions(o =>
            {
                o.Name = "broker";
                o.Tags.Clear();
                o.Tags.Add("ready");
            });
            x.UsingRabbitMq((context, cfg) =>
            {
                cfg.Host(broker, h =>
                {
                    h.ConnectionName(dienst);
                    h.Heartbeat(TimeSpan.FromSeconds(10));
                });
                cfg.MessageTopology.SetEntityNameFormatter(new Wirenaam());
                cfg.ConfigureJsonSerializerOptions(o => GebeurtenisJson.Stel(o, kluis));
                cfg.ReceiveEndpoint(dienst, e =>
                {
                    foreach (var (naam, waarde) in Topologie.Wachtrijargumenten(dienst, opties.Bezorglimiet)) e.SetQueueArgument(naam, waarde);
                    // Topologie has declared the bindings already, those of all services at once.
                    e.ConfigureConsumeTopology = false;
                    e.PrefetchCount = (ushort)(opties.Gelijktijdig * 4);
                    e.ConcurrentMessageLimit = opties.Gelijktijdig;
                    var opzij = new NaarMislukt<TDb>(context.GetRequiredService<IServiceScopeFactory>(), context.GetRequiredService<Storing<TDb>>());
                    e.ConfigureError(p => p.UseFilter(opzij));
                    e.ConfigureDeadLetter(p => p.UseFilter(opzij));
                    foreach (var soort in soorten) e.Instance(context.GetRequiredService(typeof(Ontvanger<,>).MakeGenericType(typeof(TDb), soort)));
                });
            });
        });
    }

    /// <summary>The reaction to each event; an open generic class reacts to all that have none of their own.</summary>
    private static Dictionary<Type, Type> Reacties(Assembly assembly, string dienst)
    {
        var gevonden = new Dictionary<Type, Type>();
        Type? iedere = null;
        foreach (var klasse in assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false }))
            foreach (var soort in klasse.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IReactie<>)).Select(i => i.GetGenericArguments()[0]))
                if (soort.IsGenericParameter) iedere = klasse;
                else gevonden.Add(soort, klasse);

        var abonnementen = Gebeurtenissen.Abonnementen[dienst];
        if (iedere is not null)
            foreach (var soort in abonnementen.Where(s => !gevonden.ContainsKey(s))) gevonden.Add(soort, iedere.MakeGenericType(soort));
        return gevonden;
    }

    private static void EisAlleAbonnementen(Dictionary<Type, Type> reacties, string dienst)
    {
        var abonnementen = Gebeurtenissen.Abonnementen[dienst];
        if (!reacties.Keys.ToHashSet().SetEquals(abonnementen))
            throw new InvalidOperationException(
                $"De reacties van {dienst} en de abonnementen in Contracts verschillen: {string.Join(", ", reacties.Keys.Except(abonnementen).Concat(abonnementen.Except(reacties.Keys)).Select(t => t.Name))}.");
    }

    private static byte[] Sleutel(MessagingOpties opties)
    {
        if (opties.Sleutel.Length == 0) throw new InvalidOperationException("Stel Messaging:Sleutel in: 32 bytes in base64, dezelfde voor alle diensten.");
        return Convert.FromBase64String(opties.Sleutel);
    }

    private static string Verplicht(IConfiguration configuratie, string naam) =>
        configuratie.GetConnectionString(naam) is { Length: > 0 } adres ? adres : throw new InvalidOperationException($"Stel ConnectionStrings:{naam} in.");

    private sealed class Wirenaam : IEntityNameFormatter
    {
        public string FormatEntityName<T>() => Gebeurtenissen.Naam(typeof(T));
    }
}
