using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen;

/// <summary>
/// Records what the applicant asks for, beside what the onderzoek found. A decision gives an outcome on each part of it (Wmo 2015 art.
/// 2.3.5).
/// </summary>
public static class VraagVastleggen
{
    /// <param name="Gevraagd">Alles wat de inwoner vraagt. Dit vervangt wat eerder was vastgelegd.</param>
    public sealed record Invoer(IReadOnlyList<Vraagregel> Gevraagd) : IRequestBody;

    /// <param name="Dossiernummer">Het dossier.</param>
    /// <param name="Aanvraagnummer">De aanvraag.</param>
    /// <param name="Status">Hoe ver de aanvraag is. Een besluit dat nog niet bekend is gemaakt, moet opnieuw worden genomen.</param>
    /// <param name="Voorzieningen">Alles waarover moet worden beslist, ook zonder indicatie.</param>
    public sealed record Antwoord(
        string Dossiernummer, string Aanvraagnummer, Aanvraagstatus Status, IReadOnlyList<AanvraagInzien.Gevraagd> Voorzieningen);

    public static void MapVraagVastleggen(this IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{dossiernummer}/gevraagd", LegVast).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency().Valideer(new Vorm())
            .WithSummary("Vastleggen wat is gevraagd")
            .WithDescription("Legt vast wat de inwoner vraagt, naast wat het onderzoek nodig vond: meer of minder van een indicatie, of "
                + "hulp waarvoor geen indicatie is. De beslisser beslist over elk onderdeel.");

    private static async Task<Ok<Antwoord>> LegVast(
        string dossiernummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch, Etag etag,
        CancellationToken annulering)
    {
        var aanvraag = await db.Zoek(dossiernummer, gebruiker, annulering);
        ifMatch?.Eis(aanvraag);
        var nu = klok.GetUtcNow();
        aanvraag.LegVraagVast([.. invoer.Gevraagd.Select(r => r.Als([.. aanvraag.Voorzieningen, .. aanvraag.GevraagdeHulp ?? []], nu))],
            nu);
        await db.SaveChangesAsync(annulering);
        etag.Zet(aanvraag);
        return TypedResults.Ok(new Antwoord(aanvraag.Dossiernummer, aanvraag.Aanvraagnummer, aanvraag.Status,
            AanvraagInzien.Gevraagde(aanvraag, await db.Toetsen(aanvraag, annulering))));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Gevraagd).NotNull().WithMessage("Noem wat de inwoner vraagt.").Must(r => r is not { Count: > 50 })
                .WithMessage("Noem hooguit 50 onderdelen.");
            RuleForEach(v => v.Gevraagd).NotNull().WithMessage("Een onderdeel is leeg.").SetValidator(new GevraagdeHulpKlopt.Vorm());
        }
    }
}
