using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>
/// Another letter of the objector is added to a bezwaar that runs: more grounds, or other parts of the same decision while the term to
/// object runs (Awb 6:4, 6:7).
/// </summary>
public static class BriefVoegen
{
    /// <param name="Gronden">Wat er in de brief staat; weglaten als die alleen andere delen van het besluit noemt.</param>
    /// <param name="Voorzieningen">De voorzieningen waar het bezwaar nu ook over gaat.</param>
    /// <param name="OntvangenOp">De dag waarop de brief binnenkwam; vandaag als u niets invult.</param>
    /// <param name="Poststempel">De dag waarop de brief op de post ging.</param>
    /// <param name="EldersOntvangenOp">De dag waarop de brief bij een verkeerd adres binnenkwam, dat hem doorstuurde.</param>
    public sealed record Invoer(
        string? Gronden = null, IReadOnlyList<Guid>? Voorzieningen = null, DateOnly? OntvangenOp = null, DateOnly? Poststempel = null,
        DateOnly? EldersOntvangenOp = null) : IRequestBody;

    public static void MapBriefVoegen(this IEndpointRouteBuilder api) =>
        api.MapPost("/bezwaren/{bezwaarnummer}/brieven", Voeg).Voor(Rollen.Inwoner, Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency().Valideer(new Vorm())
            .WithSummary("Brief bij een bezwaar voegen")
            .WithDescription("Voegt een brief van de inwoner bij een bezwaar dat loopt. Noemt die andere delen van hetzelfde besluit, dan "
                + "gaat het bezwaar daar ook over, als de brief binnen de bezwaartermijn kwam. Is er al beslist maar nog niet "
                + "bekendgemaakt, dan moet opnieuw worden beslist.");

    private static async Task<Ok<Bezwaarstand>> Voeg(
        string bezwaarnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch, Etag etag,
        CancellationToken annulering)
    {
        var bezwaar = await db.ZoekBezwaar(bezwaarnummer, gebruiker, annulering);
        ifMatch?.Eis(bezwaar.RowVersion);
        if (!gebruiker.IsMedewerker() && invoer is not { Poststempel: null, EldersOntvangenOp: null })
            throw Weigering.Regel("dag-is-vandaag", "U stuurt deze brief vandaag. Laat de andere dagen weg.", veld: "poststempel");
        var ontvangst = new Ontvangst(gebruiker.EigenDag(invoer.OntvangenOp, klok, "ontvangenOp"), invoer.Poststempel,
            invoer.EldersOntvangenOp);
        ontvangst.Klopt();
        await db.Hold($"besluit {bezwaar.BesluitId}", annulering);
        IReadOnlyList<Contracts.BeschikteVoorziening> erbij = [];
        if (invoer.Voorzieningen is { } ids)
        {
            var (besluit, _, _) = await db.ZoekBesluit(
                bezwaar.Tegen, bezwaar.Besluiten[0].Nummer, ids, gebruiker, ontvangst.Teldag, annulering);
            var eerder = await db.Bezwaren.Where(b => b.Dossiernummer == bezwaar.Dossiernummer).ToListAsync(annulering);
            erbij = eerder.Vrij(besluit, genoemd: true)?.Voorzieningen
                ?? throw Weigering.Toestand("deel-al-bestreden", "Er loopt al een bezwaar over dit deel van het besluit.", "Awb art. 6:4");
        }
        bezwaar.NeemBrief(ontvangst, invoer.Gronden?.Trim(), erbij, klok.GetUtcNow());
        await db.VoegIntussen(bezwaar, ontvangst.Teldag, klok.GetUtcNow(), annulering);
        await db.SaveChangesAsync(annulering);
        etag.Zet(bezwaar.RowVersion);
        return TypedResults.Ok(Bezwaarstand.Van(bezwaar, gebruiker));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Gronden)
                .Must((v, gronden) => !string.IsNullOrWhiteSpace(gronden) || (gronden is null && v.Voorzieningen is not null))
                .WithMessage("Vul in wat er in de brief staat, of noem de voorzieningen waar het bezwaar nu ook over gaat.")
                .MaximumLength(20_000).WithMessage("Gebruik hooguit 20.000 tekens.");
            RuleFor(v => v.Voorzieningen).Must(v => v is null or { Count: >= 1 and <= 50 })
                .WithMessage("Noem 1 tot en met 50 voorzieningen, of laat dit weg.");
        }
    }
}
