using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.Onderzoeken.Opslag;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Onderzoeken;

/// <summary>
/// The consulent ends the onderzoek, with reasons, because another law or service helps, or because another municipality decides: it then
/// gets the melding (Awb 2:3).
/// </summary>
public static class Doorverwijzen
{
    /// <param name="Naar">Naar de Wlz, naar een ander domein of naar een andere gemeente.</param>
    /// <param name="Motivering">Waarom de hulp daar thuishoort.</param>
    /// <param name="Gemeente">De naam van de gemeente die de melding krijgt; alleen bij een andere gemeente.</param>
    public sealed record Invoer(Bestemming Naar, string Motivering, string? Gemeente = null) : IRequestBody;

    public enum Bestemming
    {
        Wlz,
        AnderDomein,
        AndereGemeente,
    }

    public static void MapDoorverwijzen(this IEndpointRouteBuilder api) =>
        api.MapPost("/onderzoeken/{dossiernummer}/doorverwijzing", VerwijsDoor).Voor(Rollen.Consulent).WithIdempotency()
            .Valideer(new Vorm())
            .WithSummary("Doorverwijzen")
            .WithDescription(
                "Stopt het onderzoek omdat een andere wet of voorziening helpt, of omdat de inwoner in een andere gemeente woont. Stuur de "
                + "melding dan naar die gemeente (Awb 2:3). De inwoner krijgt daarover een brief.");

    private static async Task<NoContent> VerwijsDoor(
        string dossiernummer, Invoer invoer, Gebruiker gebruiker, OnderzoekDb db, TimeProvider klok, CancellationToken annulering)
    {
        var onderzoek = await db.Zoek(dossiernummer, gebruiker, annulering);
        var (motivering, nu) = (invoer.Motivering.Trim(), klok.GetUtcNow());
        if (invoer.Naar == Bestemming.AndereGemeente) onderzoek.ZendDoor(invoer.Gemeente!.Trim(), motivering, nu);
        else onderzoek.VerwijsDoor(invoer.Naar == Bestemming.Wlz ? Stopreden.Wlz : Stopreden.AnderDomein, motivering, nu);
        await db.SaveChangesAsync(annulering);
        return TypedResults.NoContent();
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Motivering).NotEmpty().WithMessage("Leg uit waarom u doorverwijst.").MaximumLength(8000)
                .WithMessage("Gebruik hooguit 8000 tekens.");
            RuleFor(v => v.Gemeente).NotEmpty().When(v => v.Naar == Bestemming.AndereGemeente)
                .WithMessage("Vul in welke gemeente de melding krijgt.").MaximumLength(80).WithMessage("Gebruik hooguit 80 tekens.");
        }
    }
}
