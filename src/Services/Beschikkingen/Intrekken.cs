using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Wijzigingsverzoeken;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen;

/// <summary>The applicant withdraws the aanvraag before the decision was made known, in whole or for some voorzieningen.</summary>
public static class Intrekken
{
    /// <param name="Voorzieningen">De voorzieningen die niet meer worden gevraagd; leeg voor de hele aanvraag.</param>
    /// <param name="IngetrokkenOp">De dag waarop de inwoner dat liet weten; vandaag als u niets invult.</param>
    public sealed record Invoer(IReadOnlyList<Guid>? Voorzieningen = null, DateOnly? IngetrokkenOp = null) : IRequestBody;

    /// <param name="Dossiernummer">Het dossier.</param>
    /// <param name="Status">Hoe ver de aanvraag is.</param>
    public sealed record Antwoord(string Dossiernummer, Aanvraagstatus Status);

    public static void MapIntrekken(this IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{dossiernummer}/intrekking", TrekIn).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency().Valideer(new Vorm())
            .WithSummary("Aanvraag intrekken")
            .WithDescription("Legt vast dat de inwoner de aanvraag intrekt, geheel of voor een deel. De inwoner krijgt een bevestiging. "
                + "Kan tot de beschikking is bekendgemaakt.");

    private static async Task<Ok<Antwoord>> TrekIn(
        string dossiernummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var aanvraag = await db.Zoek(dossiernummer, gebruiker, annulering);
        ifMatch?.Eis(aanvraag);
        aanvraag.TrekIn(invoer.Voorzieningen, invoer.IngetrokkenOp ?? klok.Vandaag(), beleid, klok.GetUtcNow());
        await db.VolgWijziging(aanvraag, beleid, klok.GetUtcNow(), annulering);
        await db.SaveChangesAsync(annulering);
        etag.Zet(aanvraag);
        return TypedResults.Ok(new Antwoord(aanvraag.Dossiernummer, aanvraag.Status));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm() => RuleFor(v => v.Voorzieningen).Must(v => v is null or { Count: >= 1 and <= 50 })
            .WithMessage("Noem 1 tot en met 50 voorzieningen, of laat dit weg voor de hele aanvraag.");
    }
}
