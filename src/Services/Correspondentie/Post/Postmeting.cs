using System.Diagnostics.Metrics;
using Npgsql;
using WmoPlatform.Messaging;

namespace WmoPlatform.Correspondentie.Post;

/// <summary>
/// Counts the letters and e-mails that wait to be sent, and those that may have arrived. It forgets what went to which address after two
/// days, and an address that nobody confirmed after thirty.
/// </summary>
internal sealed class Postmeting : Rounds
{
    private readonly Meter _meter = new("WmoPlatform.Correspondentie");
    private readonly NpgsqlDataSource _bron;
    private long _wachtend, _onzeker;

    public Postmeting(NpgsqlDataSource bron, ILogger<Postmeting> log) : base("De postmeting", TimeSpan.FromSeconds(10), log)
    {
        _bron = bron;
        _meter.CreateObservableGauge("wmo.letters", () => new[]
        {
            new Measurement<long>(Interlocked.Read(ref _wachtend), new KeyValuePair<string, object?>("wmo.letter.state", "waiting")),
            new Measurement<long>(Interlocked.Read(ref _onzeker), new KeyValuePair<string, object?>("wmo.letter.state", "uncertain")),
        }, "{letter}", "Brieven en e-mails die nog moeten gaan, of waarvan niet bekend is of ze aankwamen.");
    }

    public override async Task Round(CancellationToken annulering)
    {
        await using var vraag = _bron.CreateCommand(
            """
            WITH oud AS (DELETE FROM verstuurd WHERE op < now() - interval '2 days'),
                 onbevestigd AS (DELETE FROM emailadres e WHERE e.bevestigd_op IS NULL AND e.op < now() - interval '30 days'
                   AND NOT EXISTS (SELECT FROM verzending v WHERE v.emailadres_id = e.id AND v.due_at IS NOT NULL))
            SELECT (SELECT count(*) FROM verzending WHERE due_at IS NOT NULL AND status <> 'WachtOpBevestiging'),
                   (SELECT count(*) FROM verzending WHERE status = 'Onzeker')
            """);
        await using var lezer = await vraag.ExecuteReaderAsync(annulering);
        await lezer.ReadAsync(annulering);
        Interlocked.Exchange(ref _wachtend, lezer.GetInt64(0));
        Interlocked.Exchange(ref _onzeker, lezer.GetInt64(1));
    }

    public override void Dispose()
    {
        _meter.Dispose();
        base.Dispose();
    }
}
