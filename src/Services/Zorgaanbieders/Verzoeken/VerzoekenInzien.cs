using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Verzoeken;

/// <summary>
/// Shows the requests of providers. A provider sees its own, a consulent those of their teams, and the backoffice all, including those
/// about unknown persons.
/// </summary>
public static class VerzoekenInzien
{
    /// <param name="Id">Het nummer van het verzoek.</param>
    /// <param name="Soort">Een toewijzing, of een wijziging van wat is toegewezen.</param>
    /// <param name="Agb">De zorgaanbieder die het vraagt.</param>
    /// <param name="Referentie">Het eigen nummer van de zorgaanbieder.</param>
    /// <param name="Dossiernummer">Het dossier; leeg als de inwoner bij deze zorgaanbieder niet bekend is.</param>
    /// <param name="Producten">Wat er wordt gevraagd.</param>
    /// <param name="Status">Hoe het ermee staat.</param>
    /// <param name="OntvangenOp">De dag waarop het binnenkwam.</param>
    /// <param name="AntwoordUiterlijk">De laatste dag voor het volgende antwoord; leeg als het is beantwoord.</param>
    /// <param name="Bevinding">Waarom iemand ernaar moet kijken.</param>
    /// <param name="RedenAfwijzing">De reden van afwijzing, 1 tot en met 9.</param>
    /// <param name="AfgekeurdAntwoord">Waarom de zorgaanbieder ons antwoord afkeurde.</param>
    public sealed record Overzicht(
        Guid Id, Verzoeksoort Soort, string Agb, string Referentie, string Dossiernummer, IReadOnlyList<GevraagdProduct> Producten,
        Verzoekstatus Status, DateOnly OntvangenOp, DateOnly? AntwoordUiterlijk,
        string Bevinding, string? RedenAfwijzing, IReadOnlyList<string> AfgekeurdAntwoord);

    public static void MapVerzoekenInzien(this IEndpointRouteBuilder api)
    {
        api.MapGet("/verzoeken", Lijst).Voor(Rollen.Aanbieder, Rollen.Consulent, Rollen.Backoffice)
            .WithSummary("Verzoeken")
            .WithDescription("De verzoeken van zorgaanbieders die u mag zien, oudste eerst; als u wilt alleen die met één status.");
        api.MapGet("/verzoeken/{id:guid}", Een).Voor(Rollen.Aanbieder, Rollen.Consulent, Rollen.Backoffice)
            .WithSummary("Een verzoek").WithDescription("Een verzoek van een zorgaanbieder, en hoe het ermee staat.");
    }

    private static async Task<Ok<Pagina<Overzicht>>> Lijst(
        Gebruiker gebruiker, ZorgaanbiedersDb db, Keuze<Verzoekstatus>? status, string? na, int? aantal, CancellationToken annulering)
    {
        var n = Pagina.Aantal(aantal);
        var vanaf = Pagina.NaGuid(na);
        var verzoeken = db.Verzoeken.AsNoTracking().ZichtbaarVoor(gebruiker).Where(v => v.Id > vanaf);
        if (status?.Waarde("status") is { } gevraagd) verzoeken = verzoeken.Where(v => v.Status == gevraagd);
        var rijen = await verzoeken.OrderBy(v => v.Id).Take(n + 1).ToListAsync(annulering);
        return TypedResults.Ok(Pagina.Van([.. rijen.Select(v => Van(v, gebruiker))], n, o => o.Id.ToString()));
    }

    private static async Task<Ok<Overzicht>> Een(Guid id, Gebruiker gebruiker, ZorgaanbiedersDb db, CancellationToken annulering) =>
        TypedResults.Ok(Van(await db.Zoek(id, gebruiker, annulering), gebruiker));

    internal static Overzicht Van(Verzoek v, Gebruiker gebruiker) => new(
        v.Id, v.Soort, v.Agb, v.ReferentieAanbieder, v.Dossiernummer, v.Producten, v.Status, v.OntvangenOp, v.AntwoordUiterlijk,
        // The finding is for the municipality only.
        gebruiker.Is(Rollen.Aanbieder) ? "" : v.Bevinding, v.RedenAfwijzing, v.AfgekeurdAntwoord);

    private static IQueryable<Verzoek> ZichtbaarVoor(this IQueryable<Verzoek> verzoeken, Gebruiker gebruiker)
    {
        if (gebruiker.ZietAlles) return verzoeken;
        var teams = gebruiker.Is(Rollen.Consulent) ? gebruiker.Teams.ToArray() : [];
        var agb = gebruiker.Is(Rollen.Aanbieder) ? gebruiker.Agb : null;
        return verzoeken.Where(v => teams.Contains(v.Wijkteam) || v.Agb == agb);
    }

    /// <exception cref="Weigering">404: the request is unknown, or this user may not see it.</exception>
    internal static async Task<Verzoek> Zoek(this ZorgaanbiedersDb db, Guid id, Gebruiker gebruiker, CancellationToken annulering) =>
        await db.Verzoeken.ZichtbaarVoor(gebruiker).SingleOrDefaultAsync(v => v.Id == id, annulering)
            ?? throw Weigering.Onbekend("Dit verzoek");
}
