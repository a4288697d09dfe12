using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using WmoPlatform.Contracts;

namespace WmoPlatform.Herstel;

/// <summary>
/// What a restored service has missed, and what it has announced and no longer knows. In a dossier of which it forgot something that it
/// announced, handling an event again could do a second time what was done, for instance assign help. Those events wait for a person; all
/// others are fed.
/// </summary>
internal sealed class Vergelijking
{
    private readonly string _dienst;
    private readonly List<Bericht> _gemist;
    private readonly List<Feit> _vergeten;
    private readonly HashSet<string> _voorMensen;

    private Vergelijking(string dienst, List<Bericht> gemist, List<Feit> vergeten) =>
        (_dienst, _gemist, _vergeten, _voorMensen) = (dienst, gemist, vergeten, [.. vergeten.Select(v => v.Dossiernummer)]);

    /// <summary>An event of another service, as that service published it.</summary>
    private sealed record Bericht(Guid Id, string Gebeurtenis, string? Sleutel, byte[] Inhoud, string? Handtekening);

    /// <summary>An event of this service, as the journal has it.</summary>
    private sealed record Feit(Guid AggregaatId, int Versie, string Gebeurtenis, string Dossiernummer, DateTime Op);

    public static async Task<Vergelijking> Maak(Databases databases, string dienst) =>
        new(dienst, await Gemist(databases, dienst), await Vergeten(databases, dienst));

    /// <summary>Tells what is different.</summary>
    public void Vertel(TextWriter uit)
    {
        var (voeden, bewaren) = (_gemist.Count(g => !IsVoorMensen(g)), _gemist.Count(IsVoorMensen));
        uit.WriteLine($"{_dienst} heeft {_gemist.Count} gebeurtenissen van andere diensten niet: {voeden} om te voeden, "
            + $"{bewaren} om eerst te beoordelen.");
        uit.WriteLine($"{_dienst} weet niet meer dat het {_vergeten.Count} gebeurtenissen heeft gemeld, in {_voorMensen.Count} dossiers.");
        foreach (var dossier in _vergeten.OrderBy(v => v.Op).GroupBy(v => v.Dossiernummer).OrderBy(d => d.Key))
        {
            uit.WriteLine($"  {(dossier.Key.Length > 0 ? dossier.Key : "zonder dossier")}: een medewerker beslist. Gemeld en vergeten:");
            foreach (var feit in dossier)
                uit.WriteLine($"    {feit.Op:yyyy-MM-dd HH:mm} {feit.Gebeurtenis} (aggregaat {feit.AggregaatId}, versie {feit.Versie})");
        }
    }

    /// <summary>Lifts the counters, feeds, and sets aside what a person has to judge.</summary>
    public async Task Doe(Databases databases, TextWriter uit)
    {
        await using var verbinding = await databases.Van(_dienst).OpenConnectionAsync();
        await using var transactie = await verbinding.BeginTransactionAsync();
        foreach (var teller in await Tellers.Verhoog(verbinding, databases, _dienst)) uit.WriteLine(teller);
        foreach (var aggregaat in _vergeten.GroupBy(v => v.AggregaatId))
            await Tellers.Versie(verbinding, aggregaat.Key, aggregaat.Max(v => v.Versie));
        foreach (var gemist in _gemist) await (IsVoorMensen(gemist) ? LegOpzij(verbinding, gemist) : Voed(verbinding, gemist));
        await transactie.CommitAsync();
        uit.WriteLine($"Klaar. Start {_dienst}. Wat een medewerker beoordeelt, staat bij /mislukte-berichten met de fout NaHerstel: "
            + "herhaal het, of laat het vallen.");
    }

    private bool IsVoorMensen(Bericht bericht) => bericht.Sleutel is { } sleutel && _voorMensen.Contains(sleutel);

