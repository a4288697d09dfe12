using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Inzage;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.ServiceDefaults.Fouten;

/// <summary>
/// Writes every error as problem+json (RFC 9457, NL GOV API Design Rules): in Dutch, with a stable type and code, the fields, and no
/// personal data.
/// </summary>
public static class Problemen
{
    /// <summary>Prefix of every problem type.</summary>
    public const string Type = "urn:wmoplatform:";

    /// <summary>Registers the translation of exceptions into problems.</summary>
    public static void AddFouten(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddExceptionHandler<NaarProbleem>();
        services.Configure<Microsoft.AspNetCore.Routing.RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
    }

    /// <summary>Builds the problem of a refusal.</summary>
    public static ProblemDetails Van(Weigering weigering)
    {
        ArgumentNullException.ThrowIfNull(weigering);
        var probleem = Maak(weigering.Status, weigering.Code, weigering.Message);
        if (weigering.Grondslag is { } grondslag) probleem.Extensions["grondslag"] = grondslag;
        if (weigering.Velden is { } velden) probleem.Extensions["errors"] = velden;
        if (weigering.Wijzigingen.Count > 0) probleem.Extensions["wijzigingen"] = weigering.Wijzigingen;
        return probleem;
    }

    /// <summary>Builds a problem.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="code">Stable code, which follows <see cref="Type"/> in the type.</param>
    /// <param name="uitleg">A Dutch sentence that says what to do.</param>
    public static ProblemDetails Maak(int status, string code, string uitleg) => new()
    {
        Type = Type + code,
        Title = Titel(status),
        Status = status,
        Detail = uitleg,
        Extensions = { ["code"] = code },
    };

    /// <summary>Writes a problem as the response.</summary>
    public static Task Schrijf(HttpContext context, ProblemDetails probleem)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(probleem);
        // When an exception is handled, the context has lost its endpoint.
        var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<IProbleemvorm>() is { } vorm && vorm.Past(context, probleem))
            return vorm.Schrijf(context, probleem);
        context.Response.StatusCode = probleem.Status ?? 500;
        return context.Response.WriteAsJsonAsync(probleem, probleem.GetType(), options: null, contentType: "application/problem+json");
    }

    /// <summary>The item of a request with the code and the sentence of a status that the framework sets.</summary>
    internal const string BijStatus = "Problemen:BijStatus";

    internal static Task BijKaleStatus(StatusCodeContext kaal)
    {
        var context = kaal.HttpContext;
        var (code, uitleg) = context.Response.StatusCode switch
        {
            401 or 403 when context.Items[BijStatus] is (string eigen, string reden) => (eigen, reden),
            401 => ("niet-aangemeld", "U bent niet aangemeld. Stuur een geldig token mee."),
            403 => ("geen-toegang", "Uw rol mag dit niet. Vraag uw beheerder om toegang als u die nodig hebt."),
            404 => ("niet-gevonden", "Dit adres bestaat niet. Kijk in de documentatie van de API."),
            405 => ("methode-niet-toegestaan", "Deze methode bestaat hier niet. Kijk in de documentatie van de API."),
            413 => ("te-groot", "Het bericht is te groot."),
            415 => ("verkeerd-type", "Stuur de inhoud in het type dat de documentatie noemt."),
            < 500 => ("ongeldige-invoer", "Het verzoek klopt niet. Kijk in de documentatie van de API."),
            502 or 503 => ("niet-bereikbaar", "Dit deel van het platform is nu niet bereikbaar. Probeer het later opnieuw."),
            504 => ("geen-antwoord",
                "Het antwoord liet te lang op zich wachten. Kijk of uw verzoek is verwerkt en probeer het anders opnieuw."),
            _ => ("fout", "Het verzoek is niet gelukt. Probeer het later opnieuw."),
        };
        return Schrijf(context, Maak(context.Response.StatusCode, code, uitleg));
    }

    internal static string Titel(int status) => status switch
    {
        400 => "Het verzoek klopt niet",
        401 => "Niet aangemeld",
        403 => "Geen toegang",
        404 => "Niet gevonden",
        405 => "Methode niet toegestaan",
        409 => "Dat kan nu niet",
        412 => "Intussen gewijzigd",
        413 => "Te groot",
        415 => "Verkeerd type inhoud",
        422 => "Dat mag niet",
        428 => "Versie vereist",
        429 => "Te veel verzoeken",
        502 or 503 => "Tijdelijk niet bereikbaar",
        504 => "Geen antwoord op tijd",
        >= 500 => "Er ging iets mis",
        _ => ReasonPhrases.GetReasonPhrase(status),
    };
}

