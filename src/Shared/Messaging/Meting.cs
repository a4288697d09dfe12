using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace WmoPlatform.Messaging;

/// <summary>What operations see of Messaging: one meter and one activity source, both named <c>WmoPlatform.Messaging</c>. Never a number or name of a person.</summary>
public sealed class Meting : IDisposable
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Naam = "WmoPlatform.Messaging";

    private readonly Meter _meter = new(Naam);
    private readonly string _dienst;
    private long _wachtend;
    private long _mislukt;
    private long _geparkeerd;
    private double _oudste;

    internal static ActivitySource Bron { get; } = new(Naam);

    internal Meting(string dienst)
    {
        _dienst = dienst;
        var tag = new KeyValuePair<string, object?>("dienst", dienst);
        Bezorgd = _meter.CreateCounter<long>("wmo.outbox.bezorgd", "{bericht}", "Berichten die de broker heeft bevestigd.");
        Geretourneerd = _meter.CreateCounter<long>("wmo.outbox.geretourneerd", "{bericht}", "Berichten die de broker niet kwijt kon of weigerde.");
        Dubbel = _meter.CreateCounter<long>("wmo.inbox.dubbel", "{bericht}", "Berichten die een tweede keer kwamen en niets meer deden.");
        Verwerkt = _meter.CreateCounter<long>("wmo.inbox.verwerkt", "{bericht}", "Berichten die hun werk hebben gedaan.");
        Herbezorgd = _meter.CreateCounter<long>("wmo.inbox.herbezorgd", "{bericht}", "Berichten die later opnieuw worden geprobeerd.");
        _meter.CreateObservableGauge("wmo.outbox.wachtend", () => new Measurement<long>(Interlocked.Read(ref _wachtend), tag), "{bericht}", "Berichten die op bezorging wachten.");
        _meter.CreateObservableGauge("wmo.outbox.oudste", () => new Measurement<double>(Volatile.Read(ref _oudste), tag), "s", "Leeftijd van het oudste bericht dat had mogen gaan.");
        _meter.CreateObservableGauge("wmo.berichten.mislukt", () => new Measurement<long>(Interlocked.Read(ref _mislukt), tag), "{bericht}", "Berichten die op een beheerder wachten.");
        _meter.CreateObservableGauge("wmo.berichten.geparkeerd", () => new Measurement<long>(Interlocked.Read(ref _geparkeerd), tag), "{bericht}", "Berichten die de broker na te veel pogingen in de parkeerwachtrij heeft gezet.");
    }

    internal Counter<long> Bezorgd { get; }
    internal Counter<long> Geretourneerd { get; }
    internal Counter<long> Dubbel { get; }
    internal Counter<long> Verwerkt { get; }
    internal Counter<long> Herbezorgd { get; }
    internal KeyValuePair<string, object?> Dienst => new("dienst", _dienst);

    /// <summary>Name of the service, and of its queue.</summary>
    internal string Naamdienst => _dienst;

    /// <summary>Messages in the parking queue: only the instance whose relay is active knows.</summary>
    internal long Geparkeerd
    {
        set => Interlocked.Exchange(ref _geparkeerd, value);
    }

    internal void Stand(long wachtend, double oudsteSeconden, long mislukt)
    {
        Interlocked.Exchange(ref _wachtend, wachtend);
        Volatile.Write(ref _oudste, oudsteSeconden);
        Interlocked.Exchange(ref _mislukt, mislukt);
    }

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();
}
