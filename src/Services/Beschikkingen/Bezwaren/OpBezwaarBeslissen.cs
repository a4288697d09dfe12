using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Bezwaren.Regels;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>
/// A beslisser who did not take the first decision decides on the bezwaar (Awb 7:11, 10:3 lid 3). Until bekendmaking a later decision may
/// replace it.
/// </summary>
public static class OpBezwaarBeslissen
{
    /// <param name="Uitkomst">Gegrond, ongegrond of niet-ontvankelijk.</param>
    /// <param name="Motivering">Waarom, in woorden die de inwoner begrijpt.</param>
    /// <param name="Kennelijk">Of dat meteen duidelijk was, zodat horen niet hoefde.</param>
    /// <param name="Grond">Waarom het niet-ontvankelijk is; alleen dan.</param>
    /// <param name="Voorzieningen">Bij een gegrond bezwaar: wat er nu geldt, per voorziening die verandert.</param>
    /// <param name="Kosten">Euro's voor de kosten van de inwoner, als daarom is gevraagd; 0 als er niets wordt vergoed.</param>
    /// <param name="AfwijkingAdvies">Waarom van het advies van de commissie is afgeweken; weglaten als dat niet zo is.</param>
    /// <param name="Dwangsom">Wat de dwangsom wordt, als het bezwaar daarover gegrond is; anders weglaten.</param>
    /// <param name="Vordering">
    /// Bij een gegrond bezwaar tegen een terugvordering: euro's die nog worden teruggevorderd; 0 als dat niets meer is.
    /// </param>
    public sealed record Invoer(
        Bezwaaruitkomst Uitkomst, string Motivering, bool Kennelijk = false, Nietontvankelijkgrond? Grond = null,
        IReadOnlyList<Herbesluit>? Voorzieningen = null, decimal? Kosten = null, string? AfwijkingAdvies = null,
        Dwangsomherziening? Dwangsom = null, decimal? Vordering = null) : IRequestBody;

    public static void MapOpBezwaarBeslissen(this IEndpointRouteBuilder api) =>
        api.MapPost("/bezwaren/{bezwaarnummer}/besluit", Beslis).Voor(Rollen.Beslisser).WithIdempotency().Valideer(new Vorm())
            .WithSummary("Op bezwaar beslissen")
            .WithDescription("Beslist op het bezwaar. Is het gegrond, dan zegt de beslissing wat er nu geldt. Vervangt u een eerdere "
                + "beslissing, stuur dan If-Match mee met de ETag van het bezwaar.");

    private static async Task<Ok<Bezwaarstand>> Beslis(
        string bezwaarnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var bezwaar = await db.ZoekBezwaar(bezwaarnummer, gebruiker, annulering);
        // A first decision has nothing to overwrite. A replacement must name the version that it replaces.
        if (ifMatch is null && bezwaar.Status == Bezwaarstatus.Beslist) throw Weigering.VersieVereist();
        ifMatch?.Eis(bezwaar.RowVersion);
        var besluit = new Bezwaarbesluit(invoer.Uitkomst, invoer.Motivering.Trim(), invoer.Kennelijk, invoer.Grond, invoer.Voorzieningen,
            invoer.Kosten, invoer.AfwijkingAdvies?.Trim(), invoer.Dwangsom)
        {
            Vordering = invoer.Vordering,
        };
        VorderingNaBezwaar.Eis(besluit, await db.Gevorderd(bezwaar, annulering));
        bezwaar.Beslis(
            besluit, gebruiker, await db.Bezwaarkennis(bezwaar, annulering), beleid, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(bezwaar.RowVersion);
        return TypedResults.Ok(Bezwaarstand.Van(bezwaar, gebruiker));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Motivering).NotEmpty().WithMessage("Geef een motivering.").MaximumLength(10_000)
                .WithMessage("Gebruik hooguit 10.000 tekens.");
            RuleFor(v => v.AfwijkingAdvies).MaximumLength(10_000).WithMessage("Gebruik hooguit 10.000 tekens.");
            RuleFor(v => v.Kosten).Must(k => k is null or (>= 0 and <= 100_000) && (k is not { } bedrag || decimal.Round(bedrag,
                2) == bedrag))
                .WithMessage("Vul een bedrag in van 0 tot en met 100.000 euro, met hooguit twee cijfers achter de komma.");
            RuleFor(v => v.Vordering).Must(b => b is not { } bedrag || bedrag >= 0 && decimal.Round(bedrag, 2) == bedrag)
                .WithMessage("Vul een bedrag in van 0 euro of meer, met hooguit twee cijfers achter de komma.");
            RuleFor(v => v.Voorzieningen).Must(v => v is null or { Count: <= 50 }).WithMessage("Beslis over hooguit 50 voorzieningen.");
            RuleFor(v => v.Dwangsom!.Bedrag).Must(b => b > 0 && decimal.Round(b, 2) == b).When(v => v.Dwangsom is not null)
                .WithMessage("Vul een bedrag in van meer dan 0 euro, met hooguit twee cijfers achter de komma.");
            RuleForEach(v => v.Voorzieningen).NotNull().WithMessage("Een besluit is leeg.").ChildRules(besluit =>
            {
                besluit.RuleFor(b => b.Motivering).NotEmpty().WithMessage("Geef een motivering.").MaximumLength(10_000)
                    .WithMessage("Gebruik hooguit 10.000 tekens.");
                besluit.RuleFor(b => b.Periode).Must(p => p is null || p.Ingangsdatum <= p.Einddatum)
                    .WithMessage("De einddatum mag niet voor de ingangsdatum liggen.");
                besluit.RuleFor(b => b.Omvang!).Ketenomvang().When(b => b.Omvang is not null);
                besluit.RuleFor(b => b.Agb).Agbcode();
                besluit.RuleFor(b => b.Budget).Bedrag();
                besluit.RuleFor(b => b.Wens).MaximumLength(2000).WithMessage("Gebruik hooguit 2000 tekens.");
            });
        }
    }
}
