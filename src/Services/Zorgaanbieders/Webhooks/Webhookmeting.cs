using System.Diagnostics.Metrics;
using Npgsql;
using WmoPlatform.Messaging;

namespace WmoPlatform.Zorgaanbieders.Webhooks;

/// <summary>Counts attempts, waiting and failed deliveries of webhooks. Every hour it removes deliveries that ended long ago.</summary>
internal sealed class Webhookmeting : Rounds
{
    private static readonly TimeSpan Opruimen = TimeSpan.FromHours(1);
    private readonly Meter _meter = new("WmoPlatform.Webhooks");
    private readonly Counter<long> _pogingen;
    private readonly NpgsqlDataSource _bron;
    private readonly WebhookOpties _opties;
    private long _wachtend, _mislukt;
    private long _opgeruimd = -(long)Opruimen.TotalMilliseconds;

    public Webhookmeting(NpgsqlDataSource bron, WebhookOpties opties, ILogger<Webhookmeting> log)
        : base("De webhookmeting", TimeSpan.FromSeconds(10), log)
    {
        (_bron, _opties) = (bron, opties);
        _pogingen = _meter.CreateCounter<long>("wmo.webhook.attempts", "{attempt}", "Pogingen om een webhook te bezorgen, naar uitslag.");
        _meter.CreateObservableGauge("wmo.webhook.deliveries", () => new[]
        {
            new Measurement<long>(Interlocked.Read(ref _wachtend), new KeyValuePair<string, object?>("wmo.webhook.state", "waiting")),
            new Measurement<long>(Interlocked.Read(ref _mislukt), new KeyValuePair<string, object?>("wmo.webhook.state", "failed")),
        }, "{delivery}", "Webhooks die wachten, of na de laatste poging zijn mislukt.");
    }

    public void Tel(string uitslag) => _pogingen.Add(1, new KeyValuePair<string, object?>("wmo.webhook.outcome", uitslag));

    public override async Task Round(CancellationToken annulering)
    {
        await Meet(annulering);
        if (Environment.TickCount64 - _opgeruimd < Opruimen.TotalMilliseconds) return;
        await RuimOp(annulering);
        _opgeruimd = Environment.TickCount64;
    }

    private async Task Meet(CancellationToken annulering)
    {
        await using var vraag = _bron.CreateCommand(
            "SELECT count(*) FILTER (WHERE status = 'Wachtend'), count(*) FILTER (WHERE status = 'Mislukt') FROM bezorging WHERE "
            + "status IN ('Wachtend', 'Mislukt')");
        await using var lezer = await vraag.ExecuteReaderAsync(annulering);
        await lezer.ReadAsync(annulering);
        Interlocked.Exchange(ref _wachtend, lezer.GetInt64(0));
        Interlocked.Exchange(ref _mislukt, lezer.GetInt64(1));
    }

    /// <summary>Removes deliveries that ended long ago, and those of a cancelled subscription.</summary>
    private async Task RuimOp(CancellationToken annulering)
    {
        await using var opdracht = _bron.CreateCommand(
            """
            DELETE FROM bezorging WHERE (status <> 'Wachtend' AND aangemaakt < now() - $1)
                OR (aangemaakt < now() - interval '1 hour' AND NOT EXISTS (SELECT FROM abonnement a WHERE a.id = abonnement_id))
            """);
        opdracht.Parameters.Add(new() { Value = _opties.Bewaartermijn });
        await opdracht.ExecuteNonQueryAsync(annulering);
    }

    public override void Dispose()
    {
        _meter.Dispose();
        base.Dispose();
    }
}
