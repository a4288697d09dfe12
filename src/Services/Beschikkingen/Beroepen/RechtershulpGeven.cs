using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Beroepen;

/// <summary>
/// Gives the help that a judgment ordered (Awb 8:72 lid 5, 8:81). The court decided it, so there is no bezwaar. Help changes only on the
/// days that the judgment names. Before any decision on the aanvraag (8:55d, 8:81) there is no voorziening; then the help is a voorziening
/// of its own, which ends with that decision.
/// </summary>
public static class RechtershulpGeven
{
    /// <param name="Vanaf">De eerste dag van de hulp.</param>
    /// <param name="Einddatum">De laatste dag volgens de uitspraak; noemt zij er geen, de laatste dag die u nu verwacht.</param>
    /// <param name="Motivering">Wat de rechter besliste, in woorden die de inwoner begrijpt.</param>
    /// <param name="VoorzieningId">De voorziening; weglaten als de rechter hulp gaf voordat er een besluit was.</param>
    /// <param name="Product">De hulp; weglaten als het de gevraagde hulp is.</param>
    /// <param name="Omvang">Hoeveel hulp; weglaten als het zoveel is als gevraagd.</param>
    /// <param name="Leveringsvorm">Zorg in natura of pgb; weglaten als die blijft.</param>
    /// <param name="Agb">De aanbieder bij zorg in natura; weglaten als die blijft.</param>
    /// <param name="Budget">Euro's over deze dagen, bij een pgb.</param>
    /// <param name="OokNaBesluit">
    /// Of de hulp volgens de uitspraak doorloopt als over de aanvraag is beslist. Geeft dat besluit hulp, dan neemt die de plaats in.
    /// </param>
    public sealed record Invoer(
        DateOnly Vanaf, DateOnly Einddatum, string Motivering, Guid? VoorzieningId = null, Product? Product = null, Omvang? Omvang = null,
        Leveringsvorm? Leveringsvorm = null, string? Agb = null, decimal? Budget = null, bool OokNaBesluit = false) : IRequestBody;

    public static void MapRechtershulpGeven(this IEndpointRouteBuilder api) =>
        api.MapPost("/beroepen/{beroepnummer}/opdrachten/{opdrachtId:guid}/hulp", Geef).Voor(Rollen.Consulent, Rollen.Beslisser)
            .WithIdempotency().Valideer(new Vorm())
            .WithSummary("Hulp geven die de rechter opdroeg")
            .WithDescription("Geeft de hulp die de rechter opdroeg, op de dagen die de uitspraak noemt. Dat kan ook als over de aanvraag "
                + "nog niet is beslist; dan eindigt de hulp met dat besluit. De aanbieder of de SVB hoort het, de inwoner krijgt een "
                + "brief, en de opdracht is daarmee uitgevoerd.");

    private static async Task<Ok<Beroepstand>> Geef(
        string beroepnummer, Guid opdrachtId, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Vault kluis, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var beroep = await db.ZoekBeroep(beroepnummer, gebruiker, annulering);
        ifMatch?.Eis(beroep.RowVersion);
        var nu = klok.GetUtcNow();
        await db.Hold($"rechtershulp {beroep.BesluitId}", annulering);
        var (voorziening, aanvraag, basis) = await db.Waarover(beroep, invoer, gebruiker, annulering);
        var (uitspraakOp, laatsteDag) = beroep.VoerHulpUit(
            opdrachtId, new(invoer.Vanaf, invoer.Einddatum), await db.Vervaldag(beroep, annulering), nu);
        var vorm = invoer.Leveringsvorm ?? basis?.Leveringsvorm;
        if ((invoer.Product ?? basis?.Product) is not { } product || (invoer.Omvang ?? basis?.Omvang) is not { } omvang || vorm is null)
            throw Weigering.Regel("hulp-onbekend",
                "Over deze aanvraag is nog niet bekend welke hulp het is. Noem het product, hoeveel hulp, en of het zorg in natura of een "
                + "pgb is, zoals de rechter het bepaalde. Zegt de uitspraak dat niet, bespreek dan eerst met de inwoner wat past.",
                "Awb art. 8:81", "product");
        var bevel = new Rechtersdeel(opdrachtId, beroep.Id, beroep.Beroepnummer, uitspraakOp, new(
            product, omvang, new(invoer.Vanaf, invoer.Einddatum), vorm.Value,
            vorm == Contracts.Leveringsvorm.Zin ? invoer.Agb ?? basis?.Agb : null,
            vorm == Contracts.Leveringsvorm.Pgb ? invoer.Budget : null), laatsteDag)
        {
            NoemtAanbieder = invoer.Agb is not null,
            OokNaBesluit = invoer.OokNaBesluit,
        };
        if (voorziening is not null) voorziening.GeefRechtershulp(bevel, invoer.Motivering.Trim(), kluis, nu);
        else db.Add(voorziening = Voorziening.Bij(aanvraag!, bevel, invoer.Motivering.Trim(), kluis, nu));
        beroep.NeemHulp(voorziening.VoorzieningId, bevel);
        await db.SaveChangesAsync(annulering);
        etag.Zet(beroep.RowVersion);
        return TypedResults.Ok(Beroepstand.Van(beroep, gebruiker));
    }

