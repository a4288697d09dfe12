using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Herzieningen;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Voorzieningen;

/// <summary>
/// Help ends, and a decision on more of it is to come. A consulent lets the same help go on until that decision works, in mandate (Awb
/// 10:1), by a decision that is taken and made known at once.
/// </summary>
public static class Overbruggen
{
    /// <param name="Motivering">Waarom, in woorden die de inwoner begrijpt.</param>
    /// <param name="Omvang">Hoeveel hulp intussen; weglaten als die blijft.</param>
    /// <param name="Budget">
    /// Euro's voor de tijd die nu vooruit wordt gereserveerd, bij een pgb. Weglaten als het bedrag per dag hetzelfde blijft.
    /// </param>
    public sealed record Invoer(string Motivering, Omvang? Omvang = null, decimal? Budget = null) : IRequestBody;

    public static void MapOverbruggen(this IEndpointRouteBuilder api) =>
        api.MapPost("/voorzieningen/{voorzieningId:guid}/overbrugging", Overbrug).Voor(Rollen.Consulent, Rollen.Beslisser).WithIdempotency()
            .Valideer(new Vorm())
            .WithSummary("Hulp tijdelijk laten doorlopen")
            .WithDescription("De hulp eindigt binnenkort, en over meer hulp wordt nog beslist. Laat dezelfde hulp doorlopen tot dat "
                + "besluit geldt. Het besluit gaat vandaag naar de inwoner. Een pgb krijgt het bedrag van deze dagen. Stuur If-Match mee "
                + "met de ETag van de voorziening.");

    private static async Task<Created<HerzieningenInzien.Antwoord>> Overbrug(
        Guid voorzieningId, Invoer invoer, Gebruiker beslisser, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, Vault kluis,
        TimeProvider klok, IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var voorziening = await db.Zoek(voorzieningId, beslisser, annulering);
        ifMatch?.Eis(voorziening.RowVersion);
        var (nu, vandaag) = (klok.GetUtcNow(), klok.Vandaag());
        var regels = beleid.Op(vandaag).Waarde.Tijdelijk;
        var wachtOp = await db.HoudWachtOp(voorziening, annulering);
        OverbruggingKan.Eis(voorziening, wachtOp, invoer.Omvang, regels, vandaag);
        var laatste = voorziening.Eigen[^1];
        var vanaf = Overgang.DagNa(laatste.Periode.Einddatum);
        var tot = regels.Tot(vanaf);
        // More or less help than before has an amount of its own.
        var budget = invoer.Budget ?? (invoer.Omvang is null || invoer.Omvang == laatste.Omvang ? laatste.Over(vanaf, tot).Budget : null);
        var herziening = await db.Begin(voorziening, Herzieningsgrond.Overbrugging,
            new Verandering(vanaf, Einddatum: tot, Omvang: invoer.Omvang, Budget: budget), null, null, nu, annulering);
        var toetsen = await db.Toetsen([voorzieningId], annulering);
        herziening.Beslis(voorziening, invoer.Motivering.Trim(), null, toetsen, beslisser,
            await db.NieuwBeschikkingnummer(vandaag.Year, annulering), beleid, nu);
        herziening.MaakBekend(voorziening, toetsen, beleid, kluis, nu);
        voorziening.Overbrug(wachtOp!);
        await db.SaveChangesAsync(annulering);
        etag.Zet(herziening.RowVersion);
        return TypedResults.Created(
            $"/beschikkingen/v1/herzieningen/{herziening.Herzieningnummer}", HerzieningenInzien.Van(herziening, beslisser));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Motivering).NotEmpty().WithMessage("Geef een motivering.").MaximumLength(10_000)
                .WithMessage("Gebruik hooguit 10.000 tekens.");
            RuleFor(v => v.Omvang!).Ketenomvang().When(v => v.Omvang is not null);
            RuleFor(v => v.Budget).Bedrag();
        }
    }
}
