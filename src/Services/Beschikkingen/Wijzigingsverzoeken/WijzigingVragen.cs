using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Herzieningen;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Beschikkingen.Wijzigingsverzoeken.Regels;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Wijzigingsverzoeken;

/// <summary>
/// A person asks to change something about granted help: with the form, by telephone, at the walk-in hour, or by letter. It becomes a zaak
/// with its own number and terms. What asks for another form of the help is an aanvraag, which is opened with it.
/// </summary>
public static class WijzigingVragen
{
    /// <param name="Vraag">Wat er anders moet.</param>
    /// <param name="Toelichting">Wat de inwoner vraagt, in eigen woorden. Noem hier geen rekeningnummer.</param>
    /// <param name="Kanaal">Hoe het verzoek binnenkwam; web als u niets invult. Een inwoner doet het zelf via web.</param>
    /// <param name="OntvangenOp">De dag waarop het verzoek de gemeente bereikte; vandaag als u niets invult.</param>
    /// <param name="LaatsteDag">Bij stoppen: de laatste dag waarop de inwoner de hulp nog wil.</param>
    /// <param name="RedenLaat">
    /// Waarom u een aanvraag nu pas vastlegt; verplicht als dat later is dan de eerste werkdag na de ontvangst.
    /// </param>
    /// <param name="EerstBij">
    /// Wie een aanvraag eerst kreeg en doorstuurde (Awb 2:3), en op welke dag. Onze termijn begint op de dag van ontvangst hier.
    /// </param>
    public sealed record Invoer(
        Wijzigingsvraag Vraag, string Toelichting, Meldkanaal? Kanaal = null, DateOnly? OntvangenOp = null, DateOnly? LaatsteDag = null,
        string? RedenLaat = null, EerdereOntvangst? EerstBij = null) : IRequestBody;

    public static void MapWijzigingVragen(this IEndpointRouteBuilder api) =>
        api.MapPost("/voorzieningen/{voorzieningId:guid}/wijzigingsverzoeken", Vraag)
            .Voor(Rollen.Inwoner, Rollen.Consulent, Rollen.Backoffice).WithIdempotency().Valideer(new Vorm())
            .WithSummary("Wijziging vragen")
            .WithDescription("Vraagt om iets aan toegekende hulp te veranderen, of legt vast dat een inwoner dat vroeg. Meer, minder of "
                + "andere hulp wordt een melding, met een onderzoek van zes weken. Van zorg in natura naar een pgb of andersom is een "
                + "aanvraag: daarop beslist de gemeente binnen twee weken. Stoppen is een opzegging; loopt er al een ander besluit over "
                + "deze hulp, dan begint die zodra dat klaar is. Een andere aanbieder of een ander rekeningnummer vraagt geen besluit.");

    private static async Task<Created<Wijzigingsstand>> Vraag(
        Guid voorzieningId, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, Vault kluis,
        Wijzigingsgrenzen grenzen, TimeProvider klok, Etag etag, CancellationToken annulering)
    {
        var verzoek = await Neem(voorzieningId, invoer, gebruiker, db, beleid, kluis, grenzen, klok, annulering);
        await db.SaveChangesAsync(annulering);
        etag.Zet(verzoek.RowVersion);
        return TypedResults.Created(
            $"/beschikkingen/v1/wijzigingsverzoeken/{verzoek.Wijzigingsnummer}", await db.Stand(verzoek, annulering));
    }

    /// <summary>Records the request, and what follows from it at once.</summary>
    internal static async Task<Wijzigingsverzoek> Neem(Guid voorzieningId, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db,
        Tabel<Gemeentebeleid> beleid, Vault kluis, Wijzigingsgrenzen grenzen, TimeProvider klok, CancellationToken annulering)
    {
        var nu = klok.GetUtcNow();
        var kanaal = invoer.Kanaal ?? Meldkanaal.Web;
        var zelf = !gebruiker.IsMedewerker();
        if (zelf && (kanaal != Meldkanaal.Web || invoer.RedenLaat is not null || invoer.EerstBij is not null))
            throw Weigering.Regel("alleen-digitaal-zelf", "U vraagt dit hier zelf, via web. Laat de andere velden weg.", veld: "kanaal");
        var ontvangen = gebruiker.EigenDag(invoer.OntvangenOp, klok, "ontvangenOp");
        var voorziening = await db.Zoek(voorzieningId, gebruiker, annulering);
        Dagregel.Eis(ontvangen, voorziening.Standen[0].BekendgemaaktOp, nu.Dag(), "ontvangenOp", "het eerste besluit over deze hulp");
        if (zelf)
            grenzen.Controleer(await db.Wijzigingsverzoeken.CountAsync(
                w => w.Bsn == voorziening.Bsn && w.Kanaal == Meldkanaal.Web && w.OntvangenOp == ontvangen, annulering), nu);
        if (await db.Wijzigingsverzoeken.AnyAsync(w => w.VoorzieningId == voorzieningId && w.Vraag == invoer.Vraag && w.Afronding == null,
            annulering))
            throw Weigering.Toestand("wijziging-al-gevraagd",
                "Deze wijziging is al gevraagd, en de gemeente is ermee bezig. Wacht op het antwoord, of trek het eerdere verzoek in.",
                "Awb art. 4:1");
        var verandering = invoer.LaatsteDag is { } laatste ? new Verandering(Overgang.DagNa(laatste), Einde: true) : null;
        Dagregel.EisDichtbij(invoer.LaatsteDag, nu.Dag(), "laatsteDag");
        var loopt = verandering is null ? null : await db.LopendeHerziening(voorziening, annulering);
        if (verandering is not null && loopt is not null)
            // The same as an opzegging that begins at once: what cannot be asked is refused, whatever else runs.
            _ = Herziening.Begin(voorziening, "", Herzieningsgrond.OpVerzoek, verandering, ontvangen, null, nu);
        var brief = new Wijzigingsbrief(
            invoer.Vraag, invoer.Toelichting.Trim(), kanaal, ontvangen, invoer.RedenLaat?.Trim(), invoer.EerstBij?.Netjes());
        var isAanvraag = WegVanWijziging.Van(invoer.Vraag) == Wijzigingsroute.Aanvraag;
        var verzoek = Wijzigingsverzoek.Ontvang(
            await db.NieuwWijzigingsnummer(nu.Dag().Year, annulering), voorziening, brief, beleid.Op(ontvangen).Waarde.Servicenormen, nu,
            isAanvraag ? await db.NieuwAanvraagnummer(nu.Dag().Year, annulering) : null,
            loopt is null or { IsOpzegging: true } ? null : new(loopt.Herzieningnummer, invoer.LaatsteDag!.Value));
        db.Add(verzoek);
        if (isAanvraag) await OpenAanvraag(verzoek, brief, voorziening, db, beleid, kluis, nu, annulering);
        else if (verandering is not null && loopt is null or { IsOpzegging: true })
            await Zeg(verzoek, voorziening, verandering!, loopt, db, nu, annulering);
        return verzoek;
    }

