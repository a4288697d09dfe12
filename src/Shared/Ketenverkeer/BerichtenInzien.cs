using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Ketenverkeer;

/// <summary>
/// The register of message traffic. Backoffice and beheer see all messages, a chain partner its own deliveries, and a provider without a
/// connection the messages that lie ready for it on the platform. The exact bytes hold personal data, so beheer, which operates the
/// traffic, does not get them.
/// </summary>
internal static class BerichtenInzien
{
    private const string Xml = "application/xml";
    private static readonly string[] Lezers = [Rollen.Backoffice, Rollen.Beheer, Rollen.Keten, Rollen.Aanbieder];

    /// <summary>One message.</summary>
    /// <param name="Id">Het nummer in het berichtenregister.</param>
    /// <param name="Richting">Van ons (uitgaand) of naar ons (inkomend).</param>
    /// <param name="Soort">De soort bericht, bijvoorbeeld WMO301.</param>
    /// <param name="Identificatie">De identificatie die de afzender het gaf; leeg als die niet te lezen is.</param>
    /// <param name="Tegenpartij">De AGB-code van de zorgaanbieder, of de naam van de ketenpartner.</param>
    /// <param name="Dossiernummer">Het dossier waar het over gaat; een lege tekst als het bij geen dossier hoort.</param>
    /// <param name="Status">Hoe ver het is.</param>
    /// <param name="Aanleiding">Waardoor het bericht er is.</param>
    /// <param name="GeregistreerdOp">Wanneer het is klaargezet of ontvangen.</param>
    /// <param name="Pogingen">Hoe vaak versturen is geprobeerd.</param>
    /// <param name="VerzondenOp">Wanneer de partner het aannam.</param>
    /// <param name="BeantwoordOp">Wanneer het antwoord kwam, of door ons is gegeven.</param>
    /// <param name="AntwoordUiterlijk">De laatste dag voor het antwoord; leeg als er geen antwoord komt of het nog niet is
    /// verstuurd.</param>
    /// <param name="TeLaat">Of het antwoord er op die dag niet was, of het bericht al te lang wacht om te gaan.</param>
    public sealed record Regel(
        Guid Id, Richting Richting, string Soort, string? Identificatie, string Tegenpartij, string Dossiernummer, Poststatus Status,
        string Aanleiding,
        DateTimeOffset GeregistreerdOp, int Pogingen, DateTimeOffset? VerzondenOp, DateTimeOffset? BeantwoordOp,
        DateOnly? AntwoordUiterlijk, bool TeLaat);

    /// <summary>One message and its outcome.</summary>
    /// <param name="Bericht">Het bericht.</param>
    /// <param name="AntwoordOp">Bij een retourbericht: het bericht waarop het antwoordt.</param>
    /// <param name="Retour">Het retourbericht; leeg zolang dat er niet is.</param>
    /// <param name="Bevindingen">Wat er niet klopt: door ons gevonden, of door de ontvanger geantwoord.</param>
    /// <param name="Vervolg">Wat er nu moet gebeuren.</param>
    /// <param name="MetDeHand">Of u het nu opnieuw kunt aanbieden, opgeven of opnieuw opstellen.</param>
    /// <param name="MogelijkAangekomen">Of de partner het misschien al heeft, terwijl dat niet zeker is.</param>
    /// <param name="MetToelichting">Of de GGk er een toelichting bij gaf.</param>
    public sealed record Detail(
        Regel Bericht, Guid? AntwoordOp, Retour? Retour, IReadOnlyList<Fout> Bevindingen, string Vervolg, bool MetDeHand,
        bool MogelijkAangekomen, bool MetToelichting);

    /// <summary>The words of the GGk.</summary>
    /// <param name="Tekst">Waarom de GGk het bericht niet kon verwerken.</param>
    public sealed record Toelichting(string Tekst);

    /// <summary>The retour to a message.</summary>
    /// <param name="Id">Het nummer in het berichtenregister.</param>
    /// <param name="Soort">De soort, bijvoorbeeld WMO302.</param>
    /// <param name="Identificatie">De identificatie van het retourbericht.</param>
    /// <param name="Akkoord">Of het zonder opmerkingen is.</param>
    /// <param name="Codes">De retourcodes die iets afkeuren.</param>
    public sealed record Retour(Guid Id, string Soort, string? Identificatie, bool Akkoord, IReadOnlyList<string> Codes);

    /// <summary>One fault in a message.</summary>
    /// <param name="Code">De regel van de standaard, of de retourcode.</param>
    /// <param name="Element">Waar in het bericht.</param>
    /// <param name="Uitleg">Wat er niet klopt.</param>
    public sealed record Fout(string Code, string Element, string Uitleg);

