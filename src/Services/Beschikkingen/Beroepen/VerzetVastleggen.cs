using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Beroepen;

/// <summary>The court judged the verzet against a judgment without a hearing (Awb 8:55).</summary>
public static class VerzetVastleggen
{
    /// <param name="Gegrond">Of het verzet gegrond is. Dan vervalt de uitspraak, en gaat de zaak verder.</param>
    /// <param name="VerzondenOp">De dag waarop de rechter de beslissing verstuurde.</param>
    public sealed record Invoer(bool Gegrond, DateOnly VerzondenOp) : IRequestBody;

    public static void MapVerzetVastleggen(this IEndpointRouteBuilder api) =>
        api.MapPost("/beroepen/{beroepnummer}/verzet", Neem).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency().Valideer(new Vorm())
            .WithSummary("Verzet vastleggen")
            .WithDescription("Legt vast wat de rechter besliste op het verzet tegen een uitspraak zonder zitting.");

    private static async Task<Ok<Beroepstand>> Neem(
        string beroepnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch, Etag etag,
        CancellationToken annulering)
    {
        var beroep = await db.ZoekBeroep(beroepnummer, gebruiker, annulering);
        ifMatch?.Eis(beroep.RowVersion);
        beroep.NeemVerzet(invoer.Gegrond, invoer.VerzondenOp, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(beroep.RowVersion);
        return TypedResults.Ok(Beroepstand.Van(beroep, gebruiker));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm() => RuleFor(v => v.VerzondenOp).Must(d => d.Year >= Kalender.EersteJaar)
            .WithMessage("Vul de dag in waarop de rechter de beslissing verstuurde.");
    }
}
