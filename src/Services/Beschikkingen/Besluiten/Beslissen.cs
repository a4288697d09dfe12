using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Beschikkingen.Wijzigingsverzoeken;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Besluiten;

/// <summary>
/// A beslisser decides on every requested voorziening (Wmo 2015 art. 2.3.5). Until bekendmaking, a later decision may replace it.
/// </summary>
public static class Beslissen
{
    /// <param name="Besluiten">Eén besluit per gevraagde voorziening.</param>
    public sealed record Invoer(IReadOnlyList<Voorzieningbesluit> Besluiten) : IRequestBody;

    /// <param name="Dossiernummer">Het dossier.</param>
    /// <param name="Beschikkingnummer">Het nummer van de beschikking.</param>
    /// <param name="BeslotenOp">De dag van het besluit.</param>
    /// <param name="Status">Hoe ver de aanvraag is.</param>
    /// <param name="Uiterlijk">De laatste dag volgens de wet.</param>
    /// <param name="TweedeNodig">Of een tweede beslisser het besluit moet goedkeuren voordat het bekend kan worden gemaakt.</param>
    public sealed record Antwoord(string Dossiernummer, string Beschikkingnummer, DateOnly BeslotenOp, Aanvraagstatus Status,
        DateOnly Uiterlijk, bool TweedeNodig);

    public static void MapBeslissen(this IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{dossiernummer}/besluit", Beslis).Voor(Rollen.Beslisser).WithIdempotency().Valideer(new Vorm())
            .WithSummary("Besluiten")
            .WithDescription("Neemt een besluit over elke gevraagde voorziening. "
                + "Vervangt u een eerder besluit, stuur dan If-Match mee met de ETag van de aanvraag.");

    private static async Task<Ok<Antwoord>> Beslis(
        string dossiernummer, Invoer invoer, Gebruiker beslisser, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var aanvraag = await db.Zoek(dossiernummer, beslisser, annulering);
        var hulp = await db.HulpVan(aanvraag, annulering);
        // A first decision has nothing to overwrite. A replacement must name the version that it replaces.
        if (ifMatch is null && aanvraag.Status == Aanvraagstatus.Besloten) throw Weigering.VersieVereist();
        ifMatch?.Eis(aanvraag);
        var nu = klok.GetUtcNow();
        var nummer = aanvraag.Beschikkingnummer ?? await db.NieuwBeschikkingnummer(nu.Dag().Year, annulering);
        if (hulp is not null) aanvraag.VolgHulp(hulp);
        aanvraag.Beslis(invoer.Besluiten, await db.Toetsen(aanvraag, annulering), beslisser, nummer, beleid, nu,
            await db.EerdereBeschikkingen(aanvraag, annulering));
        if (hulp is not null) aanvraag.NieuweDelen(hulp);
        await db.SaveChangesAsync(annulering);
        etag.Zet(aanvraag);
        return TypedResults.Ok(Van(aanvraag, beleid));
    }

    internal static Antwoord Van(Aanvraag aanvraag, Tabel<Gemeentebeleid> beleid) => new(aanvraag.Dossiernummer,
        aanvraag.Beschikkingnummer!, aanvraag.BeslotenOp!.Value, aanvraag.Status, aanvraag.Uiterlijk, aanvraag.WachtOpTweede(beleid));

    internal sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Besluiten).NotEmpty().WithMessage("Geef minstens één besluit.").Must(b => b.Count <= 50)
                .WithMessage("Geef hooguit 50 besluiten.");
            RuleForEach(v => v.Besluiten).NotNull().WithMessage("Een besluit is leeg.").ChildRules(besluit =>
            {
                // Awb 3:46: every decision needs sound reasons.
                besluit.RuleFor(b => b.Motivering).NotEmpty().WithMessage("Geef een motivering.").MaximumLength(10_000)
                    .WithMessage("Gebruik hooguit 10.000 tekens.");
                besluit.RuleFor(b => b.Periode).Must(p => p is null || p.Ingangsdatum <= p.Einddatum)
                    .WithMessage("De einddatum mag niet voor de ingangsdatum liggen.");
                besluit.RuleFor(b => b.EerdereBeschikking).Must(n => n is null or { Length: > 0 and <= 30 })
                    .WithMessage("Gebruik het nummer, bijvoorbeeld B-2026-000123, of laat dit weg.");
                besluit.RuleFor(b => b.Omvang).Must(o => o is null or { Volume: >= 1 and <= 99_999_999 })
                    .WithMessage("Vul een volume in van 1 tot en met 99999999.");
                // The largest amount that a WMO501 holds (iStandaarden LDT_Bedrag).
                besluit.RuleFor(b => b.Budget).Must(b => b is null or (> 0 and <= 999_999.99m))
                    .WithMessage("Vul een budget in van meer dan 0 en hooguit 999.999,99 euro.")
                    .Must(b => b is not { } bedrag || decimal.Round(bedrag, 2) == bedrag)
                    .WithMessage("Gebruik hooguit twee cijfers achter de komma.");
                besluit.RuleFor(b => b.BudgetTotDan).Bedrag();
                besluit.RuleFor(b => b.Agb).Must(a => a is null || (a.Length == 8 && a.All(char.IsAsciiDigit)))
                    .WithMessage("Een AGB-code heeft acht cijfers.");
                besluit.RuleFor(b => b.Voorwaarden).Must(v => v is null or { Count: <= 20 }).WithMessage("Geef hooguit 20 voorwaarden.");
                besluit.RuleForEach(b => b.Voorwaarden).NotEmpty().WithMessage("Een voorwaarde is leeg.").MaximumLength(1000)
                    .WithMessage("Gebruik hooguit 1000 tekens per voorwaarde.");
                besluit.RuleFor(b => b.RedenAfwijkingAdvies).MaximumLength(4000).WithMessage("Gebruik hooguit 4000 tekens.");
                besluit.RuleFor(b => b.NietGehoord).Must(n => n is null || n.Reden is { Length: > 0 and <= 2000 })
                    .WithMessage("Leg in hooguit 2000 tekens uit waarom de inwoner niet eerst is gehoord.");
            });
        }
    }
}
