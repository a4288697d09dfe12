using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>
/// Shows assignments: a provider sees its own, a consulent those of their teams. The message names the client; this list does not.
/// </summary>
public static class ToewijzingenInzien
{
    /// <param name="Toewijzingnummer">Het nummer, uniek binnen de gemeente.</param>
    /// <param name="Dossiernummer">Het dossier.</param>
    /// <param name="VoorzieningId">De voorziening waarover is beschikt.</param>
    /// <param name="Agb">De zorgaanbieder.</param>
    /// <param name="Product">Welke hulp.</param>
    /// <param name="Omvang">Hoeveel hulp.</param>
    /// <param name="Periode">Wanneer.</param>
    /// <param name="Status">Hoe het ermee staat.</param>
    /// <param name="MetDeHand">Waarom de zorgaanbieder dit niet per bericht hoort; leeg als er wel een bericht gaat.</param>
    /// <param name="Bevinding">Waarom de toewijzing is aangehouden en wat u eraan doet; leeg als dat niet zo is.</param>
    /// <param name="EindeNadert">
    /// De laatste dag van deze hulp, als die dichtbij komt en de hulp niet is verlengd. Anders leeg, en ook in het antwoord op wat u doet.
    /// </param>
    public sealed record Overzicht(
        long Toewijzingnummer, string Dossiernummer, Guid VoorzieningId, string Agb, Product Product, Omvang Omvang, Periode Periode,
        Toewijzingstatus Status, RedenMetDeHand? MetDeHand, string Bevinding, DateOnly? EindeNadert);

    /// <param name="Toewijzing">De toewijzing.</param>
    /// <param name="ToegewezenOp">Wanneer de hulp is toegewezen.</param>
    /// <param name="Begindatum">Eerste dag van de hulp, zoals de zorgaanbieder meldde.</param>
    /// <param name="LaatsteDag">Laatste dag van de hulp, als die tijdelijk of definitief is gestopt.</param>
    /// <param name="RedenBeeindiging">Code uit de lijst WMO588.</param>
    /// <param name="Retourcodes">Waarom de zorgaanbieder de toewijzing afkeurde.</param>
    /// <param name="Afkeuring">Waarom de zorgaanbieder op het platform afkeurde, in woorden.</param>
    /// <param name="OpgevolgdDoor">De toewijzing die hierop volgt, bijvoorbeeld aan een andere zorgaanbieder.</param>
    /// <param name="RedenWijziging">Waarom de toewijzing het laatst is gewijzigd: een code uit de lijst WMO002; leeg als dat nooit is
    /// gebeurd.</param>
    /// <param name="InOverleg">Of de laatste wijziging met de zorgaanbieder is overlegd.</param>
    /// <param name="AfgekeurdeWijziging">Waarom de zorgaanbieder de laatste wijziging afkeurde.</param>
    /// <param name="TeMelden">Of de zorgaanbieder dit nog moet horen: het bericht gaat zodra het vorige is beantwoord.</param>
    /// <param name="Vervolg">Wie nu aan zet is.</param>
    public sealed record Detail(
        Overzicht Toewijzing, DateTimeOffset ToegewezenOp, DateOnly? Begindatum, DateOnly? LaatsteDag, string? RedenBeeindiging,
        IReadOnlyList<string> Retourcodes, Afkeuring? Afkeuring, long? OpgevolgdDoor, string? RedenWijziging, bool InOverleg,
        IReadOnlyList<string> AfgekeurdeWijziging, bool TeMelden, string Vervolg);

    /// <param name="Reden">De reden.</param>
    /// <param name="Toelichting">Wat de zorgaanbieder erover schreef.</param>
    public sealed record Afkeuring(Afkeurreden Reden, string? Toelichting);

    public static void MapToewijzingenInzien(this IEndpointRouteBuilder api)
    {
        api.MapGet("/toewijzingen", Lijst).Voor(Rollen.Aanbieder, Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice, Rollen.Systeem)
            .WithSummary("Toewijzingen")
            .WithDescription("De toewijzingen die u mag zien, oudste eerst; als u wilt alleen die van één dossier of met één status.");
        api.MapGet("/toewijzingen/{toewijzingnummer:long}", Een).Voor(
            Rollen.Aanbieder, Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice, Rollen.Systeem)
            .WithSummary("Een toewijzing").WithDescription("Een toewijzing, hoe het ermee staat en wie nu aan zet is.");
    }

