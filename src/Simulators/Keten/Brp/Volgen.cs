using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WmoPlatform.Keten.Brp;

/// <summary>
/// The Haal Centraal BRP Update API: a subscriber follows persons, and asks which of them changed. The header <c>X-API-KEY</c> is the
/// subscriber. The address of a question about one person holds a BSN, so nothing may log it.
/// </summary>
internal static class Volgen
{
    private const string Hal = "application/hal+json";

    public static void MapVolgen(this WebApplication app)
    {
        var volgindicaties = app.MapGroup("/brp/volgindicaties");
        volgindicaties.MapGet("", Toon);
        volgindicaties.MapGet("/{burgerservicenummer}", ToonEen);
        volgindicaties.MapPut("/{burgerservicenummer}", Zet);
        app.MapGet("/brp/wijzigingen", ToonGewijzigd);
    }

    private static Task<IResult> Toon(HttpRequest vraag, Volgindicaties volgindicaties, Gedragingen gedragingen) =>
        Antwoord(vraag, gedragingen, [], () => Results.Ok(new { volgindicaties = volgindicaties.Actief(Abonnee(vraag)) }));

    private static Task<IResult> ToonEen(
        string burgerservicenummer, HttpRequest vraag, Volgindicaties volgindicaties, Gedragingen gedragingen) =>
        Antwoord(vraag, gedragingen, [burgerservicenummer], () =>
            !Testpersonen.IsBsn(burgerservicenummer) ? Brpfout.Ongeldig(GeenBsn())
            : volgindicaties.Zoek(Abonnee(vraag), burgerservicenummer) is { } volgindicatie ? Results.Ok(volgindicatie)
            : Brpfout.Maak(404, "Opgevraagde resource bestaat niet.", "notFound"));

    private static async Task<IResult> Zet(
        string burgerservicenummer, HttpRequest vraag, Volgindicaties volgindicaties, Gedragingen gedragingen)
    {
        using var lezer = new StreamReader(vraag.Body);
        var inhoud = await lezer.ReadToEndAsync(vraag.HttpContext.RequestAborted);
        return await Antwoord(vraag, gedragingen, [burgerservicenummer], () =>
        {
            if (!vraag.HasJsonContentType()) return Brpfout.Maak(415, "Media Type wordt niet ondersteund.", "unsupported");
            List<InvalidParam> fouten = [];
            if (!Testpersonen.IsBsn(burgerservicenummer)) fouten.Add(GeenBsn());
            if (!IsLeesbaar(inhoud, out var einddatum, out var fout)) fouten.Add(fout);
            if (fouten.Count > 0) return Brpfout.Ongeldig(fouten);
            return volgindicaties.Zet(Abonnee(vraag), burgerservicenummer, einddatum) is var (volgindicatie, isGeplaatst)
                ? Results.Json(volgindicatie, statusCode: isGeplaatst ? 201 : 200)
                : Brpfout.Ongeldig(new InvalidParam("einddatum", "date", "De einddatum ligt in het verleden."));
        });
    }

    private static Task<IResult> ToonGewijzigd(
        string? vanaf, HttpRequest vraag, Volgindicaties volgindicaties, Gedragingen gedragingen) =>
        Antwoord(vraag, gedragingen, [], () => vanaf is not null && Dag(vanaf) is null
            ? Brpfout.Ongeldig(GeenDatum("vanaf"))
            : Results.Json(
                new JsonObject
                {
                    ["_links"] = new JsonObject { ["self"] = new JsonObject { ["href"] = $"{vraag.Path}{vraag.QueryString}" } },
                    ["burgerservicenummers"] = new JsonArray(
                        [.. volgindicaties.Gewijzigd(Abonnee(vraag), Dag(vanaf)).Select(bsn => JsonValue.Create(bsn))]),
                },
                contentType: Hal));

    // A slow BRP does what is asked before it says so.
    private static async Task<IResult> Antwoord(HttpRequest vraag, Gedragingen gedragingen, string[] personen, Func<IResult> maak)
    {
        var gedrag = gedragingen.NeemVoorVraag(personen, "brp");
        if (gedrag.Modus == Modus.Storing) return Brpfout.Weg();
        var antwoord = maak();
        await Task.Delay(gedrag.Vertraging, vraag.HttpContext.RequestAborted);
        return antwoord;
    }

    // The key is a secret, and the name of a subscriber is written to a file.
    private static string Abonnee(HttpRequest vraag) =>
        vraag.Headers["X-API-KEY"].ToString() is { Length: > 0 } sleutel
            ? Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(sleutel)))
            : "zonder sleutel";

    private static bool IsLeesbaar(string inhoud, out DateOnly? einddatum, out InvalidParam fout)
    {
        (einddatum, fout) = (null, new("body", "json", "De inhoud is geen JSON-object."));
        try
        {
            if (JsonNode.Parse(inhoud) is not JsonObject velden) return false;
            if (velden["einddatum"] is not { } veld) return true;
            fout = GeenDatum("einddatum");
            einddatum = veld.GetValueKind() == JsonValueKind.String ? Dag(veld.GetValue<string>()) : null;
            return einddatum is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static DateOnly? Dag(string? tekst) =>
        DateOnly.TryParseExact(tekst, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag) ? dag : null;

    private static InvalidParam GeenBsn() => new("burgerservicenummer", "bsn", "Dit is geen burgerservicenummer.");

    private static InvalidParam GeenDatum(string naam) => new(naam, "date", "Dit is geen datum (jjjj-mm-dd).");
}
