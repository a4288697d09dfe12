using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Besluiten;

/// <summary>The applicant gave a view on what will be refused, in writing or by word of mouth, as they choose (Awb 4:9).</summary>
public static class ZienswijzeVastleggen
{
    /// <param name="Samenvatting">Wat de inwoner vindt, in het kort.</param>
    /// <param name="Mondeling">Of de inwoner mondeling reageerde.</param>
    /// <param name="OntvangenOp">De dag waarop de inwoner reageerde; vandaag als u niets invult.</param>
    public sealed record Invoer(string Samenvatting, bool Mondeling = false, DateOnly? OntvangenOp = null) : IRequestBody;

    public static void MapZienswijzeVastleggen(this IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{dossiernummer}/voornemens/{voornemenId:guid}/zienswijze", LegVast)
            .Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice).WithIdempotency().Valideer(new Vorm())
            .WithSummary("Zienswijze vastleggen")
            .WithDescription("Legt vast hoe de inwoner op het voornemen reageerde, ook als dat te laat was. Daarna kan worden beslist.");

    private static async Task<NoContent> LegVast(string dossiernummer, Guid voornemenId, Invoer invoer, Gebruiker gebruiker,
        BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, TimeProvider klok, IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var aanvraag = await db.Zoek(dossiernummer, gebruiker, annulering);
        ifMatch?.Eis(aanvraag);
        aanvraag.NeemZienswijze(voornemenId, invoer.OntvangenOp ?? klok.Vandaag(), invoer.Mondeling, invoer.Samenvatting.Trim(), beleid,
            klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(aanvraag);
        return TypedResults.NoContent();
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm() => RuleFor(v => v.Samenvatting).NotEmpty().WithMessage("Schrijf kort op wat de inwoner vindt.").MaximumLength(4000)
            .WithMessage("Gebruik hooguit 4000 tekens.");
    }
}
