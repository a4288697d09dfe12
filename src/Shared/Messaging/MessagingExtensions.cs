using System.Reflection;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using RabbitMQ.Client;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.AccessLog;
using WmoPlatform.Messaging.Broker;
using WmoPlatform.Messaging.Failed;
using WmoPlatform.Messaging.Inbox;
using WmoPlatform.Messaging.Origin;
using WmoPlatform.Messaging.Outbox;
using WmoPlatform.ServiceDefaults.Inzage;
using WmoPlatform.ServiceDefaults.Verbindingen;

namespace WmoPlatform.Messaging;

/// <summary>Adds a service's database and its messages. Only this project names MassTransit.</summary>
public static class MessagingExtensions
{
    /// <summary>
    /// Registers the DbContext (<c>ConnectionStrings:{dienst}</c>), outbox, relay, inbox and every <see cref="IReaction{T}"/> of the
    /// context's assembly. A service reacts to exactly the events that Contracts says its queue subscribes to.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="service">One of <see cref="Diensten"/>: name of connection string and queue.</param>
    /// <exception cref="InvalidOperationException">
    /// A setting is missing, or the reactions and the subscriptions of Contracts differ.
    /// </exception>
    public static void AddMessaging<TDb>(this IHostApplicationBuilder builder, string service) where TDb : ServiceDb
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = builder.Configuration.GetSection("Messaging").Get<MessagingOptions>() ?? new();
        if (options.BewaartermijnVerzoeken < TimeSpan.FromDays(7))
        {
            throw new InvalidOperationException("Messaging:BewaartermijnVerzoeken is ten minste zeven dagen: "
                + "zo lang mag een verzoek met dezelfde Idempotency-Key terugkomen.");
        }
        if (options.BewaartermijnGebeurtenissen > options.Bewaartermijn)
        {
            throw new InvalidOperationException("Messaging:BewaartermijnGebeurtenissen is niet langer dan Messaging:Bewaartermijn: "
                + "anders wordt een dienst na herstel gevoed met wat zij al verwerkte en vergat.");
        }
        var vault = new Vault(options, service);
        var json = new EventJson(vault);
        var databaseAddress = new NpgsqlConnectionStringBuilder(Required(builder.Configuration, service)) { ApplicationName = service };
        // Eight services share one server, so each gets a small pool.
        if (databaseAddress.MaxPoolSize == 100) databaseAddress.MaxPoolSize = 32;
        // A service repeats a few statements all day. Prepared statements let the server plan each of them once per connection.
        if (databaseAddress.MaxAutoPrepare == 0) (databaseAddress.MaxAutoPrepare, databaseAddress.AutoPrepareMinUsages) = (100, 2);
        // Whatever we leave on a pooled connection we take away ourselves (Migration), so it need not be cleaned before its next use.
        databaseAddress.NoResetOnClose = true;
        // Services sign in with a password over TLS. Npgsql would look for Kerberos first, and warn where its library is not installed.
        databaseAddress.GssEncryptionMode = GssEncryptionMode.Disable;
        var brokerAddress = new Uri(Required(builder.Configuration, "rabbitmq"));
        var tls = Versleuteling.Van(builder);
        tls.RequirePostgres($"ConnectionStrings:{service}", databaseAddress);
        tls.RequireBroker("ConnectionStrings:rabbitmq", brokerAddress);
        var brokerTls = new BrokerTls(builder.Configuration, brokerAddress);

        builder.Services.AddSingleton(options).AddSingleton(vault).AddSingleton(json).AddSingleton(new Metering(service));
        builder.Services.AddSingleton(new Signatures(options, service));
        builder.Services.AddSingleton<Signal>().AddSingleton<JustCommitted>();
        builder.Services.AddSingleton(_ => Source(databaseAddress));
        builder.Services.AddKeyedSingleton(nameof(Relay), (_, _) => Source(new(databaseAddress.ConnectionString) { Pooling = false }));
        builder.Services.AddSingleton<IConnectionFactory>(new ConnectionFactory
        {
            Uri = brokerAddress,
            Ssl = brokerTls.Option,
            ClientProvidedName = service + "-relay",
            AutomaticRecoveryEnabled = false,
            RequestedHeartbeat = BrokerSocket.Heartbeat,
            SocketFactory = BrokerSocket.For,
        });
        builder.Services.AddSingleton<StoreAnnouncements>().AddSingleton<SignalAfterCommit>().AddSingleton<UnprepareAfterFailure>();
        builder.Services.AddDbContextPool<TDb>((sp, o) => o
            .UseNpgsql(sp.GetRequiredService<NpgsqlDataSource>())
            .AddInterceptors(sp.GetRequiredService<StoreAnnouncements>(), sp.GetRequiredService<SignalAfterCommit>(),
                sp.GetRequiredService<UnprepareAfterFailure>())
            // Two users who save the same thing at one moment are no failure. The caller of SaveChanges reports the ones that are.
            .ConfigureWarnings(w => w.Log((CoreEventId.SaveChangesFailed, LogLevel.Debug))), poolSize: 64);
        // For code that works with the database of any service.
        builder.Services.AddScoped<ServiceDb>(sp => sp.GetRequiredService<TDb>());
        builder.Services.AddScoped<ReceivedMessage>();

