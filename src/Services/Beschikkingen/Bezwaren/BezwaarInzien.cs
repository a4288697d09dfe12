using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>Shows one bezwaar, or the list that a user may see.</summary>
public static class BezwaarInzien
{
    /// <param name="Stand">Hoe ver het bezwaar is.</param>
    /// <param name="Ontvangst">Hoe het binnenkwam.</param>
    /// <param name="Indiening">Hoe is berekend of het op tijd was.</param>
    /// <param name="Verschoning">Of de inwoner er iets aan kon doen dat het te laat kwam.</param>
    /// <param name="Gronden">Waarom de inwoner het niet eens is; leeg zolang de gronden ontbreken.</param>
    /// <param name="Besluiten">De besluiten waar het over gaat.</param>
    /// <param name="Herstelverzoeken">Wat de inwoner is gevraagd te herstellen.</param>
    /// <param name="CommissieGemeldOp">De dag waarop de inwoner hoorde dat een commissie adviseert.</param>
    /// <param name="Advies">Wat de commissie adviseerde.</param>
    /// <param name="Verdaging">Of en waarom de beslissing is verdaagd.</param>
    /// <param name="Verderuitstel">Of en waarom de beslissing verder is uitgesteld.</param>
    /// <param name="Hoorzittingen">Wanneer de inwoner wordt of is gehoord.</param>
    /// <param name="Afzien">Waarom er geen hoorzitting is.</param>
    /// <param name="NieuweFeiten">Wat er na het horen bekend werd.</param>
    /// <param name="KostenGevraagdOp">De dag waarop de inwoner om vergoeding van kosten vroeg.</param>
    /// <param name="KostenBetaaldOp">De dag waarop die zijn betaald.</param>
    /// <param name="Besluit">De beslissing. Een inwoner ziet die vanaf de bekendmaking.</param>
    /// <param name="Ingebrekestellingen">De brieven waarin staat dat er niet op tijd is beslist.</param>
    /// <param name="Dwangsom">De dwangsom van vandaag; leeg als er geen loopt.</param>
    /// <param name="Uitleg">Wat er loopt en waarom, in woorden voor de inwoner.</param>
    /// <param name="Vernietigd">De eerdere beslissingen die de rechter vernietigde, de oudste eerst.</param>
    public sealed record Detail(
        Bezwaarstand Stand, Ontvangst Ontvangst, IReadOnlyList<Rekenstap> Indiening, Verschoning? Verschoning, string? Gronden,
        IReadOnlyList<Bestreden> Besluiten, IReadOnlyList<Herstelverzoek> Herstelverzoeken, DateOnly? CommissieGemeldOp,
        Commissieadvies? Advies, Verdaging? Verdaging, Verderuitstel? Verderuitstel, IReadOnlyList<Zitting> Hoorzittingen,
        Afzien? Afzien, IReadOnlyList<NieuwFeit> NieuweFeiten, DateOnly? KostenGevraagdOp, DateOnly? KostenBetaaldOp,
        Bezwaarbesluit? Besluit, IReadOnlyList<AanvraagInzien.Ingebrekestellingsbrief> Ingebrekestellingen,
        AanvraagInzien.Dwangsomstand? Dwangsom, IReadOnlyList<Inwoneruitleg.Regel> Uitleg, IReadOnlyList<Vernietigde> Vernietigd)
    {
        /// <value>De vraag of de inwoner wil worden gehoord.</value>
        public Hoorvraag? Hoorvraag { get; init; }

        /// <value>Of een tweede beslisser de beslissing nog moet goedkeuren.</value>
        public bool TweedeNodig { get; init; }

        /// <value>Wat de nabestaanden van een overleden inwoner is gevraagd.</value>
        public Nabestaandenvraag? Nabestaandenvraag { get; init; }

        /// <value>Of de nabestaanden het bezwaar voortzetten.</value>
        public Voortzetting? Voortzetting { get; init; }

        /// <value>Wie namens de nabestaanden antwoordde.</value>
        public Erfgenaam? Erfgenaam { get; init; }
    }

