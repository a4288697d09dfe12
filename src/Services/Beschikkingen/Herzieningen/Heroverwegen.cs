using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Herzieningen;

/// <summary>
/// The municipality looks periodically whether a decision is to be reconsidered (Wmo 2015 art. 2.3.9). It plans a day, moves or drops it,
/// and records that it looked, with the outcome. A change that follows is a herziening.
/// </summary>
public static class Heroverwegen
{
    /// <param name="Op">De dag waarop de gemeente weer kijkt of de hulp past; weglaten als dat niet meer hoeft.</param>
    public sealed record Invoer(DateOnly? Op = null) : IRequestBody;

    /// <param name="Uitkomst">Wat eruit kwam.</param>
    /// <param name="Toelichting">Waarom, in het kort.</param>
    /// <param name="GedaanOp">De dag waarop de gemeente keek; vandaag als u niets invult.</param>
    /// <param name="Volgende">De dag waarop de gemeente weer kijkt; weglaten als die er nog niet is.</param>
    public sealed record Gedaan(
        Heroverweeguitkomst Uitkomst, string Toelichting, DateOnly? GedaanOp = null, DateOnly? Volgende = null) : IRequestBody;

    public static void MapHeroverwegen(this IEndpointRouteBuilder api)
    {
        api.MapPost("/voorzieningen/{voorzieningId:guid}/heroverweging", Plan).Voor(Rollen.Consulent, Rollen.Beslisser).WithIdempotency()
            .WithSummary("Heroverweging plannen")
            .WithDescription("Legt vast wanneer de gemeente weer met de inwoner bekijkt of de hulp nog past, verzet dat, of laat het "
                + "vervallen. Is het gedaan, leg dan de uitkomst vast.");
        api.MapPost("/voorzieningen/{voorzieningId:guid}/heroverweging/uitkomst", Rond).Voor(Rollen.Consulent, Rollen.Beslisser)
            .WithIdempotency().Valideer(new Vorm())
            .WithSummary("Heroverweging vastleggen")
            .WithDescription("Legt vast dat de gemeente bekeek of de hulp nog past, en wat eruit kwam. Verandert de hulp, begin dan een "
                + "herziening.");
    }

    private static async Task<Ok<VoorzieningenInzien.Antwoord>> Plan(
        Guid voorzieningId, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch, Etag etag,
        CancellationToken annulering)
    {
        var voorziening = await db.Zoek(voorzieningId, gebruiker, annulering);
        ifMatch?.Eis(voorziening.RowVersion);
        EisKomt(invoer.Op, klok.Vandaag(), "op");
        voorziening.PlanHeroverweging(invoer.Op, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(voorziening.RowVersion);
        return TypedResults.Ok(VoorzieningenInzien.Van(voorziening, klok.Vandaag()));
    }

    private static async Task<Ok<VoorzieningenInzien.Antwoord>> Rond(
        Guid voorzieningId, Gedaan invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch, Etag etag,
        CancellationToken annulering)
    {
        var voorziening = await db.Zoek(voorzieningId, gebruiker, annulering);
        ifMatch?.Eis(voorziening.RowVersion);
        EisKomt(invoer.Volgende, klok.Vandaag(), "volgende");
        voorziening.Heroverweeg(invoer.GedaanOp ?? klok.Vandaag(), invoer.Uitkomst, invoer.Toelichting.Trim(), invoer.Volgende,
            klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(voorziening.RowVersion);
        return TypedResults.Ok(VoorzieningenInzien.Van(voorziening, klok.Vandaag()));
    }

    private static void EisKomt(DateOnly? dag, DateOnly vandaag, string veld)
    {
        if (dag <= vandaag) throw Weigering.Regel("dag-voorbij", "Plan een dag die nog komt.", "Wmo 2015 art. 2.3.9", veld);
        Dagregel.EisDichtbij(dag, vandaag, veld);
    }

    private sealed class Vorm : AbstractValidator<Gedaan>
    {
        public Vorm() => RuleFor(v => v.Toelichting).NotEmpty().WithMessage("Schrijf kort op waarom.").MaximumLength(2000)
            .WithMessage("Gebruik hooguit 2000 tekens.");
    }
}
