using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Herzieningen;

/// <summary>Lessens or withdraws a claim, and records what goes back of what was paid.</summary>
public static class TerugvorderingVerlagen
{
    /// <param name="Bedrag">Euro's die nog worden gevorderd; 0 om de terugvordering in te trekken.</param>
    /// <param name="Motivering">Waarom, in woorden die de ontvanger begrijpt.</param>
    public sealed record Invoer(decimal Bedrag, string Motivering) : IRequestBody;

    /// <param name="BetaaldOp">De dag waarop de gemeente terugbetaalde; vandaag als u niets invult.</param>
    public sealed record Terugbetaling(DateOnly? BetaaldOp = null) : IRequestBody;

    public static void MapTerugvorderingVerlagen(this IEndpointRouteBuilder api)
    {
        api.MapPost("/herzieningen/{herzieningnummer}/terugvorderingen/{terugvorderingId:guid}/verlaging", Verlaag)
            .Voor(Rollen.Beslisser).WithIdempotency().Valideer(new Vorm())
            .WithSummary("Terugvordering verlagen of intrekken")
            .WithDescription("Vordert minder terug, of niets meer. De ontvanger krijgt een brief. Wat te veel is betaald, gaat terug.");
        api.MapPost("/herzieningen/{herzieningnummer}/terugvorderingen/{terugvorderingId:guid}/terugbetaling", BetaalTerug)
            .Voor(Rollen.Backoffice).WithIdempotency()
            .WithSummary("Te veel betaalde terugvordering terugbetalen")
            .WithDescription("Legt vast dat de gemeente terugbetaalde wat op een terugvordering te veel was betaald.");
    }

    private static async Task<Ok<HerzieningenInzien.Antwoord>> Verlaag(
        string herzieningnummer, Guid terugvorderingId, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Vault kluis,
        TimeProvider klok, IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var (herziening, _) = await db.Zoek(herzieningnummer, gebruiker, annulering);
        ifMatch?.Eis(herziening.RowVersion);
        herziening.Verlaag(
            terugvorderingId, invoer.Bedrag, Vorderwijziging.Ambtshalve, invoer.Motivering.Trim(), kluis, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(herziening.RowVersion);
        return TypedResults.Ok(HerzieningenInzien.Van(herziening, gebruiker));
    }

    private static async Task<Ok<HerzieningenInzien.Antwoord>> BetaalTerug(
        string herzieningnummer, Guid terugvorderingId, Terugbetaling invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var (herziening, _) = await db.Zoek(herzieningnummer, gebruiker, annulering);
        ifMatch?.Eis(herziening.RowVersion);
        herziening.BetaalTerug(terugvorderingId, invoer.BetaaldOp ?? klok.Vandaag(), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(herziening.RowVersion);
        return TypedResults.Ok(HerzieningenInzien.Van(herziening, gebruiker));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Bedrag).Must(b => b == 0 || Terugvorderen.IsBedrag(b))
                .WithMessage("Vul een bedrag in van 0 euro of meer, met hooguit twee cijfers achter de komma.");
            RuleFor(v => v.Motivering).NotEmpty().WithMessage("Geef een motivering.").MaximumLength(10_000)
                .WithMessage("Gebruik hooguit 10.000 tekens.");
        }
    }
}
