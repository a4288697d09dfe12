using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Beroepen;
using WmoPlatform.Beschikkingen.Herzieningen;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>The decision on the bezwaar is made known. Beroep is possible from the next day, for six weeks (Awb 6:7, 7:12 lid 2).</summary>
public static class OpBezwaarBekendmaken
{
    /// <param name="BekendgemaaktOp">
    /// De dag waarop de beslissing buiten het platform is verstuurd of uitgereikt. Weglaten als het platform de brief verstuurt: dat is
    /// vandaag.
    /// </param>
    /// <param name="RedenBuitenPlatform">Hoe en waarom de beslissing buiten het platform is verstuurd. Alleen samen met die dag.</param>
    public sealed record Invoer(DateOnly? BekendgemaaktOp = null, string? RedenBuitenPlatform = null) : IRequestBody;

    public static void MapOpBezwaarBekendmaken(this IEndpointRouteBuilder api) =>
        api.MapPost("/bezwaren/{bezwaarnummer}/bekendmaking", MaakBekend).Voor(Rollen.Beslisser, Rollen.Backoffice).WithIdempotency()
            .Valideer(new Vorm())
            .WithSummary("Beslissing op bezwaar bekendmaken")
            .WithDescription("Maakt de beslissing vandaag bekend: het platform stuurt de brief, en de inwoner kan in beroep gaan. Is zij "
                + "buiten het platform verstuurd, leg dan de dag en de reden vast. Is het bezwaar gegrond, dan verandert de hulp.");

    private static async Task<Ok<Bezwaarstand>> MaakBekend(
        string bezwaarnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, Vault kluis,
        TimeProvider klok, IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var bezwaar = await db.ZoekBezwaar(bezwaarnummer, gebruiker, annulering);
        ifMatch?.Eis(bezwaar.RowVersion);
        var (dag, nu) = (invoer.BekendgemaaktOp ?? klok.Vandaag(), klok.GetUtcNow());
        var motivering = bezwaar.Besluit?.Motivering ?? "";
        var dwangsom = await HerzieDwangsom(db, bezwaar, dag, nu, annulering);
        foreach (var groep in bezwaar.MaakBekend(dag, await db.Bezwaarkennis(bezwaar, annulering), beleid, nu,
            invoer.RedenBuitenPlatform?.Trim(), dwangsom).Where(b => b.IsToegekend).GroupBy(b => b.VoorzieningId))
        {
            var voorziening = await db.Voorzieningen.SingleAsync(v => v.VoorzieningId == groep.Key, annulering);
            voorziening.Wijzig(Besluitsoort.Bezwaar, bezwaar.Id, bezwaar.Bezwaarnummer, dag,
                voorziening.Eigen.Met(groep, voorziening.TijdelijkVoor is not null),
                Termijnen.Beroep(dag).AlsTermijn(), motivering, kluis, nu);
            await db.LaatVorderingenVervallen(voorziening, kluis, nu, annulering);
        }
        if (bezwaar.Besluit is { Vordering: { } blijft })
            await db.VerlaagVordering(bezwaar, blijft, motivering, kluis, nu, annulering);
        // Awb 8:85 lid 2 onder a: what a court gave meanwhile lasts until nobody can go to court any more.
        await db.LaatRechtershulpVervallen(bezwaar.Id, bezwaar.BeroepUiterlijk!.Value,
            "De rechter gaf u hulp tot wij op uw bezwaar beslisten. Die hulp eindigt als de tijd voor beroep voorbij is.", kluis, nu,
            annulering);
        await db.SaveChangesAsync(annulering);
        etag.Zet(bezwaar.RowVersion);
        return TypedResults.Ok(Bezwaarstand.Van(bezwaar, gebruiker));
    }

    /// <summary>The dwangsom of the aanvraag or the bezwaar, as the decision makes it.</summary>
    private static async Task<Dwangsomuitkomst?> HerzieDwangsom(
        BeschikkingenDb db, Bezwaar bezwaar, DateOnly dag, DateTimeOffset nu, CancellationToken annulering)
    {
        if (bezwaar is not { KlaarOp: null, Besluit: { Dwangsom: { } herziening } besluit }) return null;
        var id = bezwaar.Besluiten.Last(b => b.Soort == BestredenSoort.Dwangsombesluit).BesluitId;
        TeLaat.Beslisplicht zaak = await db.Aanvragen.SingleOrDefaultAsync(a => a.Id == id, annulering) is { } aanvraag
            ? aanvraag : await db.Bezwaren.SingleAsync(b => b.Id == id, annulering);
        return zaak.HerzieDwangsom(herziening.Bedrag, besluit.Motivering, bezwaar.Bezwaarnummer, bezwaar.BeslotenDoor, dag, nu);
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm() => RuleFor(v => v.RedenBuitenPlatform)
            .Must((v, reden) => (reden is null) == (v.BekendgemaaktOp is null) && (reden is null || reden.Trim().Length > 0))
            .WithMessage("Vul de dag en de reden allebei in als de beslissing buiten het platform is verstuurd, en anders geen van beide.")
            .MaximumLength(2000).WithMessage("Gebruik hooguit 2000 tekens.");
    }
}
