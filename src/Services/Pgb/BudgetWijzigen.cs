using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.Pgb.Opslag;
using WmoPlatform.Pgb.Regels;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Pgb;

/// <summary>
/// A consulent or the backoffice changes what a decision leaves open: the representatives, and the division of a granted amount over its
/// period (iPgb OP501, OP504). Anything else is for a decision on the voorziening, which the budget follows by itself.
/// </summary>
public static class BudgetWijzigen
{
    /// <summary>The complete new situation: anything left out of a list is removed from it.</summary>
    /// <param name="Reden">Waarom het budget verandert.</param>
    /// <param name="Functiebudgetten">Hoe het toegekende bedrag over de tijd is verdeeld, alle delen; weglaten als dat zo blijft. Samen
    /// zijn ze precies wat is toegekend.</param>
    /// <param name="Vertegenwoordiging">Wie de inwoner nu vertegenwoordigt; weglaten als daaraan niets verandert.</param>
    public sealed record Invoer(string Reden, IReadOnlyList<Functiebudget>? Functiebudgetten = null,
        Vertegenwoordiging? Vertegenwoordiging = null) : IRequestBody;

    public static void MapBudgetWijzigen(this IEndpointRouteBuilder api) =>
        api.MapPost("/budgetten/{voorzieningId:guid}/wijziging", Wijzig)
            .Voor(Rollen.Consulent, Rollen.Backoffice).WithIdempotency().Valideer(new Vorm())
            .WithSummary("Budget anders uitvoeren")
            .WithDescription("Wijzigt wie de inwoner vertegenwoordigt, of verdeelt het toegekende bedrag anders over de tijd. De SVB "
                + "hoort de hele nieuwe situatie, zo nodig na het antwoord op de vorige melding. Een ander bedrag, een andere periode, "
                + "andere hulp of een einde vraagt een besluit over de voorziening; het budget volgt dat vanzelf. Stuur If-Match mee met "
                + "de ETag van het budget.");

    private static async Task<Ok<BudgetInzien.Antwoord>> Wijzig(
        Guid voorzieningId, Invoer invoer, Gebruiker gebruiker, PgbDb db, SvbAanmelding svb, Vault kluis, TimeProvider klok,
        IfMatch ifMatch, Etag etag, CancellationToken annulering)
    {
        var budget = await db.Budget(voorzieningId, gebruiker, annulering);
        ifMatch.Eis(budget.RowVersion);
        if (invoer.Vertegenwoordiging is { } wie)
            VertegenwoordigingIsVolledig.Eis(wie, budget.Vertegenwoordiging(kluis));
        budget.Wijzig(
            invoer.Reden.Trim(), invoer.Functiebudgetten, invoer.Vertegenwoordiging?.MetNummers(), kluis, klok.GetUtcNow());
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
                .WithMessage("Geef minstens één deel en hooguit vijftig.");
            RuleForEach(v => v.Functiebudgetten).NotNull().WithMessage("Vul dit deel in, of laat het weg.").ChildRules(d =>
            {
                d.RuleFor(x => x.Zorgfunctie).NotNull().WithMessage("Vul de zorgfunctie in.")
                    .Matches(@"\A(0[1-9]|1[0-8]|99)\z").WithMessage("Gebruik een productcategorie van 01 tot en met 18, of 99.");
                d.RuleFor(x => x.Periode).NotNull().WithMessage("Vul de periode in.");
                d.RuleFor(x => x.Bedrag).Must(IsBedrag).WithMessage(
                    "Geef een bedrag in hele centen, meer dan 0 en hooguit 999.999,99 euro.");
                d.RuleFor(x => x.VerantwoordingsvrijBedrag).Must(b => b is not { } vrij || vrij == 0 || IsBedrag(vrij))
                    .WithMessage("Geef een bedrag in hele centen, of laat het weg.");
            });
            RuleFor(v => v.Vertegenwoordiging!).SetValidator(new Vertegenwoordigingvorm()).When(v => v.Vertegenwoordiging is not null);
        }

        private static bool IsBedrag(decimal bedrag) => bedrag is > 0 and <= Hoogst && decimal.IsInteger(bedrag * 100);
    }
}
