using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Onderzoeken.Opslag;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Onderzoeken;

/// <summary>Shows the work list, ordered by last day, and one onderzoek with its details.</summary>
public static class OnderzoekInzien
{
    /// <param name="Dossiernummer">Het dossier.</param>
    /// <param name="Meldingnummer">De melding waar het onderzoek bij hoort.</param>
    /// <param name="OntvangenOp">De dag waarop de melding binnenkwam.</param>
    /// <param name="Uiterlijk">De laatste dag om het onderzoek af te ronden, volgens de wet.</param>
    /// <param name="Wijkteam">Het wijkteam dat het dossier behandelt.</param>
    /// <param name="Spoed">Of hulp niet kan wachten (Wmo 2015 art. 2.3.3).</param>
    /// <param name="Status">Hoe ver het onderzoek is.</param>
    /// <param name="VolgendeStap">Wat er nu moet gebeuren.</param>
    public sealed record Overzicht(string Dossiernummer, string Meldingnummer, DateOnly OntvangenOp, DateOnly Uiterlijk, string Wijkteam,
        bool Spoed,
        Onderzoekstatus Status, VolgendeStap VolgendeStap);

    /// <param name="Onderzoek">Het onderzoek, zoals in de lijst.</param>
    /// <param name="Hulpvraag">Wat de inwoner vraagt, in eigen woorden.</param>
    /// <param name="VroegeVragen">
    /// Wat de inwoner daarna schreef in een aanvraag die te vroeg kwam. Die hoort bij de melding: neem haar mee in het onderzoek.
    /// </param>
    /// <param name="Persoon">Wie de inwoner is; leeg zolang de BRP dat niet heeft gezegd.</param>
    /// <param name="Brpsignalen">Wat de BRP verder over de inwoner zegt.</param>
    /// <param name="Gesprekken">De gesprekken, het eerste bovenaan.</param>
    /// <param name="Indicaties">Welke hulp nodig is: één indicatie per voorziening.</param>
    /// <param name="GeenIndicatie">Waarom er geen professionele hulp nodig is, als dat zo is vastgelegd.</param>
    /// <param name="Verslag">Het verslag en de ondertekening.</param>
    /// <param name="Gestopt">Waarom het onderzoek eerder is gestopt; leeg als dat niet zo is.</param>
    public sealed record Detail(Overzicht Onderzoek, string Hulpvraag, IReadOnlyList<VroegeVraag> VroegeVragen,
        Persoonsgegevens? Persoon, IReadOnlyList<Brpsignaal> Brpsignalen, IReadOnlyList<GesprekDetail> Gesprekken,
        IReadOnlyList<IndicatieDetail> Indicaties, string? GeenIndicatie, Verslag Verslag, Einde? Gestopt);

    /// <param name="GesprekId">Het nummer van het gesprek.</param>
    /// <param name="Tijdstip">Wanneer het gesprek is gepland.</param>
    /// <param name="Plaats">Waar het gesprek is.</param>
    /// <param name="Aanwezigen">Wie de inwoner meeneemt.</param>
    /// <param name="GevoerdOp">De dag waarop het gesprek was; leeg als het nog niet is vastgelegd.</param>
    /// <param name="GebruiktWlz">Of de inwoner de Wet langdurige zorg gebruikt.</param>
    /// <param name="Onderwerpen">Wat in het gesprek is onderzocht.</param>
    public sealed record GesprekDetail(Guid GesprekId, DateTimeOffset Tijdstip, Gespreksplaats Plaats, IReadOnlyList<string> Aanwezigen,
        DateOnly? GevoerdOp, bool? GebruiktWlz, Onderwerpen? Onderwerpen);

