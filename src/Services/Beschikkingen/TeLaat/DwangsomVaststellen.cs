using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Bezwaren;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.TeLaat;

/// <summary>
/// The municipality decides on the dwangsom: its amount, or that none is owed (Awb 4:18). The applicant gets the decision.
/// </summary>
public static class DwangsomVaststellen
{
    /// <param name="Motivering">De motivering.</param>
    /// <param name="GeenDwangsom">Waarom er geen dwangsom is (Awb 4:17 lid 6); weglaten als die er wel is.</param>
    /// <param name="Beroepnummer">
    /// Alleen bij een bezwaar: het beroep waarin de rechter de beslissing vernietigde die te laat was. Weglaten voor de beslissing die nu
    /// geldt of nog moet komen.
    /// </param>
    public sealed record Invoer(string Motivering, GeenDwangsom? GeenDwangsom = null, string? Beroepnummer = null) : IRequestBody;

    public static void MapDwangsomVaststellen(this IEndpointRouteBuilder api)
    {
        Beschrijf(api.MapPost("/aanvragen/{dossiernummer}/dwangsom/besluit", BijAanvraag), "een aanvraag");
        Beschrijf(api.MapPost("/bezwaren/{bezwaarnummer}/dwangsom/besluit", BijBezwaar), "een bezwaar");
    }

    private static void Beschrijf(RouteHandlerBuilder endpoint, string waarover) =>
        endpoint.Voor(Rollen.Beslisser).WithIdempotency().Valideer(new Vorm())
            .WithSummary($"Dwangsom bij {waarover} vaststellen")
            .WithDescription("Beslist over de dwangsom. Het platform rekent het bedrag uit; de inwoner krijgt het besluit per brief.");

    private static async Task<Ok<Dwangsombesluit>> BijAanvraag(
        string dossiernummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering) =>
        await StelVast(await db.Zoek(dossiernummer, gebruiker, annulering), invoer, gebruiker, db, beleid, klok, ifMatch, etag, annulering);

    private static async Task<Ok<Dwangsombesluit>> BijBezwaar(
        string bezwaarnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering) =>
        await StelVast(await db.ZoekBezwaar(bezwaarnummer, gebruiker, annulering), invoer, gebruiker, db, beleid, klok, ifMatch, etag,
            annulering);

    private static async Task<Ok<Dwangsombesluit>> StelVast(
        Beslisplicht zaak, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        ifMatch?.Eis(zaak);
        var besluit = zaak.StelDwangsomVast(invoer.GeenDwangsom, invoer.Motivering.Trim(), beleid, klok.GetUtcNow(),
            invoer.Beroepnummer?.Trim(), gebruiker.Id);
        await db.SaveChangesAsync(annulering);
        etag.Zet(zaak);
        return TypedResults.Ok(besluit);
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm() => RuleFor(v => v.Motivering).NotEmpty().WithMessage("Geef een motivering.").MaximumLength(10_000)
            .WithMessage("Gebruik hooguit 10.000 tekens.");
    }
}
