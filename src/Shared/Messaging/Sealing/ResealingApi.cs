using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Inzage;

namespace WmoPlatform.Messaging;

/// <summary>Lets an operator have everything sealed again with the present key, and see how far that is (docs/operations.md).</summary>
public static class ResealingApi
{
    /// <summary>How far the change of keys is.</summary>
    /// <param name="Sleutel">Het kenmerk van de sleutel waarmee nu wordt verzegeld.</param>
    /// <param name="Bezig">Of deze instantie nog bezig is.</param>
    /// <param name="Klaar">Of hier niets meer met een andere sleutel is verzegeld. Pas als alle diensten klaar zijn, kan die weg.</param>
    /// <param name="Onleesbaar">Hoeveel rijen in de laatste ronde niet te openen waren.</param>
    /// <param name="Plaatsen">Wat waar met welke sleutel is verzegeld.</param>
    public sealed record Stand(string Sleutel, bool Bezig, bool Klaar, long Onleesbaar, IReadOnlyList<Plaats> Plaatsen);

    /// <summary>What one place holds under one key.</summary>
    /// <param name="Kolom">De tabel en de kolom.</param>
    /// <param name="Sleutel">Het kenmerk van de sleutel.</param>
    /// <param name="Aantal">Het aantal rijen.</param>
    /// <param name="Onderweg">Of het berichten zijn. Die houden hun verzegeling, en verdwijnen als ze zijn verwerkt of vervallen.</param>
    public sealed record Plaats(string Kolom, string Sleutel, long Aantal, bool Onderweg);

    /// <summary>Maps <c>/sleutelwissel</c> below the API's path.</summary>
    public static void MapResealing(this IEndpointRouteBuilder api)
    {
        api.MapGet("/sleutelwissel", Show).Voor(Rollen.Beheer)
            .ToontNiemand("De stand telt verzegelde waarden en opent er geen.")
            .WithSummary("Stand van de sleutelwissel")
            .WithDescription("Hoeveel er waar met welke sleutel is verzegeld.");
        api.MapPost("/sleutelwissel", Start).Voor(Rollen.Beheer)
            .ToontNiemand("De opdracht verzegelt opnieuw en toont niets.")
            .WithSummary("Opnieuw verzegelen")
            .WithDescription("Verzegelt alles van deze dienst opnieuw met de huidige sleutel, terwijl de dienst doorwerkt. "
                + "Dat kan steeds opnieuw: wat al klaar is, wordt overgeslagen.");
    }

    private static async Task<Ok<Stand>> Show(IResealing resealing, Vault vault, HttpContext http, CancellationToken cancellation)
    {
        var counts = await resealing.Count(http.RequestServices, cancellation);
        return TypedResults.Ok(new Stand(
            vault.CurrentKeyId, resealing.Busy, counts.All(c => c.KeyId == vault.CurrentKeyId), resealing.Unreadable,
            [.. counts.Select(c => new Plaats(c.Place, c.KeyId, c.Rows, c.OnItsWay))]));
    }

    private static Accepted Start(IResealing resealing)
    {
        resealing.Ask();
        return TypedResults.Accepted((string?)null);
    }
}
