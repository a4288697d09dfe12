using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Bezwaren;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.TeLaat;

/// <summary>A dwangsom that was paid but not owed is claimed back (Awb 4:20).</summary>
public static class DwangsomTerugvorderen
{
    /// <param name="Bedrag">Euro's.</param>
    /// <param name="Reden">Waarom de dwangsom niet verschuldigd was.</param>
    /// <param name="Beroepnummer">
    /// Alleen bij een bezwaar: het beroep waarin de rechter de beslissing vernietigde die te laat was. Weglaten voor de beslissing die nu
    /// geldt of nog moet komen.
    /// </param>
    public sealed record Invoer(decimal Bedrag, string Reden, string? Beroepnummer = null) : IRequestBody;

    public static void MapDwangsomTerugvorderen(this IEndpointRouteBuilder api)
    {
        Beschrijf(api.MapPost("/aanvragen/{dossiernummer}/dwangsom/terugvorderingen", BijAanvraag), "een aanvraag");
        Beschrijf(api.MapPost("/bezwaren/{bezwaarnummer}/dwangsom/terugvorderingen", BijBezwaar), "een bezwaar");
    }

    private static void Beschrijf(RouteHandlerBuilder endpoint, string waarover) =>
        endpoint.Voor(Rollen.Beslisser).WithIdempotency().Valideer(new Vorm())
            .WithSummary($"Dwangsom bij {waarover} terugvorderen")
            .WithDescription("Vordert een dwangsom terug die niet verschuldigd was, tot vijf jaar na het besluit daarover.");

    private static async Task<NoContent> BijAanvraag(
        string dossiernummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering) =>
        await VorderTerug(await db.Zoek(dossiernummer, gebruiker, annulering), invoer, gebruiker, db, klok, ifMatch, etag, annulering);

    private static async Task<NoContent> BijBezwaar(
        string bezwaarnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering) =>
        await VorderTerug(
            await db.ZoekBezwaar(bezwaarnummer, gebruiker, annulering), invoer, gebruiker, db, klok, ifMatch, etag, annulering);

    private static async Task<NoContent> VorderTerug(
        Beslisplicht zaak, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch, Etag etag,
        CancellationToken annulering)
    {
        ifMatch?.Eis(zaak);
        zaak.VorderDwangsomTerug(
            invoer.Bedrag, invoer.Reden.Trim(), klok.GetUtcNow(), invoer.Beroepnummer?.Trim(), gebruiker.Id);
        await db.SaveChangesAsync(annulering);
        etag.Zet(zaak);
        return TypedResults.NoContent();
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Bedrag).Must(b => b is > 0 and <= 10_000 && decimal.Round(b, 2) == b)
                .WithMessage("Vul een bedrag in van meer dan 0 euro, met hooguit twee cijfers achter de komma.");
            RuleFor(v => v.Reden).NotEmpty().WithMessage("Leg uit waarom de dwangsom niet verschuldigd was.").MaximumLength(2000)
                .WithMessage("Gebruik hooguit 2000 tekens.");
        }
    }
}
