using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Npgsql;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Ketenverkeer;

/// <summary>
/// Counts the messages that wait, are unanswered, are too late, were refused, may have arrived or cannot be read, and shows the age of the
/// oldest that waits and whether the post pauses.
/// </summary>
internal sealed class Ketenmeting<TDb> : Rounds where TDb : ServiceDb
{
    private static readonly string[] Namen = ["waiting", "unanswered", "overdue", "refused", "uncertain", "unreadable"];
    private readonly Meter _meter = new("WmoPlatform.Ketenverkeer");
    private readonly NpgsqlDataSource _bron;
    private readonly Verkeersregels _regels;
    private readonly TimeProvider _klok;
    private long[] _stand = new long[Namen.Length];
    private double _oudste;
    private long _pauze;

    public Ketenmeting(NpgsqlDataSource bron, Verkeersregels regels, TimeProvider klok, ILogger<TDb> log)
        : base("De ketenmeting", TimeSpan.FromSeconds(10), log)
    {
        (_bron, _regels, _klok) = (bron, regels, klok);
        _meter.CreateObservableGauge(
            "wmo.partner.messages", () => Namen.Select((naam, i) => new Measurement<long>(_stand[i], Toestand(naam))),
            "{message}", "Berichten van en voor een ketenpartner, naar toestand.");
        _meter.CreateObservableGauge("wmo.partner.oldest.age", () => Volatile.Read(ref _oudste), "s",
            "Leeftijd van het oudste bericht dat nog naar de ketenpartner moet.");
        _meter.CreateObservableGauge("wmo.partner.paused", () => Interlocked.Read(ref _pauze), "{partner}",
            "1 zolang de post wacht omdat de ketenpartner alles weigert.");

        static KeyValuePair<string, object?> Toestand(string naam) => new("wmo.partner.message.state", naam);
    }

    public override async Task Round(CancellationToken annulering)
    {
        var nu = _klok.GetUtcNow();
        await using var vraag = _bron.CreateCommand(Ketenmetingvraag.Sql);
        vraag.Parameters.Add(new() { Value = _klok.Vandaag() });
        vraag.Parameters.Add(new() { Value = nu - _regels.HandmatigNa });
        await using var lezer = await vraag.ExecuteReaderAsync(annulering);
        await lezer.ReadAsync(annulering);
        _stand = [.. Enumerable.Range(0, Namen.Length).Select(lezer.GetInt64)];
        Volatile.Write(ref _oudste, lezer.IsDBNull(6) ? 0 : Math.Max(0, (nu - lezer.GetFieldValue<DateTimeOffset>(6)).TotalSeconds));
        Interlocked.Exchange(ref _pauze, lezer.GetInt64(7));
    }

    public override void Dispose()
    {
        _meter.Dispose();
        base.Dispose();
    }
}

/// <summary>The one question of the measuring. It reads only what waits for somebody, however large the register is.</summary>
internal static class Ketenmetingvraag
{
    public const string Sql =
        $"""
        SELECT count(*) FILTER (WHERE status = 'TeVerzenden'),
               count(*) FILTER (WHERE status = 'Verzonden' AND verwacht_antwoord OR status = 'Ontvangen'),
               count(*) FILTER (WHERE status IN ('Verzonden', 'Ontvangen') AND antwoord_uiterlijk < $1
                   OR status IN ('TeVerzenden', 'Onzeker') AND geregistreerd_op < $2),
               count(*) FILTER (WHERE status = 'Geweigerd'),
               count(*) FILTER (WHERE status = 'Onzeker'),
               count(*) FILTER (WHERE status = 'Onleesbaar'),
               min(geregistreerd_op) FILTER (WHERE status = 'TeVerzenden'),
               (SELECT count(*) FROM verkeersstand WHERE gepauzeerd_sinds IS NOT NULL)
        FROM poststuk WHERE status IN ({KetenverkeerModel.Open})
        """;
}
