namespace WmoPlatform.Messaging;

/// <summary>What a sealed value is part of. Each kind has keys of its own (see <see cref="Vault"/>).</summary>
public enum SeatKind
{
    /// <summary>An event, which any service may open.</summary>
    Event,
    /// <summary>A row of a service's own table, which no other service can open.</summary>
    Row,
    /// <summary>The kept answer to a request, which no other service can open.</summary>
    Answer,
}

/// <summary>
/// Where a sealed value stands. The seal covers it: a sealed text that is moved to another row, column, dossier or event does not open.
/// </summary>
/// <param name="Kind">What it is part of.</param>
/// <param name="Place">The class and its property, for instance <c>Toewijzing.VerzegeldePersoon</c>.</param>
/// <param name="Owner">The key of the row, or the aggregate that announced the event.</param>
/// <param name="Dossier">The dossiernummer; empty without a dossier.</param>
public readonly record struct Seat(SeatKind Kind, string Place, string Owner, string Dossier)
{
    /// <summary>A column of a row that belongs to no dossier itself.</summary>
    public static Seat InRow<T>(Guid id, string property) => new(SeatKind.Row, $"{typeof(T).Name}.{property}", id.ToString(), "");

    /// <summary>A property of an event.</summary>
    internal static Seat InEvent(string place, Guid aggregateId, string dossier) =>
        new(SeatKind.Event, place, aggregateId.ToString(), dossier);

    /// <summary>
    /// The seat as bytes for the seal. Only the last part may hold U+0000 by malice, and the first three have a fixed form per kind, so two
    /// seats never give the same bytes.
    /// </summary>
    internal byte[] ToBytes() => System.Text.Encoding.UTF8.GetBytes($"{Kind}\0{Place}\0{Owner}\0{Dossier}");
}

/// <summary>
/// A sealed text, as it is stored. Only Messaging can see the text, so it cannot land in a column that the change of keys does not know.
/// </summary>
public readonly record struct Sealed
{
    internal Sealed(string text) => Text = text;

    /// <summary>The text: see <see cref="Vault"/>.</summary>
    internal string Text { get; }

    /// <summary>The key it was sealed with.</summary>
    internal string KeyId => Parts(Text, out var keyId, out _) ? keyId : "";

    /// <inheritdoc />
    public override string ToString() => "[verzegeld]";

    /// <summary>Splits a sealed text; false when it is none.</summary>
    internal static bool Parts(string text, out string keyId, out ReadOnlySpan<char> box)
    {
        keyId = "";
        box = default;
        if (text is null || !text.StartsWith("2.", StringComparison.Ordinal)) return false;
        var end = text.IndexOf('.', 2);
        if (end < 0) return false;
        keyId = text[2..end];
        box = text.AsSpan(end + 1);
        return true;
    }
}