    /// <summary>
    /// The voorziening, or else the aanvraag on which there is none yet; and the help that was asked for, as far as it is known.
    /// </summary>
    private static async Task<(Voorziening? Voorziening, Aanvraag? Aanvraag, Voorzieningdeel? Basis)> Waarover(
        this BeschikkingenDb db, Beroep beroep, Invoer invoer, Gebruiker gebruiker, CancellationToken annulering)
    {
        if (invoer.VoorzieningId is { } id
            && await db.Voorzieningen.ZichtbaarVoor(gebruiker).SingleOrDefaultAsync(v => v.VoorzieningId == id, annulering) is { } een)
            return een.PersoonId == beroep.PersoonId ? (een, null, een.Gevraagd) : throw Onbekend();
        var bezwaarOver = await db.Bezwaren.Where(b => b.Id == beroep.BesluitId).Select(b => (Guid?)b.BesluitId)
            .SingleOrDefaultAsync(annulering);
        var besluitId = bezwaarOver ?? beroep.BesluitId;
        if (await db.Aanvragen.SingleOrDefaultAsync(a => a.Id == besluitId, annulering) is not { } aanvraag)
            throw invoer.VoorzieningId is null ? Ontbreekt() : Onbekend();
        if (aanvraag.KlaarOp is not null)
            return invoer.VoorzieningId is not null ? throw Onbekend() : aanvraag.Voorzieningen.Count > 0 ? throw Ontbreekt()
                : (await Eerder(product: invoer.Product), aanvraag, null);
        var gekozen = aanvraag.Voorzieningen.Count == 1 && invoer.VoorzieningId is null ? aanvraag.Voorzieningen[0]
            : aanvraag.Voorzieningen.FirstOrDefault(v => v.VoorzieningId == invoer.VoorzieningId);
        if (gekozen is null && invoer.VoorzieningId is not null) throw Onbekend();
        if (gekozen is null && aanvraag.Voorzieningen.Count > 1) throw Ontbreekt();
        return (await Eerder(invoer.Product ?? gekozen?.Product), aanvraag, gekozen is null ? null
            : new(gekozen.Product, gekozen.Omvang, gekozen.Periode, gekozen.Leveringsvorm, gekozen.Agb, null));

        // A second order, or an order while temporary help runs, is laid over the help that is there already.
        async Task<Voorziening?> Eerder(Product? product)
        {
            List<Guid> ids = [.. (await db.Beroepen.Where(b => b.BesluitId == beroep.BesluitId).ToListAsync(annulering))
                .SelectMany(b => b.Hulp).Select(h => h.VoorzieningId).Distinct()];
            return product is null ? null : (await db.Voorzieningen.Where(v => v.PersoonId == beroep.PersoonId
                    && (ids.Contains(v.VoorzieningId) || (v.TijdelijkVoor != null && v.TijdelijkVoor == aanvraag.Meldingnummer)))
                .OrderBy(v => v.Id).ToListAsync(annulering)).Find(v => v.Gevraagd.Product.Categorie == product.Categorie);
        }

        static Weigering Onbekend() => Weigering.Onbekend("Deze voorziening van de inwoner");
        static Weigering Ontbreekt() => Weigering.Regel("voorziening-ontbreekt",
            "Noem de voorziening waarvoor de rechter hulp gaf. De voorzieningen staan bij de aanvraag.", "Awb art. 8:81", "voorzieningId");
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Vanaf).Must(d => d.Year >= Kalender.EersteJaar).WithMessage("Vul de eerste dag in.");
            RuleFor(v => v.Einddatum).GreaterThanOrEqualTo(v => v.Vanaf).WithMessage("De laatste dag mag niet voor de eerste liggen.");
            RuleFor(v => v.Motivering).NotEmpty().WithMessage("Schrijf op wat de rechter besliste.").MaximumLength(10_000)
                .WithMessage("Gebruik hooguit 10.000 tekens.");
            RuleFor(v => v.Product!).Ketenproduct().When(v => v.Product is not null);
            RuleFor(v => v.Omvang!).Ketenomvang().When(v => v.Omvang is not null);
            RuleFor(v => v.Agb).Agbcode();
            RuleFor(v => v.Budget).Bedrag();
        }
    }
}