    private static async Task<List<Bericht>> Gemist(Databases databases, string dienst)
    {
        var gemist = new List<Bericht>();
        foreach (var bron in Gebeurtenissen.Abonnementen[dienst].GroupBy(e => Gebeurtenissen.Bron[e]))
        {
            // Both are numbers of messages of the last weeks: some hundreds of thousands in a large municipality.
            string[] soorten = [.. bron.Select(Gebeurtenissen.Naam)];
            var gepubliceerd = await databases.Lees(bron.Key,
                "SELECT message_id FROM published_message WHERE event_name = ANY($1)", r => r.GetGuid(0), [soorten]);
            var nieuw = (await databases.Lees(dienst,
                """
                SELECT m FROM unnest($1) m WHERE NOT EXISTS (SELECT FROM processed_message WHERE message_id = m)
                  AND NOT EXISTS (SELECT FROM failed_message WHERE message_id = m)
                  AND NOT EXISTS (SELECT FROM outbox_message WHERE message_id = m)
                """, r => r.GetGuid(0), [gepubliceerd.ToArray()])).ToArray();
            gemist.AddRange(await databases.Lees(bron.Key,
                """
                SELECT message_id, event_name, order_key, body, signature FROM published_message WHERE message_id = ANY($1)
                ORDER BY published_at, message_id
                """, r => new Bericht(r.GetGuid(0), r.GetString(1), Tekst(r, 2), r.GetFieldValue<byte[]>(3), Tekst(r, 4)), [nieuw]));
        }
        return gemist;
    }

    private static async Task<List<Feit>> Vergeten(Databases databases, string dienst)
    {
        if (dienst == Diensten.Dossiers) return [];
        var bekend = new HashSet<(Guid, int)>();
        foreach (var inhoud in await databases.Lees(dienst,
            "SELECT body FROM published_message UNION ALL SELECT body FROM outbox_message WHERE exchange <> $1",
            r => r.GetFieldValue<byte[]>(0), dienst))
            bekend.Add(Nummer(inhoud));
        // Published events are kept for two weeks, so of the last thirteen days this service still has all that it knows.
        var feiten = await databases.Lees(Diensten.Dossiers,
            """
            SELECT aggregaat_id, versie, gebeurtenis, dossiernummer, op FROM journaalregel
            WHERE bron = $1 AND ontvangen > now() - interval '13 days' ORDER BY nr
            """, r => new Feit(r.GetGuid(0), r.GetInt32(1), r.GetString(2), r.GetString(3), r.GetDateTime(4)), dienst);
        return [.. feiten.Where(f => !bekend.Contains((f.AggregaatId, f.Versie)))];
    }

    private static (Guid, int) Nummer(byte[] inhoud)
    {
        using var json = JsonDocument.Parse(inhoud);
        var bericht = json.RootElement.GetProperty("message");
        return (bericht.GetProperty("aggregaatId").GetGuid(), bericht.GetProperty("versie").GetInt32());
    }

    private Task Voed(NpgsqlConnection verbinding, Bericht bericht) => Voer(verbinding,
        """
        INSERT INTO outbox_message (message_id, order_key, exchange, body, signature, attempt, failures) VALUES ($1, $2, $3, $4, $5, 0, 0)
        """, bericht.Id, Of(bericht.Sleutel), _dienst, bericht.Inhoud, Of(bericht.Handtekening));

    private static Task LegOpzij(NpgsqlConnection verbinding, Bericht bericht) => Voer(verbinding,
        """
        INSERT INTO failed_message (message_id, event_name, dossiernummer, body, signature, error, attempts, failed_at)
        VALUES ($1, $2, $3, $4, $5, 'NaHerstel', 0, now())
        """, bericht.Id, bericht.Gebeurtenis, Of(bericht.Sleutel), bericht.Inhoud, Of(bericht.Handtekening));

    private static async Task Voer(NpgsqlConnection verbinding, string sql, params object[] waarden)
    {
        await using var opdracht = new NpgsqlCommand(sql, verbinding);
        foreach (var waarde in waarden)
        {
            var parameter = new NpgsqlParameter { Value = waarde };
            if (waarde is DBNull) parameter.NpgsqlDbType = NpgsqlDbType.Text;
            opdracht.Parameters.Add(parameter);
        }
        await opdracht.ExecuteNonQueryAsync();
    }

    private static object Of(string? tekst) => (object?)tekst ?? DBNull.Value;

    private static string? Tekst(NpgsqlDataReader r, int kolom) => r.IsDBNull(kolom) ? null : r.GetString(kolom);
}
