using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.Pgb.Opslag;
using WmoPlatform.Pgb.Regels;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Pgb;

/// <summary>Names the representatives of a resident who can run a budget only with one. The SVB must know them (iPgb OP516).</summary>
public static class VertegenwoordigingVastleggen
{
    /// <param name="Vertegenwoordiging">Wie de inwoner vertegenwoordigt, en waar brieven naartoe gaan: altijd helemaal, ook wat hetzelfde
    /// blijft.</param>
    public sealed record Invoer(Vertegenwoordiging Vertegenwoordiging) : IRequestBody;

    public static void MapVertegenwoordigingVastleggen(this IEndpointRouteBuilder api) =>
        api.MapPost("/toetsen/{voorzieningId:guid}/vertegenwoordiging", Leg).Voor(Rollen.Consulent).WithIdempotency().Valideer(new Vorm())
            .WithSummary("Vertegenwoordiger vastleggen").WithDescription("Legt vast wie de inwoner bij het pgb vertegenwoordigt. De "
                + "SVB hoort het als het pgb is toegekend. Zolang de toets loopt kan het worden vervangen.");

    private static async Task<Ok<ToetsenInzien.Detail>> Leg(Guid voorzieningId, Invoer invoer, Gebruiker gebruiker, PgbDb db, Vault kluis,
        TimeProvider klok, Etag etag, CancellationToken annulering)
    {
        var toets = await db.Zoek(voorzieningId, gebruiker, annulering);
        VertegenwoordigingIsVolledig.Eis(invoer.Vertegenwoordiging, toets.Vertegenwoordiging(kluis));
        toets.Benoem(invoer.Vertegenwoordiging.MetNummers(), kluis, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(toets.RowVersion);
        return TypedResults.Ok(ToetsenInzien.VanEen(toets));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Vertegenwoordiging).NotNull().WithMessage("Vul in wie de inwoner vertegenwoordigt.");
            RuleFor(v => v.Vertegenwoordiging).SetValidator(new Vertegenwoordigingvorm()).When(v => v.Vertegenwoordiging is not null);
        }
    }
}
