using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.TeLaat;

/// <summary>
/// One letter says of several aanvragen or bezwaren that no decision was made in time. It was received on one day. For each of them it is a
/// notice of its own, with its own meaning, answer and dwangsom (Awb 4:17 lid 3).
/// </summary>
public static class BriefOverMeerAanvragen
{
    /// <param name="Zaken">De aanvragen en bezwaren waar de brief over gaat.</param>
    /// <param name="OntvangenOp">De dag waarop de brief binnenkwam, ook als hij later als ingebrekestelling is herkend.</param>
    /// <param name="HerkendIn">In wat voor brief het stond; een ingebrekestelling als u niets invult.</param>
    /// <param name="Briefnummer">
    /// Het nummer van de klacht of het bezwaar waarin het stond. De dag waarop die brief binnenkwam telt, en hoeft u niet te noemen.
    /// </param>
    public sealed record Invoer(IReadOnlyList<Zaak> Zaken, DateOnly? OntvangenOp = null,
        Briefsoort HerkendIn = Briefsoort.Ingebrekestelling, string? Briefnummer = null) : IRequestBody;

    /// <param name="Nummer">Het nummer van de aanvraag, het wijzigingsverzoek of het bezwaar.</param>
    /// <param name="Aanvragers">Hoeveel aanvragers de dwangsom delen; 1 als u niets invult.</param>
    /// <param name="OnredelijkLaat">Waarom de brief onredelijk laat kwam (Awb 4:17 lid 6 onder a); weglaten als dat niet zo is.</param>
    public sealed record Zaak(string Nummer, int? Aanvragers = null, string? OnredelijkLaat = null);

    /// <param name="BriefId">De brief.</param>
    /// <param name="OntvangenOp">De dag die voor elke zaak telt.</param>
    /// <param name="Gevolgen">Wat de brief voor elke zaak betekent.</param>
    public sealed record Antwoord(Guid BriefId, DateOnly OntvangenOp, IReadOnlyList<Gevolg> Gevolgen);

    /// <param name="Dossiernummer">Het dossier.</param>
    /// <param name="Nummer">De aanvraag of het bezwaar.</param>
    /// <param name="Oordeel">Wat de brief betekent; leeg als hij voor deze zaak niet kon worden vastgelegd.</param>
    /// <param name="BeslisUiterlijk">De laatste dag waarop een besluit nog een dwangsom voorkomt; leeg als de brief niet telt.</param>
    /// <param name="Geweigerd">Waarom de brief voor deze zaak niet kon worden vastgelegd; leeg als dat wel kon.</param>
    public sealed record Gevolg(
        string Dossiernummer, string Nummer, Ingebrekestellingsoordeel? Oordeel, DateOnly? BeslisUiterlijk, Weigergrond? Geweigerd);

    /// <param name="Code">De vaste code van de reden.</param>
    /// <param name="Uitleg">De reden in woorden, en wat u kunt doen.</param>
    /// <param name="Grondslag">Het artikel; leeg als er geen is.</param>
    public sealed record Weigergrond(string Code, string Uitleg, string? Grondslag);

