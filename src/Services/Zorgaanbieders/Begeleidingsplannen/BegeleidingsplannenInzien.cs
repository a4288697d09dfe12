using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Zorgaanbieders.Opslag;
using WmoPlatform.Zorgaanbieders.Toewijzingen;

namespace WmoPlatform.Zorgaanbieders.Begeleidingsplannen;

/// <summary>Shows the received plans to the provider itself, the consulent of the team and the backoffice.</summary>
public static class BegeleidingsplannenInzien
{
    /// <param name="PlanId">Het nummer van het begeleidingsplan.</param>
    /// <param name="Naam">De naam van het bestand.</param>
    /// <param name="Soort">Wat voor document het is.</param>
    /// <param name="Grootte">Hoe groot het is, in bytes.</param>
    /// <param name="OntvangenOp">Wanneer het is ontvangen.</param>
    /// <param name="Keuring">Wat de virusscanner van de gemeente ervan vindt. Alleen wat schoon is, of niet gekeurd omdat er geen scanner
    /// was, is te lezen.</param>
    public sealed record Regel(
        Guid PlanId, string Naam, Documentsoort Soort, int Grootte, DateTimeOffset OntvangenOp, Keuring Keuring);

    /// <param name="Items">De begeleidingsplannen, oudste eerst.</param>
    public sealed record Plannen(IReadOnlyList<Regel> Items);

    public static void MapBegeleidingsplannenInzien(this IEndpointRouteBuilder api)
    {
        api.MapGet("/toewijzingen/{toewijzingnummer:long}/begeleidingsplannen", Lijst).Voor(
            Rollen.Aanbieder, Rollen.Consulent, Rollen.Backoffice)
            .WithSummary("Begeleidingsplannen")
            .WithDescription("De begeleidingsplannen die bij deze toewijzing zijn ingestuurd, oudste eerst.");
        api.MapGet("/toewijzingen/{toewijzingnummer:long}/begeleidingsplannen/{planId:guid}", Een).Voor(
            Rollen.Aanbieder, Rollen.Consulent, Rollen.Backoffice)
            .Produces<Stream>(
                StatusCodes.Status200OK, Plandocument.TypeVan(Documentsoort.Pdf), Plandocument.TypeVan(Documentsoort.Docx),
                Plandocument.TypeVan(Documentsoort.Odt))
            .Produces(StatusCodes.Status409Conflict)
            .WithSummary("Een begeleidingsplan")
            .WithDescription("Het document zelf, zoals het is ingestuurd. Dat u het las, wordt vastgelegd.");
    }

    private static async Task<Ok<Plannen>> Lijst(
        long toewijzingnummer, Gebruiker gebruiker, HttpResponse antwoord, ZorgaanbiedersDb db, Vault kluis, CancellationToken annulering)
    {
        var toewijzing = await db.Zoek(toewijzingnummer, gebruiker, annulering);
        // Without the documents themselves.
        var plannen = await db.Begeleidingsplannen.Where(p => p.ToewijzingId == toewijzing.Id).OrderBy(p => p.Id)
            .Select(p => new
            {
                p.Id,
                p.VerzegeldeNaam,
                p.Soort,
                p.Grootte,
                p.OntvangenOp,
                Keuring = db.Plankeuringen.Where(k => k.Id == p.Id).Select(k => (Keuring?)k.Stand).SingleOrDefault(),
            }).ToListAsync(annulering);
        antwoord.Headers.CacheControl = "no-store";
        var regels = plannen.Select(p =>
            new Regel(p.Id, Begeleidingsplan.Naam(p.Id, p.VerzegeldeNaam, kluis), p.Soort, p.Grootte, p.OntvangenOp,
                p.Keuring ?? Keuring.NietGekeurd));
        return TypedResults.Ok(new Plannen([.. regels]));
    }

    private static async Task<FileContentHttpResult> Een(
        long toewijzingnummer, Guid planId, Gebruiker gebruiker, HttpResponse antwoord, ZorgaanbiedersDb db, Vault kluis,
        CancellationToken annulering)
    {
        var toewijzing = await db.Zoek(toewijzingnummer, gebruiker, annulering);
        var plan = await db.Begeleidingsplannen.AsNoTracking()
            .SingleOrDefaultAsync(p => p.Id == planId && p.ToewijzingId == toewijzing.Id, annulering)
            ?? throw Weigering.Onbekend("Dit begeleidingsplan");
        var keuring = await db.Plankeuringen.AsNoTracking().SingleOrDefaultAsync(k => k.Id == planId, annulering);
        if (keuring?.Stand == Keuring.TeKeuren)
            throw Weigering.Toestand("begeleidingsplan-wordt-gekeurd",
                "De virusscanner heeft dit begeleidingsplan nog niet gecontroleerd. Probeer het over een paar minuten opnieuw.");
        if (keuring?.Stand == Keuring.Besmet)
            throw Weigering.Toestand("begeleidingsplan-besmet",
                "In dit begeleidingsplan zit een virus; daarom is het niet te lezen. Vraag de zorgaanbieder om een nieuw bestand.");
        antwoord.Headers.CacheControl = "no-store";
        antwoord.Headers.XContentTypeOptions = "nosniff";
        // The platform names the file itself, so that no header holds the name of a person.
        return TypedResults.File(plan.Inhoud(kluis), Plandocument.TypeVan(plan.Soort),
            $"begeleidingsplan-{toewijzingnummer}-{plan.OntvangenOp.Dag():yyyy-MM-dd}.{plan.Soort.ToString().ToLowerInvariant()}");
    }

    internal static Regel Van(Begeleidingsplan plan, Plankeuring? keuring, Vault kluis) => new(
        plan.Id, Begeleidingsplan.Naam(plan.Id, plan.VerzegeldeNaam, kluis), plan.Soort, plan.Grootte, plan.OntvangenOp,
        keuring?.Stand ?? Keuring.NietGekeurd);
}
