using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Herzieningen;

/// <summary>Agrees that a claim is paid in parts (Awb 4:94).</summary>
public static class BetaalregelingAfspreken
{
    /// <param name="Termijnen">De delen, op volgorde van tijd. Samen zijn ze wat nog open staat.</param>
    public sealed record Invoer(IReadOnlyList<Betaaltermijn> Termijnen) : IRequestBody;

    public static void MapBetaalregelingAfspreken(this IEndpointRouteBuilder api) =>
        api.MapPost("/herzieningen/{herzieningnummer}/terugvorderingen/{terugvorderingId:guid}/regeling", SpreekAf)
            .Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice).WithIdempotency().Valideer(new Vorm())
            .WithSummary("Betalen in delen afspreken")
            .WithDescription("Legt vast dat de ontvanger in delen betaalt, en wanneer. Die dagen komen in de plaats van de eerdere.");

    private static async Task<Ok<HerzieningenInzien.Antwoord>> SpreekAf(
        string herzieningnummer, Guid terugvorderingId, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var (herziening, _) = await db.Zoek(herzieningnummer, gebruiker, annulering);
        ifMatch?.Eis(herziening.RowVersion);
        herziening.SpreekRegelingAf(terugvorderingId, invoer.Termijnen, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(herziening.RowVersion);
        return TypedResults.Ok(HerzieningenInzien.Van(herziening, gebruiker));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Termijnen).NotEmpty().WithMessage("Noem de delen.").Must(t => t is null or { Count: <= 120 })
                .WithMessage("Spreek hooguit 120 delen af.");
            RuleForEach(v => v.Termijnen).NotNull().WithMessage("Een deel is leeg.").ChildRules(deel =>
            {
                deel.RuleFor(d => d.Bedrag).Must(Terugvorderen.IsBedrag).WithMessage(Terugvorderen.Bedragtekst);
                deel.RuleFor(d => d.Uiterlijk).Must(d => d.Year <= 2100).WithMessage("Kies een dag voor 2100.");
            });
        }
    }
}
