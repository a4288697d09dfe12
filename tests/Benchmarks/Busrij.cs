using RabbitMQ.Client;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Inbox;
using WmoPlatform.Messaging.Outbox;
using WmoPlatform.Onderzoeken.Opslag;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Benchmarks;

/// <summary>What the bus costs: the inbox of Onderzoek behind MassTransit, and its twin behind a bare client.</summary>
internal static class Busrij
{
    private const int Aantal = 12_000;

    public static async Task MassTransit(Bank bank)
    {
        await using var o = await Opstelling.NieuwAsync(bank);
        var kosten = (Bus: new List<double>(), Kaal: new List<double>());
        var nummer = 0;
        await bank.Vergelijk(
            "the inbox behind MassTransit, a backlog", "the same inbox behind a bare client", "per s", 0.80, 0.95,
            () => Verwerk(o, kosten.Bus, bus: true, () => Interlocked.Increment(ref nummer)),
            () => Verwerk(o, kosten.Kaal, bus: false, () => Interlocked.Increment(ref nummer)), rondes: 3);
        bank.Regel($"| its processor time per message, client and reaction | {Bank.Mediaan(kosten.Bus):0.00} ms "
            + $"| the twin: {Bank.Mediaan(kosten.Kaal):0.00} ms | | | | |");
    }

    private static async Task<double> Verwerk(Opstelling o, List<double> kosten, bool bus, Func<int> nummer)
    {
        using var host = Dienst(o, bus);
        await host.MigrateAsync<OnderzoekDb>();
        await using var kanaal = await Rijen.Kanaal(o);
        await kanaal.QueuePurgeAsync(Diensten.Onderzoek);
        await Rijen.Publiceer(
            kanaal, "", Diensten.Onderzoek, Enumerable.Range(0, Aantal).Select(_ => Opstelling.MeldingGedaan(nummer())));
        var begin = await Geteld();
        var voor = Environment.CpuUsage.TotalTime;
        await host.StartAsync();
        if (!bus) await Ontvang(host, kanaal);
        var tempo = await Rijen.Tempo(Geteld, begin + (Aantal / 5), begin + Aantal, () => host.StopAsync());
        kosten.Add((Environment.CpuUsage.TotalTime - voor).TotalMilliseconds / Aantal);
        return tempo;

        Task<long> Geteld() => Bank.Vraag<long>(o.Onderzoek, "SELECT count(*) FROM processed_message");
    }

    private static IHost Dienst(Opstelling o, bool bus)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = Environments.Development });
        builder.Configuration.AddInMemoryCollection(
            Sleutels.Instellingen(Diensten.Onderzoek).Select(i => new KeyValuePair<string, string?>(i.Key, i.Value)));
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:onderzoek"] = o.Onderzoek,
            ["ConnectionStrings:rabbitmq"] = o.Broker,
            ["Messaging:RelayAan"] = "false",
        });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddMessaging<OnderzoekDb>(Diensten.Onderzoek);
        // The twin has everything but the bus.
        if (!bus)
            foreach (var deel in builder.Services.Where(IsBus).ToArray()) builder.Services.Remove(deel);
        return builder.Build();

        static bool IsBus(ServiceDescriptor deel) => deel.ServiceType == typeof(IHostedService)
            && deel.ImplementationType?.Assembly.GetName().Name is { } naam && naam.StartsWith("MassTransit", StringComparison.Ordinal);
    }

    /// <summary>The least that a consumer can do: take, hand over to the inbox, and acknowledge.</summary>
    private static async Task Ontvang(IHost host, IChannel kanaal)
    {
        var inbox = host.Services.GetRequiredService<Inbox<OnderzoekDb>>();
        await kanaal.BasicQosAsync(0, 256, false);
        var ontvanger = new RabbitMQ.Client.Events.AsyncEventingBasicConsumer(kanaal);
        ontvanger.ReceivedAsync += (_, bericht) =>
        {
            var handtekening = System.Text.Encoding.UTF8.GetString((byte[])bericht.BasicProperties.Headers![WmoHeaders.Signature]!);
            var met = new DeliveryHeaders(Guid.Parse(bericht.BasicProperties.MessageId!), 0, null, handtekening);
            _ = Neem(Delivery.Of(bericht.Body.ToArray(), met), bericht.DeliveryTag);
            return Task.CompletedTask;
        };
        await kanaal.BasicConsumeAsync(Diensten.Onderzoek, autoAck: false, ontvanger);

        async Task Neem(Delivery bericht, ulong label)
        {
            await inbox.Receive(bericht, CancellationToken.None);
            await kanaal.BasicAckAsync(label, false);
        }
    }
}
