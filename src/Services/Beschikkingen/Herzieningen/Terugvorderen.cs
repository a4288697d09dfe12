using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Herzieningen;

/// <summary>
/// Claims back in money what was given on intentionally incorrect data, by a decision of its own (Wmo 2015 art. 2.4.1), and records what is
/// paid.
/// </summary>
public static class Terugvorderen
{
    /// <param name="Bedrag">Euro's.</param>
    /// <param name="Berekening">Hoe het bedrag is berekend uit wat is geleverd of besteed.</param>
    /// <param name="Opzet">Waaruit blijkt dat de gegevens met opzet onjuist of onvolledig zijn gegeven.</param>
    /// <param name="Motivering">Waarom, in woorden die de ontvanger begrijpt.</param>
    /// <param name="VanMeewerker">Of het wordt gevorderd van wie daaraan met opzet meewerkte.</param>
    /// <param name="Regeling">De afspraak over betalen in delen.</param>
    public sealed record Invoer(
        decimal Bedrag, string Berekening, string Opzet, string Motivering, bool VanMeewerker = false, string? Regeling = null)
        : IRequestBody;

    /// <param name="Bedrag">Euro's die binnenkwamen.</param>
    /// <param name="OntvangenOp">De dag waarop; vandaag als u niets invult.</param>
    public sealed record Betaling(decimal Bedrag, DateOnly? OntvangenOp = null) : IRequestBody;

    public static void MapTerugvorderen(this IEndpointRouteBuilder api)
    {
        api.MapPost("/herzieningen/{herzieningnummer}/terugvorderingen", VorderTerug).Voor(Rollen.Beslisser).WithIdempotency()
            .Valideer(new Vorm())
            .WithSummary("Terugvorderen")
            .WithDescription("Vordert in geld terug wat door opzettelijk onjuiste of onvolledige gegevens is verstrekt. Kan alleen na een "
                + "herziening of intrekking op die grond.");
        api.MapPost("/herzieningen/{herzieningnummer}/terugvorderingen/{terugvorderingId:guid}/betalingen", Ontvang)
            .Voor(Rollen.Backoffice).WithIdempotency().Valideer(new Betaalvorm())
            .WithSummary("Betaling op een terugvordering")
            .WithDescription("Legt een betaling vast. Met de laatste is de terugvordering voldaan.");
    }

    private static async Task<Created<Terugvordering>> VorderTerug(
        string herzieningnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var (herziening, voorziening) = await db.Zoek(herzieningnummer, gebruiker, annulering);
        ifMatch?.Eis(herziening.RowVersion);
        var vordering = herziening.VorderTerug(new(Guid.CreateVersion7(klok.GetUtcNow()), klok.Vandaag(), invoer.Bedrag,
            invoer.Berekening.Trim(), invoer.Opzet.Trim(), invoer.VanMeewerker, invoer.Motivering.Trim(), invoer.Regeling?.Trim()),
            voorziening, gebruiker, beleid, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(herziening.RowVersion);
        return TypedResults.Created($"/beschikkingen/v1/herzieningen/{herzieningnummer}", vordering);
    }

    private static async Task<Ok<HerzieningenInzien.Antwoord>> Ontvang(
        string herzieningnummer, Guid terugvorderingId, Betaling invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var (herziening, _) = await db.Zoek(herzieningnummer, gebruiker, annulering);
        ifMatch?.Eis(herziening.RowVersion);
        herziening.Ontvang(terugvorderingId, invoer.Bedrag, invoer.OntvangenOp ?? klok.Vandaag(), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(herziening.RowVersion);
        return TypedResults.Ok(HerzieningenInzien.Van(herziening, gebruiker));
    }

    private const string Bedragtekst = "Vul een bedrag in van meer dan 0 euro, met hooguit twee cijfers achter de komma.";

    private static bool IsBedrag(decimal bedrag) => bedrag is > 0 and <= 999_999.99m && decimal.Round(bedrag, 2) == bedrag;

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Bedrag).Must(IsBedrag).WithMessage(Bedragtekst);
            RuleFor(v => v.Berekening).NotEmpty().WithMessage("Leg uit hoe het bedrag is berekend.").MaximumLength(4000)
                .WithMessage("Gebruik hooguit 4000 tekens.");
            RuleFor(v => v.Opzet).NotEmpty().WithMessage("Leg uit waaruit blijkt dat het met opzet was.").MaximumLength(4000)
                .WithMessage("Gebruik hooguit 4000 tekens.");
            RuleFor(v => v.Motivering).NotEmpty().WithMessage("Geef een motivering.").MaximumLength(10_000)
                .WithMessage("Gebruik hooguit 10.000 tekens.");
            RuleFor(v => v.Regeling).MaximumLength(2000).WithMessage("Gebruik hooguit 2000 tekens.");
        }
    }

    private sealed class Betaalvorm : AbstractValidator<Betaling>
    {
        public Betaalvorm() => RuleFor(v => v.Bedrag).Must(IsBedrag).WithMessage(Bedragtekst);
    }
}
