using WmoPlatform.Keten.Post;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Keten.Svb;

/// <summary>The SVB closes a budget.</summary>
/// <param name="BudgetIdentificatie">The budget to close.</param>
/// <param name="Reden">1: the budget ended; 2: the year ended; 3: more was spent than there was, or outside the period.</param>
/// <param name="Delen">The amount spent of each functiebudget; left out, nothing was spent.</param>
internal sealed record Afsluiting(string BudgetIdentificatie, string Reden = "1", IReadOnlyList<Bestedingsdeel>? Delen = null);

/// <param name="Zorgfunctie">01 to 18, or 99.</param>
/// <param name="Besteed">Cents, sick pay not included (IV048).</param>
/// <param name="Ziekengeld">Cents.</param>
/// <param name="Begindatum">The first day of the functiebudget, when this zorgfunctie has more than one.</param>
internal sealed record Bestedingsdeel(string Zorgfunctie, long Besteed, long? Ziekengeld = null, DateOnly? Begindatum = null);

internal static class Afsluiten
{
    public static void MapSvb(this RouteGroupBuilder beheer)
    {
        beheer.MapGet("/svb", (Partners partners, Postkamer postkamer) => postkamer.Kijk(partners.Svb.Overzicht));
        beheer.MapPost("/svb/afsluiting", (
            Afsluiting opdracht, Partners partners, Postkamer postkamer, Gedragingen gedragingen, TimeProvider klok) =>
            Beheer.Antwoord(postkamer.Verzend(
                partners.Svb,
                () => partners.Svb.Sluit(opdracht, klok.Vandaag()),
                bericht => gedragingen.NeemVoorZending(bericht.Personen, "svb"))));
    }
}
