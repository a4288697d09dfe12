using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace WmoPlatform.Messaging;

/// <summary>What operations see of Messaging: one meter and one activity source, both named <c>WmoPlatform.Messaging</c>. Never a number or name of a person.</summary>
public sealed class Metering : IDisposable
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "WmoPlatform.Messaging";

    private readonly Meter _meter = new(Name);
    private readonly string _service;
    private long _waiting;
    private long _failed;
    private long _parked;
    private double _oldest;

    internal static ActivitySource Source { get; } = new(Name);

    internal Metering(string service)
    {
        _service = service;
        var tag = new KeyValuePair<string, object?>("dienst", service);
        Delivered = _meter.CreateCounter<long>("wmo.outbox.bezorgd", "{bericht}", "Berichten die de broker heeft bevestigd.");
        Returned = _meter.CreateCounter<long>("wmo.outbox.geretourneerd", "{bericht}", "Berichten die de broker niet kwijt kon of weigerde.");
        Duplicates = _meter.CreateCounter<long>("wmo.inbox.dubbel", "{bericht}", "Berichten die een tweede keer kwamen en niets meer deden.");
        Processed = _meter.CreateCounter<long>("wmo.inbox.verwerkt", "{bericht}", "Berichten die hun werk hebben gedaan.");
        Redelivered = _meter.CreateCounter<long>("wmo.inbox.herbezorgd", "{bericht}", "Berichten die later opnieuw worden geprobeerd.");
        _meter.CreateObservableGauge("wmo.outbox.wachtend", () => new Measurement<long>(Interlocked.Read(ref _waiting), tag), "{bericht}", "Berichten die op bezorging wachten.");
        _meter.CreateObservableGauge("wmo.outbox.oudste", () => new Measurement<double>(Volatile.Read(ref _oldest), tag), "s", "Leeftijd van het oudste bericht dat had mogen gaan.");
        _meter.CreateObservableGauge("wmo.berichten.mislukt", () => new Measurement<long>(Interlocked.Read(ref _failed), tag), "{bericht}", "Berichten die op een beheerder wachten.");
        _meter.CreateObservableGauge("wmo.berichten.geparkeerd", () => new Measurement<long>(Interlocked.Read(ref _parked), tag), "{bericht}", "Berichten die de broker na te veel pogingen in de parkeerwachtrij heeft gezet.");
    }

    internal Counter<long> Delivered { get; }
    internal Counter<long> Returned { get; }
    internal Counter<long> Duplicates { get; }
    internal Counter<long> Processed { get; }
    internal Counter<long> Redelivered { get; }
    internal KeyValuePair<string, object?> ServiceTag => new("dienst", _service);

    /// <summary>Name of the service, and of its queue.</summary>
    internal string ServiceName => _service;

    /// <summary>Messages in the parking queue: only the instance whose relay is active knows.</summary>
    internal long Parked
    {
        set => Interlocked.Exchange(ref _parked, value);
    }

    internal void Record(long waiting, double oldestSeconds, long failed)
    {
        Interlocked.Exchange(ref _waiting, waiting);
        Volatile.Write(ref _oldest, oldestSeconds);
        Interlocked.Exchange(ref _failed, failed);
    }

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();
}
