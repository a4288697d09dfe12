using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using WmoPlatform.Contracts;
using WmoPlatform.Keten.Tests.Spel;

[assembly: AssemblyFixture(typeof(WmoPlatform.Telemetrie.Tests.Meetkamer))]

namespace WmoPlatform.Telemetrie.Tests;

/// <summary>The platform with a collector behind it and a tap on its broker.</summary>
public sealed class Meetkamer : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _afgetapt = new();
    private IConnection _verbinding = null!;

    internal Otlp Otlp { get; private set; } = null!;
    internal Platform Platform { get; private set; } = null!;
    internal IChannel Broker { get; private set; } = null!;

    /// <summary>Every message that passed an exchange: properties, headers and body.</summary>
    internal IEnumerable<string> Afgetapt => _afgetapt;

    /// <summary>The queue of the tap.</summary>
    internal string Kraan { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Otlp = await Otlp.StartAsync();
        Platform = new Platform(Otlp.Instellingen());
        await Platform.InitializeAsync();
        await TapAf();
    }

    public async ValueTask DisposeAsync()
    {
        if (_verbinding is not null) await _verbinding.DisposeAsync();
        if (Platform is not null) await Platform.DisposeAsync();
        if (Otlp is not null) await Otlp.DisposeAsync();
    }

    /// <summary>Starts a trace. Requests belong to it until it is disposed of, because HttpClient sends its traceparent.</summary>
    internal static Activity NieuwSpoor(ActivityTraceFlags vlaggen = ActivityTraceFlags.Recorded) =>
        new Activity("test").SetParentId(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), vlaggen).Start();

    private async Task TapAf()
    {
        _verbinding = await new ConnectionFactory { Uri = new Uri(Platform.Broker) }.CreateConnectionAsync();
        Broker = await _verbinding.CreateChannelAsync();
        Kraan = (await Broker.QueueDeclareAsync()).QueueName;
        foreach (var soort in Gebeurtenissen.Bron.Keys) await Broker.QueueBindAsync(Kraan, Gebeurtenissen.Naam(soort), "");
        var kraan = new AsyncEventingBasicConsumer(Broker);
        kraan.ReceivedAsync += (_, bericht) =>
        {
            var eigen = bericht.BasicProperties;
            var koppen = (eigen.Headers ?? new Dictionary<string, object?>())
                .Select(k => $"{k.Key}: {(k.Value is byte[] tekst ? Encoding.UTF8.GetString(tekst) : k.Value)}");
            var regel = $"{bericht.Exchange} {eigen.MessageId} {eigen.CorrelationId} {string.Join(' ', koppen)}";
            _afgetapt.Enqueue($"{regel}\n{Encoding.UTF8.GetString(bericht.Body.Span)}");
            return Task.CompletedTask;
        };
        await Broker.BasicConsumeAsync(Kraan, autoAck: true, kraan);
    }
}
