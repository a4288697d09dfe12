using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Messaging.Outbox;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Messaging.Failed;

/// <summary>Lets an operator list, read, replay and drop the failed messages of this service.</summary>
public static class FailedMessagesApi
{
    /// <summary>A failed message in the list.</summary>
    /// <param name="BerichtId">Het nummer van het bericht.</param>
    /// <param name="Gebeurtenis">De naam van de gebeurtenis.</param>
    /// <param name="Dossiernummer">Het dossier waar het over gaat.</param>
    /// <param name="Fout">De soort fout bij de laatste poging.</param>
    /// <param name="Plaats">Waar het misging.</param>
    /// <param name="Pogingen">Hoe vaak het is geprobeerd.</param>
    /// <param name="MisluktOp">Wanneer het opzij is gelegd.</param>
    public sealed record Regel(
        Guid BerichtId, string Gebeurtenis, string? Dossiernummer, string Fout, string? Plaats, int Pogingen, DateTimeOffset MisluktOp);

    /// <summary>A failed message with its body; personal data in it stay sealed.</summary>
    /// <param name="Bericht">Het bericht, zoals in de lijst.</param>
    /// <param name="Traceparent">Het spoor van de laatste poging in de telemetrie (W3C Trace Context).</param>
    /// <param name="Inhoud">De inhoud zoals die binnenkwam; persoonsgegevens zijn verzegeld.</param>
    public sealed record Detail(Regel Bericht, string? Traceparent, JsonNode? Inhoud);

    /// <summary>Maps <c>/mislukte-berichten</c> below the API's path.</summary>
    public static void MapFailedMessages(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/mislukte-berichten");
        group.MapGet("", List).Voor(Rollen.Beheer)
            .WithSummary("Mislukte berichten")
            .WithDescription("De berichten die na alle pogingen opzij zijn gelegd, oudste eerst.");
        group.MapGet("/{berichtId:guid}", Read).Voor(Rollen.Beheer)
            .WithSummary("Een mislukt bericht")
            .WithDescription("Het bericht met zijn inhoud; persoonsgegevens blijven verzegeld.");
        group.MapPost("/{berichtId:guid}/herhaling", Replay).Voor(Rollen.Beheer)
            .WithSummary("Opnieuw proberen")
            .WithDescription("Biedt het bericht opnieuw aan deze dienst aan, met alle pogingen weer voor zich.");
        group.MapDelete("/{berichtId:guid}", Drop).Voor(Rollen.Beheer)
            .WithSummary("Laten vallen")
            .WithDescription("Verwijdert het bericht zonder het te verwerken.");
    }

    private static async Task<Ok<Pagina<Regel>>> List(ServiceDb db, string? na, int? aantal, CancellationToken cancellation)
    {
        var n = Pagina.Aantal(aantal);
        var from = Pagina.NaGuid(na);
        var rows = await db.Set<FailedMessage>().AsNoTracking().Where(m => m.MessageId > from).OrderBy(m => m.MessageId).Take(n + 1)
            .Select(m => new Regel(m.MessageId, m.EventName, m.Dossiernummer, m.Error, m.Location, m.Attempts, m.FailedAt))
            .ToListAsync(cancellation);
        return TypedResults.Ok(Pagina.Van(rows, n, r => r.BerichtId.ToString()));
    }

    private static async Task<Ok<Detail>> Read(ServiceDb db, Guid berichtId, CancellationToken cancellation)
    {
        var m = await Find(db, berichtId, cancellation);
        var regel = new Regel(m.MessageId, m.EventName, m.Dossiernummer, m.Error, m.Location, m.Attempts, m.FailedAt);
        return TypedResults.Ok(new Detail(regel, m.Traceparent, Json(m.Body)));
    }

    internal static async Task<Accepted> Replay(ServiceDb db, Metering metering, Guid berichtId, CancellationToken cancellation)
    {
        var m = await Find(db, berichtId, cancellation);
        // The message goes to this service's own queue only: the other subscribers have already received it.
        db.Add(new OutboxMessage
        {
            MessageId = m.MessageId,
            Exchange = metering.ServiceName,
            Body = m.Body,
            Signature = m.Signature,
            Traceparent = m.Traceparent,
        });
        db.Remove(m);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<NoContent> Drop(ServiceDb db, Guid berichtId, CancellationToken cancellation)
    {
        db.Remove(await Find(db, berichtId, cancellation));
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<FailedMessage> Find(ServiceDb db, Guid berichtId, CancellationToken cancellation) =>
        await db.Set<FailedMessage>().SingleOrDefaultAsync(m => m.MessageId == berichtId, cancellation)
        ?? throw Weigering.Onbekend("Dit bericht");

    private static JsonNode? Json(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
