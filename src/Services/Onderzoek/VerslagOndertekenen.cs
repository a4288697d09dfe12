using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.Onderzoeken.Opslag;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Onderzoeken;

/// <summary>
/// The signed verslag is received. It is the aanvraag, and starts the two weeks (Wmo 2015 art. 2.3.2 lid 9, 2.3.5 lid 2).
/// </summary>
public static class VerslagOndertekenen
{
    /// <param name="Wijze">Digitaal door de aangemelde inwoner zelf, of op papier.</param>
    /// <param name="OntvangenOp">De dag waarop het papier binnenkwam; vandaag als u niets invult.</param>
    /// <param name="RedenLaat">
    /// Waarom u het papier nu pas vastlegt; verplicht als dat later is dan de eerste werkdag na de ontvangst.
    /// </param>
    /// <param name="EerstBij">
    /// Wie het papier eerst kreeg en doorstuurde (Awb 2:3), en op welke dag. Onze termijn begint op de dag van ontvangst hier.
    /// </param>
    public sealed record Invoer(Ondertekenwijze Wijze, DateOnly? OntvangenOp = null, string? RedenLaat = null,
        EerdereOntvangst? EerstBij = null) : IRequestBody;

    public static void MapVerslagOndertekenen(this IEndpointRouteBuilder api) =>
        api.MapPost("/onderzoeken/{dossiernummer}/verslag/ondertekening", Onderteken)
            .Voor(Rollen.Inwoner, Rollen.Consulent, Rollen.Backoffice).WithIdempotency().Valideer(new Vorm())
            .WithSummary("Verslag ondertekenen").WithDescription(
                "Legt de ondertekening vast. Het ondertekende verslag is de aanvraag. Stuur If-Match mee met de ETag van het onderzoek; "
                    + "bij digitaal ondertekenen is dat verplicht.");

    private static async Task<NoContent> Onderteken(
        string dossiernummer, Invoer invoer, Gebruiker gebruiker, OnderzoekDb db, IfMatch? ifMatch, Etag etag, TimeProvider klok,
            CancellationToken annulering)
    {
        var onderzoek = await db.Zoek(dossiernummer, gebruiker, annulering);
        EisJuisteOndertekenaar(invoer.Wijze, gebruiker, onderzoek);
        // A digital signature holds for the very text that was shown. A signature on paper carries its own text.
        if (ifMatch is null && invoer.Wijze == Ondertekenwijze.Digitaal) throw Weigering.VersieVereist();
        ifMatch?.Eis(onderzoek.RowVersion);
        onderzoek.Onderteken(invoer.Wijze, invoer.OntvangenOp ?? klok.Vandaag(), klok.GetUtcNow(), invoer.RedenLaat?.Trim(),
            invoer.EerstBij?.Netjes());
        await db.SaveChangesAsync(annulering);
        etag.Zet(onderzoek.RowVersion);
        return TypedResults.NoContent();
    }

    private static void EisJuisteOndertekenaar(Ondertekenwijze wijze, Gebruiker gebruiker, Onderzoek onderzoek)
    {
        var zelf = gebruiker.Is(Rollen.Inwoner) && gebruiker.Bsn == onderzoek.Bsn;
        if (wijze == Ondertekenwijze.Digitaal && !zelf)
            throw Weigering.Regel("alleen-zelf-ondertekenen",
                "Alleen de inwoner zelf kan digitaal ondertekenen. Leg een ondertekening op papier vast met wijze papier.", veld: "wijze");
        if (wijze == Ondertekenwijze.Papier && !gebruiker.Is(Rollen.Consulent) && !gebruiker.Is(Rollen.Backoffice))
            throw Weigering.Regel("papier-via-gemeente", "Stuur het ondertekende papier naar de gemeente, of onderteken hier digitaal.",
                veld: "wijze");
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.OntvangenOp).Null().When(v => v.Wijze == Ondertekenwijze.Digitaal)
                .WithMessage("Bij digitaal ondertekenen geldt de dag van vandaag. Laat deze datum weg.");
            RuleFor(v => v.EerstBij).Null().When(v => v.Wijze == Ondertekenwijze.Digitaal)
                .WithMessage("Bij digitaal ondertekenen komt het verslag meteen hier. Laat dit weg.");
            RuleFor(v => v.RedenLaat).MaximumLength(2000).WithMessage("Gebruik hooguit 2000 tekens.");
            RuleFor(v => v.EerstBij!.Bestuursorgaan).NotEmpty().WithMessage("Vul in wie het papier eerst kreeg.").MaximumLength(80)
                .WithMessage("Gebruik hooguit 80 tekens.").When(v => v.EerstBij is not null);
        }
    }
}
