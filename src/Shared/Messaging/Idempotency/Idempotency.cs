using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;
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
    public static RouteHandlerBuilder WithIdempotency(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new IdempotencyHeader(Verplicht: false)).AddEndpointFilter(async (context, next) =>
            Key(context) is { } key ? await new Request(context, key).Once(next) : await next(context));

    /// <summary>
    /// Lets an endpoint that only adds rows require the header <c>Idempotency-Key</c>. Its handler adds, and leaves saving to this filter:
    /// key, effect, announcements and answer go to the database in one round trip. A repeated request is recognised there, by its key.
    /// </summary>
    /// <param name="endpoint">A POST that creates something.</param>
    public static RouteHandlerBuilder WithIdempotencyInOneSave(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new IdempotencyHeader(Verplicht: true)).AddEndpointFilter(async (context, next) =>
            Key(context) is { } key ? await new Request(context, key).InOneSave(next)
                : throw Weigering.Invoer("Idempotency-Key", "Stuur een Idempotency-Key mee: "
                    + "een zelfgekozen sleutel waarmee u hetzelfde verzoek veilig opnieuw kunt sturen."));

    private static string? Key(EndpointFilterInvocationContext context)
    {
        var key = context.HttpContext.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length > 100) throw Weigering.Invoer("Idempotency-Key", "Gebruik een sleutel van hooguit 100 tekens.");
        return key.Length == 0 ? null : key;
    }

    /// <summary>A request with a key.</summary>
    private sealed class Request
    {
        private readonly EndpointFilterInvocationContext _context;
        private readonly string _key;
        private readonly string _requester;
        private readonly Fingerprints _fingerprints;
        private readonly byte[] _content;
        private readonly byte[] _fingerprint;
        private readonly ServiceDb _db;
        private readonly Vault _vault;
        private readonly JsonSerializerOptions _json;

        public Request(EndpointFilterInvocationContext context, string key)
        {
            var (http, services) = (context.HttpContext, context.HttpContext.RequestServices);
            (_context, _key, _requester) = (context, key, Gebruiker.Van(http.User).Id);
            _db = services.GetRequiredService<ServiceDb>();
            _vault = services.GetRequiredService<Vault>();
            _json = services.GetRequiredService<IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>().Value.SerializerOptions;
            _fingerprints = _vault.Fingerprints("verzoek");
            _content = Content(http.Request, context.Arguments, _json);
            _fingerprint = _fingerprints.Of(_content);
        }

        private HttpContext Http => _context.HttpContext;

        private CancellationToken Cancellation => Http.RequestAborted;

        public async Task<object?> Once(EndpointFilterDelegate handle)
        {
            await using var transaction = await _db.Database.BeginTransactionAsync(Cancellation);
            // A second request with the same key waits here until the first has committed, and then inserts nothing.
            var inserted = await _db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO answered_request (key, requester, fingerprint, status, processed_at)
                VALUES ({_key}, {_requester}, {_fingerprint}, 0, now()) ON CONFLICT DO NOTHING
                """, Cancellation);
            if (inserted == 0) return Repeat((await Earlier())!);
            var result = await handle(_context);
            var answer = Answer(result);
            await _db.Database.ExecuteSqlAsync(
                $"""
                UPDATE answered_request
                SET status = {answer.Status}, answer = {answer.Answer?.Text}, location = {answer.Location}, etag = {answer.Etag}
                WHERE key = {_key} AND requester = {_requester}
                """, Cancellation);
            await transaction.CommitAsync(Cancellation);
            return result;
        }

        public async Task<object?> InOneSave(EndpointFilterDelegate handle)
        {
            object? result;
            try
            {
                result = await handle(_context);
            }
            catch (Weigering) when (!Cancellation.IsCancellationRequested)
            {
                // What is refused by now may have been accepted before.
                if (await Earlier() is { } accepted) return Repeat(accepted);
                throw;
            }
            _db.Add(Answer(result));
            if (_db.ChangeTracker.Entries().Any(e => e.State is EntityState.Modified or EntityState.Deleted))
                throw new InvalidOperationException("Een eindpunt dat in één keer opslaat, voegt alleen toe.");
            try
            {
                // One batch is one transaction: the server commits all of it or nothing.
                _db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
                await _db.SaveChangesAsync(Cancellation);
                return result;
            }
            catch (DbUpdateException e) when (e.InnerException is PostgresException
            {
                SqlState: PostgresErrorCodes.UniqueViolation, TableName: "answered_request"
            })
            {
                return Repeat((await Earlier())!);
            }
            finally
            {
                _db.Database.AutoTransactionBehavior = AutoTransactionBehavior.WhenNeeded;
            }
        }

        private Task<AnsweredRequest?> Earlier() => _db.Set<AnsweredRequest>().AsNoTracking()
            .SingleOrDefaultAsync(v => v.Key == _key && v.Requester == _requester, Cancellation);

        /// <summary>Gives the answer that the same request got before.</summary>
        private IResult Repeat(AnsweredRequest earlier)
        {
            if (!_fingerprints.Match(earlier.Fingerprint, _content))
            {
                throw Weigering.Regel(
                    "sleutel-hergebruikt",
                    "Deze Idempotency-Key hoort bij een ander verzoek. Kies voor een nieuw verzoek een nieuwe sleutel.",
                    veld: "Idempotency-Key");
            }
            if (earlier.Location is { } location) Http.Response.Headers.Location = location;
            if (earlier.Etag is { } etag) Http.Response.Headers.ETag = etag;
            return earlier.Answer is { } kept
                ? Results.Text(_vault.UnsealText(kept, earlier.Seat), "application/json", Encoding.UTF8, earlier.Status)
                : Results.StatusCode(earlier.Status);
        }

        private AnsweredRequest Answer(object? result)
        {
            var value = (result as IValueHttpResult)?.Value;
            var seat = AnsweredRequest.SeatOf(_key, _requester);
            return new AnsweredRequest
            {
                Key = _key,
                Requester = _requester,
                Fingerprint = _fingerprint,
                Status = (result as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK,
                Answer = value is null ? null : _vault.Seal(JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), _json), seat),
                Location = Location(result),
                Etag = (string?)Http.Response.Headers.ETag,
                ProcessedAt = DateTimeOffset.UtcNow,
            };
        }
    }

    /// <summary>TypedResults.Created and Accepted carry their address in a property of their own.</summary>
    private static string? Location(object? result) => result?.GetType().GetProperty("Location")?.GetValue(result) as string;

    /// <summary>The bound body is written again, so that white space and the order of fields make no difference.</summary>
    private static byte[] Content(HttpRequest request, IEnumerable<object?> arguments, JsonSerializerOptions json) =>
    [
        .. Encoding.UTF8.GetBytes($"{request.Method} {request.Path}\n"),
        .. arguments.FirstOrDefault(a => a is IRequestBody) is { } body
            ? JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), json) : [],
    ];
}

/// <summary>Marks the record that is the body of a request.</summary>
public interface IRequestBody;