    public static void MapBriefOverMeerAanvragen(this IEndpointRouteBuilder api) =>
        api.MapPost("/ingebrekestellingen", Neem).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice).WithIdempotency()
            .Valideer(new Vorm())
            .WithSummary("Ingebrekestelling over meer zaken vastleggen")
            .WithDescription("Legt één brief vast waarin staat dat over meer aanvragen of bezwaren niet op tijd is beslist. Het platform "
                + "beoordeelt de brief voor elke zaak apart, en de inwoner krijgt over elke zaak een antwoord. Kan de brief voor een zaak "
                + "niet worden vastgelegd, dan staat daarbij waarom; voor de andere zaken telt hij wel. De brief staat daarna bij "
                + "elke zaak zelf.");

    private static async Task<Ok<Antwoord>> Neem(Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db,
        Tabel<Gemeentebeleid> beleid, TimeProvider klok, CancellationToken annulering)
    {
        var nu = klok.GetUtcNow();
        List<(Zaak Genoemd, Beslisplicht Plicht)> zaken = [];
        foreach (var zaak in invoer.Zaken) zaken.Add((zaak, await db.ZoekBeslisplicht(zaak.Nummer.Trim(), gebruiker, annulering)));
        if (zaken.DistinctBy(z => z.Plicht.Id).Count() < zaken.Count)
            throw Weigering.Regel("zaak-dubbel", "Dezelfde zaak staat er twee keer in. Noem elke zaak één keer.", "Awb art. 4:17 lid 5",
                "zaken");
        var brief = new Briefherkenning(invoer.HerkendIn, invoer.Briefnummer?.Trim(), Guid.CreateVersion7(nu));
        var dag = await db.Ontvangstdag(brief, invoer.OntvangenOp, zaken.Select(z => z.Plicht), gebruiker, annulering);

        List<Gevolg> gevolgen = [];
        Weigering? eerste = null;
        foreach (var (genoemd, plicht) in zaken)
            try
            {
                var id = plicht.StelInGebreke(
                    dag, genoemd.Aanvragers ?? 1, genoemd.OnredelijkLaat?.Trim(), beleid, nu, brief).Id;
                var ronde = plicht.RondeOp(dag);
                var oordeel = ronde.Oordelen(beleid).Single(b => b.Brief.Id == id).Oordeel;
                gevolgen.Add(new(plicht.Dossiernummer, plicht.Nummer, oordeel, oordeel == Ingebrekestellingsoordeel.Geldig
                    ? ronde.DwangsomOp(nu.Dag(), beleid)!.LaatsteDagZonder : null, null));
            }
            // The letter may come after the decision on one of them, and in time for another.
            catch (Weigering weigering)
            {
                eerste ??= weigering;
                gevolgen.Add(new(plicht.Dossiernummer, plicht.Nummer, null, null,
                    new(weigering.Code, weigering.Message, weigering.Grondslag)));
            }
        if (gevolgen.TrueForAll(g => g.Oordeel is null)) throw eerste!;
        await db.SaveChangesAsync(annulering);
        // The letter has no page of its own: it stands in each of the zaken.
        return TypedResults.Ok(new Antwoord(brief.BriefId!.Value, dag, gevolgen));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.OntvangenOp).NotNull().When(v => v.Briefnummer is null).WithMessage(InGebrekeStellen.Dagvraag);
            RuleFor(v => v.Briefnummer)
                .Must((v, n) => n is null || (n.Length <= 30 && v.HerkendIn is Briefsoort.Klacht or Briefsoort.Bezwaar))
                .WithMessage(InGebrekeStellen.Nummervraag);
            RuleFor(v => v.Zaken).NotEmpty().WithMessage("Noem de aanvragen en bezwaren.").Must(z => z.Count is >= 2 and <= 20)
                .WithMessage("Noem 2 tot en met 20 zaken. Gaat de brief over één zaak, leg hem dan daarbij vast.");
            RuleForEach(v => v.Zaken).NotNull().WithMessage("Een zaak is leeg.").ChildRules(zaak =>
            {
                zaak.RuleFor(z => z.Nummer).NotEmpty().WithMessage("Noem het nummer.").MaximumLength(30)
                    .WithMessage("Gebruik hooguit 30 tekens.");
                zaak.RuleFor(z => z.Aanvragers).InclusiveBetween(1, 1000).WithMessage("Kies 1 tot en met 1000 aanvragers.");
                zaak.RuleFor(z => z.OnredelijkLaat).Must(t => t is null || !string.IsNullOrWhiteSpace(t))
                    .WithMessage("Leg uit waarom de brief onredelijk laat kwam, of laat dit weg.").MaximumLength(2000)
                    .WithMessage("Gebruik hooguit 2000 tekens.");
            });
        }
    }
}
