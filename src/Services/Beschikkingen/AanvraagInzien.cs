using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Beslistermijnen;
using WmoPlatform.Beschikkingen.Besluiten;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Beschikkingen.TeLaat;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen;

/// <summary>Shows one aanvraag, or the list that a user may see, the earliest last day first.</summary>
public static class AanvraagInzien
{
    /// <param name="Dossiernummer">Het dossier.</param>
    /// <param name="Aanvraagnummer">De aanvraag.</param>
    /// <param name="OntvangenOp">De dag waarop het ondertekende verslag binnenkwam.</param>
    /// <param name="Wijkteam">Het wijkteam dat het dossier behandelt.</param>
    /// <param name="Status">Hoe ver de aanvraag is.</param>
    /// <param name="Uiterlijk">De laatste dag volgens de wet.</param>
    /// <param name="ToegezegdeDatum">De dag die bij uitstel is toegezegd, naast de wettelijke.</param>
    /// <param name="Tijdig">Of de wettelijke termijn is gehaald, of nog te halen is.</param>
    /// <param name="Beschikkingnummer">Het nummer van de beschikking, zodra er is beslist.</param>
    /// <param name="BeslotenOp">De dag van het besluit.</param>
    /// <param name="BekendgemaaktOp">De dag waarop de beschikking is bekendgemaakt.</param>
    /// <param name="BezwaarUiterlijk">De laatste dag om bezwaar te maken.</param>
    /// <param name="Vorm">
    /// Het ondertekende verslag, een andere aanvraag na het onderzoek, een aanvraag zonder verslag, of een aanvraag om dezelfde hulp in een
    /// andere vorm.
    /// </param>
    public sealed record Overzicht(
        string Dossiernummer, string Aanvraagnummer, DateOnly OntvangenOp, string Wijkteam, Aanvraagstatus Status, DateOnly Uiterlijk,
        DateOnly? ToegezegdeDatum, bool Tijdig, string? Beschikkingnummer, DateOnly? BeslotenOp, DateOnly? BekendgemaaktOp,
        DateOnly? BezwaarUiterlijk, Aanvraagvorm Vorm);

    /// <param name="Aanvraag">De aanvraag, zoals in de lijst.</param>
    /// <param name="RedenUitstel">Waarom uitstel is aangekondigd.</param>
    /// <param name="Voorzieningen">Wat er is gevraagd; leeg als er niets is geïndiceerd.</param>
    /// <param name="Besluiten">De besluiten; nog leeg als er niet is beslist.</param>
    /// <param name="Stappen">Hoe de laatste dag volgens de wet is berekend, op volgorde.</param>
    /// <param name="Aanvulverzoeken">Wat de inwoner is gevraagd aan te vullen.</param>
    /// <param name="BuitenBehandelingUiterlijk">
    /// De laatste dag om de aanvraag buiten behandeling te laten, als de termijn om aan te vullen ongebruikt voorbijging.
    /// </param>
    /// <param name="Opschortingen">Wanneer de termijn om een andere reden stilstond.</param>
    /// <param name="Intrekkingen">Wat de inwoner introk.</param>
    /// <param name="Ingebrekestellingen">De brieven waarin staat dat er niet op tijd is beslist.</param>
    /// <param name="Dwangsom">De dwangsom van vandaag; leeg als er geen loopt.</param>
    /// <param name="Bijdragen">Wat er voor de eigen bijdrage volgt uit wat is toegekend.</param>
    /// <param name="Zinkeuzes">Wat de inwoner schreef over zorg in natura in plaats van een pgb; het laatste telt.</param>
    /// <param name="Gemachtigde">Wie de inwoner vertegenwoordigt; leeg als dat niemand is.</param>
    /// <param name="RedenBuitenPlatform">Hoe en waarom de beschikking buiten het platform is verstuurd; leeg als dat niet zo is.</param>
    /// <param name="Voornemens">Wat de gemeente wil weigeren en waarop de inwoner kan of kon reageren.</param>
    /// <param name="Ontvangst">Wanneer en hoe de aanvraag de gemeente bereikte.</param>
    /// <param name="Uitleg">Wat er loopt en waarom, in woorden voor de inwoner.</param>
    /// <param name="NieuweFeiten">Wat er volgens de inwoner nieuw of veranderd is sinds hulp eerder werd afgewezen.</param>
    /// <param name="Brief">De aanvraag zelf; leeg als het ondertekende verslag de aanvraag is.</param>
    /// <param name="Wijzigingsnummer">Het wijzigingsverzoek waarmee de aanvraag begon; leeg als zij hulp vraagt die er nog niet is.</param>
    public sealed record Detail(Overzicht Aanvraag, string? RedenUitstel,
        IReadOnlyList<Gevraagd> Voorzieningen, IReadOnlyList<Voorzieningbesluit> Besluiten, IReadOnlyList<Rekenstap> Stappen,
        IReadOnlyList<Aanvulverzoek> Aanvulverzoeken, DateOnly? BuitenBehandelingUiterlijk, IReadOnlyList<Stilstand> Opschortingen,
        IReadOnlyList<Intrekking> Intrekkingen, IReadOnlyList<Ingebrekestellingsbrief> Ingebrekestellingen, Dwangsomstand? Dwangsom,
        IReadOnlyList<Bijdrage> Bijdragen, IReadOnlyList<Zinkeuze> Zinkeuzes, IReadOnlyList<Voornemen> Voornemens,
        Vertegenwoordiger? Gemachtigde, string? RedenBuitenPlatform, Aanvraagontvangst Ontvangst,
        IReadOnlyList<Inwoneruitleg.Regel> Uitleg, string? NieuweFeiten, Aanvraaginhoud? Brief, string? Wijzigingsnummer);

