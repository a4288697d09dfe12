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
    /// <param name="Dossiernummer">Het dossier.</param>
    /// <param name="Soort">Welke brief of e-mail.</param>
    /// <param name="Wijze">Per e-mail of per brief.</param>
    /// <param name="Status">Wacht op een adres, te verzenden, of verzonden.</param>
    /// <param name="VerzondenOp">Wanneer het echt is verzonden of uitgereikt.</param>
    public sealed record Overzicht(string Dossiernummer, Verzendsoort Soort, Verzendwijze Wijze, Verzendstatus Status,
        DateTimeOffset? VerzondenOp);

    public static void MapVerzendingenInzien(this IEndpointRouteBuilder api) =>
        api.MapGet("/verzendingen", Lijst).Voor(Rollen.Consulent, Rollen.Backoffice)
            .WithSummary("Verzendingen bij een dossier")
            .WithDescription("De brieven en e-mails bij een dossier. Geef het dossier met `?dossiernummer=`.");

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
            [.. pagina.Items.Select(v => new Overzicht(v.Dossiernummer, v.Soort, v.Wijze, v.Status, v.VerzondenOp))], pagina.Volgende));
    }
}