/// <summary>
/// Turns refusals and malformed requests into problems. Any other exception is a 500 without details, and is logged by its type.
/// </summary>
internal sealed class NaarProbleem(ILogger<NaarProbleem> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var probleem = exception switch
        {
            Weigering weigering => Problemen.Van(weigering),
            BadHttpRequestException slecht => Slecht(slecht),
            InzageNietVastgelegd niet => NietVastgelegd(httpContext, niet),
            GegevensOntbrekenException gegevens => Ontbreekt(gegevens),
            // By name, because this project has no reference to EF.
            _ when exception.GetType().Name == "DbUpdateConcurrencyException" => Problemen.Van(httpContext.Request.Headers.IfMatch.Count > 0
                ? Weigering.IntussenGewijzigd()
                : Weigering.Toestand("intussen-gewijzigd",
                    "Dit werd op hetzelfde moment ook gewijzigd. Er is niets veranderd; probeer het opnieuw.")),
            _ => Database(exception) switch
            {
                // PostgreSQL stores no U+0000: not in text (22021) and not in jsonb (22P05).
                { SqlState: "22021" or "22P05" } =>
                    Problemen.Maak(400, "ongeldige-invoer",
                    "In een van de teksten staat een onzichtbaar teken dat niet bewaard kan worden (U+0000). Haal het weg en probeer het "
                        + "opnieuw."),
                { IsTransient: true } => Weg(httpContext, exception),
                _ => Onverwacht(exception),
            },
        };
        if (exception is Weigering { Wacht: { } wacht })
            httpContext.Response.Headers.RetryAfter = ((long)Math.Ceiling(wacht.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        await Problemen.Schrijf(httpContext, probleem);
        return true;
    }

    /// <summary>A table of amounts or choices has no row for that day. Beheer can add one.</summary>
    private static ProblemDetails Ontbreekt(GegevensOntbrekenException fout)
    {
        var probleem = Problemen.Maak(422, "gegevens-ontbreken",
            $"{fout.Message} Vraag de beheerder de tabel aan te vullen, of kies een andere datum.");
        probleem.Title = "Gegevens ontbreken";
        probleem.Extensions["tabel"] = fout.Tabel;
        probleem.Extensions["datum"] = fout.Datum;
        return probleem;
    }

    private static DbException? Database(Exception fout) =>
        fout as DbException ?? (fout.InnerException is { } binnen ? Database(binnen) : null);

    /// <summary>The database is away, or went away while it stored. Whether anything was stored is uncertain.</summary>
    private ProblemDetails Weg(HttpContext context, Exception fout)
    {
        log.LogError("De database is niet bereikbaar: {Fout}.", fout.GetType().Name);
        context.Response.Headers.RetryAfter = "5";
        return Problemen.Maak(503, "niet-bereikbaar",
            "Dit deel van het platform kan nu niet bij zijn gegevens. Probeer het over een paar seconden opnieuw, met dezelfde "
            + "Idempotency-Key als u die meestuurde.");
    }

    /// <summary>Nothing is shown that cannot be accounted for. A change may have been stored.</summary>
    private ProblemDetails NietVastgelegd(HttpContext context, InzageNietVastgelegd fout)
    {
        log.LogError("De inzage kan niet worden vastgelegd: {Fout}.", fout.InnerException?.GetType().Name);
        context.Response.Headers.RetryAfter = "5";
        return Problemen.Maak(503, "inzage-niet-vastgelegd",
            "Wij kunnen nu niet vastleggen dat u deze gegevens ziet, en daarom laten wij ze niet zien. Probeer het over een paar seconden "
            + "opnieuw, met dezelfde Idempotency-Key als u die meestuurde.");
    }

    private static ProblemDetails Slecht(BadHttpRequestException fout)
    {
        if (fout.StatusCode == StatusCodes.Status413PayloadTooLarge) return Problemen.Maak(413, "te-groot", "Het bericht is te groot.");
        if (fout.StatusCode == StatusCodes.Status415UnsupportedMediaType) return Problemen.Maak(415, "verkeerd-type",
            "Stuur de inhoud in het type dat de documentatie noemt.");
        if (fout.InnerException is not JsonException json)
            return Problemen.Maak(fout.StatusCode, "ongeldige-invoer",
                "Het verzoek klopt niet: een waarde in het adres of in een kop heeft een verkeerde vorm, of de inhoud ontbreekt.");
        // The path names the field. The text of the exception may quote the input, so it stays here.
        var pad = json.Path?.TrimStart('$').TrimStart('.') ?? "";
        // An unknown field may be named after a person, or after a person's number, so such a name is not repeated.
        if (pad.Count(char.IsAsciiDigit) >= 8 || !pad.All(IsGewoon)) pad = "onbekend";
        var probleem = Problemen.Maak(400, pad.Length == 0 ? "ongeldige-json" : "ongeldige-invoer",
            pad.Length == 0 ? "De inhoud is geen geldige JSON, of een verplicht veld ontbreekt."
                : "Het verzoek klopt niet. Verbeter de genoemde velden en probeer het opnieuw.");
        var ontbrekend = Ontbrekend(json);
        if (ontbrekend.Length > 0)
        {
            probleem.Extensions["code"] = "ongeldige-invoer";
            probleem.Type = Problemen.Type + "ongeldige-invoer";
            probleem.Detail = "Het verzoek klopt niet. Verbeter de genoemde velden en probeer het opnieuw.";
            probleem.Extensions["errors"] = ontbrekend.ToDictionary(veld => pad.Length == 0 ? veld : $"{pad}.{veld}", _ => Verplicht);
        }
        else if (pad.Length > 0)
        {
            string[] uitleg =
            [
                json switch
                {
                    DatumBuitenGrens => Datumgrens.Uitleg,
                    TekstMetNul => "In deze tekst staat een onzichtbaar teken (U+0000). Haal het weg.",
                    _ => "Dit veld bestaat niet of heeft een verkeerde vorm.",
                },
            ];
            probleem.Extensions["errors"] = new Dictionary<string, string[]> { [pad] = uitleg };
        }
        return probleem;
    }

    /// <summary>Whether a path of our own fields can have this character.</summary>
    private static bool IsGewoon(char teken) => char.IsAsciiLetterOrDigit(teken) || teken is '.' or '[' or ']' or '_' or '-';

    private static readonly string[] Verplicht = ["Dit veld is verplicht."];

    /// <summary>
    /// Takes the missing required properties from the serializer's message, the only place that names them: "… missing required properties
    /// including: 'a', 'b'."
    /// </summary>
    private static string[] Ontbrekend(JsonException json)
    {
        var van = json.Message.IndexOf("required properties including: ", StringComparison.Ordinal);
        if (van < 0) return [];
        return [.. json.Message[van..].Split('\'').Where((_, i) => i % 2 == 1)];
    }

    private ProblemDetails Onverwacht(Exception fout)
    {
        log.LogError("Onverwachte fout {Fout} in {Plaats}.", fout.GetType().Name,
            string.Join(" < ", new System.Diagnostics.StackTrace(fout).GetFrames().Select(f => f.GetMethod())
                .Where(m => m?.DeclaringType?.Namespace?.StartsWith("WmoPlatform", StringComparison.Ordinal) == true).Take(5)
                .Select(m => $"{m!.DeclaringType!.Name}.{m.Name}")));
        return Problemen.Maak(500, "onverwachte-fout", "Er ging iets mis aan onze kant. Er is niets gewijzigd. Probeer het later opnieuw.");
    }
}
