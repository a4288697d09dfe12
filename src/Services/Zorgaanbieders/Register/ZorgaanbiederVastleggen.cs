using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.ServiceDefaults.Inzage;
using WmoPlatform.Zorgaanbieders.Opslag;
using static WmoPlatform.Zorgaanbieders.Register.ZorgaanbiedersInzien;

namespace WmoPlatform.Zorgaanbieders.Register;

/// <summary>Records or changes the contract of a provider. Residents can choose its help from then on.</summary>
public static class ZorgaanbiederVastleggen
{
    /// <param name="Naam">De handelsnaam.</param>
    /// <param name="Productcategorieen">De categorieën waarvoor het contract geldt, twee cijfers elk (WMO020).</param>
    /// <param name="GeldigVan">De eerste dag van het contract.</param>
    /// <param name="GeldigTot">De laatste dag; leeg als het contract doorloopt.</param>
    /// <param name="Capaciteit">Hoeveel nieuwe cliënten er nog bij kunnen. Elke nieuwe cliënt telt er vanzelf één af.</param>
    /// <param name="OpzegtermijnDagen">De opzegtermijn in dagen.</param>
    /// <param name="Productcodes">De productcodes waarvoor het contract geldt; leeg als het voor alle codes van de categorieën
    /// geldt.</param>
    /// <param name="Aansluiting">Hoe de zorgaanbieder hoort en antwoordt: met berichten (iWmo), of op het platform zelf. Zonder dit blijft
    /// het zoals het was; een nieuwe hoort met berichten.</param>
    public sealed record Invoer(
        string Naam, IReadOnlyList<string> Productcategorieen, DateOnly GeldigVan, DateOnly? GeldigTot = null, int? Capaciteit = null,
        int? OpzegtermijnDagen = null,
        IReadOnlyList<string>? Productcodes = null, Aansluiting? Aansluiting = null) : IRequestBody;

    public static void MapZorgaanbiederVastleggen(this IEndpointRouteBuilder api) =>
        api.MapPut("/zorgaanbieders/{agb}", LegVast).Voor(Rollen.Beheer, Rollen.Backoffice).Valideer(new Vorm())
            .ToontNiemand("Het register gaat over zorgaanbieders.")
            .WithSummary("Zorgaanbieder vastleggen")
            .WithDescription(
                "Legt een contract vast. Bestaat de zorgaanbieder al, stuur dan If-Match mee met de ETag die u bij het ophalen kreeg.");

    private static async Task<Results<Ok<Overzicht>, Created<Overzicht>>> LegVast(
        string agb, Invoer invoer, IfMatch? ifMatch, Etag etag, ZorgaanbiedersDb db, TimeProvider klok, CancellationToken annulering)
    {
        if (agb is not { Length: 8 } || !agb.All(char.IsAsciiDigit)) throw Weigering.Invoer("agb", "Een AGB-code heeft acht cijfers.");
        var bekend = await db.Zorgaanbieders.SingleOrDefaultAsync(z => z.Agb == agb, annulering);
        var contract = new Contract(
            invoer.Naam.Trim(), [.. invoer.Productcategorieen.Order(StringComparer.Ordinal)], invoer.GeldigVan, invoer.GeldigTot,
            invoer.Capaciteit, invoer.OpzegtermijnDagen,
            invoer.Aansluiting ?? bekend?.Contract.Aansluiting ?? Aansluiting.Berichten)
        {
            Productcodes = [.. (invoer.Productcodes ?? []).Order(StringComparer.Ordinal)],
        };

        if (bekend is not null)
        {
            // Repeating the same contract overwrites nobody's change.
            if (!bekend.Contract.IsGelijkAan(contract)) (ifMatch ?? throw Weigering.VersieVereist()).Eis(bekend.RowVersion);
            bekend.Wijzig(contract, klok.GetUtcNow());
            await db.SaveChangesAsync(annulering);
            etag.Zet(bekend.RowVersion);
            return TypedResults.Ok(Van(bekend));
        }

        if (ifMatch is not null) throw Weigering.IntussenGewijzigd();
        var nieuw = Zorgaanbieder.Contracteer(agb, contract, klok.GetUtcNow());
        db.Add(nieuw);
        try
        {
            await db.SaveChangesAsync(annulering);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw Weigering.IntussenGewijzigd();
        }
        etag.Zet(nieuw.RowVersion);
        return TypedResults.Created($"/zorgaanbieders/v1/zorgaanbieders/{agb}", Van(nieuw));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Naam).NotEmpty().WithMessage("Vul de naam van de zorgaanbieder in.").MaximumLength(200)
                .WithMessage("Gebruik hooguit 200 tekens.");
            RuleFor(v => v.Productcategorieen).NotEmpty().WithMessage("Noem ten minste één productcategorie.")
                .Must(c => c.Distinct().Count() == c.Count).WithMessage("Noem elke productcategorie één keer.");
            RuleForEach(v => v.Productcategorieen).NotNull().WithMessage("Gebruik een productcategorie van 01 tot en met 18.")
                .Matches(@"\A(0[1-9]|1[0-8])\z").WithMessage("Gebruik een productcategorie van 01 tot en met 18.");
            RuleForEach(v => v.Productcodes).NotNull().WithMessage("Een productcode heeft één tot vijf letters of cijfers.")
                .Matches(@"\A[0-9A-Za-z]{1,5}\z").WithMessage("Een productcode heeft één tot vijf letters of cijfers.");
            RuleFor(v => v.Productcodes).Must(c => c is null || c.Distinct().Count() == c.Count)
                .WithMessage("Noem elke productcode één keer.");
            RuleFor(v => v.GeldigTot).GreaterThanOrEqualTo(v => v.GeldigVan).WithMessage(
                "De laatste dag van het contract ligt voor de eerste.");
            RuleFor(v => v.Capaciteit).GreaterThanOrEqualTo(0).WithMessage("Vul 0 of meer in.");
            RuleFor(v => v.OpzegtermijnDagen).InclusiveBetween(0, 365).WithMessage("Vul 0 tot en met 365 dagen in.");
        }
    }
}
