using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace WmoPlatform.Messaging;

/// <summary>
/// The telemetry of Messaging: one meter and one activity source, both named <c>WmoPlatform.Messaging</c>. Names and units follow the
/// semantic conventions where they exist (docs/operations.md). No tag holds a number or name of a person.
/// </summary>
public sealed class Metering : IDisposable
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "WmoPlatform.Messaging";

    private static readonly KeyValuePair<string, object?> RabbitMq = new("messaging.system", "rabbitmq");

    // The boundaries that the semantic conventions advise.
    private static readonly double[] Boundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

    private readonly Meter _meter = new(Name);
    private readonly Counter<long> _sent;
    private readonly Histogram<double> _processing;
    private long _waiting;
    private long _failed;
    private long _parked;
    private long _held;
    private double _oldest;

    internal Metering(string service)
    {
        ServiceName = service;
        _sent = _meter.CreateCounter<long>("messaging.client.sent.messages", "{message}", "Berichten die aan de broker zijn aangeboden.");
        _processing = _meter.CreateHistogram(
            "messaging.process.duration", "s", "Hoe lang de verwerking van een bericht duurt.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Boundaries });
        Duplicates = _meter.CreateCounter<long>(
            "wmo.inbox.duplicates", "{message}", "Berichten die een tweede keer kwamen en niets meer deden.");
        Redeliveries = _meter.CreateCounter<long>("wmo.inbox.redeliveries", "{message}", "Berichten die later opnieuw worden geprobeerd.");
        Forged = _meter.CreateCounter<long>("wmo.inbox.forged", "{message}", "Berichten zonder bewijs van welke dienst ze komen.");
        _meter.CreateObservableGauge(
            "wmo.outbox.messages", () => Interlocked.Read(ref _waiting), "{message}", "Berichten die op bezorging wachten.");
        _meter.CreateObservableGauge(
            "wmo.outbox.oldest.age", () => Volatile.Read(ref _oldest), "s", "Leeftijd van het oudste bericht dat had mogen gaan.");
        _meter.CreateObservableGauge(
            "wmo.inbox.held", () => Interlocked.Read(ref _held), "{message}", "Berichten die wachten omdat er niets van op te slaan is.");
        _meter.CreateObservableGauge(
            "wmo.messages.failed", () => Interlocked.Read(ref _failed), "{message}", "Berichten die op een beheerder wachten.");
        _meter.CreateObservableGauge(
            "wmo.messages.parked", () => Interlocked.Read(ref _parked),
            "{message}", "Berichten die de broker na te veel pogingen in de parkeerwachtrij heeft gezet.");
    }

    /// <summary>Name of the service, and of its queue.</summary>
    internal string ServiceName { get; }

    internal Counter<long> Duplicates { get; }
    internal Counter<long> Redeliveries { get; }
    internal Counter<long> Forged { get; }

    /// <summary>Messages of which nothing could be stored.</summary>
    internal long Held
    {
        set => Interlocked.Exchange(ref _held, value);
    }

    /// <summary>Messages in the parking queue. Only the instance with the active relay counts them.</summary>
    internal long Parked
    {
        set => Interlocked.Exchange(ref _parked, value);
    }

    /// <summary>Counts a message that the broker confirmed or did not accept.</summary>
    /// <param name="destination">The exchange or queue.</param>
    /// <param name="errorType">The type of the error; null for a confirmed message.</param>
    internal void Sent(string destination, string? errorType = null) =>
        _sent.Add(1, Tags("publish", destination, errorType));

    /// <summary>Records the handling of a message, whatever its outcome.</summary>
    internal void Processed(TimeSpan duration, string? errorType) =>
        _processing.Record(duration.TotalSeconds, Tags("process", ServiceName, errorType));

    internal void Record(long waiting, double oldestSeconds, long failed)
    {
        Interlocked.Exchange(ref _waiting, waiting);
        Volatile.Write(ref _oldest, oldestSeconds);
        Interlocked.Exchange(ref _failed, failed);
    }

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();

    private static TagList Tags(string operation, string destination, string? errorType)
    {
        var tags = new TagList { RabbitMq, new("messaging.operation.name", operation), new("messaging.destination.name", destination) };
        if (errorType is not null) tags.Add("error.type", errorType);
        return tags;
    }
}