    /// <param name="Post">De naam en het postadres.</param>
    /// <param name="MachtigingVan">De dag van de schriftelijke machtiging.</param>
    /// <param name="Omvang">Waarvoor de machtiging geldt.</param>
    public sealed record Vertegenwoordiger(Postadres Post, DateOnly MachtigingVan, Machtigingsomvang Omvang);

    /// <param name="VoorzieningId">De voorziening.</param>
    /// <param name="Verschuldigd">Of er een eigen bijdrage is.</param>
    /// <param name="Reden">Waarom die er niet is; leeg als die er wel is.</param>
    /// <param name="Uitleg">In woorden die de inwoner begrijpt.</param>
    public sealed record Bijdrage(Guid VoorzieningId, bool Verschuldigd, Bijdragevrij? Reden, string Uitleg);

    /// <param name="Vraag">Wat de inwoner vraagt, in eigen woorden.</param>
    /// <param name="Kanaal">Hoe de aanvraag binnenkwam; leeg als dat per telefoon was.</param>
    /// <param name="Ondertekend">Of de aanvraag is ondertekend.</param>
    /// <param name="VerslagVan">De dag van het verslag waarvan de uitkomst is overgenomen; leeg als dat er niet is.</param>
    public sealed record Aanvraaginhoud(string Vraag, Aanvraagkanaal? Kanaal, bool Ondertekend, DateOnly? VerslagVan);

    /// <param name="OntvangenOp">De dag waarop de aanvraag de gemeente bereikte. Die dag telt.</param>
    /// <param name="VastgelegdOp">De dag waarop de aanvraag is vastgelegd.</param>
    /// <param name="RedenLaat">Waarom dat later was dan de eerste werkdag na de ontvangst; leeg als dat niet zo is.</param>
    /// <param name="EerstBij">Wie de aanvraag eerst kreeg en doorstuurde; leeg als de aanvraag meteen hier kwam.</param>
    public sealed record Aanvraagontvangst(
        DateOnly OntvangenOp, DateOnly VastgelegdOp, string? RedenLaat, EerdereOntvangst? EerstBij);

    /// <param name="Brief">De ingebrekestelling.</param>
    /// <param name="Oordeel">Wat de brief betekent.</param>
    public sealed record Ingebrekestellingsbrief(Ingebrekestelling Brief, Ingebrekestellingsoordeel Oordeel);

