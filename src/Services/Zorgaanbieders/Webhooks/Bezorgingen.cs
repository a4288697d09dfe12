using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Webhooks;

/// <summary>Lists the deliveries of a subscription, and sends one again.</summary>
public static class Bezorgingen
{
    /// <param name="BezorgingId">Het nummer van de bezorging.</param>
    /// <param name="GebeurtenisId">Het id van het CloudEvent, ook in de kop webhook-id: hetzelfde bij elke poging.</param>
    /// <param name="Type">Het type van het CloudEvent.</param>
    /// <param name="Toewijzingnummer">De toewijzing; leeg bij een proefbericht.</param>
    /// <param name="Status">Hoe het ermee staat.</param>
    /// <param name="Pogingen">Hoe vaak het is geprobeerd.</param>
    /// <param name="Antwoord">De HTTP-status van de laatste poging; leeg als er geen antwoord kwam.</param>
    /// <param name="Fout">Waarom er bij de laatste poging geen antwoord kwam.</param>
    /// <param name="AangemaaktOp">Wanneer de webhook is klaargezet.</param>
    /// <param name="VolgendePoging">Wanneer hij op zijn vroegst weer gaat; leeg als hij niet meer wacht.</param>
    /// <param name="BezorgdOp">Wanneer de ontvanger hem aannam.</param>
    public sealed record Regel(
        Guid BezorgingId, string GebeurtenisId, string Type, long? Toewijzingnummer, Bezorgstatus Status, int Pogingen, int? Antwoord,
        Bezorgfout? Fout,
        DateTimeOffset AangemaaktOp, DateTimeOffset? VolgendePoging, DateTimeOffset? BezorgdOp);

    public static void MapBezorgingen(this IEndpointRouteBuilder api)
    {
        api.MapGet("/abonnementen/{abonnementId:guid}/bezorgingen", Lijst).Voor(Rollen.Aanbieder, Rollen.Beheer)
            .WithSummary("Bezorgingen")
            .WithDescription(
                "De webhooks van dit abonnement, oudste eerst; als u wilt alleen die met één status. "
                + "Wat de ontvanger antwoordde wordt niet bewaard, alleen de HTTP-status.");
        api.MapGet("/abonnementen/{abonnementId:guid}/bezorgingen/{bezorgingId:guid}", Een).Voor(Rollen.Aanbieder, Rollen.Beheer)
            .WithSummary("Een bezorging").WithDescription("Hoe het met één webhook staat.");
        api.MapPost("/abonnementen/{abonnementId:guid}/bezorgingen/{bezorgingId:guid}/opnieuw", Opnieuw)
            .Voor(Rollen.Aanbieder, Rollen.Beheer)
            .WithSummary("Opnieuw bezorgen")
            .WithDescription(
                "Stuurt de webhook nog eens, met alle pogingen weer voor zich. Het id blijft hetzelfde, zodat u een dubbele herkent.");
    }

    private static async Task<Ok<Pagina<Regel>>> Lijst(
        Guid abonnementId, Gebruiker gebruiker, ZorgaanbiedersDb db, Keuze<Bezorgstatus>? status, string? na, int? aantal,
        CancellationToken annulering)
    {
        await db.ZoekAbonnement(abonnementId, gebruiker, annulering);
        var n = Pagina.Aantal(aantal);
        var vanaf = Pagina.NaNummer(na);
        var bezorgingen = db.Bezorgingen.AsNoTracking().Where(b => b.AbonnementId == abonnementId && b.Nr > vanaf);
        if (status?.Waarde("status") is { } gevraagd) bezorgingen = bezorgingen.Where(b => b.Status == gevraagd);
        var rijen = await bezorgingen.OrderBy(b => b.Nr).Take(n + 1).ToListAsync(annulering);
        var pagina = Pagina.Van(rijen, n, b => b.Nr.ToString(CultureInfo.InvariantCulture));
        return TypedResults.Ok(new Pagina<Regel>([.. pagina.Items.Select(Van)], pagina.Volgende));
    }

    private static async Task<Ok<Regel>> Een(
        Guid abonnementId, Guid bezorgingId, Gebruiker gebruiker, ZorgaanbiedersDb db, CancellationToken annulering)
    {
        await db.ZoekAbonnement(abonnementId, gebruiker, annulering);
        var bezorging = await db.Bezorgingen.AsNoTracking()
            .SingleOrDefaultAsync(b => b.Id == bezorgingId && b.AbonnementId == abonnementId, annulering)
            ?? throw Weigering.Onbekend("Deze bezorging");
        return TypedResults.Ok(Van(bezorging));
    }

    private static async Task<Accepted> Opnieuw(
        Guid abonnementId, Guid bezorgingId, Gebruiker gebruiker, ZorgaanbiedersDb db, CancellationToken annulering)
    {
        if ((await db.ZoekAbonnement(abonnementId, gebruiker, annulering)).Status != Abonnementstatus.Actief) throw NietActief();
        // One statement, so that a webhook that is being sent at this moment is left alone.
        var bekend = db.Bezorgingen.Where(b => b.Id == bezorgingId && b.AbonnementId == abonnementId);
        var klaargezet = await bekend.Where(b => b.ClaimedUntil == null)
            .ExecuteUpdateAsync(b => b
                .SetProperty(x => x.Status, Bezorgstatus.Wachtend)
                .SetProperty(x => x.Attempts, 0)
                .SetProperty(x => x.DueAt, DateTimeOffset.UnixEpoch), annulering);
        if (klaargezet == 0 && !await bekend.AnyAsync(annulering)) throw Weigering.Onbekend("Deze bezorging");
        return TypedResults.Accepted((string?)null);
    }

    internal static Weigering NietActief() => Weigering.Toestand(
        "abonnement-niet-actief", "Dit abonnement is gepauzeerd of gestopt. Zet het eerst weer op actief.");

    internal static Regel Van(Bezorging b) => new(
        b.Id, b.GebeurtenisId, CloudEvent.Type(b.Gebeurtenis), b.Gebeurtenis == Webhookgebeurtenis.Proef ? null : b.Toewijzingnummer,
        b.Status, b.Attempts, b.Antwoord, b.Fout,
        b.Aangemaakt, b.DueAt < b.Aangemaakt ? b.Aangemaakt : b.DueAt, b.BezorgdOp);
}
