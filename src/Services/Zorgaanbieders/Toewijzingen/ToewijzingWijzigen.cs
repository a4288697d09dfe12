using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden.Codelijsten;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;
using WmoPlatform.Zorgaanbieders.Opslag;
using static WmoPlatform.Zorgaanbieders.Toewijzingen.ToewijzingenInzien;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>
/// A consulent or the backoffice changes how a decision is carried out: another provider from a day, or an assignment that is removed and
/// replaced. What was granted changes by a decision only. The provider gets one WMO301.
/// </summary>
public static class ToewijzingWijzigen
{
    /// <param name="Einddatum">De laatste dag, als die anders wordt.</param>
    /// <param name="Omvang">Hoeveel hulp, als dat anders wordt.</param>
    /// <param name="Product">Welke hulp, als dat anders wordt.</param>
    /// <param name="Agb">De nieuwe zorgaanbieder, als de hulp naar een andere gaat.</param>
    /// <param name="Vanaf">De eerste dag waarop het anders is; nodig bij andere hulp of een andere zorgaanbieder.</param>
    /// <param name="Reden">De reden uit de lijst WMO002, twee cijfers; 13 verwijdert een toewijzing waarvan de hulp niet is begonnen. Leeg
    /// laat het aan de wijziging over.</param>
    /// <param name="InOverleg">Of het met de zorgaanbieder is overlegd, en die ermee instemt.</param>
    public sealed record Invoer(
        DateOnly? Einddatum = null, Omvang? Omvang = null, Product? Product = null, string? Agb = null, DateOnly? Vanaf = null,
        string? Reden = null, bool InOverleg = false) : IRequestBody;

    /// <param name="Toewijzingen">De toewijzingen die zijn gewijzigd of gemaakt.</param>
    public sealed record Resultaat(IReadOnlyList<Overzicht> Toewijzingen);

    public static void MapToewijzingWijzigen(this IEndpointRouteBuilder api) =>
        api.MapPost("/toewijzingen/{toewijzingnummer:long}/wijziging", Wijzig).Voor(Rollen.Backoffice, Rollen.Consulent).WithIdempotency()
            .Valideer(new Vorm())
            .WithSummary("Toewijzing wijzigen")
            .WithDescription(
                "Laat de hulp op een dag overgaan naar een andere zorgaanbieder, of verwijdert een toewijzing voordat de hulp begint. "
                + "Meer, minder, langer of korter kan alleen met een besluit; daar volgt de toewijzing vanzelf uit. "
                + "Kreeg de zorgaanbieder minder dan is toegekend omdat die dat vroeg, dan kan het hier weer worden wat is toegekend.");

    private static async Task<Ok<Resultaat>> Wijzig(
        long toewijzingnummer, Invoer invoer, Gebruiker gebruiker, ZorgaanbiedersDb db, Wijzigen wijzigen, Toewijzer toewijzer,
        CancellationToken annulering)
    {
        var toewijzing = await db.Zoek(toewijzingnummer, gebruiker, annulering);
        var geraakt = await wijzigen.Maak(
            toewijzing, new(invoer.Vanaf, invoer.Einddatum, invoer.Product, invoer.Omvang, invoer.Agb, invoer.Reden, invoer.InOverleg),
            annulering);
        foreach (var agb in geraakt.Select(t => t.Agb).Distinct()) await toewijzer.Vertel(toewijzing.PersoonId, agb, annulering);
        await db.SaveChangesAsync(annulering);
        return TypedResults.Ok(new Resultaat([.. geraakt.Select(t => Van(t))]));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Agb).Matches(@"\A\d{8}\z").WithMessage("Een AGB-code heeft acht cijfers.");
            RuleFor(v => v.Reden).Matches(@"\A(0[2-9]|1[0-4])\z").WithMessage("Gebruik een reden van 02 tot en met 14.")
                .NotEqual(RedenWijziging.AndereAanbieder).When(v => v.Agb is null, ApplyConditionTo.CurrentValidator).WithMessage(
                    "Noem bij reden 09 de andere zorgaanbieder.");
            RuleFor(v => v.Product!.Categorie).Matches(@"\A(0[1-9]|1[0-8])\z").When(v => v.Product is not null).WithMessage(
                "Gebruik een productcategorie van 01 tot en met 18.");
            RuleFor(v => v.Product!.Code).Matches(@"\A[0-9A-Za-z]{1,5}\z").When(v => v.Product is not null).WithMessage(
                "Een productcode heeft één tot vijf letters of cijfers.");
            RuleFor(v => v.Omvang!).SetValidator(new OmvangVorm()).When(v => v.Omvang is not null);
        }
    }
}

/// <summary>Checks an omvang against the code lists of iWmo.</summary>
internal sealed class OmvangVorm : AbstractValidator<Omvang>
{
    public OmvangVorm()
    {
        RuleFor(o => o.Volume).InclusiveBetween(0, 99_999_999).WithMessage("Vul 0 tot en met 99999999 in.");
        RuleFor(o => o.Eenheid).Matches(@"\A(01|04|14|16|82|83|84)\z").WithMessage(
            "Gebruik een eenheid uit de lijst: 01, 04, 14, 16, 82, 83 of 84.");
        RuleFor(o => o.Frequentie).Matches(@"\A[1246]\z").WithMessage("Gebruik een frequentie uit de lijst: 1, 2, 4 of 6.")
            .Must((o, frequentie) => ToegewezenHulp.GaanSamen(o.Eenheid, frequentie))
            .WithMessage(ToegewezenHulp.GaanNietSamen);
    }
}
