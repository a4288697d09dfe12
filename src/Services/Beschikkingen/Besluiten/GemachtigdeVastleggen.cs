using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Besluiten;

/// <summary>
/// Somebody acts for the applicant, who proved that (Awb 2:1). The decision goes to them, with a copy to the applicant, until it ends.
/// </summary>
public static class GemachtigdeVastleggen
{
    /// <param name="Naam">De naam van de gemachtigde, zoals die boven de brief komt.</param>
    /// <param name="Adresregels">De regels van het postadres onder de naam.</param>
    /// <param name="MachtigingVan">De dag van de schriftelijke machtiging.</param>
    /// <param name="Omvang">Waarvoor de machtiging geldt.</param>
    public sealed record Invoer(string Naam, IReadOnlyList<string> Adresregels, DateOnly MachtigingVan, Machtigingsomvang Omvang)
        : IRequestBody;

    /// <param name="Op">De dag waarop de machtiging eindigde; vandaag als u niets invult.</param>
    public sealed record Einde(DateOnly? Op = null) : IRequestBody;

    public static void MapGemachtigdeVastleggen(this IEndpointRouteBuilder api)
    {
        api.MapPost("/aanvragen/{dossiernummer}/gemachtigde", LegVast).Voor(Rollen.Consulent, Rollen.Backoffice).WithIdempotency()
            .Valideer(new Vorm())
            .WithSummary("Gemachtigde vastleggen")
            .WithDescription("Legt vast wie de inwoner vertegenwoordigt, met een schriftelijke machtiging. De beschikking gaat dan naar de "
                + "gemachtigde, en de inwoner krijgt een afschrift. Een nieuwe gemachtigde komt in de plaats van de vorige.");
        api.MapPost("/aanvragen/{dossiernummer}/gemachtigde/einde", Beeindig).Voor(Rollen.Consulent, Rollen.Backoffice).WithIdempotency()
            .WithSummary("Machtiging beëindigen")
            .WithDescription("Legt vast dat de gemachtigde de inwoner niet meer vertegenwoordigt. Brieven gaan weer naar de inwoner.");
    }

    private static async Task<NoContent> LegVast(string dossiernummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Vault kluis,
        TimeProvider klok, IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var aanvraag = await db.Zoek(dossiernummer, gebruiker, annulering);
        ifMatch?.Eis(aanvraag);
        aanvraag.MachtigIemand(new(invoer.Naam.Trim(), [.. invoer.Adresregels.Select(r => r.Trim())]), invoer.MachtigingVan, invoer.Omvang,
            kluis, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(aanvraag);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Beeindig(string dossiernummer, Einde invoer, Gebruiker gebruiker, BeschikkingenDb db,
        TimeProvider klok, IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var aanvraag = await db.Zoek(dossiernummer, gebruiker, annulering);
        ifMatch?.Eis(aanvraag);
        aanvraag.BeeindigMachtiging(invoer.Op ?? klok.Vandaag(), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(aanvraag);
        return TypedResults.NoContent();
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Naam).NotEmpty().WithMessage("Vul de naam van de gemachtigde in.").MaximumLength(200)
                .WithMessage("Gebruik hooguit 200 tekens.");
            RuleFor(v => v.Adresregels).NotEmpty().WithMessage("Vul het postadres in.").Must(r => r is { Count: <= 4 })
                .WithMessage("Gebruik hooguit vier regels.");
            RuleForEach(v => v.Adresregels).NotEmpty().WithMessage("Een regel van het adres is leeg.").MaximumLength(100)
                .WithMessage("Gebruik hooguit 100 tekens per regel.");
        }
    }
}
