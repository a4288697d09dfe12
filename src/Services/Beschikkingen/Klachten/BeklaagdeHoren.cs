using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Klachten;

/// <summary>
/// A member of staff whose conduct the klacht is about gets a copy (Awb 9:9), and may tell about it (9:10 lid 1). The person does not see
/// which member of staff it is.
/// </summary>
public static class BeklaagdeHoren
{
    /// <param name="Medewerker">Het kenmerk van de medewerker.</param>
    /// <param name="AfschriftOp">De dag waarop de medewerker de klacht kreeg; vandaag als u niets invult.</param>
    public sealed record Afschrift(string Medewerker, DateOnly? AfschriftOp = null) : IRequestBody;

    /// <param name="Medewerker">Het kenmerk van de medewerker.</param>
    /// <param name="Verslag">Wat de medewerker zei; weglaten als de medewerker niets wil zeggen.</param>
    /// <param name="GehoordOp">De dag; vandaag als u niets invult.</param>
    public sealed record Reactie(string Medewerker, string? Verslag = null, DateOnly? GehoordOp = null) : IRequestBody;

    public static void MapBeklaagdeHoren(this IEndpointRouteBuilder api)
    {
        api.MapPost("/klachten/{klachtnummer}/beklaagden", Geef).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency().Valideer(new Afschriftvorm())
            .WithSummary("Medewerker van een klacht vastleggen")
            .WithDescription("Legt vast over welke medewerker de klacht gaat, en dat die een afschrift kreeg. Die medewerker behandelt de "
                + "klacht niet.");
        api.MapPost("/klachten/{klachtnummer}/beklaagden/reactie", Hoor).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency().Valideer(new Reactievorm())
            .WithSummary("Reactie van een medewerker vastleggen")
            .WithDescription("Legt vast wat de medewerker over de klacht zegt, of dat die niets wil zeggen.");
    }

    private static async Task<Ok<Klachtstand>> Geef(
        string klachtnummer, Afschrift invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch,
        Etag etag, CancellationToken annulering)
    {
        var klacht = await db.ZoekKlacht(klachtnummer, gebruiker, annulering);
        ifMatch?.Eis(klacht.RowVersion);
        klacht.GaatOver(invoer.Medewerker.Trim(), invoer.AfschriftOp ?? klok.Vandaag(), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(klacht.RowVersion);
        return TypedResults.Ok(Klachtstand.Van(klacht, gebruiker));
    }

    private static async Task<Ok<Klachtstand>> Hoor(
        string klachtnummer, Reactie invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch,
        Etag etag, CancellationToken annulering)
    {
        var klacht = await db.ZoekKlacht(klachtnummer, gebruiker, annulering);
        ifMatch?.Eis(klacht.RowVersion);
        klacht.HoorBeklaagde(invoer.Medewerker.Trim(), invoer.GehoordOp ?? klok.Vandaag(),
            invoer.Verslag?.Trim() is { Length: > 0 } verslag ? verslag : null, gebruiker, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(klacht.RowVersion);
        return TypedResults.Ok(Klachtstand.Van(klacht, gebruiker));
    }

    private sealed class Afschriftvorm : AbstractValidator<Afschrift>
    {
        public Afschriftvorm() => RuleFor(v => v.Medewerker).NotEmpty().WithMessage("Noem de medewerker.").MaximumLength(200)
            .WithMessage("Gebruik hooguit 200 tekens.");
    }

    private sealed class Reactievorm : AbstractValidator<Reactie>
    {
        public Reactievorm()
        {
            RuleFor(v => v.Medewerker).NotEmpty().WithMessage("Noem de medewerker.").MaximumLength(200)
                .WithMessage("Gebruik hooguit 200 tekens.");
            RuleFor(v => v.Verslag).MaximumLength(20_000).WithMessage("Gebruik hooguit 20.000 tekens.");
        }
    }
}
