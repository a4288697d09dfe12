using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Onderzoeken.Opslag;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Onderzoeken;

/// <summary>The work list by last day, and one onderzoek with everything in it.</summary>
public static class OnderzoekInzien
{
    public sealed record Overzicht(string Dossiernummer, string Meldingnummer, DateOnly OntvangenOp, DateOnly Uiterlijk, string Wijkteam, bool Spoed,
        Onderzoekstatus Status, VolgendeStap VolgendeStap);

    public sealed record Detail(Overzicht Onderzoek, string Hulpvraag, Persoonsgegevens? Persoon, IReadOnlyList<GesprekDetail> Gesprekken,
        IReadOnlyList<IndicatieDetail> Indicaties, string? GeenIndicatie, Verslag Verslag, Einde? Gestopt);

    public sealed record GesprekDetail(Guid GesprekId, DateTimeOffset Tijdstip, Gespreksplaats Plaats, IReadOnlyList<string> Aanwezigen,
        DateOnly? GevoerdOp, bool? GebruiktWlz, Onderwerpen? Onderwerpen);

    public sealed record IndicatieDetail(Guid VoorzieningId, Product Product, Omvang Omvang, Periode Periode, IReadOnlyList<string> Doelen, Keuze? Keuze);

    public sealed record Keuze(Leveringsvorm Leveringsvorm, string? Agb, string? Motivatie);

    public sealed record Verslag(string? Samenvatting, DateOnly? VastgesteldOp, IReadOnlyList<Opmerking> Opmerkingen, DateOnly? AanvraagOntvangenOp, Ondertekenwijze? Wijze);

    public sealed record Einde(Stopreden Reden, DateOnly GestoptOp, string? Motivering);

    public static void MapOnderzoekInzien(this IEndpointRouteBuilder api)
    {
        api.MapGet("/onderzoeken", Lijst).Voor(Rollen.Inwoner, Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice, Rollen.Systeem)
            .WithSummary("Onderzoeken").WithDescription("De onderzoeken die u mag zien, op volgorde van hun laatste dag. Zonder status: alles wat nog loopt.");
        api.MapGet("/onderzoeken/{dossiernummer}", Een).Voor(Rollen.Inwoner, Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice, Rollen.Systeem)
            .WithSummary("Een onderzoek").WithDescription("Een onderzoek met gesprekken, indicaties en verslag. De ETag is nodig om een keuze te wijzigen.");
    }

    private static async Task<Ok<Pagina<Overzicht>>> Lijst(
        Gebruiker gebruiker, OnderzoekDb db, string? status, string? na, int? aantal, CancellationToken annulering)
    {
        var n = Pagina.Aantal(aantal);
        var (dag, nummer) = Vanaf(Pagina.Na(na));
        Onderzoekstatus[] gevraagd = status is null ? [Onderzoekstatus.Lopend, Onderzoekstatus.VerslagVastgesteld] : [Status(status)];
        var rijen = await db.Onderzoeken.AsNoTracking().ZichtbaarVoor(gebruiker)
            .Where(o => gevraagd.Contains(o.Status))
            .Where(o => o.Uiterlijk > dag || (o.Uiterlijk == dag && string.Compare(o.Dossiernummer, nummer) > 0))
            .OrderBy(o => o.Uiterlijk).ThenBy(o => o.Dossiernummer).Take(n + 1).AsSplitQuery().ToListAsync(annulering);
        return TypedResults.Ok(Pagina.Van([.. rijen.Select(Van)], n, o => string.Create(CultureInfo.InvariantCulture, $"{o.Uiterlijk:yyyy-MM-dd} {o.Dossiernummer}")));
    }

    private static async Task<Ok<Detail>> Een(string dossiernummer, Gebruiker gebruiker, OnderzoekDb db, HttpResponse antwoord, CancellationToken annulering)
    {
        var o = await db.Zoek(dossiernummer, gebruiker, annulering);
        Etag.Zet(antwoord, o.Rijversie);
        return TypedResults.Ok(new Detail(Van(o), o.Hulpvraag, o.Persoon,
            [.. o.Gesprekken.OrderBy(g => g.Tijdstip).Select(g => new GesprekDetail(g.Id, g.Tijdstip, g.Plaats, g.Aanwezigen, g.GevoerdOp, g.GebruiktWlz, g.Onderwerpen))],
            [.. o.Indicaties.OrderBy(i => i.Id).Select(i => new IndicatieDetail(i.Id, i.Product, i.Omvang, i.Periode, i.Doelen,
                i.Leveringsvorm is { } vorm ? new Keuze(vorm, i.Agb, i.Motivatie) : null))],
            o.MotiveringGeenIndicatie,
            new Verslag(o.Samenvatting, o.VastgesteldOp, o.Opmerkingen, o.AanvraagOntvangenOp, o.Ondertekenwijze),
            o.Stopreden is { } reden ? new Einde(reden, o.GestoptOp!.Value, o.Stopmotivering) : null));
    }

    private static Overzicht Van(Onderzoek o) => new(o.Dossiernummer, o.Meldingnummer, o.OntvangenOp, o.Uiterlijk, o.Wijkteam, o.Spoed, o.Status, o.VolgendeStap);

    private static (DateOnly Dag, string Nummer) Vanaf(string? cursor)
    {
        if (cursor is null) return (DateOnly.MinValue, "");
        return cursor.Split(' ') is [var dag, var nummer] && DateOnly.TryParseExact(dag, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var d)
            ? (d, nummer)
            : throw Weigering.Invoer("na", "Gebruik de waarde van 'volgende' uit de vorige pagina.");
    }

    private static Onderzoekstatus Status(string tekst)
    {
        foreach (var status in Enum.GetValues<Onderzoekstatus>())
            if (JsonNamingPolicy.KebabCaseLower.ConvertName(status.ToString()) == tekst) return status;
        throw Weigering.Invoer("status", "Kies lopend, verslag-vastgesteld, ondertekend of gestopt.");
    }

    private static IQueryable<Onderzoek> ZichtbaarVoor(this IQueryable<Onderzoek> onderzoeken, Gebruiker gebruiker)
    {
        if (gebruiker.ZietAlles) return onderzoeken;
        var teams = gebruiker.Is(Rollen.Consulent) ? gebruiker.Teams.ToArray() : [];
        var bsn = gebruiker.Is(Rollen.Inwoner) ? gebruiker.Bsn : null;
        return onderzoeken.Where(o => teams.Contains(o.Wijkteam) || o.Bsn == bsn);
    }

    /// <summary>The onderzoek of a dossier, if this user may see it.</summary>
    /// <exception cref="Weigering">404: unknown, or not this user's business.</exception>
    internal static async Task<Onderzoek> Zoek(this OnderzoekDb db, string dossiernummer, Gebruiker gebruiker, CancellationToken annulering) =>
        await db.Onderzoeken.SingleOrDefaultAsync(o => o.Dossiernummer == dossiernummer, annulering) is { } onderzoek && gebruiker.MagBij(onderzoek.Bsn, onderzoek.Wijkteam)
            ? onderzoek
            : throw Weigering.Onbekend("Dit dossier");
}
