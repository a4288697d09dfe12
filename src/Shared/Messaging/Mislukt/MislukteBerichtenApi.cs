using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Messaging.Uitgaand;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Messaging.Mislukt;

/// <summary>What an operator can do with the failed messages of this service: list, read, replay, drop.</summary>
public static class MislukteBerichtenApi
{
    /// <summary>A failed message in the list.</summary>
    /// <param name="BerichtId">Het nummer van het bericht.</param>
    /// <param name="Gebeurtenis">De naam van de gebeurtenis.</param>
    /// <param name="Dossiernummer">Het dossier waar het over gaat.</param>
    /// <param name="Fout">De soort fout bij de laatste poging.</param>
    /// <param name="Plaats">Waar het misging.</param>
    /// <param name="Pogingen">Hoe vaak het is geprobeerd.</param>
    /// <param name="MisluktOp">Wanneer het opzij is gelegd.</param>
    public sealed record Regel(Guid BerichtId, string Gebeurtenis, string? Dossiernummer, string Fout, string? Plaats, int Pogingen, DateTimeOffset MisluktOp);

    /// <summary>A failed message with its body; personal data in it stay sealed.</summary>
    /// <param name="Bericht">Het bericht, zoals in de lijst.</param>
    /// <param name="Traceparent">Het spoor van de laatste poging in de telemetrie (W3C Trace Context).</param>
    /// <param name="Inhoud">De inhoud zoals die binnenkwam; persoonsgegevens zijn verzegeld.</param>
    public sealed record Detail(Regel Bericht, string? Traceparent, JsonNode? Inhoud);

    /// <summary>Maps <c>/mislukte-berichten</c> below the API's path.</summary>
    public static void MapMislukteBerichten(this IEndpointRouteBuilder api)
    {
        var groep = api.MapGroup("/mislukte-berichten");
        groep.MapGet("", Lijst).Voor(Rollen.Beheer).WithSummary("Mislukte berichten").WithDescription("De berichten die na alle pogingen opzij zijn gelegd, oudste eerst.");
        groep.MapGet("/{berichtId:guid}", Lees).Voor(Rollen.Beheer).WithSummary("Een mislukt bericht").WithDescription("Het bericht met zijn inhoud; persoonsgegevens blijven verzegeld.");
        groep.MapPost("/{berichtId:guid}/herhaling", Herhaal).Voor(Rollen.Beheer).WithSummary("Opnieuw proberen").WithDescription("Biedt het bericht opnieuw aan deze dienst aan, met alle pogingen weer voor zich.");
        groep.MapDelete("/{berichtId:guid}", Laat).Voor(Rollen.Beheer).WithSummary("Laten vallen").WithDescription("Verwijdert het bericht zonder het te verwerken.");
    }

    private static async Task<Ok<Pagina<Regel>>> Lijst(DienstDb db, string? na, int? aantal, CancellationToken annulering)
    {
        var n = Pagina.Aantal(aantal);
        var vanaf = Pagina.Na(na) is not { } tekst ? Guid.Empty : Guid.TryParse(tekst, out var id) ? id : throw Pagina.Onbekend();
        var rijen = await db.Set<MisluktBericht>().AsNoTracking().Where(m => m.BerichtId > vanaf).OrderBy(m => m.BerichtId).Take(n + 1)
            .Select(m => new Regel(m.BerichtId, m.Gebeurtenis, m.Dossiernummer, m.Fout, m.Plaats, m.Pogingen, m.MisluktOp)).ToListAsync(annulering);
        return TypedResults.Ok(Pagina.Van(rijen, n, r => r.BerichtId.ToString()));
    }

    private static async Task<Ok<Detail>> Lees(DienstDb db, Guid berichtId, CancellationToken annulering)
    {
        var m = await Zoek(db, berichtId, annulering);
        return TypedResults.Ok(new Detail(new Regel(m.BerichtId, m.Gebeurtenis, m.Dossiernummer, m.Fout, m.Plaats, m.Pogingen, m.MisluktOp), m.Traceparent, Json(m.Inhoud)));
    }

    internal static async Task<Accepted> Herhaal(DienstDb db, Meting meting, Guid berichtId, CancellationToken annulering)
    {
        var m = await Zoek(db, berichtId, annulering);
        // Straight to this service's own queue: the other subscribers have had it.
        db.Add(new UitgaandBericht { BerichtId = m.BerichtId, Wachtrij = meting.Naamdienst, Inhoud = m.Inhoud, Traceparent = m.Traceparent });
        db.Remove(m);
        await db.SaveChangesAsync(annulering);
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<NoContent> Laat(DienstDb db, Guid berichtId, CancellationToken annulering)
    {
        db.Remove(await Zoek(db, berichtId, annulering));
        await db.SaveChangesAsync(annulering);
        return TypedResults.NoContent();
    }

    private static async Task<MisluktBericht> Zoek(DienstDb db, Guid berichtId, CancellationToken annulering) =>
        await db.Set<MisluktBericht>().SingleOrDefaultAsync(m => m.BerichtId == berichtId, annulering) ?? throw Weigering.Onbekend("Dit bericht");

    private static JsonNode? Json(byte[] inhoud)
    {
        try
        {
            return JsonNode.Parse(inhoud);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
