using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Beslistermijnen;

/// <summary>
/// The municipality announces to the applicant that the decision takes longer. The promised day does not replace the day of the law (Awb
/// 4:14).
/// </summary>
public static class UitstelAankondigen
{
    /// <param name="Weken">Hoeveel weken uitstel: 1 of 2.</param>
    /// <param name="Reden">Waarom het langer duurt, in woorden die de inwoner begrijpt.</param>
    public sealed record Invoer(int Weken, string Reden) : IRequestBody;

    /// <param name="Dossiernummer">Het dossier.</param>
    /// <param name="Uiterlijk">De laatste dag volgens de wet; die verandert niet.</param>
    /// <param name="ToegezegdeDatum">De dag die de inwoner is toegezegd.</param>
    public sealed record Antwoord(string Dossiernummer, DateOnly Uiterlijk, DateOnly ToegezegdeDatum);

    public static void MapUitstelAankondigen(this IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{dossiernummer}/uitstel", KondigAan).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency().Valideer(new Vorm())
            .WithSummary("Uitstel aankondigen")
            .WithDescription("Kondigt één keer hooguit twee weken uitstel aan, zolang de termijn loopt. "
                + "De wettelijke termijn verandert niet.");

    private static async Task<Ok<Antwoord>> KondigAan(
        string dossiernummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, Etag etag,
            CancellationToken annulering)
    {
        var aanvraag = await db.Zoek(dossiernummer, gebruiker, annulering);
        aanvraag.StelUit(invoer.Weken, invoer.Reden.Trim(), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(aanvraag);
        return TypedResults.Ok(new Antwoord(aanvraag.Dossiernummer, aanvraag.Uiterlijk, aanvraag.ToegezegdeDatum!.Value));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Weken).GreaterThanOrEqualTo(1).WithMessage("Vul het aantal weken in: 1 of 2.");
            RuleFor(v => v.Reden).NotEmpty().WithMessage("Leg uit waarom het langer duurt.").MaximumLength(2000)
                .WithMessage("Gebruik hooguit 2000 tekens.");
        }
    }
}
