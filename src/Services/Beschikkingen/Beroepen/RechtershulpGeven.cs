using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Beroepen;

/// <summary>
/// Gives the help that a judgment ordered (Awb 8:72 lid 5, 8:81). The court decided it, so there is no bezwaar. The voorziening changes
/// only on the days that the judgment names.
/// </summary>
public static class RechtershulpGeven
{
    /// <param name="VoorzieningId">De voorziening.</param>
    /// <param name="Vanaf">De eerste dag van de hulp.</param>
    /// <param name="Einddatum">De laatste dag volgens de uitspraak; noemt zij er geen, de laatste dag die u nu verwacht.</param>
    /// <param name="Motivering">Wat de rechter besliste, in woorden die de inwoner begrijpt.</param>
    /// <param name="Product">De hulp; weglaten als het de gevraagde hulp is.</param>
    /// <param name="Omvang">Hoeveel hulp; weglaten als het zoveel is als gevraagd.</param>
    /// <param name="Leveringsvorm">Zorg in natura of pgb; weglaten als die blijft.</param>
    /// <param name="Agb">De aanbieder bij zorg in natura; weglaten als die blijft.</param>
    /// <param name="Budget">Euro's over deze dagen, bij een pgb.</param>
    public sealed record Invoer(
        Guid VoorzieningId, DateOnly Vanaf, DateOnly Einddatum, string Motivering, Product? Product = null, Omvang? Omvang = null,
        Leveringsvorm? Leveringsvorm = null, string? Agb = null, decimal? Budget = null) : IRequestBody;

    public static void MapRechtershulpGeven(this IEndpointRouteBuilder api) =>
        api.MapPost("/beroepen/{beroepnummer}/opdrachten/{opdrachtId:guid}/hulp", Geef).Voor(Rollen.Consulent, Rollen.Beslisser)
            .WithIdempotency().Valideer(new Vorm())
            .WithSummary("Hulp geven die de rechter opdroeg")
            .WithDescription("Geeft de hulp die de rechter opdroeg, op de dagen die de uitspraak noemt. De aanbieder of de SVB hoort het, "
                + "de inwoner krijgt een brief, en de opdracht is daarmee uitgevoerd.");

    private static async Task<Ok<Beroepstand>> Geef(
        string beroepnummer, Guid opdrachtId, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Vault kluis, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var beroep = await db.ZoekBeroep(beroepnummer, gebruiker, annulering);
        ifMatch?.Eis(beroep.RowVersion);
        var voorziening = await db.Zoek(invoer.VoorzieningId, gebruiker, annulering);
        if (voorziening.PersoonId != beroep.PersoonId) throw Weigering.Onbekend("Deze voorziening van de inwoner");
        var nu = klok.GetUtcNow();
        beroep.GeefHulp(opdrachtId, invoer.VoorzieningId, new(invoer.Vanaf, invoer.Einddatum), nu);
        var basis = voorziening.Gevraagd;
        var vorm = invoer.Leveringsvorm ?? basis.Leveringsvorm;
        voorziening.Wijzig(Besluitsoort.Rechter, beroep.Id, beroep.Beroepnummer, nu.Dag(), voorziening.Delen.Overdekt(new(
            invoer.Product ?? basis.Product, invoer.Omvang ?? basis.Omvang, new(invoer.Vanaf, invoer.Einddatum), vorm,
            vorm == Contracts.Leveringsvorm.Zin ? invoer.Agb ?? basis.Agb : null,
            vorm == Contracts.Leveringsvorm.Pgb ? invoer.Budget : null)), null, invoer.Motivering.Trim(), kluis, nu);
        await db.SaveChangesAsync(annulering);
        etag.Zet(beroep.RowVersion);
        return TypedResults.Ok(Beroepstand.Van(beroep, gebruiker));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Vanaf).Must(d => d.Year >= Kalender.EersteJaar).WithMessage("Vul de eerste dag in.");
            RuleFor(v => v.Einddatum).GreaterThanOrEqualTo(v => v.Vanaf).WithMessage("De laatste dag mag niet voor de eerste liggen.");
            RuleFor(v => v.Motivering).NotEmpty().WithMessage("Schrijf op wat de rechter besliste.").MaximumLength(10_000)
                .WithMessage("Gebruik hooguit 10.000 tekens.");
            RuleFor(v => v.Product!).Ketenproduct().When(v => v.Product is not null);
            RuleFor(v => v.Omvang!).Ketenomvang().When(v => v.Omvang is not null);
            RuleFor(v => v.Agb).Agbcode();
            RuleFor(v => v.Budget).Bedrag();
        }
    }
}
