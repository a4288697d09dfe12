using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Beroepen;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Wijzigingsverzoeken;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Herzieningen;

/// <summary>Decides on a herziening (Wmo 2015 art. 2.3.10), and makes the decision known by sending it (Awb 3:41).</summary>
public static class HerzieningBeslissen
{
    /// <param name="Motivering">Waarom, in woorden die de inwoner begrijpt.</param>
    /// <param name="NietGehoord">De uitzondering waardoor de inwoner niet eerst is gehoord; weglaten als dat wel is gebeurd.</param>
    public sealed record Invoer(string Motivering, NietGehoord? NietGehoord = null) : IRequestBody;

    public static void MapHerzieningBeslissen(this IEndpointRouteBuilder api)
    {
        api.MapPost("/herzieningen/{herzieningnummer}/besluit", Beslis).Voor(Rollen.Beslisser, Rollen.Consulent).WithIdempotency()
            .Valideer(new Vorm())
            .WithSummary("Beslissen over een herziening")
            .WithDescription("Neemt het besluit. Krijgt de inwoner minder, dan is de inwoner eerst gehoord. Vervangt u een eerder besluit, "
                + "stuur dan If-Match mee.");
        api.MapPost("/herzieningen/{herzieningnummer}/besluit/goedkeuring", KeurGoed).Voor(Rollen.Beslisser).WithIdempotency()
            .WithSummary("Besluit over een herziening goedkeuren")
            .WithDescription("Keurt het besluit van een collega goed. Stuur If-Match mee met de ETag van het besluit dat u las.");
        api.MapPost("/herzieningen/{herzieningnummer}/bekendmaking", MaakBekend)
            .Voor(Rollen.Beslisser, Rollen.Consulent, Rollen.Backoffice).WithIdempotency()
            .WithSummary("Besluit over een herziening bekendmaken")
            .WithDescription("Stuurt het besluit vandaag naar de inwoner. Vanaf dan volgen de hulp, het budget en de eigen bijdrage het "
                + "besluit, en kan de inwoner bezwaar maken.");
    }

    private static async Task<Ok<HerzieningenInzien.Antwoord>> Beslis(
        string herzieningnummer, Invoer invoer, Gebruiker beslisser, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var (herziening, voorziening) = await db.Zoek(herzieningnummer, beslisser, annulering);
        if (ifMatch is null && herziening.Status == Herzieningstatus.Besloten) throw Weigering.VersieVereist();
        ifMatch?.Eis(herziening.RowVersion);
        var nu = klok.GetUtcNow();
        var nummer = herziening.Beschikkingnummer ?? await db.NieuwBeschikkingnummer(nu.Dag().Year, annulering);
        herziening.Beslis(voorziening, invoer.Motivering.Trim(),
            invoer.NietGehoord is { } niet ? niet with { Reden = niet.Reden.Trim() } : null,
            await db.Toetsen([voorziening.VoorzieningId], annulering), beslisser, nummer, beleid, nu);
        await db.SaveChangesAsync(annulering);
        etag.Zet(herziening.RowVersion);
        return TypedResults.Ok(HerzieningenInzien.Van(herziening, beslisser));
    }

    private static async Task<Ok<HerzieningenInzien.Antwoord>> KeurGoed(
        string herzieningnummer, Gebruiker beslisser, BeschikkingenDb db, TimeProvider klok, IfMatch ifMatch, Etag etag,
        CancellationToken annulering)
    {
        var (herziening, voorziening) = await db.Zoek(herzieningnummer, beslisser, annulering);
        ifMatch.Eis(herziening.RowVersion);
        herziening.KeurGoed(voorziening, beslisser, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(herziening.RowVersion);
        return TypedResults.Ok(HerzieningenInzien.Van(herziening, beslisser));
    }

    private static async Task<Ok<HerzieningenInzien.Antwoord>> MaakBekend(
        string herzieningnummer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, Vault kluis, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var (herziening, voorziening) = await db.Zoek(herzieningnummer, gebruiker, annulering);
        ifMatch?.Eis(herziening.RowVersion);
        var nu = klok.GetUtcNow();
        var zaken = await db.BijDeRechter(voorziening.Dossiernummer, voorziening.VoorzieningId, annulering);
        herziening.MaakBekend(voorziening, await db.Toetsen([voorziening.VoorzieningId], annulering), beleid, kluis, nu,
            zaken is [var zaak, ..] ? zaak.Beroepnummer : null);
        await db.LaatVorderingenVervallen(voorziening, kluis, nu, annulering);
        await db.VolgRechtershulp(voorziening, annulering);
        await db.BegintWachtende(voorziening, herziening, nu, annulering);
        await db.SaveChangesAsync(annulering);
        etag.Zet(herziening.RowVersion);
        return TypedResults.Ok(HerzieningenInzien.Van(herziening, gebruiker));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Motivering).NotEmpty().WithMessage("Geef een motivering.").MaximumLength(10_000)
                .WithMessage("Gebruik hooguit 10.000 tekens.");
            RuleFor(v => v.NietGehoord).Must(n => n is null || !string.IsNullOrWhiteSpace(n.Reden) && n.Reden.Length <= 2000)
                .WithMessage("Leg uit waarom de uitzondering hier geldt, met hooguit 2000 tekens.");
        }
    }
}
