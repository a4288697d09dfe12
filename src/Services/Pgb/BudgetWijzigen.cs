using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.Pgb.Opslag;
using WmoPlatform.Pgb.Regels;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Pgb;

/// <summary>
/// A consulent or the backoffice changes the amount, the period, the zorgfuncties or the representatives of a budget (iPgb OP501, OP503,
/// OP504).
/// </summary>
public static class BudgetWijzigen
{
    /// <summary>The complete new situation: anything left out of a list is removed from it.</summary>
    /// <param name="Reden">Waarom het budget verandert.</param>
    /// <param name="BeslotenOp">De dag van het besluit tot wijziging.</param>
    /// <param name="Functiebudgetten">Alle delen van het budget zoals ze nu worden; weglaten als er daaraan niets verandert. Wat hier niet
    /// meer in staat, wordt ingetrokken.</param>
    /// <param name="Vertegenwoordiging">Wie de inwoner nu vertegenwoordigt; weglaten als daaraan niets verandert.</param>
    public sealed record Invoer(string Reden, DateOnly BeslotenOp, IReadOnlyList<Functiebudget>? Functiebudgetten = null,
        Vertegenwoordiging? Vertegenwoordiging = null) : IRequestBody;

    public static void MapBudgetWijzigen(this IEndpointRouteBuilder api) =>
        api.MapPost("/budgetten/{voorzieningId:guid}/wijziging", Wijzig)
            .Voor(Rollen.Consulent, Rollen.Backoffice).WithIdempotency().Valideer(new Vorm())
            .WithSummary("Budget wijzigen")
            .WithDescription("Wijzigt het bedrag, de periode, de zorgfuncties of de vertegenwoordiger. De SVB hoort de hele nieuwe "
                + "situatie, zo nodig na het antwoord op de vorige melding. Na een afkeuring is dit de correctie. "
                + "Stuur If-Match mee met de ETag van het budget.");

    private static async Task<Ok<BudgetInzien.Antwoord>> Wijzig(
        Guid voorzieningId, Invoer invoer, Gebruiker gebruiker, PgbDb db, SvbAanmelding svb, Vault kluis, TimeProvider klok,
        IfMatch ifMatch, Etag etag, CancellationToken annulering)
    {
        var budget = await db.Budget(voorzieningId, gebruiker, annulering);
        ifMatch.Eis(budget.RowVersion);
        if (invoer.BeslotenOp > klok.Vandaag())
            throw Weigering.Regel("besluit-in-de-toekomst", "Leg een wijziging vast op de dag van het besluit of daarna, niet vooraf.",
                "iPgb CS023", "beslotenOp");
        if (invoer.Vertegenwoordiging is { } wie)
            VertegenwoordigingIsVolledig.Eis(wie, budget.Vertegenwoordiging(kluis));
        budget.Wijzig(new(invoer.Reden.Trim(), invoer.BeslotenOp, klok.Vandaag()), invoer.Functiebudgetten,
            invoer.Vertegenwoordiging?.MetNummers(), kluis, klok.GetUtcNow());
        if (!budget.InEigenBeheer && invoer.Functiebudgetten is { } delen && await db.OverlaptAnder(budget, delen, annulering))
            throw Weigering.Regel("functie-overlapt",
                "De inwoner heeft al een ander budget voor dezelfde zorgfunctie in deze tijd. Wijzig dat budget, of beëindig het eerst.",
                "iPgb OP508", "functiebudgetten");
        await svb.MeldAan(budget, annulering);
        await db.SaveChangesAsync(annulering);
        etag.Zet(budget.RowVersion);
        return TypedResults.Ok(BudgetInzien.Van(budget, kluis, klok.Vandaag()));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        private const decimal Hoogst = 999_999.99m;

        public Vorm()
        {
            RuleFor(v => v.Reden).NotEmpty()
                .WithMessage("Leg uit waarom het budget verandert.").MaximumLength(2000).WithMessage("Gebruik hooguit 2000 tekens.");
            RuleFor(v => v.Functiebudgetten).Must(d => d is null || d.Count is > 0 and <= 50)
                .WithMessage("Geef minstens één deel en hooguit vijftig. Vervalt alles, trek het budget dan in.");
            RuleForEach(v => v.Functiebudgetten).NotNull().WithMessage("Vul dit deel in, of laat het weg.").ChildRules(d =>
            {
                d.RuleFor(x => x.Zorgfunctie).NotNull().WithMessage("Vul de zorgfunctie in.")
                    .Matches(@"\A(0[1-9]|1[0-8]|99)\z").WithMessage("Gebruik een productcategorie van 01 tot en met 18, of 99.");
                d.RuleFor(x => x.Periode).NotNull().WithMessage("Vul de periode in.");
                d.RuleFor(x => x.Bedrag).Must(IsBedrag).WithMessage(
                    "Geef een bedrag in hele centen, meer dan 0 en hooguit 999.999,99 euro. Vervalt dit deel, laat het dan weg.");
                d.RuleFor(x => x.VerantwoordingsvrijBedrag).Must(b => b is not { } vrij || vrij == 0 || IsBedrag(vrij))
                    .WithMessage("Geef een bedrag in hele centen, of laat het weg.");
            });
            RuleFor(v => v.Vertegenwoordiging!).SetValidator(new Vertegenwoordigingvorm()).When(v => v.Vertegenwoordiging is not null);
        }

        private static bool IsBedrag(decimal bedrag) => bedrag is > 0 and <= Hoogst && decimal.IsInteger(bedrag * 100);
    }
}
