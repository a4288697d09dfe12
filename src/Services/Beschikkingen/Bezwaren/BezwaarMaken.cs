using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.Personen;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>
/// A bezwaar came in: by the resident on the site, or on paper, recorded by the municipality with its day of receipt and its postmark (Awb
/// 6:4 to 6:15). It is received also when it is late or too early; the decision says what follows from that.
/// </summary>
public static class BezwaarMaken
{
    /// <param name="Nummer">Het nummer van het besluit, van de aanvraag of van het dossier.</param>
    /// <param name="Tegen">Wat voor besluit het is; een beschikking als u niets invult.</param>
    /// <param name="Voorzieningen">De voorzieningen waar het over gaat; alle als u niets invult.</param>
    /// <param name="Gronden">Waarom de inwoner het niet eens is; weglaten als dat later komt (pro forma).</param>
    /// <param name="OntvangenOp">De dag waarop het binnenkwam; vandaag als u niets invult.</param>
    /// <param name="Poststempel">De dag waarop het op de post ging.</param>
    /// <param name="EldersOntvangenOp">De dag waarop het bij een verkeerd adres binnenkwam, dat het doorstuurde.</param>
    /// <param name="RedenTeLaat">Waarom het te laat kwam, volgens de inwoner.</param>
    /// <param name="Gemachtigde">Of iemand anders het namens de inwoner indient.</param>
    /// <param name="VraagtKosten">Of de inwoner om vergoeding van kosten vraagt.</param>
    public sealed record Invoer(
        string Nummer, BestredenSoort? Tegen = null, IReadOnlyList<Guid>? Voorzieningen = null, string? Gronden = null,
        DateOnly? OntvangenOp = null, DateOnly? Poststempel = null, DateOnly? EldersOntvangenOp = null, string? RedenTeLaat = null,
        bool Gemachtigde = false, bool VraagtKosten = false) : IRequestBody;

    public static void MapBezwaarMaken(this IEndpointRouteBuilder api) =>
        api.MapPost("/bezwaren", Maak).Voor(Rollen.Inwoner, Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice).WithIdempotency()
            .Valideer(new Vorm())
            .WithSummary("Bezwaar maken")
            .WithDescription("Maakt bezwaar tegen een besluit, of legt vast dat een bezwaar binnenkwam. De inwoner krijgt een bevestiging. "
                + "Loopt er al een bezwaar tegen hetzelfde besluit, dan komt een bezwaar tegen een ander deel daarvan binnen de "
                + "bezwaartermijn daarbij, en ook een bezwaar tegen het besluit over de dwangsom.");

    private static async Task<Created<Bezwaarstand>> Maak(
        Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, CancellationToken annulering)
    {
        var bezwaar = await Neem(invoer, gebruiker, db, klok, annulering);
        await db.SaveChangesAsync(annulering);
        return TypedResults.Created($"/beschikkingen/v1/bezwaren/{bezwaar.Bezwaarnummer}", Bezwaarstand.Van(bezwaar, gebruiker));
    }

