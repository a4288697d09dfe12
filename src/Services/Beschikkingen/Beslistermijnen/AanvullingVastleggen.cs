using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Beslistermijnen;

/// <summary>Some or all of what was asked came in.</summary>
public static class AanvullingVastleggen
{
    /// <param name="Stukken">De nummers van de stukken die zijn binnengekomen.</param>
    /// <param name="OntvangenOp">De dag waarop ze binnenkwamen; vandaag als u niets invult.</param>
    public sealed record Invoer(IReadOnlyList<int> Stukken, DateOnly? OntvangenOp = null) : IRequestBody;

    public static void MapAanvullingVastleggen(this IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{dossiernummer}/aanvulverzoeken/{verzoekId:guid}/aanvullingen", LegVast)
            .Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice).WithIdempotency().Valideer(new Vorm())
            .WithSummary("Aanvulling vastleggen")
            .WithDescription("Legt vast welke gevraagde stukken binnenkwamen. Zodra alles er is, loopt de beslistermijn weer.");

    private static async Task<Ok<Termijnantwoord>> LegVast(
        string dossiernummer, Guid verzoekId, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid,
        TimeProvider klok, IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var aanvraag = await db.Zoek(dossiernummer, gebruiker, annulering);
        ifMatch?.Eis(aanvraag);
        aanvraag.NeemAanvulling(verzoekId, invoer.Stukken, invoer.OntvangenOp ?? klok.Vandaag(), beleid, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(aanvraag);
        return TypedResults.Ok(Termijnantwoord.Van(aanvraag));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm() => RuleFor(v => v.Stukken).NotEmpty().WithMessage("Noem de nummers van de stukken die zijn binnengekomen.")
            .Must(s => s.Count <= 20).WithMessage("Noem hooguit 20 stukken.");
    }
}