    /// <param name="Beroepnummer">Het beroep waarin de rechter de beslissing vernietigde.</param>
    /// <param name="Besluit">De beslissing.</param>
    /// <param name="BeslotenOp">De dag waarop die is genomen.</param>
    /// <param name="BekendgemaaktOp">De dag waarop die bekend is gemaakt.</param>
    /// <param name="Uiterlijk">De laatste dag om te beslissen, zoals die toen gold.</param>
    /// <param name="Ingebrekestellingen">De brieven waarin toen stond dat er niet op tijd was beslist.</param>
    /// <param name="Dwangsom">De dwangsom die daarbij hoort. Die blijft, ook al is de beslissing vernietigd.</param>
    /// <param name="KostenBetaaldOp">De dag waarop de kosten van die beslissing zijn betaald.</param>
    public sealed record Vernietigde(
        string Beroepnummer, Bezwaarbesluit Besluit, DateOnly BeslotenOp, DateOnly BekendgemaaktOp, DateOnly? Uiterlijk,
        IReadOnlyList<AanvraagInzien.Ingebrekestellingsbrief> Ingebrekestellingen, AanvraagInzien.Dwangsomstand? Dwangsom,
        DateOnly? KostenBetaaldOp);

    /// <param name="Soort">Wat voor besluit.</param>
    /// <param name="Nummer">Het nummer van het besluit, of van de aanvraag zolang er geen besluit is.</param>
    /// <param name="BekendgemaaktOp">De dag van bekendmaking.</param>
    /// <param name="Voorzieningen">Wat er per bestreden voorziening was besloten.</param>
    public sealed record Bestreden(
        BestredenSoort Soort, string Nummer, DateOnly? BekendgemaaktOp, IReadOnlyList<Bestredenvoorziening> Voorzieningen);

    /// <param name="VoorzieningId">De voorziening.</param>
    /// <param name="Uitkomst">Wat er was besloten.</param>
    /// <param name="Product">Welke hulp.</param>
    /// <param name="Omvang">Hoeveel.</param>
    /// <param name="Periode">Wanneer.</param>
    /// <param name="Leveringsvorm">Zorg in natura of pgb.</param>
    /// <param name="Budget">Euro's over de hele periode, bij een pgb.</param>
    public sealed record Bestredenvoorziening(Guid VoorzieningId, Uitkomst Uitkomst, Product Product, Omvang Omvang, Periode Periode,
        Leveringsvorm Leveringsvorm, decimal? Budget);

    /// <param name="HoorzittingId">De hoorzitting.</param>
    /// <param name="UitgenodigdOp">De dag van de uitnodiging.</param>
    /// <param name="Tijdstip">Wanneer.</param>
    /// <param name="Plaats">Waar, en waar de stukken ter inzage liggen.</param>
    /// <param name="NadereStukkenUiterlijk">De laatste dag om stukken te sturen.</param>
    /// <param name="TerInzageVanaf">Vanaf wanneer het dossier uiterlijk ter inzage ligt.</param>
    /// <param name="Verslag">Het verslag; leeg zolang er niet is gehoord.</param>
    public sealed record Zitting(Guid HoorzittingId, DateOnly UitgenodigdOp, DateTimeOffset Tijdstip, string Plaats,
        DateOnly? NadereStukkenUiterlijk, DateOnly? TerInzageVanaf, Hoorverslag? Verslag);

    public static void MapBezwaarInzien(this IEndpointRouteBuilder api)
    {
        api.MapGet("/bezwaren", Lijst).Voor(Rollen.BijHetDossier)
            .WithSummary("Bezwaren")
            .WithDescription("De bezwaren die u mag zien, die met de eerste uiterste dag voorop; met open=true alleen die nog lopen.");
        api.MapGet("/bezwaren/{bezwaarnummer}", Een).Voor(Rollen.BijHetDossier)
            .WithSummary("Een bezwaar")
            .WithDescription("Een bezwaar met wat er is gevraagd, gezegd en besloten. De ETag hoort bij If-Match als u beslist.");
    }