    /// <param name="BeslisUiterlijk">De laatste dag waarop een besluit nog een dwangsom voorkomt.</param>
    /// <param name="EersteDag">De eerste dag waarover een dwangsom verschuldigd kan zijn.</param>
    /// <param name="LaatsteDag">De tweeënveertigste dag.</param>
    /// <param name="Dagen">Over hoeveel dagen er nu een dwangsom verschuldigd is.</param>
    /// <param name="Bedrag">Euro's, voor alle aanvragers samen.</param>
    /// <param name="Aandelen">Euro's voor ieder, de inwoner van dit dossier eerst.</param>
    /// <param name="Stappen">Hoe de dwangsom is berekend, op volgorde.</param>
    /// <param name="Besluit">Het besluit over de dwangsom.</param>
    /// <param name="BetaaldOp">De dag van de betaling.</param>
    /// <param name="Terugvorderingen">Wat er is teruggevorderd.</param>
    public sealed record Dwangsomstand(
        DateOnly BeslisUiterlijk, DateOnly EersteDag, DateOnly LaatsteDag, int Dagen, decimal Bedrag, IReadOnlyList<decimal> Aandelen,
        IReadOnlyList<Rekenstap> Stappen, Dwangsombesluit? Besluit, DateOnly? BetaaldOp, IReadOnlyList<Terugvordering> Terugvorderingen);

    /// <param name="VoorzieningId">De voorziening.</param>
    /// <param name="Product">Welke hulp.</param>
    /// <param name="Omvang">Hoeveel.</param>
    /// <param name="Periode">Wanneer.</param>
    /// <param name="Leveringsvorm">Zorg in natura of pgb.</param>
    /// <param name="Agb">De gekozen aanbieder; niet bij een pgb.</param>
    /// <param name="PgbToets">Hoe de pgb-toets afliep; alleen bij een pgb met een indicatie.</param>
    /// <param name="Indicatie">Wat er volgens het onderzoek nodig is; leeg als daarvoor geen indicatie is.</param>
    public sealed record Gevraagd(Guid VoorzieningId, Product Product, Omvang Omvang, Periode Periode, Leveringsvorm Leveringsvorm,
        string? Agb, Toetsuitkomst? PgbToets, Hulp? Indicatie);

    public enum Toetsuitkomst
    {
        NogNietAfgerond,
        Akkoord,
        NietAkkoord,
    }

    public static void MapAanvraagInzien(this IEndpointRouteBuilder api)
    {
        api.MapGet("/aanvragen", Lijst).Voor(Rollen.BijHetDossier)
            .WithSummary("Aanvragen")
            .WithDescription("De aanvragen die u mag zien, die met de eerste uiterste dag voorop; met open=true alleen die nog niet zijn "
                + "bekendgemaakt. Een inwoner ziet de eigen aanvragen, en het besluit zodra dat is bekendgemaakt.");
        api.MapGet("/aanvragen/{dossiernummer}", Een).Voor(Rollen.BijHetDossier)
            .WithSummary("Een aanvraag")
            .WithDescription("Een aanvraag met wat er is gevraagd en besloten. De ETag in het antwoord hoort bij If-Match als u beslist. "
                + "Lopen er in een dossier meer aanvragen, noem dan het aanvraagnummer in plaats van het dossiernummer.");
    }

    private static async Task<Ok<Pagina<Overzicht>>> Lijst(
        Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, bool? open, string? na, int? aantal, CancellationToken annulering)
    {
        var n = Pagina.Aantal(aantal);
        var (dag, nummer) = Pagina.NaDag(na);
        var rijen = await db.Aanvragen.AsNoTracking().ZichtbaarVoor(gebruiker)
            .Where(a => open == null || open == (a.Status != Aanvraagstatus.Bekendgemaakt
                && a.Status != Aanvraagstatus.Doorgezonden && a.Status != Aanvraagstatus.Ingetrokken
                && a.Status != Aanvraagstatus.MeldingGeworden))
            .Where(a => a.Uiterlijk > dag || (a.Uiterlijk == dag && string.Compare(a.Aanvraagnummer, nummer) > 0))
            .OrderBy(a => a.Uiterlijk).ThenBy(a => a.Aanvraagnummer).Take(n + 1).ToListAsync(annulering);
        return TypedResults.Ok(Pagina.Van([.. rijen.Select(a => Van(a, klok.Vandaag(), gebruiker))], n, o =>
            Pagina.Dagsleutel(o.Uiterlijk, o.Aanvraagnummer)));
    }

