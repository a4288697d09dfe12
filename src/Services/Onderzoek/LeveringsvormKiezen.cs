using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Onderzoeken.Opslag;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Onderzoeken;

/// <summary>The resident chooses zorg in natura or pgb for each voorziening. The choice may change until the verslag is fixed.</summary>
public static class LeveringsvormKiezen
{
    /// <param name="Leveringsvorm">Zorg in natura (zin) of persoonsgebonden budget (pgb).</param>
    /// <param name="Agb">De gekozen zorgaanbieder, bij zorg in natura.</param>
    /// <param name="Motivatie">
    /// Waarom de hulp van een gecontracteerde zorgaanbieder niet past, bij een pgb (Wmo 2015 art. 2.3.6 lid 2 onder b).
    /// </param>
    public sealed record Invoer(Leveringsvorm Leveringsvorm, string? Agb = null, string? Motivatie = null);

    public static void MapLeveringsvormKiezen(this IEndpointRouteBuilder api) =>
        api.MapPut("/onderzoeken/{dossiernummer}/indicaties/{voorzieningId:guid}/keuze", Kies).Voor(Rollen.Inwoner, Rollen.Consulent)
            .Valideer(new Vorm())
            .WithSummary("Leveringsvorm kiezen")
            .WithDescription("Legt de keuze van de inwoner vast. "
                + "Stuur If-Match mee met de ETag van het onderzoek; het antwoord geeft de nieuwe ETag.");

    private static async Task<NoContent> Kies(
        string dossiernummer, Guid voorzieningId, Invoer keuze, Gebruiker gebruiker, OnderzoekDb db, IfMatch ifMatch, Etag etag,
            TimeProvider klok, CancellationToken annulering)
    {
        var onderzoek = await db.Zoek(dossiernummer, gebruiker, annulering);
        ifMatch.Eis(onderzoek.RowVersion);
        var aanbieder = await db.Zorgaanbieders.AsNoTracking().SingleOrDefaultAsync(z => z.Agb == keuze.Agb, annulering);
        onderzoek.Kies(voorzieningId, keuze.Leveringsvorm, aanbieder, keuze.Motivatie?.Trim(), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(onderzoek.RowVersion);
        return TypedResults.NoContent();
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(k => k.Agb).NotNull().When(k => k.Leveringsvorm == Leveringsvorm.Zin)
                .WithMessage("Kies een zorgaanbieder: vul de AGB-code in.")
                .Matches(@"\A[0-9]{8}\z").WithMessage("Een AGB-code heeft acht cijfers.");
            RuleFor(k => k.Agb).Null().When(k => k.Leveringsvorm == Leveringsvorm.Pgb)
                .WithMessage("Bij een pgb kiest de inwoner de zorgverlener later. Laat de AGB-code weg.");
            RuleFor(k => k.Motivatie).MaximumLength(4000).WithMessage("Gebruik hooguit 4000 tekens.");
        }
    }
}
