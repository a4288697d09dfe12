using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>The objector was heard by somebody who did not prepare the decision, and a report was made (Awb 7:5, 7:7).</summary>
public static class HorenVastleggen
{
    /// <param name="Verslag">Wat er is gezegd.</param>
    /// <param name="Hoorders">Wie hoorden; weglaten als de commissie hoorde.</param>
    /// <param name="DoorCommissie">Of de adviescommissie hoorde.</param>
    /// <param name="GehoordOp">De dag; vandaag als u niets invult.</param>
    public sealed record Invoer(
        string Verslag, IReadOnlyList<Hoorder>? Hoorders = null, bool DoorCommissie = false, DateOnly? GehoordOp = null)
        : IRequestBody;

    public static void MapHorenVastleggen(this IEndpointRouteBuilder api) =>
        api.MapPost("/bezwaren/{bezwaarnummer}/hoorzittingen/{hoorzittingId:guid}/verslag", Leg)
            .Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice).WithIdempotency().Valideer(new Vorm())
            .WithSummary("Verslag van het horen vastleggen")
            .WithDescription("Legt vast wie hoorden en wat er is gezegd. Wie hoort, is niet bij het besluit betrokken geweest.");

    private static async Task<Ok<Bezwaarstand>> Leg(
        string bezwaarnummer, Guid hoorzittingId, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var bezwaar = await db.ZoekBezwaar(bezwaarnummer, gebruiker, annulering);
        ifMatch?.Eis(bezwaar.RowVersion);
        bezwaar.LegHorenVast(hoorzittingId,
            new(invoer.GehoordOp ?? klok.Vandaag(), invoer.Hoorders ?? [], invoer.DoorCommissie, invoer.Verslag.Trim()), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(bezwaar.RowVersion);
        return TypedResults.Ok(Bezwaarstand.Van(bezwaar, gebruiker));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Verslag).NotEmpty().WithMessage("Schrijf op wat er is gezegd.")
                .MaximumLength(20000).WithMessage("Gebruik hooguit 20.000 tekens.");
            RuleForEach(v => v.Hoorders).NotNull().WithMessage("Een hoorder is leeg.").ChildRules(hoorder =>
                hoorder.RuleFor(h => h.Medewerker).NotEmpty().WithMessage("Noem het kenmerk van de medewerker.").MaximumLength(200)
                    .WithMessage("Gebruik hooguit 200 tekens."));
        }
    }
}
