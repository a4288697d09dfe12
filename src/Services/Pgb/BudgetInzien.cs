using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Pgb.Opslag;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Pgb;

/// <summary>Shows the list of budgets, and one budget: its parts, its situations at the SVB, its spending, and who must act.</summary>
public static class BudgetInzien
{
    /// <param name="VoorzieningId">De voorziening.</param>
    /// <param name="Dossiernummer">Het dossier.</param>
    /// <param name="Zorgfunctie">De productcategorie die is toegekend, twee cijfers.</param>
    /// <param name="Periode">Van de eerste dag van het eerste deel tot en met de laatste dag van het laatste.</param>
    /// <param name="Bedrag">Euro's over de hele periode, alle delen samen.</param>
    /// <param name="Status">Hoe het ermee staat.</param>
    /// <param name="MetDeHand">Of de SVB het met de hand hoort, omdat er over deze inwoner geen berichten gaan.</param>
    /// <param name="InEigenBeheer">Of de gemeente het budget zelf beheert, omdat het om een hulpmiddel of woningaanpassing gaat.</param>
    /// <param name="AfsluitingUiterlijk">De dag waarop de SVB de eerstvolgende afsluiting meldt; leeg als er geen meer komt.</param>
    /// <param name="AfsluitingTeLaat">Of die dag voorbij is.</param>
    /// <param name="Vervolg">Wie nu aan zet is.</param>
    public sealed record Overzicht(Guid VoorzieningId, string Dossiernummer, string Zorgfunctie, Periode Periode, decimal Bedrag,
        Budgetstatus Status, bool MetDeHand, bool InEigenBeheer,
        DateOnly? AfsluitingUiterlijk, bool AfsluitingTeLaat, string Vervolg);

    /// <param name="VoorzieningId">De voorziening.</param>
    /// <param name="Dossiernummer">Het dossier.</param>
    /// <param name="Zorgfunctie">De productcategorie die is toegekend, twee cijfers.</param>
    /// <param name="Periode">Van de eerste dag van het eerste deel tot en met de laatste dag van het laatste.</param>
    /// <param name="Bedrag">Euro's over de hele periode, alle delen samen.</param>
    /// <param name="Status">Hoe het ermee staat.</param>
    /// <param name="MetDeHand">Of de SVB het met de hand hoort, omdat er over deze inwoner geen berichten gaan.</param>
    /// <param name="InEigenBeheer">Of de gemeente het budget zelf beheert, omdat het om een hulpmiddel of woningaanpassing gaat.</param>
    /// <param name="Functiebudgetten">De delen van het budget, zoals toegekend of daarna gewijzigd.</param>
    /// <param name="Relaties">Wie de inwoner vertegenwoordigt, zonder BSN en adres.</param>
    /// <param name="Wijzigingen">De besluiten tot wijziging, in volgorde.</param>
    /// <param name="Beeindiging">Het besluit om het budget eerder te beëindigen of in te trekken.</param>
    /// <param name="Situaties">Wat de SVB is gemeld, in volgorde.</param>
    /// <param name="Afsluitingen">Wat er volgens de SVB is besteed, in volgorde; van hetzelfde deel en dezelfde reden telt de
    /// laatste.</param>
    /// <param name="VerwachteAfsluitingen">Wat de SVB daarvan nog moet melden of heeft gemeld.</param>
    /// <param name="AfsluitingTeLaat">Of een daarvan te laat is.</param>
    /// <param name="NaTeLopenSinds">De dag waarop een besluit iets wijzigde wat de SVB al had afgesloten, tot iemand dat heeft
    /// geregeld.</param>
    /// <param name="Vervolg">Wie nu aan zet is.</param>
    public sealed record Antwoord(Guid VoorzieningId, string Dossiernummer, string Zorgfunctie, Periode Periode, decimal Bedrag,
        Budgetstatus Status, bool MetDeHand, bool InEigenBeheer,
        IReadOnlyList<Functiebudget> Functiebudgetten, IReadOnlyList<BekendeRelatie> Relaties, IReadOnlyList<Wijziging> Wijzigingen,
        Beeindiging? Beeindiging, IReadOnlyList<Situatie> Situaties,
        IReadOnlyList<Afsluiting> Afsluitingen, IReadOnlyList<VerwachteAfsluiting> VerwachteAfsluitingen, bool AfsluitingTeLaat,
        DateOnly? NaTeLopenSinds, string Vervolg);

