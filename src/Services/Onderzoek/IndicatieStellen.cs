using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.Onderzoeken.Opslag;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Onderzoeken;

/// <summary>The consulent records that professional help is needed: product, amount, period and goals.</summary>
public static class IndicatieStellen
{
    /// <param name="Product">Productcategorie (01 tot en met 18) en productcode van de gemeente.</param>
    /// <param name="Omvang">Hoeveel hulp, in de codes van iWmo.</param>
    /// <param name="Periode">Vanaf en tot en met wanneer.</param>
    /// <param name="Doelen">Wat de inwoner ermee wil bereiken.</param>
    public sealed record Invoer(Product Product, Omvang Omvang, Periode Periode, IReadOnlyList<string> Doelen) : IRequestBody;

    /// <param name="VoorzieningId">Het nummer van de voorziening: hetzelfde tot en met de eigen bijdrage.</param>
    public sealed record Antwoord(Guid VoorzieningId);

    public static void MapIndicatieStellen(this IEndpointRouteBuilder api) =>
        api.MapPost("/onderzoeken/{dossiernummer}/indicaties", Stel).Voor(Rollen.Consulent).WithIdempotency().Valideer(new Vorm())
            .WithSummary("Indicatie stellen")
            .WithDescription("Legt vast dat professionele hulp nodig is: één indicatie per voorziening.");

    private static async Task<Created<Antwoord>> Stel(
        string dossiernummer, Invoer invoer, Gebruiker gebruiker, OnderzoekDb db, TimeProvider klok, CancellationToken annulering)
    {
        var onderzoek = await db.Zoek(dossiernummer, gebruiker, annulering);
        var indicatie = onderzoek.StelIndicatie(invoer.Product, invoer.Omvang, invoer.Periode, invoer.Doelen, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        return TypedResults.Created($"/onderzoek/v1/onderzoeken/{onderzoek.Dossiernummer}", new Antwoord(indicatie.Id));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        // iWmo 3.2 code lists WJ756 and WMO757.
        private static readonly string[] Eenheden = ["01", "04", "14", "16", "82", "83", "84"];
        private static readonly string[] Frequenties = ["1", "2", "4", "6"];

        public Vorm()
        {
            // iWmo 3.2 code list WMO020.
            RuleFor(v => v.Product.Categorie).Matches(@"\A(0[1-9]|1[0-8])\z")
                .WithMessage("Kies een productcategorie van 01 tot en met 18.");
            RuleFor(v => v.Product.Code).Matches(@"\A[0-9A-Za-z]{1,5}\z")
                .WithMessage("Vul een productcode in van 1 tot en met 5 letters en cijfers.");
            RuleFor(v => v.Omvang.Volume).InclusiveBetween(1, 99_999_999).WithMessage("Vul een aantal in van 1 tot en met 99999999.");
            RuleFor(v => v.Omvang.Eenheid).Must(Eenheden.Contains)
                .WithMessage("Kies eenheid 01 (minuut), 04 (uur), 14 (etmaal), 16 (dagdeel), 82 of 84 (stuks) of 83 (euro).");
            RuleFor(v => v.Omvang.Frequentie).Must(Frequenties.Contains)
                .WithMessage("Kies frequentie 1 (per dag), 2 (per week), 4 (per maand) of 6 (in totaal).")
                .Must((v, frequentie) => ToegewezenHulp.GaanSamen(v.Omvang.Eenheid, frequentie))
                .WithMessage(ToegewezenHulp.GaanNietSamen);
            RuleFor(v => v.Periode.Einddatum).GreaterThanOrEqualTo(v => v.Periode.Ingangsdatum)
                .WithMessage("De einddatum ligt vóór de ingangsdatum. Kies een latere einddatum.");
            RuleFor(v => v.Doelen).NotEmpty().WithMessage("Noem ten minste één doel.").Must(d => d.Count <= 20)
                .WithMessage("Noem hooguit 20 doelen.");
            RuleForEach(v => v.Doelen).NotEmpty().WithMessage("Vul het doel in.").MaximumLength(500)
                .WithMessage("Gebruik hooguit 500 tekens.");
        }
    }
}
