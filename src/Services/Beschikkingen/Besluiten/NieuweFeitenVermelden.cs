using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Besluiten;

/// <summary>
/// The applicant states what is new or changed since an earlier refusal (Awb 4:6 lid 1). Then the decision is on substance, and does not
/// refer to that refusal.
/// </summary>
public static class NieuweFeitenVermelden
{
    /// <param name="Feiten">Wat er nieuw of veranderd is, in de woorden van de inwoner.</param>
    /// <param name="OntvangenOp">De dag waarop de inwoner dat liet weten; vandaag als u niets invult.</param>
    public sealed record Invoer(string Feiten, DateOnly? OntvangenOp = null) : IRequestBody;

    public static void MapNieuweFeitenVermelden(this IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{dossiernummer}/nieuwe-feiten", Vermeld)
            .Voor(Rollen.Inwoner, Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice).WithIdempotency().Valideer(new Vorm())
            .WithSummary("Nieuwe feiten vermelden")
            .WithDescription("Legt vast wat er volgens de inwoner nieuw of veranderd is sinds hulp eerder werd afgewezen. De gemeente "
                + "beslist dan inhoudelijk, en kan niet verwijzen naar die eerdere beschikking (Awb 4:6).");

    private static async Task<NoContent> Vermeld(string dossiernummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Vault kluis,
        TimeProvider klok, IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var aanvraag = await db.Zoek(dossiernummer, gebruiker, annulering);
        ifMatch?.Eis(aanvraag);
        aanvraag.VermeldNieuweFeiten(invoer.Feiten.Trim(), gebruiker.EigenDag(invoer.OntvangenOp, klok, "ontvangenOp"), kluis,
            klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(aanvraag);
        return TypedResults.NoContent();
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm() => RuleFor(v => v.Feiten).NotEmpty().WithMessage("Schrijf op wat er nieuw of veranderd is.").MaximumLength(4000)
            .WithMessage("Gebruik hooguit 4000 tekens.");
    }
}
