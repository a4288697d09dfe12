using Npgsql;
using NpgsqlTypes;

namespace WmoPlatform.Messaging.Inbox;

/// <summary>What the inbox already knows about some messages.</summary>
internal sealed class Seen
{
    private readonly HashSet<Guid> _messages = [];
    private readonly Dictionary<(Guid AggregateId, int Version), byte[]> _events = [];

    /// <summary>Whether this message, or another message with the same event, has had its effect.</summary>
    public bool Has(Delivery delivery) => _messages.Contains(delivery.MessageId) || _events.ContainsKey(Of(delivery));

    /// <summary>
    /// Whether another event had its effect under the same number. That happens when the database of its announcer came back older and gave
    /// out the number again.
    /// </summary>
    public bool Contradicts(Delivery delivery) => !_messages.Contains(delivery.MessageId)
        && _events.TryGetValue(Of(delivery), out var known) && !known.AsSpan().SequenceEqual(delivery.Fingerprint);

    /// <summary>Two looks by index: with OR between them, the database would read the whole inbox for each message.</summary>
    public static NpgsqlBatchCommand Query(IReadOnlyCollection<Delivery> deliveries) => new(
        """
        SELECT message_id, aggregate_id, version, fingerprint FROM processed_message WHERE message_id = ANY($1)
        UNION ALL
        SELECT p.message_id, p.aggregate_id, p.version, p.fingerprint
        FROM unnest($2, $3) e(aggregate_id, version) JOIN processed_message p USING (aggregate_id, version)
        """)
    {
        Parameters =
        {
            Array(deliveries.Select(d => d.MessageId), NpgsqlDbType.Uuid),
            Array(deliveries.Select(d => Of(d).AggregateId), NpgsqlDbType.Uuid),
            Array(deliveries.Select(d => Of(d).Version), NpgsqlDbType.Integer),
        },
    };

    public static async Task<Seen> Read(NpgsqlDataReader reader)
    {
        var seen = new Seen();
        while (await reader.ReadAsync())
        {
            seen._messages.Add(reader.GetGuid(0));
            seen._events[(reader.GetGuid(1), reader.GetInt32(2))] = reader.GetFieldValue<byte[]>(3);
        }
        return seen;
    }

    private static (Guid AggregateId, int Version) Of(Delivery delivery) =>
        (delivery.Announcement!.AggregaatId, delivery.Announcement.Versie);

    private static NpgsqlParameter Array<T>(IEnumerable<T> values, NpgsqlDbType type) =>
        new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type };
}

/// <summary>Another event had its effect under the number of this one (aggregate and version). A person has to look.</summary>
internal sealed class AnderFeitOnderZelfdeNummer() : Exception("Onder dit nummer is al een andere gebeurtenis verwerkt.");
