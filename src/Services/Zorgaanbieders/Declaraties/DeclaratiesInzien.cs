using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.ServiceDefaults.Inzage;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Declaraties;

/// <summary>
/// Shows declarations and their granted amounts; a provider sees its own. The messages name the clients and the provider's references; this
/// list does not.
/// </summary>
public static class DeclaratiesInzien
{
    /// <summary>The most rejected prestaties that are shown; the WMO325 holds all of them.</summary>
    private const int HoogstensGetoond = 200;

    /// <param name="Id">Het nummer waaronder wij de declaratie bewaren.</param>
    /// <param name="Agb">De zorgaanbieder.</param>
    /// <param name="Declaratienummer">Het nummer dat de zorgaanbieder eraan gaf.</param>
    /// <param name="Periode">De kalendermaand waarover is gedeclareerd.</param>
    /// <param name="Status">Hoe het ermee staat.</param>
    /// <param name="Ingediend">Wat is gevraagd, in euro's; onder nul als meer is gecrediteerd.</param>
    /// <param name="Toegekend">Wat is toegekend, in euro's. Wacht de declaratie op goedkeuring, dan ziet alleen de gemeente wat er zal
    /// worden toegekend.</param>
    /// <param name="OntvangenOp">Wanneer de declaratie is ontvangen.</param>
    /// <param name="AntwoordUiterlijk">De laatste dag voor het antwoord: tien werkdagen na ontvangst.</param>
    /// <param name="BeantwoordOp">Wanneer het antwoord is klaargezet; leeg als het nog niet gaat.</param>
    /// <param name="TeLaat">De laatste dag voor het antwoord is voorbij en er is nog geen antwoord.</param>
    public sealed record Overzicht(
        Guid Id, string Agb, string Declaratienummer, Periode Periode, Declaratiestatus Status, decimal Ingediend, decimal? Toegekend,
        DateTimeOffset OntvangenOp, DateOnly AntwoordUiterlijk, DateTimeOffset? BeantwoordOp, bool TeLaat);

    /// <param name="Volgnummer">De hoeveelste prestatie in het bericht.</param>
    /// <param name="Toewijzingnummer">De toewijzing waarop is gedeclareerd.</param>
    /// <param name="Periode">De productperiode.</param>
    /// <param name="Bedrag">Wat is gevraagd, in euro's; onder nul bij een creditering.</param>
    /// <param name="Redenen">Waarom het niet is toegekend.</param>
    public sealed record AfgewezenPrestatie(
        int Volgnummer, long Toewijzingnummer, Periode Periode, decimal Bedrag, IReadOnlyList<Reden> Redenen);

    /// <param name="Code">De retourcode van iWmo.</param>
    /// <param name="Uitleg">Wat die betekent.</param>
    public sealed record Reden(string Code, string Uitleg);

    /// <param name="Declaratie">De declaratie.</param>
    /// <param name="Berichtidentificatie">De identificatie van de WMO323.</param>
    /// <param name="AantalPrestaties">Hoeveel prestaties erin staan.</param>
    /// <param name="AantalAfgewezen">Hoeveel daarvan niet zijn toegekend. Wacht de declaratie op goedkeuring, dan ziet alleen de gemeente
    /// dat.</param>
    /// <param name="Redenen">Waarom de hele declaratie telt als niet verzonden; leeg als de declaratie is beoordeeld.</param>
    /// <param name="Afgewezen">De afgewezen prestaties, hooguit de eerste 200; in de WMO325 staan ze allemaal.</param>
    /// <param name="Vervolg">Wie nu aan zet is.</param>
    public sealed record Detail(
        Overzicht Declaratie, string Berichtidentificatie, int AantalPrestaties, int? AantalAfgewezen, IReadOnlyList<Reden> Redenen,
        IReadOnlyList<AfgewezenPrestatie> Afgewezen, string Vervolg);

    public static void MapDeclaratiesInzien(this IEndpointRouteBuilder api)
    {
        api.MapGet("/declaraties", Lijst).Voor(Rollen.Aanbieder, Rollen.Backoffice)
            .ToontNiemand("De lijst noemt bedragen en perioden van een zorgaanbieder, en geen cliënt of toewijzing.")
            .WithSummary("Declaraties")
            .WithDescription("De declaraties die u mag zien, oudste eerst; als u wilt alleen die met één status.");
        api.MapGet("/declaraties/{declaratieId:guid}", Een).Voor(Rollen.Aanbieder, Rollen.Backoffice)
            .WithSummary("Een declaratie").WithDescription("Een declaratie, wat ervan is afgewezen en waarom, en wie nu aan zet is.");
    }