    /// <param name="VoorzieningId">Het nummer van de voorziening: hetzelfde tot en met de eigen bijdrage.</param>
    /// <param name="Product">Welke hulp.</param>
    /// <param name="Omvang">Hoeveel hulp.</param>
    /// <param name="Periode">Wanneer.</param>
    /// <param name="Doelen">Wat de inwoner ermee wil bereiken.</param>
    /// <param name="Keuze">Hoe de inwoner de hulp wil krijgen; leeg zolang er niet is gekozen.</param>
    public sealed record IndicatieDetail(Guid VoorzieningId, Product Product, Omvang Omvang, Periode Periode,
        IReadOnlyList<string> Doelen, Keuze? Keuze);

    /// <param name="Leveringsvorm">Zorg in natura (zin) of persoonsgebonden budget (pgb).</param>
    /// <param name="Agb">De gekozen zorgaanbieder, bij zorg in natura.</param>
    /// <param name="Motivatie">Waarom de hulp van een gecontracteerde zorgaanbieder niet past, bij een pgb.</param>
    public sealed record Keuze(Leveringsvorm Leveringsvorm, string? Agb, string? Motivatie);

    /// <param name="Samenvatting">De uitkomst van het onderzoek; leeg zolang het verslag niet is vastgesteld.</param>
    /// <param name="VastgesteldOp">De dag waarop het verslag is vastgesteld.</param>
    /// <param name="Opmerkingen">Wat de inwoner schreef bij het terugsturen.</param>
    /// <param name="AanvraagOntvangenOp">De dag waarop het ondertekende verslag binnenkwam; dat is de aanvraag.</param>
    /// <param name="Wijze">Digitaal of op papier ondertekend.</param>
    /// <param name="AndereAanvraagOp">De dag waarop een aanvraag binnenkwam die niet het ondertekende verslag is.</param>
    public sealed record Verslag(string? Samenvatting, DateOnly? VastgesteldOp, IReadOnlyList<Opmerking> Opmerkingen,
        DateOnly? AanvraagOntvangenOp, Ondertekenwijze? Wijze, DateOnly? AndereAanvraagOp);

    /// <param name="Reden">Waarom het onderzoek is gestopt.</param>
    /// <param name="GestoptOp">De dag waarop het stopte.</param>
    /// <param name="Motivering">De uitleg daarbij.</param>
    public sealed record Einde(Stopreden Reden, DateOnly GestoptOp, string? Motivering);

    public static void MapOnderzoekInzien(this IEndpointRouteBuilder api)
    {
        api.MapGet("/onderzoeken", Lijst).Voor(Rollen.BijHetDossier)
            .WithSummary("Onderzoeken")
            .WithDescription("De onderzoeken die u mag zien, op volgorde van hun laatste dag. Zonder status: alles wat nog loopt.");
        api.MapGet("/onderzoeken/{dossiernummer}", Een).Voor(Rollen.BijHetDossier)
            .WithSummary("Een onderzoek")
            .WithDescription("Een onderzoek met gesprekken, indicaties en verslag. De ETag is nodig om een keuze te wijzigen. "
                + "Lopen er in een dossier meer onderzoeken, noem dan het meldingnummer in plaats van het dossiernummer.");
    }

    private static async Task<Ok<Pagina<Overzicht>>> Lijst(
        Gebruiker gebruiker, OnderzoekDb db, Keuze<Onderzoekstatus>? status, string? na, int? aantal, CancellationToken annulering)
    {
        var n = Pagina.Aantal(aantal);
        var (dag, nummer) = Pagina.NaDag(na);
        Onderzoekstatus[] gevraagd = status?.Waarde("status") is { } een ? [een]
            : [Onderzoekstatus.Lopend, Onderzoekstatus.VerslagVastgesteld];
        var rijen = await db.Onderzoeken.AsNoTracking().ZichtbaarVoor(gebruiker)
            .Where(o => gevraagd.Contains(o.Status))
            // Nothing is left to do in an onderzoek whose verslag is there, and whose resident applied in another way.
            .Where(o => status != null || o.Status != Onderzoekstatus.VerslagVastgesteld || o.AndereAanvraagOp == null)
            .Where(o => o.Uiterlijk > dag || (o.Uiterlijk == dag && string.Compare(o.Meldingnummer, nummer) > 0))
            .OrderBy(o => o.Uiterlijk).ThenBy(o => o.Meldingnummer).Take(n + 1).AsSplitQuery().ToListAsync(annulering);
        return TypedResults.Ok(Pagina.Van([.. rijen.Select(Van)], n, o => Pagina.Dagsleutel(o.Uiterlijk, o.Meldingnummer)));
    }

