using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Herzieningen;

/// <summary>
/// A change of a voorziening is prepared: by the municipality, at the request of the person, or in agreement with the person.
/// </summary>
public static class HerzieningBeginnen
{
    /// <param name="Grond">Waarom de voorziening verandert.</param>
    /// <param name="Verandering">Wat er vanaf welke dag anders wordt.</param>
    /// <param name="GevraagdOp">De dag waarop de inwoner dit vroeg of ermee instemde.</param>
    /// <param name="RedenTerug">Waarom het terugwerkt: wat de inwoner wist of kon weten, en sinds wanneer.</param>
    public sealed record Invoer(
        Herzieningsgrond Grond, Verandering Verandering, DateOnly? GevraagdOp = null, string? RedenTerug = null) : IRequestBody;

    public static void MapHerzieningBeginnen(this IEndpointRouteBuilder api) =>
        api.MapPost("/voorzieningen/{voorzieningId:guid}/herzieningen", BereidVoor)
            .Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice).WithIdempotency().Valideer(new Vorm())
            .WithSummary("Herziening of intrekking voorbereiden")
            .WithDescription("Bereidt een besluit voor dat een voorziening wijzigt of beëindigt. Krijgt de inwoner minder, stuur dan eerst "
                + "een voornemen. Daarna volgt het besluit, en de bekendmaking.");

    private static async Task<Created<HerzieningenInzien.Antwoord>> BereidVoor(
        Guid voorzieningId, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, Etag etag,
        CancellationToken annulering)
    {
        var voorziening = await db.Zoek(voorzieningId, gebruiker, annulering);
        if (invoer.Grond == Herzieningsgrond.Overbrugging)
            throw Weigering.Regel("overbrugging-apart", "Laat hulp tijdelijk doorlopen met een overbrugging, niet met een herziening.",
                "Wmo 2015 art. 2.3.1", "grond");
        var herziening = await db.Begin(voorziening, invoer.Grond, invoer.Verandering, invoer.GevraagdOp, invoer.RedenTerug?.Trim(),
            klok.GetUtcNow(), annulering);
        await db.SaveChangesAsync(annulering);
        etag.Zet(herziening.RowVersion);
        return TypedResults.Created(
            $"/beschikkingen/v1/herzieningen/{herziening.Herzieningnummer}", HerzieningenInzien.Van(herziening, gebruiker));
    }

    /// <summary>The change of a voorziening that is prepared. Until the transaction ends, nobody else begins one.</summary>
    /// <param name="db">The service's database.</param>
    /// <param name="voorziening">The voorziening.</param>
    /// <param name="annulering">Stops it.</param>
    /// <param name="klaar">A herziening that ends in this transaction; null without one.</param>
    internal static async Task<Herziening?> LopendeHerziening(
        this BeschikkingenDb db, Voorziening voorziening, CancellationToken annulering, Herziening? klaar = null)
    {
        await db.Hold(voorziening.VoorzieningId.ToString(), annulering);
        var behalve = klaar?.Id;
        return await db.Herzieningen.FirstOrDefaultAsync(h => h.VoorzieningId == voorziening.VoorzieningId && h.Id != behalve
            && (h.Status == Herzieningstatus.Begonnen || h.Status == Herzieningstatus.Voorgenomen
                || h.Status == Herzieningstatus.Besloten), annulering);
    }

    /// <summary>Only one change of a voorziening is prepared at a time, so that two never contradict each other.</summary>
    internal static async Task<Herziening> Begin(
        this BeschikkingenDb db, Voorziening voorziening, Herzieningsgrond grond, Verandering verandering, DateOnly? wilVan,
        string? redenTerug, DateTimeOffset nu, CancellationToken annulering, Herziening? klaar = null)
    {
        if (await db.LopendeHerziening(voorziening, annulering, klaar) is { } loopt)
            throw Weigering.Toestand("herziening-loopt-al",
                $"Voor deze voorziening loopt herziening {loopt.Herzieningnummer} al. Rond die af, of laat die vervallen. Wil de inwoner "
                + "stoppen, leg dat dan vast als wijzigingsverzoek: de opzegging begint zodra die herziening klaar is.");
        var herziening = Herziening.Begin(voorziening, await db.NieuwHerzieningnummer(nu.Dag().Year, annulering), grond, verandering,
            wilVan, redenTerug, nu);
        db.Add(herziening);
        return herziening;
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Verandering).NotNull().WithMessage("Vul in wat er anders wordt.").SetValidator(new Veranderingvorm());
            RuleFor(v => v.RedenTerug).Must(t => t is null || !string.IsNullOrWhiteSpace(t))
                .WithMessage("Leg uit waarom het terugwerkt, of laat dit weg.").MaximumLength(2000)
                .WithMessage("Gebruik hooguit 2000 tekens.");
        }
    }
}

/// <summary>Checks a wanted change against the code lists of iWmo.</summary>
internal sealed class Veranderingvorm : AbstractValidator<Verandering>
{
    public Veranderingvorm()
    {
        RuleFor(v => v.Vanaf).Must(Binnen).WithMessage(Bereik);
        RuleFor(v => v.Einddatum).Must(d => d is null || Binnen(d.Value)).WithMessage(Bereik);
        RuleFor(v => v.Agb).Agbcode();
        RuleFor(v => v.Product!).Ketenproduct().When(v => v.Product is not null);
        RuleFor(v => v.Omvang!).Ketenomvang().When(v => v.Omvang is not null);
        RuleFor(v => v.Budget).Bedrag();
        RuleFor(v => v.BudgetTotDan).Bedrag();
    }

    private const string Bereik = "Kies een dag tussen 2015 en 2100.";

    private static bool Binnen(DateOnly dag) => dag.Year is >= Kalender.EersteJaar and <= 2100;
}