    private static async Task<Ok<Pagina<Bezwaarstand>>> Lijst(
        Gebruiker gebruiker, BeschikkingenDb db, bool? open, string? na, int? aantal, CancellationToken annulering)
    {
        var n = Pagina.Aantal(aantal);
        var (dag, nummer) = Pagina.NaDag(na);
        var rijen = await db.Bezwaren.AsNoTracking().ZichtbaarVoor(gebruiker)
            .Where(b => open == null || open == (b.Status == Bezwaarstatus.Ontvangen || b.Status == Bezwaarstatus.Beslist))
            .Where(b => (b.Uiterlijk ?? DateOnly.MaxValue) > dag
                || ((b.Uiterlijk ?? DateOnly.MaxValue) == dag && string.Compare(b.Bezwaarnummer, nummer) > 0))
            .OrderBy(b => b.Uiterlijk ?? DateOnly.MaxValue).ThenBy(b => b.Bezwaarnummer).Take(n + 1).ToListAsync(annulering);
        return TypedResults.Ok(Pagina.Van([.. rijen.Select(b => Bezwaarstand.Van(b, gebruiker))], n, b =>
            Pagina.Dagsleutel(b.Uiterlijk ?? DateOnly.MaxValue, b.Bezwaarnummer)));
    }

    private static async Task<Ok<Detail>> Een(string bezwaarnummer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid,
        Vault kluis, TimeProvider klok, Etag etag, CancellationToken annulering)
    {
        var b = await db.ZoekBezwaar(bezwaarnummer, gebruiker, annulering);
        etag.Zet(b.RowVersion);
        return TypedResults.Ok(new Detail(
            Bezwaarstand.Van(b, gebruiker), b.Ontvangst, Rekenstap.Van(b.Indiening.Stappen), b.Verschoning, b.Gronden,
            [.. b.Besluiten.Select(x => new Bestreden(x.Soort, x.Nummer, x.BekendgemaaktOp, [.. x.Voorzieningen.Select(v =>
                new Bestredenvoorziening(v.VoorzieningId, v.Uitkomst, v.Product, v.Omvang, v.Periode, v.Leveringsvorm, v.Budget))]))],
            b.Termijn.Herstelverzoeken, b.Termijn.CommissieGemeldOp, b.Advies, b.Termijn.Verdaging, b.Termijn.Verderuitstel,
            [.. b.Hoorzittingen.Select(h => Van(h, gebruiker))], b.Afzien, b.NieuweFeiten, b.KostenGevraagdOp, b.KostenBetaaldOp,
            b.IsTeZienVoor(gebruiker) ? b.Besluit : null,
            [.. b.Oordelen(beleid).Select(o => new AanvraagInzien.Ingebrekestellingsbrief(o.Brief, o.Oordeel))],
            AanvraagInzien.Dwangsom(b.Ronde(), klok.Vandaag(), beleid), Inwoneruitleg.Van(b, klok.Vandaag(), beleid),
            [.. b.Vernietigd.Zip(b.VernietigdeRondes(), (v, ronde) => new Vernietigde(v.Beroepnummer, v.Besluit, v.BeslotenOp,
                v.BekendgemaaktOp, v.Uiterlijk,
                [.. ronde.Oordelen(beleid).Select(o => new AanvraagInzien.Ingebrekestellingsbrief(o.Brief, o.Oordeel))],
                AanvraagInzien.Dwangsom(ronde, klok.Vandaag(), beleid), v.KostenBetaaldOp))])
        {
            Hoorvraag = b.Hoorvraag,
            TweedeNodig = b.WachtOpTweede(beleid),
            Nabestaandenvraag = b.Nabestaandenvraag,
            Voortzetting = b.Voortzetting,
            Erfgenaam = b.Erfgenaam(kluis),
        });
    }

    /// <summary>A resident reads the report, and not who works for the municipality.</summary>
    private static Zitting Van(Hoorzitting h, Gebruiker gebruiker) => new(h.Id, h.UitgenodigdOp, h.Tijdstip, h.Plaats,
        h.Kort ? null : Termijnen.NadereStukken(h.Tijdstip.Dag()).Uiterlijk,
            h.Kort ? null : Termijnen.TerInzage(h.Tijdstip.Dag()).Uiterlijk,
        h.Verslag is { } verslag && gebruiker.Is(Rollen.Inwoner) ? verslag with { Hoorders = [] } : h.Verslag);

