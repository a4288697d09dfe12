using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
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
    /// laatste dag daarvoor. Bij bezwaar en de beslissing op bezwaar: de dag van de bekendmaking. Bij beroep: de dag waarop de beslissing
    /// op bezwaar is bekendgemaakt. Bij beroep omdat er niet op tijd is beslist: de dag van de ingebrekestelling. Bij nadere stukken en het
    /// ter inzage leggen: de dag van de hoorzitting; daarvan wordt teruggeteld.
    /// </param>
    /// <param name="Opschortingen">
    /// Wanneer de termijn stilstond. Heeft alleen gevolg bij een beschikking en een beslissing op bezwaar. Die laatste staat alleen stil
    /// door een verzuim.
    /// </param>
    /// <param name="Uitstel">
    /// Aangekondigd uitstel van een beschikking. De wettelijke dag verschuift daar niet door. Een beslissing op bezwaar kent geen uitstel.
    /// </param>
    /// <param name="Adviescommissie">
    /// Bij een beslissing op bezwaar: of er een adviescommissie is ingesteld en dat is meegedeeld. Bij een klacht: of een commissie die
    /// behandelt.
    /// </param>
    /// <param name="Verdaagd">Bij een beslissing op bezwaar en een klacht: of die op tijd is verdaagd.</param>
    /// <param name="VerdaagdWeken">Hoeveel weken verdaagd; leeg voor zoveel als de wet toestaat (6 bij bezwaar, 4 bij een klacht).</param>
    /// <param name="InstemmingTot">
    /// Bij een beslissing op bezwaar en een klacht: de dag tot en met welke de indiener schriftelijk met verder uitstel instemde.
    /// </param>
    public sealed record Invoer(
        Termijnsoort Soort, DateOnly Start, IReadOnlyList<Opschortingsverzoek>? Opschortingen = null, Uitstelverzoek? Uitstel = null,
        bool? Adviescommissie = null, bool? Verdaagd = null, int? VerdaagdWeken = null, DateOnly? InstemmingTot = null) : IRequestBody;

    /// <summary>A period in which the term stood still.</summary>
    /// <param name="Grond">Waarom.</param>
    /// <param name="Van">De dag van de uitnodiging, de instemming of de oorzaak; die dag telt zelf niet mee.</param>
    /// <param name="TermijnTot">
    /// De laatste dag die is genoemd. Een uitnodiging om iets aan te vullen zonder laatste dag schort niet op.
    /// </param>
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
                invoer.Adviescommissie ?? false, invoer.Verdaagd ?? false)
            {
                VerdaagdWeken = invoer.VerdaagdWeken,
                InstemmingTot = invoer.InstemmingTot,
            },
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
            RuleForEach(v => v.Opschortingen).Must(o => o is not { Grond: not Opschortingsgrond.Verzuim })
                .WithMessage("Een beslissing op bezwaar staat alleen stil zolang een verzuim wordt hersteld (Awb 7:10 lid 2). "
                    + "Kies de grond verzuim, of laat de opschorting weg.")
                .When(v => v.Soort == Termijnsoort.BeslissingOpBezwaar);
            RuleForEach(v => v.Opschortingen).Must(o => o is not { Grond: Opschortingsgrond.Verzuim })
                .WithMessage("Een verzuim hoort bij een bezwaar. Kies voor een aanvraag de grond aanvulling.")
                .When(v => v.Soort == Termijnsoort.Beschikking);
            RuleFor(v => v.Uitstel).Null()
                .WithMessage("Een beslissing op bezwaar kent geen uitstel. Vul in of zij is verdaagd (Awb 7:10 lid 3), of tot wanneer de "
                    + "indiener instemde met uitstel (lid 4).")
                .When(v => v.Soort == Termijnsoort.BeslissingOpBezwaar);
            RuleFor(v => v.VerdaagdWeken).InclusiveBetween(1, Termijnen.MaximaleVerdagingBezwaar)
                .WithMessage($"Een beslissing op bezwaar wordt hooguit {Termijnen.MaximaleVerdagingBezwaar} weken verdaagd.")
                .When(v => v.Soort != Termijnsoort.Klacht);
            RuleFor(v => v.VerdaagdWeken).InclusiveBetween(1, Termijnen.MaximaleVerdagingKlacht)
                .WithMessage($"De afhandeling van een klacht wordt hooguit {Termijnen.MaximaleVerdagingKlacht} weken verdaagd.")
                .When(v => v.Soort == Termijnsoort.Klacht);
            RuleFor(v => v.InstemmingTot).BinnenDeKalender();
            RuleFor(v => v.Uitstel).ChildRules(u =>
            {
                u.RuleFor(x => x!.Bekendgemaakt).BinnenDeKalender();
                u.RuleFor(x => x!.Weken).InclusiveBetween(1, Termijnen.MaximaalUitstelWeken)
                    .WithMessage($"Kies 1 of {Termijnen.MaximaalUitstelWeken} weken.");
            });
        }
    }
}
