using System.Buffers.Text;
using System.Globalization;
using System.Text;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.ServiceDefaults.Api;

/// <summary>One page of a list that is ordered by a key. The next page starts after the last item of this one.</summary>
/// <param name="Items">De regels van deze pagina.</param>
/// <param name="Volgende">Geef dit mee als na voor de volgende pagina; leeg op de laatste.</param>
public sealed record Pagina<T>(IReadOnlyList<T> Items, string? Volgende);

/// <summary>Keyset paging: query keys <c>na</c> and <c>aantal</c>.</summary>
public static class Pagina
{
    /// <summary>The page size: 50 unless asked otherwise, 1 to 200.</summary>
    /// <exception cref="Weigering">400: the number is outside that range.</exception>
    public static int Aantal(int? gevraagd) => gevraagd switch
    {
        null => 50,
        >= 1 and <= 200 => gevraagd.Value,
        _ => throw Weigering.Invoer("aantal", "Vraag 1 tot en met 200 regels per pagina."),
    };

    /// <summary>Builds the page from one row more than the page size.</summary>
    /// <param name="rijen">The rows, one more than <paramref name="aantal"/> when there is a next page.</param>
    /// <param name="aantal">The page size.</param>
    /// <param name="sleutel">The key by which the rows are ordered.</param>
    public static Pagina<T> Van<T>(IReadOnlyList<T> rijen, int aantal, Func<T, string> sleutel)
    {
        ArgumentNullException.ThrowIfNull(rijen);
        ArgumentNullException.ThrowIfNull(sleutel);
        return rijen.Count <= aantal
            ? new(rijen, null)
            : new([.. rijen.Take(aantal)], Cursor(sleutel(rijen[aantal - 1])));
    }

    /// <summary>A key as the client gets it, to continue after it.</summary>
    public static string Cursor(string sleutel) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(sleutel));

    /// <summary>The key after which this page starts; null for the first page.</summary>
    /// <exception cref="Weigering">400: the cursor is not one of this API.</exception>
    public static string? Na(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor)) return null;
        try
        {
            var sleutel = Tekst.GetString(Base64Url.DecodeFromChars(cursor));
            if (!sleutel.Any(char.IsControl)) return sleutel;
        }
        catch (Exception fout) when (fout is FormatException or DecoderFallbackException)
        {
            // Refused below.
        }
        throw Onbekend();
    }

    /// <summary>The id after which this page starts; <see cref="Guid.Empty"/> for the first page.</summary>
    /// <exception cref="Weigering">400: the cursor is not one of this API.</exception>
    public static Guid NaGuid(string? cursor) =>
        Na(cursor) is not { } sleutel ? Guid.Empty : Guid.TryParse(sleutel, out var id) ? id : throw Onbekend();

    /// <summary>The number after which this page starts; 0 for the first page.</summary>
    /// <exception cref="Weigering">400: the cursor is not one of this API.</exception>
    public static long NaNummer(string? cursor) =>
        Na(cursor) is not { } sleutel ? 0
        : long.TryParse(sleutel, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var nummer) ? nummer : throw Onbekend();

    /// <summary>The day, and the key within that day, after which this page starts; the earliest day for the first page.</summary>
    /// <exception cref="Weigering">400: the cursor is not one of this API.</exception>
    public static (DateOnly Dag, string Sleutel) NaDag(string? cursor) => Na(cursor)?.Split('|') switch
    {
        null => (DateOnly.MinValue, ""),
        [var dag, var sleutel] when DateOnly.TryParseExact(dag, Dagvorm, CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var datum) =>
            (datum, sleutel),
        _ => throw Onbekend(),
    };

    /// <summary>The key of a list that is ordered by day and then by a second key; see <see cref="NaDag"/>.</summary>
    public static string Dagsleutel(DateOnly dag, string sleutel) => $"{dag.ToString(Dagvorm, CultureInfo.InvariantCulture)}|{sleutel}";

    private const string Dagvorm = "yyyy-MM-dd";

    /// <summary>The refusal (400) of a cursor that is not one of this API.</summary>
    public static Weigering Onbekend() => Weigering.Invoer("na", "Gebruik de waarde van 'volgende' uit de vorige pagina.");

    // Refuses bytes that are no text, which PostgreSQL would refuse later.
    private static readonly UTF8Encoding Tekst = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
}
