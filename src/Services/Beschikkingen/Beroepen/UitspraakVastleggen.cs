using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Beroepen;

/// <summary>The court gave judgment; what it orders becomes a term and a task (Awb 8:51a, 8:55d, 8:72, 8:84).</summary>
public static class UitspraakVastleggen
{
    /// <param name="Uitkomst">De uitkomst.</param>
    /// <param name="VerzondenOp">De dag waarop de rechter haar verstuurde.</param>
    /// <param name="Tussenuitspraak">Of de zaak daarna verdergaat.</param>
    /// <param name="Opdrachten">Wat de gemeente moet doen.</param>
    /// <param name="ZonderZitting">Of de rechter zonder zitting uitspraak deed. Dan is er verzet, en geen hoger beroep.</param>
    /// <param name="Vernietigt">In hoger beroep: of de rechter de eerdere uitspraak vernietigt. Wat die opdroeg, vervalt.</param>
    /// <param name="HulpTot">
    /// De laatste dag van de hulp die de rechter eerder gaf, als de uitspraak die noemt. Weglaten als de uitspraak daar niets over zegt.
    /// </param>
    public sealed record Invoer(
        Beroepuitkomst Uitkomst, DateOnly VerzondenOp, bool Tussenuitspraak = false, IReadOnlyList<Opdracht>? Opdrachten = null,
        bool ZonderZitting = false, bool Vernietigt = false, DateOnly? HulpTot = null) : IRequestBody;

    public static void MapUitspraakVastleggen(this IEndpointRouteBuilder api) =>
        api.MapPost("/beroepen/{beroepnummer}/uitspraken", Neem).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency().Valideer(new Vorm())
            .WithSummary("Uitspraak vastleggen")
            .WithDescription("Legt een uitspraak vast, ook een tussenuitspraak. Wat de gemeente moet doen, komt met een termijn in "
                + "het dossier.");

    private static async Task<Ok<Beroepstand>> Neem(
        string beroepnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, Vault kluis,
        TimeProvider klok, IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var beroep = await db.ZoekBeroep(beroepnummer, gebruiker, annulering);
        ifMatch?.Eis(beroep.RowVersion);
        var nu = klok.GetUtcNow();
        beroep.NeemUitspraak(invoer.Uitkomst, invoer.Tussenuitspraak, invoer.ZonderZitting, invoer.VerzondenOp,
            invoer.Opdrachten ?? [], nu);
        if (invoer.Vernietigt) await Vernietig(db, beroep, invoer, nu, annulering);
        // Awb 8:85 lid 2 onder c: the judgment in the main case ends what was given meanwhile, unless it names a later day. Any judgment
        // may lift or shorten a measure (8:87).
        if (invoer.HulpTot is not null || beroep is { IsHoofdzaak: true, IsAanhangig: false })
            await db.LaatRechtershulpVervallen(beroep.BesluitId, invoer.HulpTot ?? nu.Dag(),
                "De rechter deed uitspraak. Daarmee eindigt de hulp die de rechter tot die tijd gaf.", kluis, nu, annulering,
                totUitspraak: invoer.VerzondenOp);
        if (!invoer.Tussenuitspraak && invoer.Opdrachten?.FirstOrDefault(o => o.Soort == Opdrachtsoort.OpnieuwBeslissen) is { } opnieuw
            && await db.Bezwaren.SingleOrDefaultAsync(b => b.Id == beroep.BesluitId, annulering) is { } bezwaar)
            bezwaar.Heropen(beroep.Beroepnummer, invoer.VerzondenOp, opnieuw.Weken, beleid, nu);
        await db.SaveChangesAsync(annulering);
        etag.Zet(beroep.RowVersion);
        return TypedResults.Ok(Beroepstand.Van(beroep, gebruiker));
    }

    private static async Task Vernietig(
        BeschikkingenDb db, Beroep hoger, Invoer invoer, DateTimeOffset nu, CancellationToken annulering)
    {
        if (hoger.Soort != Beroepsoort.HogerBeroep || invoer.Tussenuitspraak)
            throw Weigering.Regel("niets-vernietigd", "Alleen een einduitspraak in hoger beroep vernietigt een eerdere uitspraak.",
                "Awb art. 8:113", "vernietigt");
        foreach (var eerder in await db.Beroepen.Where(b => b.BesluitId == hoger.BesluitId && b.Id != hoger.Id
            && (b.Soort == Beroepsoort.Beroep || b.Soort == Beroepsoort.NietTijdig)).ToListAsync(annulering))
            eerder.WordtVernietigd(invoer.VerzondenOp, nu);
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.VerzondenOp).Must(d => d.Year >= Kalender.EersteJaar).WithMessage("Vul de dag in waarop de rechter haar "
                + "verstuurde.");
            RuleFor(v => v.HulpTot).Must((v, dag) => dag is null || dag >= v.VerzondenOp)
                .WithMessage("De hulp kan niet eindigen voor de uitspraak. Controleer de laatste dag.");
            RuleForEach(v => v.Opdrachten).NotNull().WithMessage("Een opdracht is leeg.").ChildRules(opdracht =>
            {
                opdracht.RuleFor(o => o.Weken).InclusiveBetween(0, 104).WithMessage("Kies 0 tot en met 104 weken.");
                opdracht.RuleFor(o => o.DwangsomPerDag).Must(b => b is null or (> 0 and <= 10_000))
                    .WithMessage("Vul een bedrag in van meer dan 0 en hooguit 10.000 euro.");
            });
        }
    }
}