        builder.Services.TryAddSingleton(new RelayHooks());
        builder.Services.AddSingleton<Relay>();
        if (options.RelayAan) builder.Services.AddHostedService(sp => sp.GetRequiredService<Relay>());
        builder.Services.AddHostedService<Maintenance<TDb>>();
        builder.Services.AddSingleton(AccessLogOptions.Read(builder)).AddSingleton<Chain>().AddSingleton<Verify>();
        builder.Services.AddSingleton<IInzagelog, AccessLog.AccessLog>();
        builder.Services.AddSingleton<CloseBlocks>().AddHostedService(sp => sp.GetRequiredService<CloseBlocks>());
        builder.Services.AddSingleton<Resealing<TDb>>().AddSingleton<IResealing>(sp => sp.GetRequiredService<Resealing<TDb>>());
        builder.Services.AddHostedService(sp => sp.GetRequiredService<Resealing<TDb>>());
        builder.Services.AddHealthChecks().AddCheck<DatabaseReachable>("database", tags: ["ready"]);

        var reactions = Reactions(typeof(TDb).Assembly, service);
        foreach (var (type, reaction) in reactions) builder.Services.AddScoped(typeof(IReaction<>).MakeGenericType(type), reaction);
        if (!options.OntvangstAan) return;
        RequireAllSubscriptions(reactions, service);
        builder.Services.AddSingleton(new Reactions(reactions.Keys)).AddSingleton<Handling<TDb>>().AddSingleton<Renewal>();
        builder.Services.AddSingleton<FromParking<TDb>>();
        builder.Services.AddSingleton<Inbox<TDb>>().AddHostedService(sp => sp.GetRequiredService<Inbox<TDb>>());
        builder.Services.AddBus<TDb>(service, options, brokerAddress, brokerTls);
    }

    private static void AddBus<TDb>(
        this IServiceCollection services, string service, MessagingOptions options, Uri broker, BrokerTls tls) where TDb : ServiceDb
    {
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
                    h.ConnectionName(service);
                    h.Heartbeat(BrokerSocket.Heartbeat);
                    if (tls.Option.Enabled) h.UseSsl(s => s.CertificateValidationCallback = tls.Option.CertificateValidationCallback);
                    h.OnRefreshConnectionFactory = factory =>
                    {
                        factory.Ssl = tls.Option;
                        factory.SocketFactory = BrokerSocket.For;
                        return Task.CompletedTask;
                    };
                });
                cfg.ReceiveEndpoint(service, e =>
                    Take(e, options.Venster, new IntoInbox<TDb>(context.GetRequiredService<Inbox<TDb>>())));
                cfg.ReceiveEndpoint(Topology.ParkingQueue(service), e => Take(e, 1, context.GetRequiredService<FromParking<TDb>>()));
            });
        });
    }

    /// <summary>Lets a filter handle every message of a queue. It is acknowledged when the filter returns.</summary>
    private static void Take<T>(IRabbitMqReceiveEndpointConfigurator endpoint, int window, T filter)
        where T : IFilter<ReceiveContext>, IFilter<ExceptionReceiveContext>
    {
        // The deployment makes the bindings, those of all services at once. What else the queue needs is a policy.
        endpoint.ConfigureConsumeTopology = false;
        endpoint.SetQuorumQueue();
        endpoint.PrefetchCount = (ushort)window;
        endpoint.ConcurrentMessageLimit = window;
        endpoint.ConfigureReceive(p => p.UseFilter(filter));
        endpoint.ConfigureError(p => p.UseFilter(filter));
        endpoint.ConfigureDeadLetter(p => p.UseFilter(new Nothing()));
    }

    /// <summary>The reaction to each event. An open generic class reacts to every event without a reaction of its own.</summary>
    private static Dictionary<Type, Type> Reactions(Assembly assembly, string service)
    {
        var found = new Dictionary<Type, Type>();
        Type? every = null;
        foreach (var class_ in assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false }))
        {
            var types = class_.GetInterfaces()
                .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IReaction<>))
                .Select(i => i.GetGenericArguments()[0]);
            foreach (var type in types)
                if (type.IsGenericParameter) every = class_;
                else found.Add(type, class_);
        }

        var subscriptions = Gebeurtenissen.Abonnementen[service];
        if (every is not null)
            foreach (var type in subscriptions.Where(s => !found.ContainsKey(s))) found.Add(type, every.MakeGenericType(type));
        return found;
    }

    private static void RequireAllSubscriptions(Dictionary<Type, Type> reactions, string service)
    {
        var subscriptions = Gebeurtenissen.Abonnementen[service];
        if (!reactions.Keys.ToHashSet().SetEquals(subscriptions))
        {
            var different = reactions.Keys.Except(subscriptions).Concat(subscriptions.Except(reactions.Keys)).Select(t => t.Name);
            throw new InvalidOperationException(
                $"De reacties van {service} en de abonnementen in Contracts verschillen: {string.Join(", ", different)}.");
        }
    }

    private static NpgsqlDataSource Source(NpgsqlConnectionStringBuilder address) =>
        new NpgsqlDataSourceBuilder(address.ConnectionString).ConfigureTracing(StatementNames.Configure).Build();

    private static string Required(IConfiguration configuration, string name) =>
        configuration.GetConnectionString(name) is { Length: > 0 } address
            ? address
            : throw new InvalidOperationException($"Stel ConnectionStrings:{name} in.");
}
