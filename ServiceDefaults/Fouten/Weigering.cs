using Microsoft.AspNetCore.Http;

namespace WmoPlatform.ServiceDefaults.Fouten;

/// <summary>
/// A request that is refused: a stable code, a sentence in plain Dutch that says what to do about it, and where it can be named the
/// article.
/// Becomes problem+json. Its text never holds personal data.
/// </summary>
public sealed class Weigering : Exception
{
    private Weigering(int status, string code, string uitleg, string? grondslag, IReadOnlyDictionary<string, string[]>? velden)
        : base(uitleg)
    {
        (Status, Code, Grondslag, Velden) = (status, code, grondslag, velden);
    }

    /// <summary>HTTP status: 400, 404, 409, 412, 422 or 428.</summary>
    public int Status { get; }

    /// <summary>Stable, kebab-case; the problem's type is <c>urn:wmoplatform:</c> and this code.</summary>
    public string Code { get; }

    /// <summary>Article of law, norm or rule it rests on.</summary>
    public string? Grondslag { get; }

    /// <summary>What is wrong per field, when it is about fields.</summary>
    public IReadOnlyDictionary<string, string[]>? Velden { get; }

    /// <summary>400: the request itself is wrong.</summary>
    /// <param name="veld">camelCase path of the field.</param>
    /// <param name="uitleg">A Dutch sentence.</param>
    public static Weigering Invoer(string veld, string uitleg) => new(StatusCodes.Status400BadRequest, "ongeldige-invoer",
        "Het verzoek klopt niet. Verbeter de genoemde velden en probeer het opnieuw.", null,
            new Dictionary<string, string[]> { [veld] = [uitleg] });

    /// <summary>400: several fields are wrong.</summary>
    public static Weigering Invoer(IReadOnlyDictionary<string, string[]> velden) => new(StatusCodes.Status400BadRequest, "ongeldige-invoer",
        "Het verzoek klopt niet. Verbeter de genoemde velden en probeer het opnieuw.", null, velden);

    /// <summary>404: it does not exist, or is not this user's business.</summary>
    /// <param name="wat">What, with its article, for instance "Dit dossier".</param>
    public static Weigering Onbekend(string wat) =>
        new(StatusCodes.Status404NotFound, "niet-gevonden", $"{wat} is niet gevonden. Controleer het nummer.", null, null);

    /// <summary>409: the state of the thing forbids it.</summary>
    public static Weigering Toestand(string code, string uitleg, string? grondslag = null) =>
        new(StatusCodes.Status409Conflict, code, uitleg, grondslag, null);

    /// <summary>422: a rule refuses it.</summary>
    public static Weigering Regel(string code, string uitleg, string? grondslag = null, string? veld = null) =>
        new(StatusCodes.Status422UnprocessableEntity, code, uitleg, grondslag,
        veld is null ? null : new Dictionary<string, string[]> { [veld] = [uitleg] });

    /// <summary>412: someone else changed it in the meantime.</summary>
    public static Weigering IntussenGewijzigd() => new(StatusCodes.Status412PreconditionFailed, "intussen-gewijzigd",
        "Iemand anders heeft dit intussen gewijzigd. Haal de nieuwste gegevens op en probeer het opnieuw.", null, null);

    /// <summary>428: the request must say which version it is about.</summary>
    public static Weigering VersieVereist() => new(StatusCodes.Status428PreconditionRequired, "versie-vereist",
        "Stuur de kop If-Match mee met de ETag die u bij het ophalen kreeg.", null, null);
}