    /// <param name="Nummer">Het nummer van de relatie, dat bij een wijziging hetzelfde blijft.</param>
    /// <param name="Soort">Contactpersoon, gemachtigde of wettelijk vertegenwoordiger.</param>
    /// <param name="Bereik">Waarvoor.</param>
    /// <param name="Ingangsdatum">Vanaf wanneer.</param>
    /// <param name="Naam">De naam van de persoon of de organisatie.</param>
    public sealed record BekendeRelatie(string Nummer, Relatiesoort Soort, Relatiebereik Bereik, DateOnly? Ingangsdatum, string Naam);

    public static void MapBudgetInzien(this IEndpointRouteBuilder api)
    {
        api.MapGet("/budgetten", Lijst).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice, Rollen.Systeem)
            .WithSummary("Budgetten").WithDescription("De budgetten die u mag zien, oudste eerst, en als u wilt alleen die van één "
                + "status of dossier, of alleen die waarvan de SVB de afsluiting te laat meldt.");
        api.MapGet("/budgetten/{voorzieningId:guid}", Een).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice, Rollen.Systeem)
            .WithSummary("Een budget").WithDescription("Een toegekend pgb, wat de SVB ervan weet, wat ervan is besteed en wie nu aan "
                + "zet is. De ETag hoort bij If-Match als u het wijzigt of beëindigt.");
    }

    private static async Task<Ok<Pagina<Overzicht>>> Lijst(
        Gebruiker gebruiker, PgbDb db, TimeProvider klok, Keuze<Budgetstatus>? status, string? dossiernummer, bool? afsluitingTeLaat,
        string? na, int? aantal, CancellationToken annulering)
    {
        var (n, vandaag) = (Pagina.Aantal(aantal), klok.Vandaag());
        var vanaf = Pagina.NaGuid(na);
        var budgetten = db.Budgetten.AsNoTracking().ZichtbaarVoor(gebruiker).Where(b => b.Id > vanaf);
        if (status?.Waarde("status") is { } gevraagd) budgetten = budgetten.Where(b => b.Status == gevraagd);
        if (dossiernummer is not null) budgetten = budgetten.Where(b => b.Dossiernummer == dossiernummer);
        if (afsluitingTeLaat is { } teLaat)
            budgetten = budgetten.Where(b => (b.AfsluitingUiterlijk != null && b.AfsluitingUiterlijk < vandaag) == teLaat);
        var pagina = Pagina.Van(await budgetten.OrderBy(b => b.Id).Take(n + 1).ToListAsync(annulering), n, b => b.Id.ToString());
        return TypedResults.Ok(new Pagina<Overzicht>(
            [.. pagina.Items.Select(b => new Overzicht(b.VoorzieningId, b.Dossiernummer, b.Zorgfunctie, b.Periode, b.Bedrag, b.Status,
            b.MetDeHand, b.InEigenBeheer, b.AfsluitingUiterlijk, TeLaat(b, vandaag), Vervolg(b)))], pagina.Volgende));
    }

    private static async Task<Ok<Antwoord>> Een(
        Guid voorzieningId, Gebruiker gebruiker, PgbDb db, Vault kluis, TimeProvider klok, Etag etag, CancellationToken annulering)
    {
        var budget = await db.Budget(voorzieningId, gebruiker, annulering);
        etag.Zet(budget.RowVersion);
        return TypedResults.Ok(Van(budget, kluis, klok.Vandaag()));
    }

    internal static Antwoord Van(Budget b, Vault kluis, DateOnly vandaag) =>
        new(b.VoorzieningId, b.Dossiernummer, b.Zorgfunctie, b.Periode, b.Bedrag, b.Status, b.MetDeHand, b.InEigenBeheer,
        b.Functiebudgetten, [.. (b.Vertegenwoordiging(kluis)?.Relaties ?? [])
            .Select(r => new BekendeRelatie(r.Nummer!, r.Soort, r.Bereik, r.Ingangsdatum, Naam(r)))],
        b.Wijzigingen, b.Beeindiging, b.Situaties, b.Afsluitingen, b.VerwachteAfsluitingen, TeLaat(b, vandaag), b.NaTeLopenSinds,
        Vervolg(b));

    private static bool TeLaat(Budget b, DateOnly vandaag) => b.AfsluitingUiterlijk < vandaag;

    private static string Naam(Relatie r) => r.Organisatie
        ?? string.Join(' ', new[] { r.Naam!.Voornamen ?? r.Naam.Voorletters, r.Naam.Voorvoegsel, r.Naam.Achternaam }.OfType<string>());

    private static string Vervolg(Budget b) => b.NaTeLopenSinds is null ? Stand(b)
        : $"{Stand(b)} Een besluit wijzigt een deel dat de SVB al had afgesloten: zoek met de SVB uit of er nog iets moet worden betaald "
            + "of teruggevraagd, en leg dat vast.";

    private static string Stand(Budget b) => (b.Status, b.MetDeHand) switch
    {
        (Budgetstatus.Aangemeld, true) when b.Beeindiging is { Ingetrokken: true } =>
            "Het budget is ingetrokken, en over deze inwoner gaan geen berichten. Leg vast of de SVB het al had gereserveerd.",
        (Budgetstatus.Aangemeld, true) =>
            "Over deze inwoner gaan geen berichten. Meld het budget zelf bij de SVB, en leg het antwoord vast.",
        (Budgetstatus.Aangemeld, _) when b.Beeindiging is not null =>
            "De SVB moet de reservering nog bevestigen. Daarna hoort de SVB dat het budget eindigt.",
        (Budgetstatus.Aangemeld, _) => "De SVB moet de reservering nog bevestigen.",
        (Budgetstatus.InEigenBeheer, _) => "Een pgb voor een hulpmiddel of woningaanpassing gaat niet via de SVB. Reserveer het "
            + "bedrag in de administratie van de gemeente, en leg dat vast.",
        (Budgetstatus.Tegengehouden, _) when !b.IsNogNietBijSvb => "De inwoner heeft al een budget voor dezelfde zorgfunctie in deze "
            + "tijd; de SVB neemt geen tweede aan. Neem een nieuw besluit over een van beide. Tot dan geldt bij de SVB het budget zoals "
            + "het was.",
        (Budgetstatus.Tegengehouden, _) => "De inwoner heeft al een budget voor dezelfde zorgfunctie in deze tijd; de SVB neemt geen "
            + "tweede aan. Neem een nieuw besluit over een van beide voorzieningen.",
        (Budgetstatus.Gereserveerd, _) when b.InEigenBeheer =>
            "Het bedrag is gereserveerd. De gemeente betaalt de leverancier, of de inwoner na een rekening.",
        (Budgetstatus.Gereserveerd, _) => "Het budget staat klaar. De inwoner kan hulp inkopen.",
        (Budgetstatus.Afgekeurd, _) => "De SVB heeft het budget afgekeurd of niet verwerkt. Zoek met de SVB uit wat er niet klopt. "
            + "Meld het daarna opnieuw aan. Klopt het bedrag of de periode niet? Dan is een nieuw besluit nodig.",
        (Budgetstatus.WijzigingAangemeld, true) =>
            "Over deze inwoner gaan geen berichten. Meld de wijziging van het budget zelf bij de SVB, en leg het antwoord vast.",
        (Budgetstatus.WijzigingAangemeld, _) =>
            "De SVB moet de wijziging van het budget nog bevestigen. Tot dan geldt het budget zoals het was.",
        (Budgetstatus.WijzigingAfgekeurd, _) => "De SVB heeft de wijziging van het budget afgekeurd of niet verwerkt. Zoek met de SVB "
            + "uit wat er niet klopt, en meld de wijziging opnieuw aan. Klopt het bedrag of de periode niet? Dan is een nieuw besluit "
            + "nodig.",
        (Budgetstatus.EindeAangemeld, true) =>
            "Over deze inwoner gaan geen berichten. Meld het einde van het budget zelf bij de SVB, en leg het antwoord vast.",
        (Budgetstatus.EindeAangemeld, _) => "De SVB moet het einde van het budget nog bevestigen.",
        (Budgetstatus.EindeAfgekeurd, _) => "De SVB heeft het einde van het budget afgekeurd of niet verwerkt. Zoek met de SVB uit "
            + "wat er niet klopt, en meld het einde opnieuw aan.",
        _ => "Het budget is beëindigd.",
    };

    /// <summary>Finds the budget of a voorziening that this user may see.</summary>
    /// <exception cref="Weigering">404: the budget is unknown, or this user may not see it.</exception>
    internal static async Task<Budget> Budget(this PgbDb db, Guid voorzieningId, Gebruiker gebruiker, CancellationToken annulering)
    {
        // Of a voorziening with money at the SVB and money that the municipality keeps itself, the one that runs.
        return await db.Budgetten.ZichtbaarVoor(gebruiker).Where(b => b.VoorzieningId == voorzieningId)
            .OrderBy(b => b.Status == Budgetstatus.Beeindigd).ThenByDescending(b => b.Id).FirstOrDefaultAsync(annulering)
            ?? throw Weigering.Onbekend("Dit budget");
    }

    private static IQueryable<Budget> ZichtbaarVoor(this IQueryable<Budget> budgetten, Gebruiker gebruiker)
    {
        if (gebruiker.ZietAlles) return budgetten;
        var teams = gebruiker.Is(Rollen.Consulent) ? gebruiker.Teams.ToArray() : [];
        return budgetten.Where(b => teams.Contains(b.Wijkteam));
    }
}