    public static void MapInzien(this RouteGroupBuilder groep)
    {
        groep.MapGet("", Lijst).Voor(Lezers)
            .WithSummary("Berichtenregister").WithDescription(
                "De berichten van en naar ketenpartners, oudste eerst, zonder inhoud. U ziet wat u mag zien: backoffice en beheer "
                    + "alles, een ketenpartner wat die zelf aanleverde, een zorgaanbieder wat hier voor hem klaarligt.");
        groep.MapGet("/{id:guid}", Een).Voor(Lezers)
            .Produces<Detail>().Produces<string>(StatusCodes.Status200OK, Xml)
            .WithSummary("Een bericht").WithDescription("De toestand van een bericht, het antwoord en elke bevinding. Met Accept: "
                + "application/xml krijgt u precies wat er is verstuurd of ontvangen; beheer krijgt dat niet.");
        groep.MapGet("/{id:guid}/toelichting", LeesToelichting).Voor(Rollen.Backoffice)
            .WithSummary("Toelichting van de GGk").WithDescription(
                "De woorden waarmee de GGk een bericht niet aannam. Daar kan een persoon in staan.");
    }

    private static async Task<Ok<Pagina<Regel>>> Lijst(
        Gebruiker gebruiker, ServiceDb db, Verkeersregels regels, TimeProvider klok, Keuze<Richting>? richting, string? soort,
        Keuze<Poststatus>? status, string? dossiernummer, bool? teLaat, string? na, int? aantal,
        CancellationToken annulering)
    {
        var n = Pagina.Aantal(aantal);
        var vanaf = Pagina.NaNummer(na);
        var (vandaag, nu) = (klok.Vandaag(), klok.GetUtcNow());
        var berichten = db.ZichtbaarVoor(gebruiker).Where(b => b.Nr > vanaf);
        if (richting?.Waarde("richting") is { } kant) berichten = berichten.Where(b => b.Richting == kant);
        if (soort is not null) berichten = berichten.Where(b => b.Soort == soort);
        if (status?.Waarde("status") is { } stand) berichten = berichten.Where(b => b.Status == stand);
        if (dossiernummer is not null) berichten = berichten.Where(b => b.Dossiernummer == dossiernummer);
        var grens = nu - regels.HandmatigNa;
        if (teLaat is { } laat)
            berichten = berichten.Where(b => laat == (
                ((b.Status == Poststatus.Verzonden || b.Status == Poststatus.Ontvangen) && b.AntwoordUiterlijk < vandaag)
                || ((b.Status == Poststatus.TeVerzenden || b.Status == Poststatus.Onzeker) && b.GeregistreerdOp < grens)));
        // Without the content, because a list may hold two hundred messages of up to 25 MB each.
        var rijen = await berichten.OrderBy(b => b.Nr).Take(n + 1).Select(b => new
        {
            b.Nr,
            Regel = new Regel(b.Id, b.Richting, b.Soort, b.Identificatie, b.Tegenpartij, b.Dossiernummer, b.Status, b.Aanleiding,
                b.GeregistreerdOp, b.Attempts, b.VerzondenOp, b.BeantwoordOp, b.AntwoordUiterlijk, false),
        }).ToListAsync(annulering);
        var pagina = Pagina.Van(rijen, n, r => r.Nr.ToString(CultureInfo.InvariantCulture));
        return TypedResults.Ok(new Pagina<Regel>([.. pagina.Items.Select(r => MetTijd(r.Regel))], pagina.Volgende));

        Regel MetTijd(Regel r) =>
            r with { TeLaat = regels.IsTeLaat(r.Status, r.AntwoordUiterlijk, r.GeregistreerdOp, vandaag, nu) };
    }

    private static async Task<IResult> Een(
        Guid id, HttpContext http, Gebruiker gebruiker, ServiceDb db, Vault kluis, Verkeersregels regels, TimeProvider klok,
        CancellationToken annulering)
    {
        // Tracked: the bytes do not name their dossier, so the access log takes it from the message that was loaded.
        var bericht = await db.ZichtbaarVoor(gebruiker).AsTracking().SingleOrDefaultAsync(b => b.Id == id, annulering)
            ?? throw Weigering.Onbekend("Dit bericht");
        http.Response.Headers.Vary = "Accept";
        if (http.Request.GetTypedHeaders().Accept.FirstOrDefault() is { } wens
            && wens.MediaType.Equals(Xml, StringComparison.OrdinalIgnoreCase))
        {
            if (gebruiker.Is(Rollen.Beheer) && !gebruiker.Is(Rollen.Backoffice))
                return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
            return TypedResults.Bytes(bericht.Xml(kluis), Xml);
        }
        var antwoord = bericht.Antwoord is { } retour ? await db.Set<Poststuk>().AsNoTracking().SingleAsync(b => b.Id == retour, annulering)
            : null;
        return TypedResults.Ok(Van(bericht, antwoord, regels, klok));
    }

