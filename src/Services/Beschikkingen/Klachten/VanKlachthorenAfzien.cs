using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Klachten;

/// <summary>Nobody is heard on the klacht, on a ground of the law (Awb 9:10 lid 2).</summary>
public static class VanKlachthorenAfzien
{
    /// <param name="Grond">Waarom dat mag.</param>
    /// <param name="Toelichting">Hoe dat is gebleken.</param>
    public sealed record Invoer(Geenklachthoorgrond Grond, string Toelichting) : IRequestBody;

    public static void MapVanKlachthorenAfzien(this IEndpointRouteBuilder api) =>
        api.MapPost("/klachten/{klachtnummer}/geen-gesprek", ZieAf).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency().Valideer(new Vorm())
            .WithSummary("Van horen over een klacht afzien")
            .WithDescription("Legt vast waarom de inwoner niet wordt gehoord.");

    private static async Task<Ok<Klachtstand>> ZieAf(
        string klachtnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch,
        Etag etag, CancellationToken annulering)
    {
        var klacht = await db.ZoekKlacht(klachtnummer, gebruiker, annulering);
        ifMatch?.Eis(klacht.RowVersion);
        klacht.ZieAfVanHoren(invoer.Grond, invoer.Toelichting.Trim(), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(klacht.RowVersion);
        return TypedResults.Ok(Klachtstand.Van(klacht, gebruiker));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Toelichting).NotEmpty().WithMessage("Leg uit hoe dat is gebleken.")
                .MaximumLength(2000).WithMessage("Gebruik hooguit 2.000 tekens.");
        }
    }
}