    private static async Task<Ok<Pagina<Overzicht>>> Lijst(
        Gebruiker gebruiker, ZorgaanbiedersDb db, TimeProvider klok, Keuze<Declaratiestatus>? status, string? na, int? aantal,
        CancellationToken annulering)
    {
        var n = Pagina.Aantal(aantal);
        var vanaf = Pagina.NaGuid(na);
        var declaraties = db.Declaraties.AsNoTracking().ZichtbaarVoor(gebruiker).Where(d => d.Id > vanaf);
        if (status?.Waarde("status") is { } gevraagd) declaraties = declaraties.Where(d => d.Status == gevraagd);
        var rijen = await declaraties.OrderBy(d => d.Id).Take(n + 1).ToListAsync(annulering);
        return TypedResults.Ok(Pagina.Van([.. rijen.Select(d => Van(d, gebruiker, klok))], n, o => o.Id.ToString()));
    }

    private static async Task<Ok<Detail>> Een(
        Guid declaratieId, Gebruiker gebruiker, ZorgaanbiedersDb db, TimeProvider klok, CancellationToken annulering)
    {
        var d = await db.Declaraties.AsNoTracking().ZichtbaarVoor(gebruiker).SingleOrDefaultAsync(x => x.Id == declaratieId, annulering)
            ?? throw Weigering.Onbekend("Deze declaratie");
        var zichtbaar = IsUitkomstZichtbaar(d, gebruiker);
        var afgewezen = !zichtbaar ? []
            : await db.Prestatieregels.AsNoTracking().Where(p => p.DeclaratieId == declaratieId && !p.IsToegekend)
            .OrderBy(p => p.Volgnummer).Take(HoogstensGetoond).ToListAsync(annulering);
        return TypedResults.Ok(new Detail(
            Van(d, gebruiker, klok), d.Berichtidentificatie, d.AantalPrestaties, zichtbaar ? d.AantalAfgewezen : null, Van(d.Retourcodes),
            [.. afgewezen.Select(Van)], Vervolg(d)));
    }

    internal static Overzicht Van(Declaratie d, Gebruiker gebruiker, TimeProvider klok) => new(
        d.Id, d.Agb, d.Declaratienummer, d.Periode, d.Status, Bedrag.InEuros(d.Ingediend),
        IsUitkomstZichtbaar(d, gebruiker) ? Bedrag.InEuros(d.Toegekend) : null,
        d.OntvangenOp, d.AntwoordUiterlijk, d.BeantwoordOp, d.BeantwoordOp is null && klok.Vandaag() > d.AntwoordUiterlijk);

    /// <summary>While it waits for approval, the provider sees no outcome.</summary>
    private static bool IsUitkomstZichtbaar(Declaratie d, Gebruiker gebruiker) => d.BeantwoordOp is not null || gebruiker.ZietAlles;

    private static AfgewezenPrestatie Van(Prestatieregel p) =>
        new(
            p.Volgnummer, p.Toewijzingnummer, new(p.Begindatum, p.Einddatum), Bedrag.InEuros(p.IsCredit ? -p.Bedrag : p.Bedrag),
            Van(p.Retourcodes));

    private static Reden[] Van(IReadOnlyList<string> codes) => [.. codes.Select(code => new Reden(code, Retourcode.Tekst(code)))];

    private static string Vervolg(Declaratie d) => d.Status switch
    {
        Declaratiestatus.WachtOpGoedkeuring => "De gemeente bekijkt deze declaratie en stuurt daarna het antwoord.",
        Declaratiestatus.Toegekend => "De declaratie is helemaal toegekend.",
        _ when d.Retourcodes.Count > 0 =>
            "Deze declaratie telt als niet verzonden. De zorgaanbieder verbetert de declaratie en stuurt die opnieuw.",
        _ => "De zorgaanbieder verbetert wat is afgewezen en declareert dat opnieuw.",
    };

    private static IQueryable<Declaratie> ZichtbaarVoor(this IQueryable<Declaratie> declaraties, Gebruiker gebruiker)
    {
        if (gebruiker.ZietAlles) return declaraties;
        var agb = gebruiker.Is(Rollen.Aanbieder) ? gebruiker.Agb : null;
        return declaraties.Where(d => d.Agb == agb);
    }
}
