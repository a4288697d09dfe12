using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Inzage;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Dossiers.Rekenhulp;

/// <summary>Computes what the municipality pays for one carer with a pgb.</summary>
public static class PgbtariefBerekenen
{
    private const decimal HoogsteTarief = 10_000;
    private const decimal UrenInEenWeek = 168;

    /// <param name="Voorziening">Welke hulp.</param>
    /// <param name="Datum">De dag waarvoor wordt gerekend.</param>
    /// <param name="GevraagdTarief">Wat de zorgverlener vraagt, in euro's per uur.</param>
    /// <param name="UrenPerWeek">Hoeveel uur hulp per week wordt gevraagd.</param>
    /// <param name="Zorgverlener">Wie de hulp geeft.</param>
    /// <param name="ZinTarief">Wat de gemeente voor dezelfde hulp in natura betaalt, in euro's per uur; nodig bij een professional.</param>
    /// <param name="Huisvestingskosten">Het deel daarvan voor huisvesting, in euro's per uur; alleen bij beschermd wonen.</param>
    public sealed record Invoer(
        Pgbvoorziening Voorziening, DateOnly Datum, decimal GevraagdTarief, decimal UrenPerWeek, Zorgverlenerverzoek Zorgverlener,
        decimal? ZinTarief = null, decimal? Huisvestingskosten = null) : IRequestBody;

    /// <summary>The carer.</summary>
    /// <param name="FamilieOfHuisgenoot">Of de zorgverlener familie of huisgenoot is.</param>
    /// <param name="Dienstverband">Hoe de zorgverlener werkt.</param>
    /// <param name="Diploma">Of er een diploma is dat past bij de hulp; nodig bij een professional.</param>
    /// <param name="Vog">Of er een verklaring omtrent het gedrag is; nodig bij een professional.</param>
    /// <param name="Geboortedatum">De geboortedatum; nodig bij een bekende.</param>
    /// <param name="UrenElders">Hoeveel uur per week de zorgverlener voor anderen werkt; telt bij een bekende.</param>
    public sealed record Zorgverlenerverzoek(
        bool FamilieOfHuisgenoot, Dienstverband Dienstverband, bool? Diploma = null, bool? Vog = null, DateOnly? Geboortedatum = null,
            decimal? UrenElders = null);

    /// <param name="BehandeldAls">Hoe de zorgverlener wordt betaald.</param>
    /// <param name="MaximumTarief">Wat de gemeente hooguit betaalt, in euro's per uur.</param>
    /// <param name="ToegekendTarief">Wat de gemeente betaalt, in euro's per uur; 0 bij een weigering.</param>
    /// <param name="ZelfBijTeBetalen">Wat de inwoner zelf bijbetaalt, in euro's per uur: gevraagd min toegekend.</param>
    /// <param name="ToegestaneUren">Hoeveel uur per week de zorgverlener mag werken voor dit pgb.</param>
    /// <param name="Weigeringen">Waarom er geen pgb is voor deze zorgverlener; leeg als het mag.</param>
    /// <param name="Stappen">De afleiding, op volgorde.</param>
    public sealed record Antwoord(
        Behandeling BehandeldAls, decimal MaximumTarief, decimal ToegekendTarief, decimal ZelfBijTeBetalen, decimal ToegestaneUren,
        IReadOnlyList<Reden> Weigeringen, IReadOnlyList<Rekenstap> Stappen);

    /// <summary>One reason for a refusal.</summary>
    /// <param name="Code">Een vaste code.</param>
    /// <param name="Uitleg">Wat er ontbreekt en wat u eraan doet.</param>
    public sealed record Reden(string Code, string Uitleg);

    public static void MapPgbtariefBerekenen(this IEndpointRouteBuilder api) =>
        api.MapPost("/pgb-tarieven", Bereken).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice, Rollen.Beheer, Rollen.Systeem)
            .Valideer(new Vorm())
            .ToontNiemand("De rekenhulp kent geen dossier: zij rekent met wat de vrager invult.")
            .WithSummary("Pgb-tarief berekenen")
            .WithDescription("Wat de gemeente betaalt voor een zorgverlener met een pgb, voor hoeveel uur, en hoe dat is berekend. "
                + "Er wordt niets bewaard.");

    private static Ok<Antwoord> Bereken(Invoer invoer, Tabel<Gemeentebeleid> beleid)
    {
        var tarief = Pgbtarieven.Bereken(
            new Pgbvraag(invoer.Voorziening, invoer.Datum, invoer.GevraagdTarief, invoer.ZinTarief, invoer.Huisvestingskosten ?? 0,
                invoer.UrenPerWeek, Van(invoer.Zorgverlener)),
            beleid);
        return TypedResults.Ok(new Antwoord(
            tarief.BehandeldAls, tarief.MaximumTarief, tarief.ToegekendTarief, tarief.ZelfBijTeBetalen, tarief.ToegestaneUren,
            [.. tarief.Weigeringen.Select(w => new Reden(w.Code, w.Uitleg))], Rekenstap.Van(tarief.Stappen)));
    }

    private static Zorgverlener Van(Zorgverlenerverzoek z) =>
        new(z.FamilieOfHuisgenoot, z.Dienstverband, z.Diploma ?? false, z.Vog ?? false, z.Geboortedatum, z.UrenElders ?? 0);

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Datum).BinnenDeKalender();
            RuleFor(v => v.GevraagdTarief).InclusiveBetween(0, HoogsteTarief).WithMessage(Tarief);
            RuleFor(v => v.ZinTarief).InclusiveBetween(0, HoogsteTarief).WithMessage(Tarief);
            RuleFor(v => v.ZinTarief).NotNull().When(v => Van(v.Zorgverlener).Behandeling == Behandeling.Professional)
                .WithMessage("Vul in wat de gemeente voor deze hulp in natura betaalt: daaruit volgt het tarief van een professional.");
            RuleFor(v => v.Huisvestingskosten).InclusiveBetween(0, HoogsteTarief).WithMessage(Tarief);
            RuleFor(v => v.UrenPerWeek).Must(uren => uren is > 0 and <= UrenInEenWeek)
                .WithMessage($"Vul meer dan 0 en hooguit {UrenInEenWeek} uur in.");
            RuleFor(v => v.Zorgverlener).ChildRules(z =>
            {
                z.RuleFor(x => x.UrenElders).InclusiveBetween(0, UrenInEenWeek).WithMessage($"Vul 0 tot en met {UrenInEenWeek} uur in.");
                z.RuleFor(x => x.Geboortedatum).NotNull().When(x => Van(x).Behandeling == Behandeling.Bekende)
                    .WithMessage("Vul de geboortedatum in: een bekende heeft een minimumleeftijd.");
                z.RuleFor(x => x.Geboortedatum).InclusiveBetween(new(1900, 1, 1), new(Kalender.LaatsteJaar, 12, 31))
                    .WithMessage("Vul een geboortedatum vanaf 1900 in.");
            });
        }

        private static readonly string Tarief = $"Vul 0 tot en met {HoogsteTarief:0} euro per uur in.";
    }
}
