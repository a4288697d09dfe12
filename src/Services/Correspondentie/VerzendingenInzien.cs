using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Correspondentie.Brieven;
using WmoPlatform.Correspondentie.Opslag;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Correspondentie;

/// <summary>Shows the letters and e-mails of a dossier, but never their address.</summary>
public static class VerzendingenInzien
{
    /// <param name="VerzendingId">De verzending.</param>
    /// <param name="Dossiernummer">Het dossier.</param>
    /// <param name="Soort">Welke brief of e-mail.</param>
    /// <param name="Wijze">Per e-mail of per brief.</param>
    /// <param name="Status">Wacht op een adres, wacht op de bevestiging van het e-mailadres, te verzenden, verzonden, onzeker (twee keer
    /// verzonden, en niet bekend of het aankwam), of vervallen.</param>
    /// <param name="VerzondenOp">Wanneer het echt is verzonden of uitgereikt.</param>
    public sealed record Overzicht(
        Guid VerzendingId, string Dossiernummer, Verzendsoort Soort, Verzendwijze Wijze, Verzendstatus Status, DateTimeOffset? VerzondenOp);

    public static void MapVerzendingenInzien(this IEndpointRouteBuilder api)
    {
        api.MapGet("/verzendingen", Lijst).Voor(Rollen.Consulent, Rollen.Backoffice)
            .WithSummary("Verzendingen bij een dossier")
            .WithDescription("De brieven en e-mails bij een dossier. Geef het dossier met `?dossiernummer=`.");
        api.MapGet("/verzendingen/onzeker", Onzeker).Voor(Rollen.Consulent, Rollen.Backoffice)
            .WithSummary("Verzendingen waarvan niet bekend is of ze aankwamen")
            .WithDescription("De brieven en e-mails die twee keer zijn verzonden zonder dat bekend is of ze aankwamen, oudste eerst. Vraag "
                + "het de inwoner, en leg de uitreiking vast of verzend opnieuw.");
    }

    private static async Task<Ok<Pagina<Overzicht>>> Onzeker(
        Gebruiker gebruiker, CorrespondentieDb db, string? na, int? aantal, CancellationToken annulering)
    {
        var n = Pagina.Aantal(aantal);
        var vanaf = Pagina.NaGuid(na);
        var verzendingen = db.Verzendingen.AsNoTracking().Where(v => v.Status == Verzendstatus.Onzeker && v.Id > vanaf);
        if (!gebruiker.ZietAlles)
        {
            string[] teams = [.. gebruiker.Teams];
            verzendingen = verzendingen.Where(v => teams.Contains(v.Wijkteam));
        }
        var pagina = Pagina.Van(await verzendingen.OrderBy(v => v.Id).Take(n + 1).ToListAsync(annulering), n, v => v.Id.ToString());
        return TypedResults.Ok(new Pagina<Overzicht>([.. pagina.Items.Select(Van)], pagina.Volgende));
    }

    private static async Task<Ok<Pagina<Overzicht>>> Lijst(Gebruiker gebruiker, CorrespondentieDb db, [Required] string? dossiernummer,
        string? na, int? aantal, CancellationToken annulering)
    {
        if (!Nummers.IsDossiernummer(dossiernummer)) throw Weigering.Invoer("dossiernummer",
            "Vul een dossiernummer in, bijvoorbeeld D-2026-000123.");
        var n = Pagina.Aantal(aantal);
        var vanaf = Pagina.NaGuid(na);
        var rijen = await db.Verzendingen.AsNoTracking().Where(v => v.Dossiernummer == dossiernummer && v.Id > vanaf).OrderBy(v => v.Id)
            .Take(n + 1).ToListAsync(annulering);
        // The dossier of another team looks like a dossier without verzendingen.
        var pagina = Pagina.Van([.. rijen.Where(v => gebruiker.MagBij("", v.Wijkteam))], n, v => v.Id.ToString());
        return TypedResults.Ok(new Pagina<Overzicht>(
            [.. pagina.Items.Select(Van)], pagina.Volgende));
    }

    private static Overzicht Van(Verzending v) => new(v.Id, v.Dossiernummer, v.Soort, v.Wijze, v.Status, v.VerzondenOp);
}
