using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Inzage;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Dossiers.Rekenhulp;

/// <summary>Computes the last day of any term, with its derivation.</summary>
public static class TermijnBerekenen
{
    /// <param name="Soort">Welke termijn.</param>
    /// <param name="Start">
    /// De dag van het feit waarmee de termijn begint; die dag telt zelf niet mee. Bij buiten-behandeling: de dag van de aanvulling of de
    /// laatste dag daarvoor. Bij bezwaar en de beslissing op bezwaar: de dag van de bekendmaking.
    /// </param>
    /// <param name="Opschortingen">
    /// Wanneer de termijn stilstond. Heeft alleen gevolg bij een beschikking en een beslissing op bezwaar.
    /// </param>
    /// <param name="Uitstel">Aangekondigd uitstel. De wettelijke dag verschuift daar niet door.</param>
    /// <param name="Adviescommissie">Bij een beslissing op bezwaar: of er een adviescommissie is ingesteld en dat is meegedeeld.</param>
    /// <param name="Verdaagd">Bij een beslissing op bezwaar: of die op tijd is verdaagd.</param>
    public sealed record Invoer(
        Termijnsoort Soort, DateOnly Start, IReadOnlyList<Opschortingsverzoek>? Opschortingen = null, Uitstelverzoek? Uitstel = null,
        bool? Adviescommissie = null, bool? Verdaagd = null) : IRequestBody;

    /// <summary>A period in which the term stood still.</summary>
    /// <param name="Grond">Waarom.</param>
    /// <param name="Van">De dag van de uitnodiging, de instemming of de oorzaak; die dag telt zelf niet mee.</param>
    /// <param name="TermijnTot">De laatste dag die is genoemd. Een uitnodiging om aan te vullen zonder laatste dag schort niet op.</param>
    /// <param name="Tot">De dag waarop het voorbij was; leeg zolang het duurt, dan telt de laatste dag die is genoemd.</param>
    public sealed record Opschortingsverzoek(Opschortingsgrond Grond, DateOnly Van, DateOnly? TermijnTot = null, DateOnly? Tot = null);

    /// <summary>An announced delay.</summary>
    /// <param name="Bekendgemaakt">De dag waarop het uitstel is bekendgemaakt.</param>
    /// <param name="Weken">Hoeveel weken: 1 of 2.</param>
    public sealed record Uitstelverzoek(DateOnly Bekendgemaakt, int Weken);

    /// <param name="Uiterlijk">De laatste dag. Bij bewaring: de eerste dag waarop vernietigen mag.</param>
    /// <param name="ToegezegdeDatum">De dag die met het uitstel is toegezegd; null zonder uitstel, of als het uitstel te laat kwam.</param>
    /// <param name="Stappen">De afleiding, op volgorde.</param>
    public sealed record Antwoord(DateOnly Uiterlijk, DateOnly? ToegezegdeDatum, IReadOnlyList<Rekenstap> Stappen);

    public static void MapTermijnBerekenen(this IEndpointRouteBuilder api) =>
        api.MapPost("/termijnen", Bereken)
            .Voor(Rollen.Inwoner, Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice, Rollen.Beheer, Rollen.Systeem).Valideer(new Vorm())
            .ToontNiemand("De rekenhulp kent geen dossier: zij rekent met wat de vrager invult.")
            .WithSummary("Termijn berekenen")
            .WithDescription("De laatste dag van een termijn, en hoe die is berekend. Er wordt niets bewaard.");

    private static Ok<Antwoord> Bereken(Invoer invoer, Tabel<Gemeentebeleid> beleid)
    {
        var termijn = Termijnen.Bereken(
            new Termijnvraag(
                invoer.Soort, invoer.Start,
                    [.. (invoer.Opschortingen ?? []).Select(o => new Opschorting(o.Grond, o.Van, o.TermijnTot, o.Tot))],
                invoer.Uitstel is { } uitstel ? new AangekondigdUitstel(uitstel.Bekendgemaakt, uitstel.Weken) : null,
                invoer.Adviescommissie ?? false, invoer.Verdaagd ?? false),
            beleid);
        return TypedResults.Ok(new Antwoord(termijn.Uiterlijk, termijn.ToegezegdeDatum, Rekenstap.Van(termijn.Stappen)));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Start).BinnenDeKalender();
            RuleFor(v => v.Opschortingen).Must(o => o is null || o.Count <= 100).WithMessage("Geef hooguit honderd opschortingen.");
            RuleForEach(v => v.Opschortingen).NotNull().WithMessage("Vul deze opschorting in, of laat haar weg.").ChildRules(o =>
            {
                o.RuleFor(x => x.Van).BinnenDeKalender();
                o.RuleFor(x => x.TermijnTot).BinnenDeKalender().GreaterThanOrEqualTo(x => x.Van)
                    .WithMessage("Deze dag ligt voor het begin van de opschorting.");
                o.RuleFor(x => x.Tot).BinnenDeKalender().GreaterThanOrEqualTo(x => x.Van)
                    .WithMessage("Deze dag ligt voor het begin van de opschorting.");
            });
            RuleForEach(v => v.Opschortingen).Must((invoer, o) => o is null || o.Van >= invoer.Start)
                .WithMessage("Een opschorting begint niet voor de start van de termijn.")
                .When(v => v.Soort is Termijnsoort.Beschikking or Termijnsoort.BeslissingOpBezwaar);
            RuleFor(v => v.Uitstel).ChildRules(u =>
            {
                u.RuleFor(x => x!.Bekendgemaakt).BinnenDeKalender();
                u.RuleFor(x => x!.Weken).InclusiveBetween(1, Termijnen.MaximaalUitstelWeken)
                    .WithMessage($"Kies 1 of {Termijnen.MaximaalUitstelWeken} weken.");
            });
        }
    }
}
