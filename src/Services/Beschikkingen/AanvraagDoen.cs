using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Beschikkingen.Vooraf;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.Personen;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen;

/// <summary>
/// Receives an aanvraag that is no signed verslag: after the onderzoek, or without a verslag once the six weeks have passed (Wmo 2015 art.
/// 2.3.2 lid 9). One that comes earlier is part of the melding, and is answered with the first day on which an aanvraag is possible.
/// </summary>
public static class AanvraagDoen
{
    /// <param name="Nummer">Het nummer van de melding of van het dossier waar de aanvraag bij hoort.</param>
    /// <param name="Vraag">Wat de inwoner vraagt, in eigen woorden.</param>
    /// <param name="Kanaal">Hoe de aanvraag binnenkwam; een inwoner doet die zelf via web.</param>
    /// <param name="OntvangenOp">
    /// De dag waarop de aanvraag de gemeente bereikte, ook als dat een zaterdag was; vandaag als u niets invult. Een inwoner laat dit weg.
    /// </param>
    /// <param name="Ondertekend">Of de aanvraag is ondertekend; ja als u niets invult.</param>
    /// <param name="RedenLaat">
    /// Waarom u de aanvraag nu pas vastlegt; verplicht als dat later is dan de eerste werkdag na de ontvangst.
    /// </param>
    /// <param name="EerstBij">
    /// Wie de aanvraag eerst kreeg en doorstuurde (Awb 2:3), en op welke dag. Onze termijn begint op de dag van ontvangst hier.
    /// </param>
    /// <param name="Gevraagd">
    /// Welke hulp de inwoner vraagt, als dat al duidelijk is: meer of minder van een indicatie, of hulp zonder indicatie.
    /// </param>
    public sealed record Invoer(
        string Nummer, string Vraag, Aanvraagkanaal Kanaal, DateOnly? OntvangenOp = null, bool Ondertekend = true,
        string? RedenLaat = null, EerdereOntvangst? EerstBij = null, IReadOnlyList<Vraagregel>? Gevraagd = null) : IRequestBody;

    /// <param name="Gevolg">Of dit een aanvraag is, of te vroeg kwam en bij de melding hoort.</param>
    /// <param name="Dossiernummer">Het dossier.</param>
    /// <param name="Meldingnummer">De melding waar de aanvraag bij hoort.</param>
    /// <param name="OntvangenOp">De dag waarop de aanvraag de gemeente bereikte.</param>
    /// <param name="Aanvraagnummer">De aanvraag; leeg als die te vroeg kwam.</param>
    /// <param name="Vorm">Na het onderzoek, of zonder verslag; leeg als de aanvraag te vroeg kwam.</param>
    /// <param name="Uiterlijk">De laatste dag om te beslissen; leeg als de aanvraag te vroeg kwam.</param>
    /// <param name="AanvraagVanaf">
    /// De eerste dag van een aanvraag zonder verslag; alleen als deze te vroeg kwam. Is het verslag er eerder, dan kan het ook eerder.
    /// </param>
    /// <param name="Stappen">Hoe die dag is berekend, op volgorde.</param>
    public sealed record Antwoord(
        Gevolg Gevolg, string Dossiernummer, string Meldingnummer, DateOnly OntvangenOp, string? Aanvraagnummer, Aanvraagvorm? Vorm,
        DateOnly? Uiterlijk, DateOnly? AanvraagVanaf, IReadOnlyList<Rekenstap> Stappen);

    public enum Gevolg
    {
        Aanvraag,
        /// <summary>It is part of the melding.</summary>
        TeVroeg,
    }