    private static async Task OpenAanvraag(Wijzigingsverzoek verzoek, Wijzigingsbrief brief, Voorziening voorziening, BeschikkingenDb db,
        Tabel<Gemeentebeleid> beleid, Vault kluis, DateTimeOffset nu, CancellationToken annulering)
    {
        var aanvraag = Aanvraag.Verander(verzoek, brief, voorziening, kluis, nu);
        if (voorziening.MachtigingId is { } machtigingId
            && (await db.Aanvragen.Where(a => a.PersoonId == voorziening.PersoonId).ToListAsync(annulering))
                .Find(a => a.Besluitvorming.Machtiging?.VoorHulp == machtigingId) is { } eerder)
            aanvraag.NeemMachtiging((eerder.Besluitvorming.Machtiging!, eerder.Gemachtigde(kluis)), kluis);
        aanvraag.VraagPgbFormulieren(await db.PgbFormulieren(aanvraag, annulering), beleid, nu);
        db.Add(aanvraag);
    }

    /// <summary>
    /// The person says that the help may end. Who named another last day before, and got no decision on it yet, takes that one back by it.
    /// </summary>
    private static async Task Zeg(Wijzigingsverzoek verzoek, Voorziening voorziening, Verandering verandering, Herziening? eerder,
        BeschikkingenDb db, DateTimeOffset nu, CancellationToken annulering)
    {
        if (eerder?.Verandering.Vanaf != verandering.Vanaf)
        {
            eerder?.Vervalt(doorInwoner: true, nu);
            eerder = await db.Begin(
                voorziening, Herzieningsgrond.OpVerzoek, verandering, verzoek.OntvangenOp, null, nu, annulering, klaar: eerder);
        }
        verzoek.WerdOpzegging(eerder.Herzieningnummer, nu);
    }

    internal sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Toelichting).NotEmpty().WithMessage("Schrijf op wat de inwoner vraagt.").MaximumLength(4000)
                .WithMessage("Gebruik hooguit 4000 tekens.");
            RuleFor(v => v.LaatsteDag).NotNull().When(v => v.Vraag == Wijzigingsvraag.Stoppen)
                .WithMessage("Vul de laatste dag in waarop de inwoner de hulp nog wil.");
            RuleFor(v => v.LaatsteDag).Null().When(v => v.Vraag != Wijzigingsvraag.Stoppen)
                .WithMessage("Laat de laatste dag weg. Die hoort bij stoppen.");
            RuleFor(v => v.RedenLaat).MaximumLength(2000).WithMessage("Gebruik hooguit 2000 tekens.");
            RuleFor(v => v.EerstBij!.Bestuursorgaan).NotEmpty().WithMessage("Vul in wie de aanvraag eerst kreeg.").MaximumLength(80)
                .WithMessage("Gebruik hooguit 80 tekens.").When(v => v.EerstBij is not null);
            RuleFor(v => v.RedenLaat).Null().When(v => v.Vraag is not (Wijzigingsvraag.ZinNaarPgb or Wijzigingsvraag.PgbNaarZin))
                .WithMessage("Laat dit weg. Het hoort bij een aanvraag.");
            RuleFor(v => v.EerstBij).Null().When(v => v.Vraag is not (Wijzigingsvraag.ZinNaarPgb or Wijzigingsvraag.PgbNaarZin))
                .WithMessage("Laat dit weg. Het hoort bij een aanvraag.");
        }
    }
}