    /// <summary>Receives it; the caller saves.</summary>
    /// <param name="invoer">The letter.</param>
    /// <param name="gebruiker">The user.</param>
    /// <param name="db">The service's database.</param>
    /// <param name="klok">Tells the day.</param>
    /// <param name="annulering">Stops it.</param>
    /// <param name="voegBij">Whether a letter about what a running bezwaar is about already is added to that one.</param>
    internal static async Task<Bezwaar> Neem(
        Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, CancellationToken annulering, bool voegBij = false)
    {
        var nu = klok.GetUtcNow();
        if (!gebruiker.IsMedewerker() && invoer is not { Poststempel: null, EldersOntvangenOp: null })
            throw Weigering.Regel("dag-is-vandaag", "U maakt vandaag bezwaar. Laat de andere dagen weg.", veld: "poststempel");
        var ontvangst = new Ontvangst(gebruiker.EigenDag(invoer.OntvangenOp, klok, "ontvangenOp"), invoer.Poststempel,
            invoer.EldersOntvangenOp, invoer.RedenTeLaat?.Trim(), invoer.Gemachtigde);
        Dagregel.Eis(ontvangst.OntvangenOp, Eerste, nu.Dag(), "ontvangenOp", "het begin van de Wmo 2015");
        ontvangst.Klopt();
        var (besluit, indiener, bestond) = await db.ZoekBesluit(invoer.Tegen ?? BestredenSoort.Beschikking, invoer.Nummer.Trim(),
            invoer.Voorzieningen, gebruiker, ontvangst.Teldag, annulering);
        indiener = indiener with { IsOverleden = await db.Persoonsbeeld(indiener.PersoonId, annulering) is { IsOverleden: true } };
        var eerder = await db.Bezwaren.Where(b => b.Dossiernummer == indiener.Dossiernummer).ToListAsync(annulering);
        var loopt = eerder.Find(b => b.KlaarOp is null && b.Over(besluit) is not null);
        var vrij = eerder.Vrij(besluit, genoemd: invoer.Voorzieningen is not null);
        if (vrij is null && !voegBij)
            throw Weigering.Toestand("bezwaar-loopt-al",
                $"Er loopt al een bezwaar tegen dit besluit ({loopt!.Bezwaarnummer}). Voeg deze brief daarbij.", "Awb art. 6:4");
        // Another part of the same decision joins the bezwaar that runs; one that comes late is judged by itself (Awb 6:7).
        if (loopt is not null && (vrij is null || loopt.KomtOpTijd(ontvangst) && loopt.Besluiten[0].BesluitId == besluit.BesluitId))
        {
            loopt.NeemBrief(ontvangst, invoer.Gronden?.Trim(), vrij?.Voorzieningen ?? [], nu);
            await db.VoegIntussen(loopt, ontvangst.Teldag, nu, annulering);
            return loopt;
        }
        besluit = vrij!;
        var lopend = eerder.Where(b => b.KlaarOp is null).ToList();
        // Awb 4:19: the bezwaar against the decision on the aanvraag is about a disputed dwangsombesluit too.
        if (besluit.Soort == BestredenSoort.Dwangsombesluit && lopend.Find(b => b.BesluitId == besluit.BesluitId) is { } hoofdzaak)
        {
            hoofdzaak.Voeg(besluit, nu);
            return hoofdzaak;
        }
        var nieuw = Bezwaar.Ontvang(await db.NieuwBezwaarnummer(nu.Dag().Year, annulering), indiener, besluit, bestond, ontvangst,
            invoer.Gronden?.Trim(), invoer.VraagtKosten, nu);
        db.Add(nieuw);
        // A letter that is recorded late is about what was decided since it came too (Awb 6:19).
        await db.VoegIntussen(nieuw, ontvangst.Teldag, nu, annulering);
        return nieuw;
    }

    private static readonly DateOnly Eerste = new(Kalender.EersteJaar, 1, 1);

    internal sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Nummer).NotEmpty().WithMessage("Noem het nummer van het besluit.").MaximumLength(30)
                .WithMessage("Gebruik hooguit 30 tekens.");
            RuleFor(v => v.Tegen).Must(t => t != BestredenSoort.BeslissingOpBezwaar)
                .WithMessage("Tegen een beslissing op bezwaar is er beroep bij de rechtbank, geen bezwaar.");
            RuleFor(v => v.Voorzieningen).Must(v => v is null or { Count: >= 1 and <= 50 })
                .WithMessage("Noem 1 tot en met 50 voorzieningen, of laat dit weg voor alle.");
            RuleFor(v => v.Gronden).MaximumLength(20_000).WithMessage("Gebruik hooguit 20.000 tekens.");
            RuleFor(v => v.RedenTeLaat).MaximumLength(2000).WithMessage("Gebruik hooguit 2000 tekens.");
            RuleFor(v => v.EldersOntvangenOp).Must(d => d is not { Year: < Kalender.EersteJaar }).WithMessage("Kies een latere dag.");
        }
    }
}
