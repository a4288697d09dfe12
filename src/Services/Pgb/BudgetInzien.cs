using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Pgb.Opslag;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Pgb;

/// <summary>One budget: what was granted, what the SVB knows of it, and who must act.</summary>
public static class BudgetInzien
{
    /// <param name="VoorzieningId">De voorziening.</param>
    /// <param name="Dossiernummer">Het dossier.</param>
    /// <param name="Zorgfunctie">De productcategorie, twee cijfers.</param>
    /// <param name="Periode">De toegekende periode.</param>
    /// <param name="Bedrag">Euro's over de hele periode.</param>
    /// <param name="Status">Hoe het ermee staat.</param>
    /// <param name="MetDeHand">Of de SVB het met de hand hoort, omdat er over deze inwoner geen berichten gaan.</param>
    /// <param name="Beeindiging">Het besluit om het budget eerder te beëindigen of in te trekken.</param>
    /// <param name="Situaties">Wat de SVB is gemeld, in volgorde.</param>
    /// <param name="Vervolg">Wie nu aan zet is.</param>
    public sealed record Antwoord(Guid VoorzieningId, string Dossiernummer, string Zorgfunctie, Periode Periode, decimal Bedrag, Budgetstatus Status, bool MetDeHand,
        Beeindiging? Beeindiging, IReadOnlyList<Situatie> Situaties, string Vervolg);

    public static void MapBudgetInzien(this IEndpointRouteBuilder api) =>
        api.MapGet("/budgetten/{voorzieningId:guid}", Een).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice, Rollen.Systeem)
            .WithSummary("Een budget").WithDescription("Een toegekend pgb, wat de SVB ervan weet en wie nu aan zet is. De ETag hoort bij If-Match als u het beëindigt.");

    private static async Task<Ok<Antwoord>> Een(Guid voorzieningId, Gebruiker gebruiker, PgbDb db, Etag etag, CancellationToken annulering)
    {
        var budget = await db.Budget(voorzieningId, gebruiker, annulering);
        etag.Zet(budget.Rijversie);
        return TypedResults.Ok(Van(budget));
    }

    internal static Antwoord Van(Budget b) =>
        new(b.VoorzieningId, b.Dossiernummer, b.Zorgfunctie, b.Periode, b.Bedrag, b.Status, b.MetDeHand, b.Beeindiging, b.Situaties, Vervolg(b));

    private static string Vervolg(Budget b) => (b.Status, b.MetDeHand) switch
    {
        (Budgetstatus.Aangemeld, true) when b.Beeindiging is { Ingetrokken: true } => "Het budget is ingetrokken, en over deze inwoner gaan geen berichten. Leg vast of de SVB het al had gereserveerd.",
        (Budgetstatus.Aangemeld, true) => "Over deze inwoner gaan geen berichten. Meld het budget zelf bij de SVB, en leg het antwoord vast.",
        (Budgetstatus.Aangemeld, _) when b.Beeindiging is not null => "De SVB moet de reservering nog bevestigen. Daarna hoort de SVB dat het budget eindigt.",
        (Budgetstatus.Aangemeld, _) => "De SVB moet de reservering nog bevestigen.",
        (Budgetstatus.Gereserveerd, _) => "Het budget staat klaar. De inwoner kan hulp inkopen.",
        (Budgetstatus.Afgekeurd, _) => "De SVB heeft het budget afgekeurd of niet verwerkt. Zoek met de SVB uit wat er niet klopt. Meld het budget daarna opnieuw aan, of trek het in.",
        (Budgetstatus.EindeAangemeld, true) => "Over deze inwoner gaan geen berichten. Meld het einde van het budget zelf bij de SVB, en leg het antwoord vast.",
        (Budgetstatus.EindeAangemeld, _) => "De SVB moet het einde van het budget nog bevestigen.",
        (Budgetstatus.EindeAfgekeurd, _) => "De SVB heeft het einde van het budget afgekeurd of niet verwerkt. Zoek met de SVB uit wat er niet klopt, en meld het einde opnieuw aan.",
        _ => "Het budget is beëindigd.",
    };

    /// <summary>The budget of a voorziening, if this user may see it.</summary>
    /// <exception cref="Weigering">404: unknown, or not this user's business.</exception>
    internal static async Task<Budget> Budget(this PgbDb db, Guid voorzieningId, Gebruiker gebruiker, CancellationToken annulering)
    {
        // A later beschikking on the same voorziening comes before an earlier one.
        var budget = await db.Budgetten.Where(b => b.VoorzieningId == voorzieningId).OrderByDescending(b => b.Id).FirstOrDefaultAsync(annulering);
        return budget is not null && (gebruiker.ZietAlles || (gebruiker.Is(Rollen.Consulent) && gebruiker.Teams.Contains(budget.Wijkteam)))
            ? budget
            : throw Weigering.Onbekend("Dit budget");
    }
}
