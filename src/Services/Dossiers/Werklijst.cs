using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Dossiers.Opslag;
using WmoPlatform.Dossiers.Projectie;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Dossiers;

/// <summary>
/// The work list by last day. A consulent sees the dossiers of their teams, a resident their own, and beslisser and backoffice all.
/// </summary>
public static class Werklijst
{
    /// <param name="Dossiernummer">Het nummer van het dossier.</param>
    /// <param name="Status">Waar het dossier is.</param>
    /// <param name="Wijkteam">Het wijkteam dat het dossier behandelt.</param>
    /// <param name="Spoed">Of hulp niet kan wachten.</param>
    /// <param name="AanZet">Wie iets moet doen, wat, en voor wanneer.</param>
    public sealed record Werklijstregel(string Dossiernummer, Dossierstatus Status, string Wijkteam, bool Spoed,
        DossierInzien.Actie AanZet);

    public static void MapWerklijst(this IEndpointRouteBuilder api) =>
        api.MapGet("/dossiers", Lijst).Voor(Rollen.BijHetDossier)
            .WithSummary("Werklijst").WithDescription(
                "De dossiers die u mag zien; wat het eerst af moet, staat bovenaan. Met `status` en `aanZet` kiest u een deel, "
                    + "bijvoorbeeld `?aanZet=consulent`.");

    private static async Task<Ok<Pagina<Werklijstregel>>> Lijst(
        Gebruiker gebruiker, DossiersDb db, BsnKenmerk kenmerk,
            Keuze<Dossierstatus>? status, Keuze<Wie>? aanZet, string? na, int? aantal, CancellationToken annulering)
    {
        var n = Pagina.Aantal(aantal);
        var vanaf = Pagina.Na(na) ?? "";
        var dossiers = db.Dossiers.AsNoTracking().ZichtbaarVoor(gebruiker, kenmerk)
            .Where(d => string.Compare(d.Werklijstsleutel, vanaf) > 0);
        if (status?.Waarde("status") is { } gevraagd) dossiers = dossiers.Where(d => d.Status == gevraagd);
        if (aanZet?.Waarde("aanZet") is { } wie) dossiers = dossiers.Where(d => d.AanZet == wie);
        var rijen = await dossiers.OrderBy(d => d.Werklijstsleutel).Take(n + 1).ToListAsync(annulering);

        var pagina = Pagina.Van(rijen, n, d => d.Werklijstsleutel);
        return TypedResults.Ok(new Pagina<Werklijstregel>(
            [.. pagina.Items.Select(d =>
                new Werklijstregel(d.Dossiernummer, d.Status, d.Wijkteam, d.Spoed, new(d.AanZet, d.Wat, d.Uiterlijk)))], pagina.Volgende));
    }

    private static IQueryable<Dossier> ZichtbaarVoor(this IQueryable<Dossier> dossiers, Gebruiker gebruiker, BsnKenmerk kenmerk)
    {
        if (gebruiker.ZietAlles) return dossiers;
        var teams = gebruiker.Is(Rollen.Consulent) ? gebruiker.Teams.ToArray() : [];
        var eigen = gebruiker.Is(Rollen.Inwoner) && gebruiker.Bsn is { } bsn ? kenmerk.Alle(bsn) : null;
        return eigen is null ? dossiers.Where(d => teams.Contains(d.Wijkteam))
            : dossiers.Where(d => teams.Contains(d.Wijkteam) || eigen.Contains(d.BsnKenmerk));
    }
}
