using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>The heirs of an objector who died said whether they go on with the bezwaar, or did not answer in time (BW 4:182).</summary>
public static class VoortzettingVastleggen
{
    /// <param name="Keuze">Of de nabestaanden het bezwaar voortzetten.</param>
    /// <param name="Wie">Wie namens de nabestaanden antwoordde; weglaten als niemand antwoordde.</param>
    /// <param name="Bewijs">
    /// Waaruit blijkt dat die persoon erfgenaam is of namens de erfgenamen mag handelen, bijvoorbeeld een verklaring van erfrecht.
    /// </param>
    /// <param name="Op">De dag van het antwoord; vandaag als u niets invult.</param>
    /// <param name="Post">De naam en het adres voor brieven; weglaten voor het laatste adres van de inwoner.</param>
    public sealed record Invoer(
        Bezwaarvoortzetting Keuze, string? Wie = null, string? Bewijs = null, DateOnly? Op = null, Postadres? Post = null) : IRequestBody;

    public static void MapVoortzettingVastleggen(this IEndpointRouteBuilder api) =>
        api.MapPost("/bezwaren/{bezwaarnummer}/nabestaanden/antwoord", LegVast)
            .Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice).WithIdempotency().Valideer(new Vorm())
            .WithSummary("Antwoord van de nabestaanden vastleggen")
            .WithDescription("Legt vast of de nabestaanden van een overleden inwoner het bezwaar voortzetten. Zo niet, of kwam er geen "
                + "antwoord, dan verklaart de beslisser het bezwaar niet-ontvankelijk.");

    private static async Task<Ok<Bezwaarstand>> LegVast(
        string bezwaarnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Vault kluis, TimeProvider klok, IfMatch? ifMatch,
        Etag etag, CancellationToken annulering)
    {
        var bezwaar = await db.ZoekBezwaar(bezwaarnummer, gebruiker, annulering);
        ifMatch?.Eis(bezwaar.RowVersion);
        bezwaar.LegVoortzettingVast(invoer.Keuze, invoer.Op ?? klok.Vandaag(),
            invoer.Wie is { } wie ? new(wie.Trim(), invoer.Bewijs!.Trim()) : null,
            invoer.Post is { } post ? new(post.Naam.Trim(), [.. post.Adresregels.Select(r => r.Trim())]) : null, kluis, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(bezwaar.RowVersion);
        return TypedResults.Ok(Bezwaarstand.Van(bezwaar, gebruiker));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Wie).Must((v, wie) => string.IsNullOrWhiteSpace(wie) == string.IsNullOrWhiteSpace(v.Bewijs))
                .WithMessage("Vul in wie antwoordde en waaruit blijkt dat dat mag, of laat beide weg.")
                .Must(wie => wie is null || !string.IsNullOrWhiteSpace(wie)).WithMessage("Vul in wie antwoordde, of laat dit weg.")
                .MaximumLength(200).WithMessage("Gebruik hooguit 200 tekens.");
            RuleFor(v => v.Bewijs).MaximumLength(2000).WithMessage("Gebruik hooguit 2000 tekens.");
            RuleFor(v => v.Post).Null().When(v => v.Keuze != Bezwaarvoortzetting.ZetVoort)
                .WithMessage("Noem alleen een adres als de nabestaanden het bezwaar voortzetten.");
            RuleFor(v => v.Post!).ChildRules(post =>
            {
                post.RuleFor(p => p.Naam).NotEmpty().WithMessage("Vul de naam in.").MaximumLength(200)
                    .WithMessage("Gebruik hooguit 200 tekens.");
                post.RuleFor(p => p.Adresregels).NotEmpty().WithMessage("Vul het postadres in.").Must(r => r is { Count: <= 4 })
                    .WithMessage("Gebruik hooguit vier regels.");
                post.RuleForEach(p => p.Adresregels).NotEmpty().WithMessage("Een regel van het adres is leeg.").MaximumLength(100)
                    .WithMessage("Gebruik hooguit 100 tekens per regel.");
            }).When(v => v.Post is not null);
        }
    }
}