    private static async Task<Ok<Pagina<Overzicht>>> Lijst(
        Gebruiker gebruiker, ZorgaanbiedersDb db, string? dossiernummer, Keuze<Toewijzingstatus>? status, string? na, int? aantal,
        CancellationToken annulering)
    {
        var n = Pagina.Aantal(aantal);
        var vanaf = Pagina.NaNummer(na);
        var toewijzingen = db.Toewijzingen.AsNoTracking().ZichtbaarVoor(gebruiker).Where(t => t.Toewijzingnummer > vanaf);
        if (dossiernummer is not null) toewijzingen = toewijzingen.Where(t => t.Dossiernummer == dossiernummer);
        if (status?.Waarde("status") is { } gevraagd) toewijzingen = toewijzingen.Where(t => t.Status == gevraagd);
        var rijen = await toewijzingen.OrderBy(t => t.Toewijzingnummer).Take(n + 1).ToListAsync(annulering);
        var eindes = await db.NaderendeEindes(rijen, annulering);
        return TypedResults.Ok(Pagina.Van([.. rijen.Select(t => Van(t, eindes))], n,
            o => o.Toewijzingnummer.ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task<Ok<Detail>> Een(
        long toewijzingnummer, Gebruiker gebruiker, ZorgaanbiedersDb db, Vault kluis, CancellationToken annulering)
    {
        var t = await db.Zoek(toewijzingnummer, gebruiker, annulering);
        var afkeuring = t.Afkeurreden is { } reden ? new Afkeuring(reden, t.Toelichting(kluis)) : null;
        var overzicht = Van(t, await db.NaderendeEindes([t], annulering));
        return TypedResults.Ok(new Detail(
            overzicht, t.ToegewezenOp, t.Levering.Begindatum, t.Levering.LaatsteDag, t.Levering.Reden, t.Retourcodes, afkeuring,
            t.OpgevolgdDoor, t.Wijziging.Reden, t.Wijziging.InOverleg, t.Wijziging.Afgekeurd, t.TeVertellen,
            overzicht.EindeNadert is { } einde ? $"{Vervolg(t)} {Einde(einde)}" : Vervolg(t)));
    }

    internal static Overzicht Van(Toewijzing t, IReadOnlyDictionary<Guid, Voorziening>? voorzieningen = null) =>
        new(
            t.Toewijzingnummer, t.Dossiernummer, t.VoorzieningId, t.Agb, t.Product, t.Omvang, t.Periode, t.Status, t.MetDeHand,
            t.Bevinding, voorzieningen?.GetValueOrDefault(t.VoorzieningId)?.EindeNadert(t));

    /// <summary>The voorzieningen of these assignments of which an end was announced.</summary>
    private static async Task<IReadOnlyDictionary<Guid, Voorziening>> NaderendeEindes(
        this ZorgaanbiedersDb db, IReadOnlyList<Toewijzing> toewijzingen, CancellationToken annulering)
    {
        var ids = toewijzingen.Select(t => t.VoorzieningId).ToHashSet();
        return await db.Voorzieningen.AsNoTracking().Where(v => ids.Contains(v.VoorzieningId) && v.AangekondigdEinde != null)
            .ToDictionaryAsync(v => v.VoorzieningId, annulering);
    }

    private static string Einde(DateOnly dag) =>
        $"De laatste dag is {Datumtekst.Voluit(dag)}. Is er daarna nog hulp nodig? Laat de inwoner dan nu contact opnemen met de gemeente.";

    private static string Vervolg(Toewijzing t) => (t.Status, t.MetDeHand) switch
    {
        _ when t.Wijziging.Afgekeurd.Count > 0 =>
            "De zorgaanbieder heeft de laatste wijziging afgekeurd. "
            + "Zoek met de zorgaanbieder uit wat er niet klopt, en bied de wijziging opnieuw aan.",
        _ when t.TeVertellen => "Het bericht aan de zorgaanbieder gaat zodra het vorige is beantwoord. U hoeft niets te doen.",
        (Toewijzingstatus.Aangehouden, _) => t.Bevinding,
        (Toewijzingstatus.WachtOpVerzoek, _) => "De zorgaanbieder vraagt deze toewijzing aan met een verzoek om toewijzing.",
        (Toewijzingstatus.Verwijderd, _) when t.OpgevolgdDoor is { } opvolger =>
            $"De hulp is anders toegewezen: zie toewijzing {opvolger}.",
        (Toewijzingstatus.Verwijderd, _) =>
            "De toewijzing is verwijderd. Kies samen met de inwoner een andere zorgaanbieder, als de hulp nog nodig is.",
        (Toewijzingstatus.Toegewezen, RedenMetDeHand.AfgeschermdePersoon) =>
            "Over deze inwoner gaan geen berichten. Regel de hulp zelf met de zorgaanbieder.",
        (Toewijzingstatus.Toegewezen, RedenMetDeHand.GeenAdres) =>
            "Er is geen adres bekend, daarom gaat er geen bericht. Regel de hulp zelf met de zorgaanbieder.",
        (Toewijzingstatus.Toegewezen, _) => "De zorgaanbieder moet de toewijzing nog bevestigen.",
        (Toewijzingstatus.Geaccepteerd, not null) =>
            "Over deze inwoner gaan geen berichten. Vraag de zorgaanbieder wanneer de hulp start, en leg dat vast.",
        (Toewijzingstatus.Geaccepteerd, _) => "De zorgaanbieder maakt een afspraak met de inwoner en meldt wanneer de hulp start.",
        (Toewijzingstatus.Afgekeurd, _) when t.OpgevolgdDoor is { } opvolger =>
            $"De hulp is toegewezen aan een andere zorgaanbieder: zie toewijzing {opvolger}.",
        (Toewijzingstatus.Afgekeurd, _) when Retourcode.ZijnTechnisch(t.Retourcodes) =>
            "De zorgaanbieder heeft het bericht niet verwerkt. "
            + "Vraag wat er niet klopt, en wijs de hulp daarna opnieuw toe: aan dezelfde of aan een andere zorgaanbieder.",
        (Toewijzingstatus.Afgekeurd, _) =>
            "De zorgaanbieder heeft de toewijzing afgekeurd. Kies samen met de inwoner een andere zorgaanbieder.",
        (Toewijzingstatus.Gestart, _) => "De hulp loopt.",
        (Toewijzingstatus.TijdelijkGestopt, not null) =>
            "De hulp is tijdelijk gestopt en er gaan geen berichten. "
            + "Vraag de zorgaanbieder wanneer de hulp verdergaat of eindigt, en leg dat vast.",
        (Toewijzingstatus.TijdelijkGestopt, _) =>
            "De hulp is tijdelijk gestopt. De zorgaanbieder meldt wanneer de hulp verdergaat of eindigt.",
        _ => "De hulp is beëindigd.",
    };

    private static IQueryable<Toewijzing> ZichtbaarVoor(this IQueryable<Toewijzing> toewijzingen, Gebruiker gebruiker)
    {
        if (gebruiker.ZietAlles) return toewijzingen;
        var teams = gebruiker.Is(Rollen.Consulent) ? gebruiker.Teams.ToArray() : [];
        var agb = gebruiker.Is(Rollen.Aanbieder) ? gebruiker.Agb : null;
        // A held assignment is not for the provider yet.
        return toewijzingen.Where(t => teams.Contains(t.Wijkteam) || (t.Agb == agb && t.Status != Toewijzingstatus.Aangehouden));
    }

    /// <summary>Finds an assignment that this user may see.</summary>
    /// <exception cref="Weigering">404: the assignment is unknown, or this user may not see it.</exception>
    internal static async Task<Toewijzing> Zoek(
        this ZorgaanbiedersDb db, long toewijzingnummer, Gebruiker gebruiker, CancellationToken annulering) =>
        await db.Toewijzingen.ZichtbaarVoor(gebruiker).SingleOrDefaultAsync(t => t.Toewijzingnummer == toewijzingnummer, annulering)
            ?? throw Weigering.Onbekend("Deze toewijzing");
}