    private static async Task<Ok<Detail>> Een(string dossiernummer, Gebruiker gebruiker, OnderzoekDb db, Etag etag,
        CancellationToken annulering)
    {
        var o = await db.Zoek(dossiernummer, gebruiker, annulering);
        etag.Zet(o.RowVersion);
        return TypedResults.Ok(new Detail(Van(o), o.Hulpvraag, o.VroegeVragen, o.Persoon, o.Brpsignalen,
            [.. o.Gesprekken.OrderBy(g => g.Tijdstip)
                .Select(g => new GesprekDetail(g.Id, g.Tijdstip, g.Plaats, g.Aanwezigen, g.GevoerdOp, g.GebruiktWlz, g.Onderwerpen))],
            [.. o.Indicaties.OrderBy(i => i.Id).Select(i => new IndicatieDetail(i.Id, i.Product, i.Omvang, i.Periode, i.Doelen,
                i.Leveringsvorm is { } vorm ? new Keuze(vorm, i.Agb, i.Motivatie) : null))],
            o.MotiveringGeenIndicatie,
            new Verslag(o.Samenvatting, o.VastgesteldOp, o.Opmerkingen, o.AanvraagOntvangenOp, o.Ondertekenwijze, o.AndereAanvraagOp),
            o.Stopreden is { } reden ? new Einde(reden, o.GestoptOp!.Value, o.Stopmotivering) : null));
    }

    private static Overzicht Van(Onderzoek o) =>
        new(o.Dossiernummer, o.Meldingnummer, o.OntvangenOp, o.Uiterlijk, o.Wijkteam, o.Spoed, o.Status, o.VolgendeStap);

    private static IQueryable<Onderzoek> ZichtbaarVoor(this IQueryable<Onderzoek> onderzoeken, Gebruiker gebruiker)
    {
        if (gebruiker.ZietAlles) return onderzoeken;
        var teams = gebruiker.Is(Rollen.Consulent) ? gebruiker.Teams.ToArray() : [];
        var bsn = gebruiker.Is(Rollen.Inwoner) ? gebruiker.Bsn : null;
        return onderzoeken.Where(o => teams.Contains(o.Wijkteam) || o.Bsn == bsn);
    }

    /// <summary>
    /// Finds an onderzoek that this user may see, by the number of its melding or of its dossier. In a dossier it is the one that runs, or
    /// else the last one.
    /// </summary>
    /// <exception cref="Weigering">
    /// 404: it is unknown, or this user may not see it. 409: several run in the dossier, and the number does not say which.
    /// </exception>
    internal static async Task<Onderzoek> Zoek(this OnderzoekDb db, string nummer, Gebruiker gebruiker, CancellationToken annulering)
    {
        var gevonden = await db.Onderzoeken.Where(o => o.Meldingnummer == nummer || o.Dossiernummer == nummer).OrderBy(o => o.Id)
            .ToListAsync(annulering);
        gevonden.RemoveAll(o => !gebruiker.MagBij(o.Bsn, o.Wijkteam));
        static bool Loopt(Onderzoek o) => o.Status is Onderzoekstatus.Lopend or Onderzoekstatus.VerslagVastgesteld;
        return Zaakkeuze.Aangewezen(gevonden, Loopt) switch
        {
            { } een => een,
            null when gevonden.Count == 0 => throw Weigering.Onbekend("Dit dossier"),
            null => throw Weigering.Toestand("meer-onderzoeken", "In dit dossier lopen meer onderzoeken: "
                + $"{string.Join(", ", gevonden.Where(Loopt).Select(o => o.Meldingnummer))}. Noem het nummer van de melding."),
        };
    }
}