    private static async Task<Ok<Detail>> Een(string dossiernummer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid,
        Vault kluis, TimeProvider klok, Etag etag, CancellationToken annulering)
    {
        var aanvraag = await db.Zoek(dossiernummer, gebruiker, annulering);
        var toetsen = await db.Toetsen(aanvraag, annulering);
        etag.Zet(aanvraag);
        var termijn = aanvraag.Beslistermijn;
        var zietBesluit = aanvraag.IsTeZienVoor(gebruiker);
        return TypedResults.Ok(new Detail(Van(aanvraag, klok.Vandaag(), gebruiker), termijn.Uitstel?.Reden,
            Gevraagde(aanvraag, toetsen), zietBesluit ? aanvraag.Besluiten : [], Rekenstap.Van(termijn.Wettelijk.Stappen),
            termijn.Aanvulverzoeken,
            aanvraag.KlaarOp is null ? termijn.BuitenBehandeling(klok.Vandaag())?.Uiterlijk : null, termijn.Stilstanden,
            aanvraag.Intrekkingen,
            [.. aanvraag.Oordelen(beleid).Select(b => new Ingebrekestellingsbrief(b.Brief, b.Oordeel))],
            Dwangsom(aanvraag.Ronde(), klok.Vandaag(), beleid),
            !zietBesluit ? [] : [.. aanvraag.Bijdragen(beleid, kluis).Select(b =>
                new Bijdrage(b.VoorzieningId, b.Gevolg.Verschuldigd, b.Gevolg.Reden, b.Gevolg.Uitleg))],
            aanvraag.Besluitvorming.Zinkeuzes, aanvraag.Besluitvorming.Voornemens,
            aanvraag.Gemachtigde(kluis) is { } post && aanvraag.Besluitvorming.Machtiging is { } machtiging
                ? new(post, machtiging.Van, machtiging.Omvang) : null,
            aanvraag.Besluitvorming.BuitenPlatform,
            new(aanvraag.OntvangenOp, aanvraag.VastgelegdOp, aanvraag.RedenLaatVastgelegd, aanvraag.EerstBij),
            Inwoneruitleg.Van(aanvraag, klok.Vandaag(), beleid), aanvraag.NieuweFeiten(kluis), Inhoud(aanvraag, kluis),
            aanvraag.Wijzigingsnummer));
    }

    private static Aanvraaginhoud? Inhoud(Aanvraag aanvraag, Vault kluis) => aanvraag.Vraag(kluis) is not { } vraag ? null
        : new(vraag, aanvraag.Kanaal, aanvraag.IsOndertekend, aanvraag.UitkomstVan);

    internal static IReadOnlyList<Gevraagd> Gevraagde(Aanvraag aanvraag, Dictionary<Guid, bool> toetsen) =>
    [
        .. aanvraag.Gevraagde().Select(v => (Vraag: v, Indicatie: aanvraag.Indicatie(v.VoorzieningId))).Select(p => new Gevraagd(
            p.Vraag.VoorzieningId, p.Vraag.Product, p.Vraag.Omvang, p.Vraag.Periode, p.Vraag.Leveringsvorm, p.Vraag.Agb,
            p.Indicatie is null ? null : Toets(p.Vraag, toetsen), p.Indicatie?.AlsHulp())),
    ];

