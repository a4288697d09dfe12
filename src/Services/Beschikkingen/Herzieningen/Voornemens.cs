using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Herzieningen;

/// <summary>The person is told what the municipality intends, and answers (Awb 4:8 and 4:9).</summary>
public static class Voornemens
{
    /// <param name="Uiterlijk">De laatste dag om te reageren.</param>
    /// <param name="Toelichting">Waarom de gemeente dit van plan is, in woorden die de inwoner begrijpt.</param>
    public sealed record Invoer(DateOnly Uiterlijk, string Toelichting) : IRequestBody;

    /// <param name="Inhoud">Wat de inwoner zei of schreef.</param>
    /// <param name="OntvangenOp">De dag waarop dat was; vandaag als u niets invult.</param>
    /// <param name="Mondeling">Of de inwoner het zei; anders schreef de inwoner het.</param>
    public sealed record Reactie(string Inhoud, DateOnly? OntvangenOp = null, bool Mondeling = false) : IRequestBody;

    public static void MapVoornemen(this IEndpointRouteBuilder api)
    {
        api.MapPost("/herzieningen/{herzieningnummer}/voornemen", NeemVoor).Voor(Rollen.Consulent, Rollen.Beslisser).WithIdempotency()
            .Valideer(new Vorm())
            .WithSummary("Voornemen sturen")
            .WithDescription("Stuurt de inwoner een brief over wat de gemeente van plan is, met een termijn om te reageren.");
        api.MapPost("/herzieningen/{herzieningnummer}/zienswijze", NeemZienswijze)
            .Voor(Rollen.Inwoner, Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice).WithIdempotency().Valideer(new Zienswijzevorm())
            .WithSummary("Zienswijze vastleggen")
            .WithDescription("De inwoner reageert op het voornemen, zelf of via een medewerker. "
                + "Wat later komt, staat naast wat er al was.");
    }

    private static async Task<Ok<HerzieningenInzien.Antwoord>> NeemVoor(
        string herzieningnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var (herziening, voorziening) = await db.Zoek(herzieningnummer, gebruiker, annulering);
        ifMatch?.Eis(herziening.RowVersion);
        herziening.NeemVoor(voorziening, invoer.Uiterlijk, invoer.Toelichting.Trim(), beleid.Op(klok.Vandaag()).Waarde.Herziening,
            klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(herziening.RowVersion);
        return TypedResults.Ok(HerzieningenInzien.Van(herziening, gebruiker));
    }

    private static async Task<Ok<HerzieningenInzien.Antwoord>> NeemZienswijze(
        string herzieningnummer, Reactie invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch, Etag etag,
        CancellationToken annulering)
    {
        var (herziening, _) = await db.Zoek(herzieningnummer, gebruiker, annulering);
        ifMatch?.Eis(herziening.RowVersion);
        herziening.NeemZienswijze(
            new(gebruiker.EigenDag(invoer.OntvangenOp, klok, "ontvangenOp"), invoer.Mondeling, invoer.Inhoud.Trim()), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(herziening.RowVersion);
        return TypedResults.Ok(HerzieningenInzien.Van(herziening, gebruiker));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm() => RuleFor(v => v.Toelichting).NotEmpty().WithMessage("Leg uit waarom de gemeente dit van plan is.")
            .MaximumLength(4000).WithMessage("Gebruik hooguit 4000 tekens.");
    }

    private sealed class Zienswijzevorm : AbstractValidator<Reactie>
    {
        public Zienswijzevorm() => RuleFor(v => v.Inhoud).NotEmpty().WithMessage("Vul in wat de inwoner zei.").MaximumLength(10_000)
            .WithMessage("Gebruik hooguit 10.000 tekens.");
    }
}
