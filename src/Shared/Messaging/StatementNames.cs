using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Npgsql;

namespace WmoPlatform.Messaging;

/// <summary>
/// Names the span of a statement after what it does, such as <c>INSERT melding</c> (semantic conventions: <c>db.query.summary</c>).
/// </summary>
internal static partial class StatementNames
{
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    /// <summary>Gives the spans of a data source these names.</summary>
    public static void Configure(NpgsqlTracingOptionsBuilder tracing) => tracing
        .ConfigureCommandSpanNameProvider(command => Of(command.CommandText))
        .ConfigureBatchSpanNameProvider(batch => Of(string.Join(';', batch.BatchCommands.Select((NpgsqlBatchCommand c) => c.CommandText))))
        .ConfigureCommandEnrichmentCallback((span, _) => span.SetTag("db.query.summary", span.OperationName))
        .ConfigureBatchEnrichmentCallback((span, _) => span.SetTag("db.query.summary", span.OperationName))
        .EnableFirstResponseEvent(false);

    /// <summary>Every operation with its table, once: EF sends several statements at a time.</summary>
    internal static string Of(string sql)
    {
        // A service repeats a few hundred statements all day; the bound keeps others from filling the memory.
        if (Known.TryGetValue(sql, out var known)) return known;
        var name = Read(sql);
        if (Known.Count < 1000) Known.TryAdd(sql, name);
        return name;
    }

    private static string Read(string sql)
    {
        var names = Statement().Matches(sql)
            .Select(m => $"{m.Groups["operation"].Value.ToUpperInvariant()} {m.Groups["table"].Value}").Distinct().ToArray();
        return names.Length > 0 ? string.Join(", ", names) : FirstWord(sql.TrimStart()).ToUpperInvariant();
    }

    private static string FirstWord(string sql) => sql.Split((char[])[' ', '\n', '\r', '(', ';'], 2)[0];

    [GeneratedRegex(
        """(?:^|;)\s*(?:(?<operation>UPDATE)|(?<operation>SELECT|INSERT|DELETE|WITH)\b[^;]*?\b(?:FROM|INTO))\s+"?(?<table>[a-z_]\w*)""",
        RegexOptions.IgnoreCase)]
    private static partial Regex Statement();
}
