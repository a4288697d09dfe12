using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Herzieningen;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Wijzigingsverzoeken;

/// <summary>
/// A person asks to change something about granted help: with the form, by telephone, at the walk-in hour, or by letter. It becomes a zaak
/// with its own number and terms.
/// </summary>
public static class WijzigingVragen
{
    /// <param name="Vraag">Wat er anders moet.</param>
    /// <param name="Toelichting">Wat de inwoner vraagt, in eigen woorden. Noem hier geen rekeningnummer.</param>
    /// <param name="Kanaal">Hoe het verzoek binnenkwam; web als u niets invult. Een inwoner doet het zelf via web.</param>
    /// <param name="OntvangenOp">De dag waarop het verzoek de gemeente bereikte; vandaag als u niets invult.</param>
    /// <param name="LaatsteDag">Bij stoppen: de laatste dag waarop de inwoner de hulp nog wil.</param>
    public sealed record Invoer(
        Wijzigingsvraag Vraag, string Toelichting, Meldkanaal? Kanaal = null, DateOnly? OntvangenOp = null, DateOnly? LaatsteDag = null)
        : IRequestBody;

    public static void MapWijzigingVragen(this IEndpointRouteBuilder api) =>
        api.MapPost("/voorzieningen/{voorzieningId:guid}/wijzigingsverzoeken", Vraag)
            .Voor(Rollen.Inwoner, Rollen.Consulent, Rollen.Backoffice).WithIdempotency().Valideer(new Vorm())
            .WithSummary("Wijziging vragen")
            .WithDescription("Vraagt om iets aan toegekende hulp te veranderen, of legt vast dat een inwoner dat vroeg. Meer, minder of "
                + "andere hulp wordt een melding, met een onderzoek van zes weken. Van zorg in natura naar een pgb of andersom is een "
                + "aanvraag: daarop beslist de gemeente binnen twee weken. Stoppen is een opzegging. Een andere aanbieder of een ander "
                + "rekeningnummer vraagt geen besluit.");

    private static async Task<Created<Wijzigingsstand>> Vraag(
        Guid voorzieningId, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, TimeProvider klok,
        Etag etag, CancellationToken annulering)
    {
        var nu = klok.GetUtcNow();
        var kanaal = invoer.Kanaal ?? Meldkanaal.Web;
        if (!gebruiker.IsMedewerker() && kanaal != Meldkanaal.Web)
            throw Weigering.Regel("alleen-digitaal-zelf", "U vraagt dit hier zelf, via web. Laat het kanaal weg.", veld: "kanaal");
        var ontvangen = gebruiker.EigenDag(invoer.OntvangenOp, klok, "ontvangenOp");
        var voorziening = await db.Zoek(voorzieningId, gebruiker, annulering);
        Dagregel.Eis(ontvangen, voorziening.Standen[0].BekendgemaaktOp, nu.Dag(), "ontvangenOp", "het eerste besluit over deze hulp");
        if (await db.Wijzigingsverzoeken.AnyAsync(w => w.VoorzieningId == voorzieningId && w.Vraag == invoer.Vraag && w.Afronding == null,
            annulering))
            throw Weigering.Toestand("wijziging-al-gevraagd",
                "Deze wijziging is al gevraagd, en de gemeente is ermee bezig. Wacht op het antwoord, of trek het eerdere verzoek in.",
                "Awb art. 4:1");
        var verzoek = Wijzigingsverzoek.Ontvang(await db.NieuwWijzigingsnummer(nu.Dag().Year, annulering), voorziening,
            new(invoer.Vraag, invoer.Toelichting.Trim(), kanaal, ontvangen), beleid.Op(ontvangen).Waarde.Servicenormen, nu);
        db.Add(verzoek);
        if (invoer.LaatsteDag is { } laatste)
        {
            Dagregel.EisDichtbij(laatste, nu.Dag(), "laatsteDag");
            var herziening = await db.Begin(voorziening, Herzieningsgrond.OpVerzoek, new Verandering(Overgang.DagNa(laatste), Einde: true),
                ontvangen, null, nu, annulering);
            verzoek.WerdOpzegging(herziening.Herzieningnummer, nu);
        }
        await db.SaveChangesAsync(annulering);
        etag.Zet(verzoek.RowVersion);
        return TypedResults.Created($"/beschikkingen/v1/wijzigingsverzoeken/{verzoek.Wijzigingsnummer}", Wijzigingsstand.Van(verzoek));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Toelichting).NotEmpty().WithMessage("Schrijf op wat de inwoner vraagt.").MaximumLength(4000)
                .WithMessage("Gebruik hooguit 4000 tekens.");
            RuleFor(v => v.LaatsteDag).NotNull().When(v => v.Vraag == Wijzigingsvraag.Stoppen)
                .WithMessage("Vul de laatste dag in waarop de inwoner de hulp nog wil.");
            RuleFor(v => v.LaatsteDag).Null().When(v => v.Vraag != Wijzigingsvraag.Stoppen)
                .WithMessage("Laat de laatste dag weg. Die hoort bij stoppen.");
        }
    }
}