    public static void MapAanvraagDoen(this IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen", Doe).Voor(Rollen.Inwoner, Rollen.Consulent, Rollen.Backoffice).WithIdempotency().Valideer(new Vorm())
            .WithSummary("Aanvraag doen")
            .WithDescription("Neemt een aanvraag aan die niet het ondertekende verslag is. Dat kan zodra het onderzoek klaar is, ook voor "
                + "wie het niet eens is met het verslag, en zonder verslag na de zes weken van het onderzoek. Komt de aanvraag eerder, dan "
                + "hoort die bij de melding, en noemt het antwoord de eerste dag waarop het wel kan.");

    private static async Task<Created<Antwoord>> Doe(Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Vault kluis,
        Tabel<Gemeentebeleid> beleid, TimeProvider klok, CancellationToken annulering)
    {
        var (melding, persoon) = await db.ZoekMelding(invoer.Nummer, gebruiker, kluis, annulering);
        await db.HoudMelding(melding, annulering);
        var nu = klok.GetUtcNow();
        var brief = Lees(invoer, gebruiker, melding, nu.Dag());
        EisGeenIntrekking(melding);
        if (persoon is { IsOverleden: true } && !(persoon.OverledenOp >= brief.OntvangenOp))
            GemeenteIsBevoegd.EisInLeven(persoon.Signalen);

        if (await db.Onderzoeken.AsNoTracking().SingleOrDefaultAsync(o => o.Meldingnummer == melding.Meldingnummer, annulering) is { } o)
            await db.HoudOnderzoek(o.Id, annulering);
        // Somebody else may have held it until now.
        var onderzoek = await db.Onderzoeken.SingleOrDefaultAsync(o => o.Meldingnummer == melding.Meldingnummer, annulering);
        if (invoer.Gevraagd is { Count: > 0 } regels)
        {
            var bekend = onderzoek?.Geindiceerd() ?? [];
            brief = brief with { Gevraagd = [.. regels.Select(r => r.Als(bekend, nu))] };
            GevraagdeHulpKlopt.Eis(brief.Gevraagd, bekend);
        }
        if (AanvraagMoment.Van(brief.OntvangenOp, melding, onderzoek) is not { } begin)
            return await Vroeg(brief, melding, db, kluis, nu, annulering);
        if (onderzoek is null)
            throw Weigering.Toestand("onderzoek-nog-niet-bekend",
                "Het onderzoek van deze melding is hier nog niet bekend. Probeer het over een paar minuten opnieuw, met dezelfde dag van "
                + "ontvangst.");
        var eerdere = await db.Aanvragen.Where(a => a.OnderzoekId == onderzoek.Id).ToListAsync(annulering);
        if (eerdere.Find(a => a.KlaarOp is null) is { } loopt)
            throw Weigering.Toestand("aanvraag-loopt-al",
                $"Over aanvraag {loopt.Aanvraagnummer} van dit onderzoek moet nog worden beslist. Leg de brief daarbij vast; een tweede "
                + "aanvraag is niet nodig.", AanvraagMoment.Grondslag);
        var aanvraag = Aanvraag.Doe(
            brief, begin, melding, onderzoek, persoon, await db.NieuwAanvraagnummer(nu.Dag().Year, annulering), kluis, nu);
        aanvraag.VraagPgbFormulieren(await db.PgbFormulieren(aanvraag, annulering), beleid, nu);
        db.Add(aanvraag);
        await db.SaveChangesAsync(annulering);
        return TypedResults.Created($"/beschikkingen/v1/aanvragen/{aanvraag.Aanvraagnummer}", new Antwoord(
            Gevolg.Aanvraag, aanvraag.Dossiernummer, melding.Meldingnummer!, aanvraag.OntvangenOp, aanvraag.Aanvraagnummer, aanvraag.Vorm,
            aanvraag.Uiterlijk, null, Rekenstap.Van(aanvraag.Beslistermijn.Wettelijk.Stappen)));
    }

    private static async Task<Created<Antwoord>> Vroeg(
        Aanvraagbrief brief, Meldingsbeeld melding, BeschikkingenDb db, Vault kluis, DateTimeOffset nu, CancellationToken annulering)
    {
        var vroeg = VroegeAanvraag.Neem(brief, melding, kluis, nu);
        db.Add(vroeg);
        await db.SaveChangesAsync(annulering);
        return TypedResults.Created($"/meldingen/v1/meldingen/{melding.Meldingnummer}", new Antwoord(
            Gevolg.TeVroeg, melding.Dossiernummer, melding.Meldingnummer!, brief.OntvangenOp, null, null, null, vroeg.AanvraagVanaf,
            Rekenstap.Van(AanvraagMoment.ZonderVerslag(melding).Stappen)));
    }

    private static Aanvraagbrief Lees(Invoer invoer, Gebruiker gebruiker, Meldingsbeeld melding, DateOnly vandaag)
    {
        var zelf = !gebruiker.Is(Rollen.Consulent) && !gebruiker.Is(Rollen.Backoffice);
        if (zelf && invoer is not { Kanaal: Aanvraagkanaal.Web, OntvangenOp: null, Ondertekend: true, RedenLaat: null, EerstBij: null })
            throw Weigering.Regel("alleen-digitaal-zelf",
                "U doet de aanvraag hier zelf, via web, met de dag van vandaag. Laat de andere velden weg, of stuur een brief.",
                veld: "kanaal");
        var dag = invoer.OntvangenOp ?? vandaag;
        Dagregel.Eis(dag, melding.OntvangenOp, vandaag, "ontvangenOp", "de ontvangst van de melding");
        var (reden, eerstBij) = (invoer.RedenLaat?.Trim(), invoer.EerstBij?.Netjes());
        OntvangstKlopt.Eis("De aanvraag", dag, vandaag, reden, eerstBij);
        return new(invoer.Vraag.Trim(), invoer.Kanaal, dag, invoer.Ondertekend, vandaag, reden, eerstBij);
    }

    private static void EisGeenIntrekking(Meldingsbeeld melding)
    {
        if (melding.IngetrokkenOp is not null)
            throw Weigering.Toestand("melding-ingetrokken",
                "Deze melding is ingetrokken, en er is geen onderzoek. Een aanvraag telt dan als een nieuwe melding: doe die, met de dag "
                + "waarop de aanvraag binnenkwam.", AanvraagMoment.Grondslag);
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Nummer).NotEmpty().WithMessage("Vul het nummer van de melding of van het dossier in.").MaximumLength(40)
                .WithMessage("Gebruik het nummer, bijvoorbeeld M-2026-000123.");
            RuleFor(v => v.RedenLaat).MaximumLength(2000).WithMessage("Gebruik hooguit 2000 tekens.");
            RuleFor(v => v.EerstBij!.Bestuursorgaan).NotEmpty().WithMessage("Vul in wie de aanvraag eerst kreeg.").MaximumLength(80)
                .WithMessage("Gebruik hooguit 80 tekens.").When(v => v.EerstBij is not null);
            RuleFor(v => v.Vraag).NotEmpty().WithMessage("Schrijf op wat de inwoner vraagt.").MaximumLength(4000)
                .WithMessage("Gebruik hooguit 4000 tekens.");
            RuleFor(v => v.Gevraagd).Must(r => r is not { Count: > 50 }).WithMessage("Noem hooguit 50 onderdelen.");
            RuleForEach(v => v.Gevraagd).NotNull().WithMessage("Een onderdeel is leeg.").SetValidator(new GevraagdeHulpKlopt.Vorm());
        }
    }
}