    private static async Task<Ok<Toelichting>> LeesToelichting(
        Guid id, ServiceDb db, Vault kluis, CancellationToken annulering)
    {
        var bericht = await db.Set<Poststuk>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, annulering);
        return TypedResults.Ok(new Toelichting(bericht?.Toelichting(kluis) ?? throw Weigering.Onbekend("De toelichting bij dit bericht")));
    }

    private static IQueryable<Poststuk> ZichtbaarVoor(this ServiceDb db, Gebruiker gebruiker)
    {
        var alle = db.Set<Poststuk>().AsNoTracking();
        if (gebruiker.Is(Rollen.Backoffice) || gebruiker.Is(Rollen.Beheer)) return alle;
        var (keten, agb) = (gebruiker.Is(Rollen.Keten) ? gebruiker.Id : null, gebruiker.Is(Rollen.Aanbieder) ? gebruiker.Agb : null);
        return alle.Where(b => (keten != null && b.AangeleverdDoor == keten) || (agb != null && b.ViaPlatform && b.Tegenpartij == agb));
    }

    private static Detail Van(Poststuk b, Poststuk? retour, Verkeersregels regels, TimeProvider klok)
    {
        var (vandaag, nu) = (klok.Vandaag(), klok.GetUtcNow());
        var laat = regels.IsTeLaat(b.Status, b.AntwoordUiterlijk, b.GeregistreerdOp, vandaag, nu);
        return new(
            new(b.Id, b.Richting, b.Soort, b.Identificatie, b.Tegenpartij, b.Dossiernummer, b.Status, b.Aanleiding, b.GeregistreerdOp,
                b.Attempts, b.VerzondenOp, b.BeantwoordOp, b.AntwoordUiterlijk, laat),
            b.AntwoordOp,
            retour is null ? null : new(retour.Id, retour.Soort, retour.Identificatie, b.Bevindingen.Count == 0, Codes(b)),
            [.. b.Bevindingen.Select(f => new Fout(f.Code, f.Pad, f.Uitleg))],
            Vervolg(b, laat), b.Richting == Richting.Uitgaand && regels.MagMetDeHand(b, vandaag, nu),
            b.Richting == Richting.Uitgaand && b.Unknowns > 0, b.Foutmelding is not null);
    }

    // A breach of level 2 is answered with one code, whichever rule was broken.
    private static IReadOnlyList<string> Codes(Poststuk b) =>
        [.. b.Bevindingen.Select(f => f.Code is [_, _, _, _] ? f.Code : IStandaarden.Retourcode.TechnischOnjuist).Distinct()];

    private static string Vervolg(Poststuk b, bool laat) => b.Status switch
    {
        Poststatus.TeVerzenden when laat =>
            "Het bericht wacht al lang. Zoek uit waarom de partner het niet aanneemt, bied het opnieuw aan, of geef het op.",
        Poststatus.TeVerzenden => "Het bericht gaat vanzelf zodra de partner er is.",
        Poststatus.Verzonden when laat && b.ViaPlatform =>
            "De zorgaanbieder heeft op het platform niet op tijd geantwoord. Bel de zorgaanbieder, of wacht niet langer op antwoord.",
        Poststatus.Verzonden when laat =>
            "Het antwoord is te laat. Bied het bericht opnieuw aan, bel de partner, of wacht niet langer op antwoord.",
        Poststatus.Verzonden when b.VerwachtAntwoord => "De partner moet nog antwoorden.",
        Poststatus.Onzeker => "De partner weigert het bericht, maar heeft het misschien al van een eerdere poging. Vraag de partner of het "
            + "er is. Bied het dan opnieuw aan, of stel het opnieuw op als de partner het niet heeft.",
        Poststatus.Geweigerd when b.Foutmelding is not null =>
            "De GGk kon het bericht niet verwerken. Lees de toelichting, en bied het opnieuw aan of stel het opnieuw op.",
        Poststatus.Geweigerd when b.Bevindingen.Count > 0 => "Het bericht klopt niet. Herstel de oorzaak en stel het opnieuw op.",
        Poststatus.Geweigerd => "De partner nam het niet aan. Zoek uit waarom, en bied het opnieuw aan.",
        Poststatus.Ontvangen => "Wij moeten nog antwoorden.",
        Poststatus.Onleesbaar => "Er kan geen antwoord worden gemaakt. "
            + "Meld de afzender buiten de berichten om wat er niet klopt (de GGk hoorde het al), en leg vast dat dat is gebeurd.",
        Poststatus.Beantwoord when b.Richting == Richting.Uitgaand && b.Bevindingen.Count > 0 =>
            "De partner heeft het afgekeurd. Kijk in het dossier wat er nu moet gebeuren.",
        _ => "Er hoeft niets te gebeuren.",
    };
}
