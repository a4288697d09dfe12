using Npgsql;
using WmoPlatform.Contracts;

namespace WmoPlatform.Herstel;

/// <summary>The numbers that a service gives out: of dossiers, assignments, messages, and versions of its aggregates.</summary>
internal static class Tellers
{
    /// <summary>Numbers that were given out and never announced are skipped too.</summary>
    private const int Ruimte = 100;

    /// <summary>Each sequence, and where the journal shows how far it had come.</summary>
    private static readonly Dictionary<string, (string Teller, string Hoogste)[]> Van = new()
    {
        [Diensten.Meldingen] = [("dossier_volgnummer", Laatste(nameof(MeldingGedaan), "meldingnummer"))],
        [Diensten.Beschikkingen] =
        [
            ("aanvraag_volgnummer", Laatste(nameof(AanvraagOntvangen), "aanvraagnummer")),
            ("beschikking_volgnummer", Laatste(nameof(BesluitGenomen), "beschikkingnummer")),
        ],
        [Diensten.Zorgaanbieders] =
        [
            ("toewijzingnummer", Laatste(nameof(ZorgToegewezen), "toewijzingnummer")),
            ("ketenbericht_nummer", Berichten(nameof(WmoberichtGewisseld))),
        ],
        [Diensten.Pgb] = [("ketenbericht_nummer", Berichten(nameof(PgbberichtGewisseld)))],
        [Diensten.EigenBijdrage] =
        [
            ("startnummer", Laatste(nameof(EigenBijdrageGestart), "startnummer")),
            ("ketenbericht_nummer", Berichten(nameof(EbberichtGewisseld))),
        ],
    };

    /// <summary>Lifts every sequence of a service above what it has given out before.</summary>
    public static async Task<IReadOnlyList<string>> Verhoog(NpgsqlConnection verbinding, Databases databases, string dienst)
    {
        var verslag = new List<string>();
        foreach (var (teller, hoogste) in Van.GetValueOrDefault(dienst, []))
        {
            var tot = (await databases.Lees(Diensten.Dossiers, hoogste, r => r.GetInt64(0)))[0];
            await using var opdracht = new NpgsqlCommand(
                $"SELECT setval('{teller}', greatest((SELECT last_value FROM {teller}), $1) + {Ruimte})", verbinding)
            { Parameters = { new() { Value = tot } } };
            verslag.Add($"{teller} gaat verder na {await opdracht.ExecuteScalarAsync()}.");
        }
        return verslag;
    }

    /// <summary>Lifts the version of an aggregate, so that its next event has a number of its own.</summary>
    public static async Task Versie(NpgsqlConnection verbinding, Guid aggregaatId, int versie)
    {
        await using var opdracht = new NpgsqlCommand(
            """
            SELECT format('UPDATE %I SET versie = greatest(versie, %s) WHERE id = %L', c.table_name, $1, $2)
            FROM information_schema.columns c
            WHERE c.table_schema = current_schema() AND c.column_name = 'gewijzigd_door'
            """, verbinding)
        { Parameters = { new() { Value = versie }, new() { Value = aggregaatId } } };
        var opdrachten = new List<string>();
        await using (var lezer = await opdracht.ExecuteReaderAsync())
            while (await lezer.ReadAsync()) opdrachten.Add(lezer.GetString(0));
        foreach (var sql in opdrachten)
        {
            await using var verhoog = new NpgsqlCommand(sql, verbinding);
            await verhoog.ExecuteNonQueryAsync();
        }
    }

    /// <summary>The highest number in a property of an event: its last digits.</summary>
    private static string Laatste(string gebeurtenis, string eigenschap) =>
        $"""
        SELECT coalesce(max(substring(inhoud::jsonb ->> '{eigenschap}' FROM '[0-9]+$')::bigint), 0)
        FROM journaalregel WHERE gebeurtenis = '{gebeurtenis}'
        """;

    /// <summary>A message has one number, and is announced once when it goes: so many numbers have been used at least.</summary>
    private static string Berichten(string gebeurtenis) =>
        $"SELECT count(*) FROM journaalregel WHERE gebeurtenis = '{gebeurtenis}'";
}
