using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Npgsql;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Ketenverkeer;

/// <summary>Counts the messages that wait, are unanswered, are answered too late, were refused or cannot be read.</summary>
internal sealed class Ketenmeting<TDb> : Rounds where TDb : ServiceDb
{
    private static readonly string[] Namen = ["waiting", "unanswered", "overdue", "refused", "unreadable"];
    private readonly Meter _meter = new("WmoPlatform.Ketenverkeer");
    private readonly NpgsqlDataSource _bron;
    private readonly TimeProvider _klok;
    private long[] _stand = [0, 0, 0, 0, 0];

    public Ketenmeting(NpgsqlDataSource bron, TimeProvider klok, ILogger<TDb> log) : base("De ketenmeting", TimeSpan.FromSeconds(10), log)
    {
        (_bron, _klok) = (bron, klok);
        _meter.CreateObservableGauge(
            "wmo.partner.messages", () => Namen.Select((naam, i) => new Measurement<long>(_stand[i], Toestand(naam))),
            "{message}", "Berichten van en voor een ketenpartner, naar toestand.");

        static KeyValuePair<string, object?> Toestand(string naam) => new("wmo.partner.message.state", naam);
    }

    public override async Task Round(CancellationToken annulering)
    {
        await using var vraag = _bron.CreateCommand(
            """
            SELECT count(*) FILTER (WHERE status = 'TeVerzenden'),
                   count(*) FILTER (WHERE status = 'Verzonden' AND verwacht_antwoord OR status = 'Ontvangen'),
                   count(*) FILTER (WHERE status IN ('Verzonden', 'Ontvangen') AND antwoord_uiterlijk < $1),
                   count(*) FILTER (WHERE status = 'Geweigerd'),
                   count(*) FILTER (WHERE status = 'Onleesbaar')
            FROM poststuk WHERE status IN ('TeVerzenden', 'Verzonden', 'Ontvangen', 'Geweigerd', 'Onleesbaar')
            """);
        vraag.Parameters.Add(new() { Value = _klok.Vandaag() });
        await using var lezer = await vraag.ExecuteReaderAsync(annulering);
        await lezer.ReadAsync(annulering);
        _stand = [lezer.GetInt64(0), lezer.GetInt64(1), lezer.GetInt64(2), lezer.GetInt64(3), lezer.GetInt64(4)];
    }

    public override void Dispose()
    {
        _meter.Dispose();
        base.Dispose();
    }
}
