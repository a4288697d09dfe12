using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Messaging.Verzoeken;

/// <summary>
/// A POST with an Idempotency-Key has its effect once. Key, effect, announcements and answer are stored in one transaction; whoever
/// sends the same again, also at the same moment, gets the same answer.
/// </summary>
public static class Idempotentie
{
    /// <summary>Lets an endpoint honour the header <c>Idempotency-Key</c>. The handler stores with <c>SaveChanges</c> as usual, within this transaction.</summary>
    /// <param name="endpoint">A POST that creates something.</param>
    /// <param name="verplicht">Whether a request without a key is refused.</param>
    public static RouteHandlerBuilder MetIdempotentie(this RouteHandlerBuilder endpoint, bool verplicht = false) =>
        endpoint.WithMetadata(new IdempotentieKop(verplicht)).AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            var sleutel = http.Request.Headers["Idempotency-Key"].ToString();
            if (sleutel.Length == 0)
                return verplicht ? throw Weigering.Invoer("Idempotency-Key", "Stuur een Idempotency-Key mee: een zelfgekozen sleutel waarmee u hetzelfde verzoek veilig opnieuw kunt sturen.") : await next(context);
            if (sleutel.Length > 100) throw Weigering.Invoer("Idempotency-Key", "Gebruik een sleutel van hooguit 100 tekens.");
            return await Eenmaal(http, sleutel, context.Arguments, () => next(context));
        });

    private static async Task<object?> Eenmaal(HttpContext http, string sleutel, IEnumerable<object?> argumenten, Func<ValueTask<object?>> handel)
    {
        var annulering = http.RequestAborted;
        var json = http.RequestServices.GetRequiredService<IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>().Value.SerializerOptions;
        var db = http.RequestServices.GetRequiredService<DienstDb>();
        var kluis = http.RequestServices.GetRequiredService<Kluis>();
        var aanvrager = Gebruiker.Van(http.User).Id;
        var vingerafdruk = Vingerafdruk(http.Request, argumenten, json);

        await using var transactie = await db.Database.BeginTransactionAsync(annulering);
        // Whoever comes second waits here until the first has committed, and then inserts nothing.
        var nieuw = await db.Database.ExecuteSqlAsync(
            $"INSERT INTO verwerkt_verzoek (sleutel, aanvrager, vingerafdruk, status, antwoord, verwerkt_op) VALUES ({sleutel}, {aanvrager}, {vingerafdruk}, 0, '', now()) ON CONFLICT DO NOTHING", annulering);
        if (nieuw == 0)
        {
            var eerder = await db.Set<VerwerktVerzoek>().AsNoTracking().SingleAsync(v => v.Sleutel == sleutel && v.Aanvrager == aanvrager, annulering);
            if (!eerder.Vingerafdruk.AsSpan().SequenceEqual(vingerafdruk))
                throw Weigering.Regel("sleutel-hergebruikt", "Deze Idempotency-Key hoort bij een ander verzoek. Kies voor een nieuw verzoek een nieuwe sleutel.", veld: "Idempotency-Key");
            if (eerder.Locatie is { } locatie) http.Response.Headers.Location = locatie;
            if (eerder.Etag is { } etag) http.Response.Headers.ETag = etag;
            return eerder.Antwoord.Length == 0
                ? Results.StatusCode(eerder.Status)
                : Results.Text(kluis.OntzegelTekst(eerder.Antwoord), "application/json", Encoding.UTF8, eerder.Status);
        }
        var resultaat = await handel();
        var waarde = (resultaat as IValueHttpResult)?.Value;
        var status = (resultaat as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK;
        var antwoord = waarde is null ? "" : kluis.Verzegel(JsonSerializer.SerializeToUtf8Bytes(waarde, waarde.GetType(), json));
        await db.Database.ExecuteSqlAsync(
            $"UPDATE verwerkt_verzoek SET status = {status}, antwoord = {antwoord}, locatie = {Locatie(resultaat)}, etag = {(string?)http.Response.Headers.ETag} WHERE sleutel = {sleutel} AND aanvrager = {aanvrager}", annulering);
        await transactie.CommitAsync(annulering);
        return resultaat;
    }

    /// <summary>TypedResults.Created and Accepted carry their address in a property of their own.</summary>
    private static string? Locatie(object? resultaat) => resultaat?.GetType().GetProperty("Location")?.GetValue(resultaat) as string;

    private static byte[] Vingerafdruk(HttpRequest verzoek, IEnumerable<object?> argumenten, JsonSerializerOptions json)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{verzoek.Method} {verzoek.Path}\n"));
        // The bound body, written again: white space and order of fields make no other request.
        if (argumenten.FirstOrDefault(a => a is IVerzoek) is { } body) hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), json));
        return hash.GetHashAndReset();
    }
}

/// <summary>Marks the record that is the body of a request.</summary>
public interface IVerzoek;
