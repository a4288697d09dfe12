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

namespace WmoPlatform.Messaging.Idempotency;

/// <summary>
/// Gives a POST with an Idempotency-Key its effect once. One transaction stores key, effect, announcements and answer. A repeated request
/// gets the same answer, also when both arrive at the same moment.
/// </summary>
public static class Idempotency
{
    /// <summary>
    /// Lets an endpoint honour the header <c>Idempotency-Key</c>. The handler stores with <c>SaveChanges</c> as usual, within this
    /// transaction.
    /// </summary>
    /// <param name="endpoint">A POST that creates something.</param>
    /// <param name="required">Whether a request without a key is refused.</param>
    public static RouteHandlerBuilder WithIdempotency(this RouteHandlerBuilder endpoint, bool required = false) =>
        endpoint.WithMetadata(new IdempotencyHeader(required)).AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            var key = http.Request.Headers["Idempotency-Key"].ToString();
            if (key.Length == 0)
            {
                return required
                    ? throw Weigering.Invoer("Idempotency-Key", "Stuur een Idempotency-Key mee: "
                        + "een zelfgekozen sleutel waarmee u hetzelfde verzoek veilig opnieuw kunt sturen.")
                    : await next(context);
            }
            if (key.Length > 100) throw Weigering.Invoer("Idempotency-Key", "Gebruik een sleutel van hooguit 100 tekens.");
            return await Once(http, key, context.Arguments, () => next(context));
        });

    private static async Task<object?> Once(HttpContext http, string key, IEnumerable<object?> arguments, Func<ValueTask<object?>> handle)
    {
        var cancellation = http.RequestAborted;
        var json = http.RequestServices.GetRequiredService<IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>().Value.SerializerOptions;
        var db = http.RequestServices.GetRequiredService<ServiceDb>();
        var vault = http.RequestServices.GetRequiredService<Vault>();
        var requester = Gebruiker.Van(http.User).Id;
        var fingerprint = Fingerprint(http.Request, arguments, json);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // A second request with the same key waits here until the first has committed, and then inserts nothing.
        var inserted = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO answered_request (key, requester, fingerprint, status, processed_at)
            VALUES ({key}, {requester}, {fingerprint}, 0, now()) ON CONFLICT DO NOTHING
            """, cancellation);
        if (inserted == 0)
        {
            var earlier = await db.Set<AnsweredRequest>().AsNoTracking()
                .SingleAsync(v => v.Key == key && v.Requester == requester, cancellation);
            if (!earlier.Fingerprint.AsSpan().SequenceEqual(fingerprint))
            {
                throw Weigering.Regel(
                    "sleutel-hergebruikt",
                    "Deze Idempotency-Key hoort bij een ander verzoek. Kies voor een nieuw verzoek een nieuwe sleutel.",
                    veld: "Idempotency-Key");
            }
            if (earlier.Location is { } location) http.Response.Headers.Location = location;
            if (earlier.Etag is { } etag) http.Response.Headers.ETag = etag;
            return earlier.Answer is { } kept
                ? Results.Text(vault.UnsealText(kept, earlier.Seat), "application/json", Encoding.UTF8, earlier.Status)
                : Results.StatusCode(earlier.Status);
        }
        var result = await handle();
        var value = (result as IValueHttpResult)?.Value;
        var status = (result as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK;
        var answer = value is null ? null
            : vault.Seal(JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), json), AnsweredRequest.SeatOf(key, requester)).Text;
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE answered_request
            SET status = {status}, answer = {answer}, location = {Location(result)}, etag = {(string?)http.Response.Headers.ETag}
            WHERE key = {key} AND requester = {requester}
            """, cancellation);
        await transaction.CommitAsync(cancellation);
        return result;
    }

    /// <summary>TypedResults.Created and Accepted carry their address in a property of their own.</summary>
    private static string? Location(object? result) => result?.GetType().GetProperty("Location")?.GetValue(result) as string;

    private static byte[] Fingerprint(HttpRequest request, IEnumerable<object?> arguments, JsonSerializerOptions json)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}\n"));
        // The bound body is written again, so that white space and the order of fields make no difference.
        if (arguments.FirstOrDefault(a => a is IRequestBody) is { } body)
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), json));
        return hash.GetHashAndReset();
    }
}

/// <summary>Marks the record that is the body of a request.</summary>
public interface IRequestBody;