    internal static Dwangsomstand? Dwangsom(Beslisronde ronde, DateOnly vandaag, Tabel<Gemeentebeleid> beleid) =>
        ronde.DwangsomOp(vandaag, beleid) is not { EersteDag: { } eerste } d ? null
        : new(d.LaatsteDagZonder!.Value, eerste, d.LaatsteDag!.Value, d.Dagen, d.Bedrag,
            Dwangsommen.Aandelen(d.Bedrag, ronde.Aanvragers(beleid)), Rekenstap.Van(d.Stappen),
            ronde.Dwangsom.Besluit, ronde.Dwangsom.BetaaldOp, ronde.Dwangsom.Terugvorderingen);

    private static Toetsuitkomst? Toets(GekozenVoorziening voorziening, Dictionary<Guid, bool> toetsen) =>
        voorziening.Leveringsvorm != Leveringsvorm.Pgb ? null
        : !toetsen.TryGetValue(voorziening.VoorzieningId, out var akkoord) ? Toetsuitkomst.NogNietAfgerond
        : akkoord ? Toetsuitkomst.Akkoord : Toetsuitkomst.NietAkkoord;

    private static Overzicht Van(Aanvraag aanvraag, DateOnly vandaag, Gebruiker gebruiker) =>
        Van(aanvraag, vandaag) is var o && aanvraag.IsTeZienVoor(gebruiker) ? o
        : o with
        {
            Status = o.Status == Aanvraagstatus.Besloten ? Aanvraagstatus.Ontvangen : o.Status,
            Beschikkingnummer = null,
            BeslotenOp = null,
        };

    /// <summary>A resident sees a decision from bekendmaking on, because it takes effect then (Awb 3:40).</summary>
    private static bool IsTeZienVoor(this Aanvraag aanvraag, Gebruiker gebruiker) =>
        gebruiker.IsMedewerker() || aanvraag.BekendgemaaktOp is not null;

    private static Overzicht Van(Aanvraag a, DateOnly vandaag) =>
        new(a.Dossiernummer, a.Aanvraagnummer, a.OntvangenOp, a.Wijkteam, a.Status, a.Uiterlijk, a.ToegezegdeDatum,
        a.IsTijdig(vandaag), a.Beschikkingnummer, a.BeslotenOp, a.BekendgemaaktOp, a.BezwaarUiterlijk, a.Vorm);

    /// <summary>Limits the list to what this user may see: a resident their own aanvragen.</summary>
    private static IQueryable<Aanvraag> ZichtbaarVoor(this IQueryable<Aanvraag> aanvragen, Gebruiker gebruiker)
    {
        if (gebruiker.ZietAlles) return aanvragen;
        var teams = gebruiker.Is(Rollen.Consulent) ? gebruiker.Teams.ToArray() : [];
        var bsn = gebruiker.Is(Rollen.Inwoner) ? gebruiker.Bsn : null;
        return aanvragen.Where(a => teams.Contains(a.Wijkteam) || a.Bsn == bsn);
    }

    /// <summary>
    /// Finds an aanvraag that this user may see, by its own number, or that of its request for change or dossier. In a dossier it is the
    /// one to be decided, or else the last one.
    /// </summary>
    /// <exception cref="Weigering">
    /// 404: it is unknown, or this user may not see it. 409: several are to be decided in the dossier, and the number does not say which.
    /// </exception>
    internal static async Task<Aanvraag> Zoek(this BeschikkingenDb db, string nummer, Gebruiker gebruiker, CancellationToken annulering)
    {
        var gevonden = await db.Aanvragen.ZichtbaarVoor(gebruiker)
            .Where(a => a.Aanvraagnummer == nummer || a.Dossiernummer == nummer || a.Wijzigingsnummer == nummer)
            .OrderBy(a => a.Id).ToListAsync(annulering);
        return Zaakkeuze.Aangewezen(gevonden, a => a.KlaarOp is null) switch
        {
            { } een => een,
            null when gevonden.Count == 0 => throw Weigering.Onbekend("Deze aanvraag"),
            null => throw Weigering.Toestand("meer-aanvragen", "In dit dossier lopen meer aanvragen: "
                + $"{string.Join(", ", gevonden.Where(a => a.KlaarOp is null).Select(a => a.Aanvraagnummer))}. "
                + "Noem het nummer van de aanvraag."),
        };
    }
}
