using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Besluiten;

/// <summary>
/// The applicant is told by letter what will be refused and on which data, and may give a view first (Awb 4:7). The term to decide goes on.
/// </summary>
public static class VoornemenAankondigen
{
    /// <param name="Uiterlijk">De laatste dag waarop de inwoner kan reageren.</param>
    /// <param name="Besluit">Wat de gemeente van plan is, in woorden die de inwoner begrijpt.</param>
    /// <param name="Gegevens">Welke gegevens afwijken van wat de inwoner opgaf, en waar ze vandaan komen.</param>
    /// <param name="Voorzieningen">De voorzieningen waar het om gaat; weglaten voor de hele aanvraag.</param>
    public sealed record Invoer(DateOnly Uiterlijk, string Besluit, string Gegevens, IReadOnlyList<Guid>? Voorzieningen = null)
        : IRequestBody;

    /// <param name="VoornemenId">Het voornemen; nodig om de zienswijze vast te leggen.</param>
    /// <param name="Uiterlijk">De laatste dag waarop de inwoner kan reageren.</param>
    /// <param name="BeslisUiterlijk">De laatste dag volgens de wet om te beslissen; die verschuift niet.</param>
    public sealed record Antwoord(Guid VoornemenId, DateOnly Uiterlijk, DateOnly BeslisUiterlijk);

    public static void MapVoornemenAankondigen(this IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{dossiernummer}/voornemens", KondigAan).Voor(Rollen.Consulent, Rollen.Beslisser).WithIdempotency()
            .Valideer(new Vorm())
            .WithSummary("Voornemen aankondigen")
            .WithDescription("Vertelt de inwoner per brief wat de gemeente wil weigeren en op welke gegevens dat steunt. De inwoner kan "
                + "tot en met de laatste dag reageren, schriftelijk of mondeling. De beslistermijn loopt door.");

    private static async Task<Created<Antwoord>> KondigAan(
        string dossiernummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, Vault kluis,
        TimeProvider klok, IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var aanvraag = await db.Zoek(dossiernummer, gebruiker, annulering);
        ifMatch?.Eis(aanvraag);
        var voornemen = aanvraag.KondigVoornemenAan(invoer.Voorzieningen, invoer.Uiterlijk, invoer.Besluit.Trim(), invoer.Gegevens.Trim(),
            beleid, kluis, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(aanvraag);
        return TypedResults.Created($"/beschikkingen/v1/aanvragen/{aanvraag.Aanvraagnummer}",
            new Antwoord(voornemen.Id, voornemen.Uiterlijk, aanvraag.Uiterlijk));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Besluit).NotEmpty().WithMessage("Schrijf wat de gemeente van plan is.").MaximumLength(4000)
                .WithMessage("Gebruik hooguit 4000 tekens.");
            RuleFor(v => v.Gegevens).NotEmpty().WithMessage("Noem de gegevens waar het besluit op steunt.").MaximumLength(4000)
                .WithMessage("Gebruik hooguit 4000 tekens.");
            RuleFor(v => v.Voorzieningen).Must(v => v is null or { Count: >= 1 and <= 50 })
                .WithMessage("Noem 1 tot en met 50 voorzieningen, of laat dit weg voor de hele aanvraag.");
        }
    }
}