    /// <summary>A resident sees a decision from bekendmaking on, because it takes effect then (Awb 3:40).</summary>
    internal static bool IsTeZienVoor(this Bezwaar bezwaar, Gebruiker gebruiker) =>
        !gebruiker.Is(Rollen.Inwoner) || bezwaar.BekendgemaaktOp is not null;

    private static IQueryable<Bezwaar> ZichtbaarVoor(this IQueryable<Bezwaar> bezwaren, Gebruiker gebruiker)
    {
        if (gebruiker.ZietAlles) return bezwaren;
        var teams = gebruiker.Is(Rollen.Consulent) ? gebruiker.Teams.ToArray() : [];
        var bsn = gebruiker.Is(Rollen.Inwoner) ? gebruiker.Bsn : null;
        return bezwaren.Where(b => teams.Contains(b.Wijkteam) || b.Bsn == bsn);
    }

    /// <summary>Finds a bezwaar that this user may see.</summary>
    /// <exception cref="Weigering">404: it is unknown, or this user may not see it.</exception>
    internal static async Task<Bezwaar> ZoekBezwaar(
        this BeschikkingenDb db, string bezwaarnummer, Gebruiker gebruiker, CancellationToken annulering) =>
        await db.Bezwaren.ZichtbaarVoor(gebruiker).SingleOrDefaultAsync(b => b.Bezwaarnummer == bezwaarnummer, annulering)
            ?? throw Weigering.Onbekend("Dit bezwaar");
}

/// <summary>How far a bezwaar is.</summary>
/// <param name="Dossiernummer">Het dossier.</param>
/// <param name="Bezwaarnummer">Het bezwaar.</param>
/// <param name="Status">Hoe ver het bezwaar is.</param>
/// <param name="OntvangenOp">De dag van ontvangst die telt.</param>
/// <param name="Besluitnummer">Het besluit waartegen het is, of de aanvraag zolang er geen besluit is.</param>
/// <param name="Tijdigheid">Of het op tijd was.</param>
/// <param name="IndienenUiterlijk">De laatste dag om bezwaar te maken; leeg zolang het besluit niet is bekendgemaakt.</param>
/// <param name="Uiterlijk">De laatste dag om te beslissen; leeg zolang de termijn niet is begonnen.</param>
/// <param name="Stappen">Hoe de laatste dag om te beslissen is berekend, op volgorde.</param>
/// <param name="Uitkomst">De beslissing. Een inwoner ziet die vanaf de bekendmaking.</param>
/// <param name="BekendgemaaktOp">De dag waarop de beslissing is bekendgemaakt.</param>
/// <param name="BeroepUiterlijk">De laatste dag om in beroep te gaan.</param>
/// <param name="OnderzoekNodig">Of er na een gegrond bezwaar nog moet worden onderzocht welke hulp nodig is.</param>
/// <param name="Onderzoeksmelding">De melding waarmee dat onderzoek begon.</param>
public sealed record Bezwaarstand(
    string Dossiernummer, string Bezwaarnummer, Bezwaarstatus Status, DateOnly OntvangenOp, string Besluitnummer,
    Bezwaartijdigheid Tijdigheid, DateOnly? IndienenUiterlijk, DateOnly? Uiterlijk, IReadOnlyList<Rekenstap> Stappen,
    Bezwaaruitkomst? Uitkomst, DateOnly? BekendgemaaktOp, DateOnly? BeroepUiterlijk, bool OnderzoekNodig, string? Onderzoeksmelding)
{
    internal static Bezwaarstand Van(Bezwaar b) => new(
        b.Dossiernummer, b.Bezwaarnummer, b.Status, b.Ontvangst.Teldag, b.Besluiten[0].Nummer, b.Tijdigheid,
        b.Indiening.Termijn?.Uiterlijk, b.Uiterlijk, b.Termijn.Wettelijk is { } t ? Rekenstap.Van(t.Stappen) : [], b.Besluit?.Uitkomst,
        b.BekendgemaaktOp, b.BeroepUiterlijk, b.OnderzoekNodig && b.Onderzoeksmelding is null, b.Onderzoeksmelding);

    internal static Bezwaarstand Van(Bezwaar b, Gebruiker gebruiker) => Van(b) is var stand && b.IsTeZienVoor(gebruiker) ? stand
        : stand with { Uitkomst = null };
}
