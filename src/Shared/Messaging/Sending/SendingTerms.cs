namespace WmoPlatform.Messaging.Sending;

/// <summary>How a <see cref="Sender{TDb, TRow, TOutcome}"/> works.</summary>
/// <param name="Lease">How long a claim lasts. An attempt is stopped ten seconds before its end.</param>
/// <param name="Pauses">The pause after each attempt, give or take a tenth; after the last one the last pause repeats.</param>
/// <param name="Places">The number of rows that one instance sends at once.</param>
public sealed record SendingTerms(TimeSpan Lease, IReadOnlyList<TimeSpan> Pauses, int Places = 1)
{
    /// <summary>
    /// The pause after this number of attempts, as SQL. It is spread, so that rows that failed together do not stay together.
    /// </summary>
    internal string Pause(string attempts)
    {
        var pauses = string.Join(", ", Pauses.Select(p => $"interval '{(long)p.TotalMilliseconds} ms'"));
        return $"(ARRAY[{pauses}])[greatest(1, least({attempts}, {Pauses.Count}))] * (0.9 + 0.2 * random())";
    }

    /// <summary>Growing pauses of a second up to a minute.</summary>
    public static IReadOnlyList<TimeSpan> UpToAMinute { get; } = [.. new[] { 1, 2, 4, 8, 15, 30, 60 }.Select(s => TimeSpan.FromSeconds(s))];
}
