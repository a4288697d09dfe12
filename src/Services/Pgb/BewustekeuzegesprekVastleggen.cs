using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.Pgb.Opslag;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Pgb;

/// <summary>
/// Records the bewustekeuzegesprek: whether the resident, or a representative, can run a budget (Wmo 2015 art. 2.3.6 lid 2 onder a).
/// </summary>
public static class BewustekeuzegesprekVastleggen
{
    /// <param name="GevoerdOp">De dag van het gesprek.</param>
    /// <param name="Vaardigheden">Per vaardigheid: ja, met-vertegenwoordiger of nee.</param>
    /// <param name="Vaardig">Of de inwoner, of een vertegenwoordiger, het budget kan beheren.</param>
    /// <param name="Toelichting">Waar dat oordeel op rust, in woorden die de inwoner begrijpt.</param>
    public sealed record Invoer(
        DateOnly GevoerdOp, IReadOnlyDictionary<Vaardigheid, Oordeel> Vaardigheden, bool Vaardig, string Toelichting) : IRequestBody;

    public static void MapBewustekeuzegesprekVastleggen(this IEndpointRouteBuilder api) =>
        api.MapPost("/toetsen/{voorzieningId:guid}/bewustekeuzegesprek", LegVast)
            .Voor(Rollen.Consulent).WithIdempotency().Valideer(new Vorm())
            .WithSummary("Bewustekeuzegesprek vastleggen")
            .WithDescription("Legt het gesprek en het oordeel vast. Past een pgb niet, dan is de toets meteen afgerond. Vervangt u "
                + "een eerder gesprek, stuur dan If-Match mee met de ETag van de toets.");

    private static async Task<Ok<ToetsenInzien.Detail>> LegVast(
        Guid voorzieningId, Invoer invoer, Gebruiker gebruiker, PgbDb db, TimeProvider klok, IfMatch? ifMatch, Etag etag,
        CancellationToken annulering)
    {
        var toets = await db.Zoek(voorzieningId, gebruiker, annulering);
        // A first gesprek has nothing to overwrite. A replacement must name the version that it replaces.
        if (ifMatch is null && toets is { Status: Toetsstatus.Lopend, Gesprek: not null }) throw Weigering.VersieVereist();
        ifMatch?.Eis(toets.RowVersion);
        toets.Bespreek(new(invoer.GevoerdOp, invoer.Vaardigheden, invoer.Vaardig, invoer.Toelichting.Trim()), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(toets.RowVersion);
        return TypedResults.Ok(ToetsenInzien.VanEen(toets));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm() => RuleFor(v => v.Toelichting)
            .NotEmpty().WithMessage("Leg uit waar het oordeel op rust.").MaximumLength(4000).WithMessage("Gebruik hooguit 4000 tekens.");
    }
}
