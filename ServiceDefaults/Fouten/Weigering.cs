using Microsoft.AspNetCore.Http;

namespace WmoPlatform.ServiceDefaults.Fouten;

/// <summary>
/// A refused request. It has a stable code, a sentence in plain Dutch that says what to do, and the article if there is one. It becomes
/// problem+json, and its text never holds personal data.
/// </summary>
public sealed class Weigering : Exception
{
    private Weigering(int status, string code, string uitleg, string? grondslag, IReadOnlyDictionary<string, string[]>? velden)
        : base(uitleg)
    {
        (Status, Code, Grondslag, Velden) = (status, code, grondslag, velden);
    }

    /// <summary>HTTP status: 400, 403, 404, 409, 412, 422, 428 or 429.</summary>
    public int Status { get; }

    /// <summary>Stable code in kebab-case. The problem's type is <c>urn:wmoplatform:</c> followed by this code.</summary>
    public string Code { get; }

    /// <summary>Article of law, norm or rule of the refusal.</summary>
    public string? Grondslag { get; }

    /// <summary>The faults per field; null when the refusal is not about fields.</summary>
    public IReadOnlyDictionary<string, string[]>? Velden { get; }

    /// <summary>The changes that the user had not seen, oldest first; empty when it is not about that, or nothing is kept.</summary>
    public IReadOnlyList<Wijziging> Wijzigingen { get; private init; } = [];

    /// <summary>After how long the same request may succeed, for the header <c>Retry-After</c>; null when time does not help.</summary>
    public TimeSpan? Wacht { get; private init; }

    /// <summary>400: the request itself is wrong.</summary>
    /// <param name="veld">camelCase path of the field.</param>
    /// <param name="uitleg">A Dutch sentence.</param>
    public static Weigering Invoer(string veld, string uitleg) => new(StatusCodes.Status400BadRequest, "ongeldige-invoer",
        "Het verzoek klopt niet. Verbeter de genoemde velden en probeer het opnieuw.", null,
            new Dictionary<string, string[]> { [veld] = [uitleg] });

    /// <summary>400: several fields are wrong.</summary>
    public static Weigering Invoer(IReadOnlyDictionary<string, string[]> velden) => new(StatusCodes.Status400BadRequest, "ongeldige-invoer",
        "Het verzoek klopt niet. Verbeter de genoemde velden en probeer het opnieuw.", null, velden);

    /// <summary>404: it does not exist, or this user may not see it.</summary>
    /// <param name="wat">The subject of the sentence, for instance "Dit dossier".</param>
    public static Weigering Onbekend(string wat) =>
        new(StatusCodes.Status404NotFound, "niet-gevonden", $"{wat} is niet gevonden. Controleer het nummer.", null, null);

    /// <summary>403: this client may do this, but not for whom it speaks here.</summary>
    public static Weigering GeenToegang(string code, string uitleg) => new(StatusCodes.Status403Forbidden, code, uitleg, null, null);

    /// <summary>409: the present state forbids it.</summary>
    public static Weigering Toestand(string code, string uitleg, string? grondslag = null) =>
        new(StatusCodes.Status409Conflict, code, uitleg, grondslag, null);

    /// <summary>422: a rule refuses it.</summary>
    public static Weigering Regel(string code, string uitleg, string? grondslag = null, string? veld = null) =>
        new(StatusCodes.Status422UnprocessableEntity, code, uitleg, grondslag,
        veld is null ? null : new Dictionary<string, string[]> { [veld] = [uitleg] });

    /// <summary>412: someone else changed it in the meantime.</summary>
    /// <param name="wijzigingen">What changed since, oldest first; null when that is not kept.</param>
    public static Weigering IntussenGewijzigd(IReadOnlyList<Wijziging>? wijzigingen = null) =>
        new(StatusCodes.Status412PreconditionFailed, "intussen-gewijzigd", (wijzigingen is { Count: > 0 }
            ? $"Dit is intussen gewijzigd: {string.Join("; ", wijzigingen.Select(w => $"{w.Wat} ({w.Door})"))}."
            : "Iemand anders heeft dit intussen gewijzigd.") + " Haal de nieuwste gegevens op en probeer het opnieuw.", null, null)
        {
            Wijzigingen = wijzigingen ?? [],
        };

    /// <summary>428: the request must name the version that it changes.</summary>
    public static Weigering VersieVereist() => new(StatusCodes.Status428PreconditionRequired, "versie-vereist",
        "Stuur de kop If-Match mee met de ETag die u bij het ophalen kreeg.", null, null);

    /// <summary>429: a limit is reached, and time helps.</summary>
    public static Weigering TeVeel(string code, string uitleg, TimeSpan wacht) =>
        new(StatusCodes.Status429TooManyRequests, code, uitleg, null, null) { Wacht = wacht };
}

/// <summary>A change of something that a user had read before.</summary>
/// <param name="Wat">The act.</param>
/// <param name="Door">The role of who did it, never their name.</param>
/// <param name="Op">The moment.</param>
public sealed record Wijziging(string Wat, string Door, DateTimeOffset Op);
