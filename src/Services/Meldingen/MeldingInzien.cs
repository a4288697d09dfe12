using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Meldingen;

/// <summary>Shows one melding, or the list that a user may see.</summary>
public static class MeldingInzien
{
    /// <param name="Dossiernummer">Het dossier.</param>
    /// <param name="Meldingnummer">De melding.</param>
    /// <param name="OntvangenOp">De dag waarop de melding binnenkwam.</param>
    /// <param name="Kanaal">Hoe de melding binnenkwam.</param>
    /// <param name="Wijkteam">Het wijkteam dat het dossier behandelt.</param>
    /// <param name="Spoed">Of hulp niet kan wachten (Wmo 2015 art. 2.3.3).</param>
    /// <param name="Status">Hoe ver de melding is.</param>
    /// <param name="BevestigingUiterlijk">De laatste dag waarop de gemeente de ontvangst bevestigt.</param>
    /// <param name="BevestigdOp">De dag waarop de bevestiging is verstuurd.</param>
    public sealed record Overzicht(string Dossiernummer, string Meldingnummer, DateOnly OntvangenOp, Meldkanaal Kanaal, string Wijkteam,
        bool Spoed,
        Meldingstatus Status, DateOnly BevestigingUiterlijk, DateOnly? BevestigdOp);

    /// <param name="Melding">De melding, zoals in de lijst.</param>
    /// <param name="Hulpvraag">Wat de inwoner vraagt, in eigen woorden.</param>
    /// <param name="Melder">Wie namens de inwoner meldde.</param>
    /// <param name="VastgelegdOp">De dag waarop de melding is vastgelegd.</param>
    /// <param name="RedenOntvangst">
    /// Waarom de melding pas later is vastgelegd, of waarom de dag van ontvangst is gecorrigeerd; leeg als dat niet zo is.
    /// </param>
    /// <param name="PersoonBekend">Of bekend is wie de inwoner is: uit de BRP, of van een identiteitsbewijs.</param>
    public sealed record Detail(Overzicht Melding, string Hulpvraag, string? Melder, DateOnly VastgelegdOp,
        string? RedenOntvangst, bool PersoonBekend);

    public static void MapMeldingInzien(this IEndpointRouteBuilder api)
    {
        api.MapGet("/meldingen", Lijst).Voor(Rollen.BijHetDossier)
            .WithSummary("Meldingen").WithDescription("De meldingen die u mag zien, oudste eerst.");
        api.MapGet("/meldingen/{meldingnummer}", Een).Voor(Rollen.BijHetDossier)
            .WithSummary("Een melding").WithDescription("Een melding met de hulpvraag.");
    }

    private static async Task<Ok<Pagina<Overzicht>>> Lijst(Gebruiker gebruiker, MeldingenDb db, string? na, int? aantal,
        CancellationToken annulering)
    {
        var n = Pagina.Aantal(aantal);
        var vanaf = Pagina.Na(na) ?? "";
        var rijen = await db.Meldingen.AsNoTracking().ZichtbaarVoor(gebruiker)
            .Where(m => string.Compare(m.Meldingnummer, vanaf) > 0).OrderBy(m => m.Meldingnummer).Take(n + 1).ToListAsync(annulering);
        return TypedResults.Ok(Pagina.Van([.. rijen.Select(Van)], n, o => o.Meldingnummer));
    }

    private static async Task<Ok<Detail>> Een(string meldingnummer, Gebruiker gebruiker, MeldingenDb db, CancellationToken annulering)
    {
        var m = await db.Zoek(meldingnummer, gebruiker, annulering);
        return TypedResults.Ok(new Detail(Van(m), m.Hulpvraag, m.Melder, m.VastgelegdOp, m.RedenOntvangst, m.PersoonBekend));
    }

    private static Overzicht Van(Melding m) =>
        new(m.Dossiernummer, m.Meldingnummer, m.OntvangenOp, m.Kanaal, m.Wijkteam, m.Spoed, m.Status, m.BevestigingUiterlijk,
            m.BevestigdOp);

    private static IQueryable<Melding> ZichtbaarVoor(this IQueryable<Melding> meldingen, Gebruiker gebruiker)
    {
        if (gebruiker.ZietAlles) return meldingen;
        var teams = gebruiker.Is(Rollen.Consulent) ? gebruiker.Teams.ToArray() : [];
        var bsn = gebruiker.Is(Rollen.Inwoner) ? gebruiker.Bsn : null;
        return meldingen.Where(m => teams.Contains(m.Wijkteam) || m.Bsn == bsn);
    }

    /// <summary>Finds a melding that this user may see.</summary>
    /// <exception cref="Weigering">404: the melding is unknown, or this user may not see it.</exception>
    internal static async Task<Melding> Zoek(this MeldingenDb db, string meldingnummer, Gebruiker gebruiker,
        CancellationToken annulering) =>
        await db.Meldingen.SingleOrDefaultAsync(m => m.Meldingnummer == meldingnummer, annulering) is { } melding
            && gebruiker.MagBij(melding.Bsn, melding.Wijkteam)
            ? melding
            : throw Weigering.Onbekend("Deze melding");
}
