using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.Pgb.Opslag;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Pgb;

/// <summary>A consulent or the backoffice ends a budget early, or withdraws it as a whole (iPgb OP505, OP506).</summary>
public static class BudgetBeeindigen
{
    /// <param name="Reden">Waarom het budget eindigt.</param>
    /// <param name="Einddatum">De laatste dag van het budget; weglaten bij intrekken.</param>
    /// <param name="Intrekken">Of het budget als geheel wordt ingetrokken, vanaf de eerste dag.</param>
    public sealed record Invoer(string Reden, DateOnly? Einddatum = null, bool Intrekken = false) : IRequestBody;

    public static void MapBudgetBeeindigen(this IEndpointRouteBuilder api) =>
        api.MapPost("/budgetten/{voorzieningId:guid}/beeindiging", Beeindig)
            .Voor(Rollen.Consulent, Rollen.Backoffice).WithIdempotency().Valideer(new Vorm())
            .WithSummary("Budget beëindigen of intrekken")
            .WithDescription("Verkort de periode van het budget, of trekt het in. De SVB hoort het, zo nodig na het antwoord op de "
                + "vorige melding. Met If-Match gebeurt het alleen als niemand het budget intussen heeft gewijzigd.");

    private static async Task<Ok<BudgetInzien.Antwoord>> Beeindig(
        Guid voorzieningId, Invoer invoer, Gebruiker gebruiker, PgbDb db, SvbAanmelding svb, Vault kluis, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var budget = await db.Budget(voorzieningId, gebruiker, annulering);
        // A budget ends once, so a second request is refused with or without If-Match.
        ifMatch?.Eis(budget.RowVersion);
        budget.Beeindig(invoer.Einddatum, invoer.Reden.Trim(), invoer.Intrekken, klok.Vandaag(), budget.Persoon(kluis),
            klok.GetUtcNow());
        await svb.MeldAan(budget, annulering);
        await db.SaveChangesAsync(annulering);
        etag.Zet(budget.RowVersion);
        return TypedResults.Ok(BudgetInzien.Van(budget, kluis, klok.Vandaag()));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Reden).NotEmpty()
                .WithMessage("Leg uit waarom het budget eindigt.").MaximumLength(2000).WithMessage("Gebruik hooguit 2000 tekens.");
            RuleFor(v => v.Einddatum).NotNull().When(v => !v.Intrekken).WithMessage("Vul de laatste dag van het budget in.");
        }
    }
}
