using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Wijzigingsverzoeken;

/// <summary>Shows one request for change, or the list that a user may see.</summary>
public static class WijzigingenInzien
{
    /// <param name="Stand">Hoe ver het verzoek is.</param>
    /// <param name="Toelichting">Wat de inwoner vraagt, in eigen woorden.</param>
    /// <param name="OnderzoekOmdat">Waarom er toch een onderzoek nodig is.</param>
    public sealed record Detail(Wijzigingsstand Stand, string Toelichting, string? OnderzoekOmdat);

    public static void MapWijzigingenInzien(this IEndpointRouteBuilder api)
    {
        api.MapGet("/wijzigingsverzoeken", Lijst).Voor(Rollen.BijHetDossier)
            .WithSummary("Wijzigingsverzoeken")
            .WithDescription("De verzoeken die u mag zien, die met de eerste beloofde dag voorop; met open=true alleen die nog lopen.");
        api.MapGet("/wijzigingsverzoeken/{wijzigingsnummer}", Een).Voor(Rollen.BijHetDossier)
            .WithSummary("Een wijzigingsverzoek")
            .WithDescription("Een verzoek, met de weg die het volgt. De ETag hoort bij If-Match als u iets vastlegt.");
    }

    private static async Task<Ok<Pagina<Wijzigingsstand>>> Lijst(
        Gebruiker gebruiker, BeschikkingenDb db, string? dossiernummer, bool? open, string? na, int? aantal, CancellationToken annulering)
    {
        var n = Pagina.Aantal(aantal);
        var (dag, nummer) = Pagina.NaDag(na);
        var rijen = await db.Wijzigingsverzoeken.AsNoTracking().ZichtbaarVoor(gebruiker)
            .Where(w => dossiernummer == null || w.Dossiernummer == dossiernummer)
            .Where(w => open == null || open == (w.Afronding == null))
            .Where(w => w.BeloofdOp > dag || (w.BeloofdOp == dag && string.Compare(w.Wijzigingsnummer, nummer) > 0))
            .OrderBy(w => w.BeloofdOp).ThenBy(w => w.Wijzigingsnummer).Take(n + 1).ToListAsync(annulering);
        var nummers = rijen.Select(w => w.Aanvraagnummer).OfType<string>().ToList();
        var uiterlijk = nummers.Count == 0 ? [] : await db.Aanvragen.Where(a => nummers.Contains(a.Aanvraagnummer))
            .ToDictionaryAsync(a => a.Aanvraagnummer, a => a.Uiterlijk, annulering);
        return TypedResults.Ok(Pagina.Van([.. rijen.Select(w => Wijzigingsstand.Van(w, w.Aanvraagnummer is { } nr ? uiterlijk[nr] : null))],
            n, w =>
            Pagina.Dagsleutel(w.BeloofdOp, w.Wijzigingsnummer)));
    }

    private static async Task<Ok<Detail>> Een(
        string wijzigingsnummer, Gebruiker gebruiker, BeschikkingenDb db, Etag etag, CancellationToken annulering)
    {
        var verzoek = await db.ZoekWijziging(wijzigingsnummer, gebruiker, annulering);
        etag.Zet(verzoek.RowVersion);
        return TypedResults.Ok(new Detail(await db.Stand(verzoek, annulering), verzoek.Toelichting, verzoek.OnderzoekOmdat));
    }

    private static IQueryable<Wijzigingsverzoek> ZichtbaarVoor(this IQueryable<Wijzigingsverzoek> verzoeken, Gebruiker gebruiker)
    {
        if (gebruiker.ZietAlles) return verzoeken;
        var teams = gebruiker.Is(Rollen.Consulent) ? gebruiker.Teams.ToArray() : [];
        var bsn = gebruiker.Is(Rollen.Inwoner) ? gebruiker.Bsn : null;
        return verzoeken.Where(w => teams.Contains(w.Wijkteam) || w.Bsn == bsn);
    }

    /// <exception cref="Weigering">404: it is unknown, or this user may not see it.</exception>
    internal static async Task<Wijzigingsverzoek> ZoekWijziging(
        this BeschikkingenDb db, string wijzigingsnummer, Gebruiker gebruiker, CancellationToken annulering) =>
        await db.Wijzigingsverzoeken.ZichtbaarVoor(gebruiker).SingleOrDefaultAsync(w => w.Wijzigingsnummer == wijzigingsnummer, annulering)
            ?? throw Weigering.Onbekend("Dit wijzigingsverzoek");

    /// <summary>The aanvraag that a request for change is, or was; null on another road.</summary>
    internal static Task<Aanvraag?> AanvraagVan(this BeschikkingenDb db, Wijzigingsverzoek verzoek, CancellationToken annulering) =>
        verzoek.Aanvraagnummer is { } nummer ? db.Aanvragen.SingleOrDefaultAsync(a => a.Aanvraagnummer == nummer, annulering)
            : Task.FromResult<Aanvraag?>(null);

    /// <summary>How far a request is, with the last day to decide of the aanvraag that it is.</summary>
    internal static async Task<Wijzigingsstand> Stand(this BeschikkingenDb db, Wijzigingsverzoek verzoek, CancellationToken annulering) =>
        Wijzigingsstand.Van(verzoek, (await db.AanvraagVan(verzoek, annulering))?.Uiterlijk);
}

/// <summary>How far a request for change is.</summary>
/// <param name="Dossiernummer">Het dossier.</param>
/// <param name="Wijzigingsnummer">Het verzoek.</param>
/// <param name="VoorzieningId">De voorziening waar het over gaat.</param>
/// <param name="Vraag">Wat er anders moet.</param>
/// <param name="Weg">De weg die het volgt: een melding, een aanvraag, een opzegging, of uitvoering.</param>
/// <param name="Kanaal">Hoe het binnenkwam.</param>
/// <param name="OntvangenOp">De dag van ontvangst.</param>
/// <param name="Aanvraagnummer">
/// De aanvraag die het is, met alles wat daarbij hoort: aanvullen, opschorten, ingebrekestelling, besluit. Leeg op een andere weg.
/// </param>
/// <param name="Uiterlijk">De laatste dag om te beslissen; alleen bij een aanvraag.</param>
/// <param name="BeloofdOp">De dag waarop de gemeente belooft klaar te zijn. Die verandert niets aan de laatste dag om te beslissen.</param>
/// <param name="LaatsteDag">De laatste dag van een opzegging die nog wacht op een ander besluit over dezelfde hulp; anders leeg.</param>
/// <param name="Afronding">Hoe het afliep; leeg zolang het loopt.</param>
public sealed record Wijzigingsstand(
    string Dossiernummer, string Wijzigingsnummer, Guid VoorzieningId, Wijzigingsvraag Vraag, Wijzigingsroute Weg, Meldkanaal Kanaal,
    DateOnly OntvangenOp, string? Aanvraagnummer, DateOnly? Uiterlijk, DateOnly BeloofdOp, DateOnly? LaatsteDag,
    Wijzigingsafronding? Afronding)
{
    /// <param name="w">The request.</param>
    /// <param name="uiterlijk">The last day to decide on the aanvraag that it is; null on another road.</param>
    internal static Wijzigingsstand Van(Wijzigingsverzoek w, DateOnly? uiterlijk) => new(w.Dossiernummer, w.Wijzigingsnummer,
        w.VoorzieningId, w.Vraag, w.Weg, w.Kanaal, w.OntvangenOp, w.Aanvraagnummer,
        w.Weg == Wijzigingsroute.Aanvraag ? uiterlijk : null, w.BeloofdOp, w.IsOpen ? w.LaatsteDag : null, w.Afronding);
}
