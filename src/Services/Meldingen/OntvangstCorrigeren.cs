using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Meldingen;

/// <summary>
/// The day on which the melding reached the municipality was recorded wrongly. The terms of the melding and of its onderzoek move, and the
/// resident is told.
/// </summary>
public static class OntvangstCorrigeren
{
    /// <param name="OntvangenOp">De dag waarop de melding de gemeente echt bereikte.</param>
    /// <param name="Reden">Waarom die dag anders is dan was vastgelegd, in woorden die de inwoner begrijpt.</param>
    public sealed record Invoer(DateOnly OntvangenOp, string Reden) : IRequestBody;

    /// <param name="Meldingnummer">De melding.</param>
    /// <param name="OntvangenOp">De dag waarop de melding binnenkwam.</param>
    /// <param name="BevestigingUiterlijk">De laatste dag waarop de gemeente de ontvangst bevestigt.</param>
    /// <param name="OnderzoekUiterlijk">De laatste dag van het onderzoek.</param>
    /// <param name="AanvraagVanaf">De eerste dag van een aanvraag zonder verslag.</param>
    public sealed record Antwoord(
        string Meldingnummer, DateOnly OntvangenOp, DateOnly BevestigingUiterlijk, DateOnly OnderzoekUiterlijk, DateOnly AanvraagVanaf);

    public static void MapOntvangstCorrigeren(this IEndpointRouteBuilder api) =>
        api.MapPost("/meldingen/{meldingnummer}/ontvangst", Corrigeer).Voor(Rollen.Consulent, Rollen.Backoffice)
            .WithIdempotency().Valideer(new Vorm())
            .WithSummary("Ontvangst van een melding corrigeren")
            .WithDescription("Verbetert de dag waarop de melding binnenkwam, zolang er niet over is beslist. De termijnen van de "
                + "bevestiging en van het onderzoek verschuiven mee, en de eerste dag van een aanvraag zonder verslag. De inwoner krijgt "
                + "daarover een brief.");

    private static async Task<Ok<Antwoord>> Corrigeer(string meldingnummer, Invoer invoer, Gebruiker gebruiker, MeldingenDb db,
        Tabel<Gemeentebeleid> beleid, TimeProvider klok, CancellationToken annulering)
    {
        var melding = await db.Zoek(meldingnummer, gebruiker, annulering);
        var termijnen = melding.CorrigeerOntvangst(
            invoer.OntvangenOp, invoer.Reden.Trim(), beleid.Op(invoer.OntvangenOp).Waarde.Servicenormen, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        return TypedResults.Ok(new Antwoord(melding.Meldingnummer, melding.OntvangenOp, melding.BevestigingUiterlijk,
            termijnen.Onderzoekstermijn.Uiterlijk, termijnen.AanvraagVanaf));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.OntvangenOp).Must(d => d.Year >= Kalender.EersteJaar)
                .WithMessage($"Kies een dag vanaf {Kalender.EersteJaar}, het eerste jaar van de Wmo 2015.");
            RuleFor(v => v.Reden).NotEmpty().WithMessage("Leg uit waarom de dag anders is.").MaximumLength(2000)
                .WithMessage("Gebruik hooguit 2000 tekens.");
        }
    }
}
