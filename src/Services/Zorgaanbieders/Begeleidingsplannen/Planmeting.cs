using System.Diagnostics.Metrics;
using Npgsql;
using WmoPlatform.Messaging;

namespace WmoPlatform.Zorgaanbieders.Begeleidingsplannen;

/// <summary>Counts the plans that the scanner has still to judge, and those in which it found a virus.</summary>
internal sealed class Planmeting : Rounds
{
    private readonly Meter _meter = new("WmoPlatform.Begeleidingsplannen");
    private readonly NpgsqlDataSource _bron;
    private long _wachtend, _besmet;

    public Planmeting(NpgsqlDataSource bron, ILogger<Planmeting> log) : base("De planmeting", TimeSpan.FromSeconds(10), log)
    {
        _bron = bron;
        _meter.CreateObservableGauge("wmo.plans", () => new[]
        {
            new Measurement<long>(Interlocked.Read(ref _wachtend), new KeyValuePair<string, object?>("wmo.plan.state", "waiting")),
            new Measurement<long>(Interlocked.Read(ref _besmet), new KeyValuePair<string, object?>("wmo.plan.state", "infected")),
        }, "{plan}", "Begeleidingsplannen die op de virusscanner wachten, of waarin hij een virus vond.");
    }

    public override async Task Round(CancellationToken annulering)
    {
        await using var vraag = _bron.CreateCommand(
            "SELECT count(*) FILTER (WHERE stand = 'TeKeuren'), count(*) FILTER (WHERE stand = 'Besmet') FROM plankeuring");
        await using var lezer = await vraag.ExecuteReaderAsync(annulering);
        await lezer.ReadAsync(annulering);
        Interlocked.Exchange(ref _wachtend, lezer.GetInt64(0));
        Interlocked.Exchange(ref _besmet, lezer.GetInt64(1));
    }

    public override void Dispose()
    {
        _meter.Dispose();
        base.Dispose();
    }
}
