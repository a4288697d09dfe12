using System.IO.Compression;
using System.Text;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Zorgaanbieders.Begeleidingsplannen;

/// <summary>The kinds of document that a begeleidingsplan may be.</summary>
public enum Documentsoort
{
    Pdf,
    Docx,
    Odt,
}

/// <summary>
/// A document as it was sent in. Its content decides the kind, not its name or the content type of the sender. A <see
/// cref="Virusscanner"/> looks for viruses.
/// </summary>
/// <param name="Soort">The kind that the content shows.</param>
/// <param name="Naam">A safe file name, with the extension of the kind.</param>
/// <param name="Inhoud">The bytes as they were sent.</param>
public sealed record Plandocument(Documentsoort Soort, string Naam, byte[] Inhoud)
{
    private const string Naamloos = "begeleidingsplan";

    public string Type => TypeVan(Soort);

    public static string TypeVan(Documentsoort soort) => soort switch
    {
        Documentsoort.Pdf => "application/pdf",
        Documentsoort.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "application/vnd.oasis.opendocument.text",
    };

    /// <exception cref="Weigering">The document is none of the kinds, or holds a macro.</exception>
    public static Plandocument Lees(string? naam, byte[] inhoud)
    {
        var soort = Herken(inhoud) ?? throw Weigering.Regel(
            "verkeerd-documenttype",
            "Dit is geen PDF, Word-document (docx) of OpenDocument-tekst (odt), of het bestand is beschadigd. "
            + "Bewaar het als PDF en stuur het opnieuw.",
            veld: "bestand");
        return new(soort, $"{Veilig(naam)}.{soort.ToString().ToLowerInvariant()}", inhoud);
    }

    private static Documentsoort? Herken(byte[] inhoud) =>
        inhoud.AsSpan().StartsWith("%PDF-"u8)
            ? inhoud.AsSpan(Math.Max(0, inhoud.Length - 1024)).IndexOf("%%EOF"u8) >= 0 ? Documentsoort.Pdf : null
        : inhoud.AsSpan().StartsWith("PK\x03\x04"u8) ? HerkenArchief(inhoud)
        : null;

    /// <summary>Recognises docx and odt, which are ZIP archives. It unpacks only the first bytes of one entry.</summary>
    private static Documentsoort? HerkenArchief(byte[] inhoud)
    {
        try
        {
            using var archief = new ZipArchive(new MemoryStream(inhoud, writable: false), ZipArchiveMode.Read);
            var namen = archief.Entries.Select(e => e.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (namen.Any(IsMacro))
                throw Weigering.Regel(
                    "document-met-macro",
                    "In dit document zit een macro (een klein programma). Bewaar het zonder macro's of als PDF, en stuur het opnieuw.",
                    veld: "bestand");
            if (namen.Contains("[Content_Types].xml") && namen.Contains("word/document.xml")) return Documentsoort.Docx;
            return namen.Contains("content.xml") && Mimetype(archief) == TypeVan(Documentsoort.Odt) ? Documentsoort.Odt : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static bool IsMacro(string naam) => naam.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
        || naam.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase)
        || naam.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase);

    private static string? Mimetype(ZipArchive archief)
    {
        if (archief.GetEntry("mimetype") is not { } ingang) return null;
        using var stroom = ingang.Open();
        var begin = new byte[100];
        return Encoding.ASCII.GetString(begin, 0, stroom.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false));
    }

    /// <summary>
    /// Removes the folder, the extension, and all characters except letters, digits, spaces, dots, dashes and underscores.
    /// </summary>
    private static string Veilig(string? naam)
    {
        var kaal = Path.GetFileNameWithoutExtension((naam ?? "").Split('/', '\\')[^1]);
        var schoon = new string([.. kaal.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or '.').Take(80)]).Trim(' ', '.');
        return schoon.Length > 0 ? schoon : Naamloos;
    }
}
