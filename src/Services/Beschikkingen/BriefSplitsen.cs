using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Bezwaren;
using WmoPlatform.Beschikkingen.Klachten;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Beschikkingen.TeLaat;
using WmoPlatform.Beschikkingen.Wijzigingsverzoeken;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen;

/// <summary>
/// One letter is more than one thing: a bezwaar and a klacht, a request for change, or with an ingebrekestelling hidden in it. Each part
/// becomes what it is, and counts from the same day of receipt. All parts are recorded, or none.
/// </summary>
public static class BriefSplitsen
{
    /// <param name="Dossiernummer">Het dossier van de inwoner.</param>
    /// <param name="OntvangenOp">De dag waarop de brief binnenkwam; vandaag als u niets invult.</param>
    /// <param name="Poststempel">De dag waarop de brief op de post ging.</param>
    /// <param name="EldersOntvangenOp">De dag waarop een ander de brief kreeg en doorstuurde; telt voor een bezwaar.</param>
    /// <param name="Delen">Wat er in de brief staat.</param>
    public sealed record Invoer(
        string Dossiernummer, IReadOnlyList<Deel> Delen, DateOnly? OntvangenOp = null, DateOnly? Poststempel = null,
        DateOnly? EldersOntvangenOp = null) : IRequestBody;

    /// <param name="Soort">Wat dit deel is.</param>
    /// <param name="Nummer">
    /// Het besluit, de aanvraag, het wijzigingsverzoek of het bezwaar waar dit deel over gaat; niet nodig bij een klacht over een gedraging
    /// en bij een wijziging.
    /// </param>
    /// <param name="Tekst">Wat er staat, in de woorden van de inwoner; verplicht bij een klacht en bij een wijziging.</param>
    /// <param name="Aanvragers">Hoeveel aanvragers de dwangsom delen, bij een ingebrekestelling; 1 als u niets invult.</param>
    /// <param name="Wijziging">Wat er anders moet, bij een wijziging.</param>
    public sealed record Deel(
        Deelsoort Soort, string? Nummer = null, string? Tekst = null, int? Aanvragers = null, Gevraagd? Wijziging = null);

    /// <param name="VoorzieningId">De voorziening waar het over gaat.</param>
    /// <param name="Vraag">Wat er anders moet.</param>
    /// <param name="LaatsteDag">Bij stoppen: de laatste dag waarop de inwoner de hulp nog wil.</param>
    /// <param name="RedenLaat">
    /// Waarom u een aanvraag om een andere vorm nu pas vastlegt; verplicht als dat later is dan de eerste werkdag na de ontvangst.
    /// </param>
    public sealed record Gevraagd(Guid VoorzieningId, Wijzigingsvraag Vraag, DateOnly? LaatsteDag = null, string? RedenLaat = null);

    /// <param name="Dossiernummer">Het dossier.</param>
    /// <param name="OntvangenOp">De dag die voor elk deel telt.</param>
    /// <param name="Zaken">Wat elk deel werd.</param>
    public sealed record Antwoord(string Dossiernummer, DateOnly OntvangenOp, IReadOnlyList<Zaak> Zaken);

    /// <param name="Soort">Wat dit deel is.</param>
    /// <param name="Nummer">Het bezwaar, de klacht, het wijzigingsverzoek, of de aanvraag die te laat is.</param>
    public sealed record Zaak(Deelsoort Soort, string Nummer);

    public enum Deelsoort
    {
        Bezwaar,
        Klacht,
        Wijziging,
        Ingebrekestelling,
    }

    public static void MapBriefSplitsen(this IEndpointRouteBuilder api) =>
        api.MapPost("/brieven", Splits).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice).WithIdempotency()
            .Valideer(new Vorm())
            .WithSummary("Brief splitsen")
            .WithDescription("Maakt van één brief een bezwaar, een klacht, een wijzigingsverzoek en een ingebrekestelling, voor "
                + "zover die erin staan. Elk deel telt vanaf dezelfde dag.");

    private static async Task<Ok<Antwoord>> Splits(
        Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, Vault kluis, Wijzigingsgrenzen grenzen,
        TimeProvider klok, CancellationToken annulering)
    {
        var dossiernummer = invoer.Dossiernummer.Trim();
        var dag = gebruiker.EigenDag(invoer.OntvangenOp, klok, "ontvangenOp");
        var briefId = Guid.CreateVersion7(klok.GetUtcNow());
        var inwoner = await db.ZoekIndiener(dossiernummer, gebruiker, annulering);
        var zaken = new Zaak[invoer.Delen.Count];
        // A klacht about a decision may be part of the bezwaar in the same letter, and an ingebrekestelling names the one that it stood in.
        foreach (var (i, deel) in invoer.Delen.Index().OrderBy(d => d.Item.Soort))
            zaken[i] = new(deel.Soort, await Neem(i, deel));
        await db.SaveChangesAsync(annulering);
        return TypedResults.Ok(new Antwoord(dossiernummer, dag, zaken));

        Briefherkenning Herken()
        {
            var stuk = zaken.FirstOrDefault(z => z is { Soort: Deelsoort.Klacht or Deelsoort.Bezwaar });
            var soort = stuk is null ? Briefsoort.Ingebrekestelling
                : stuk.Soort == Deelsoort.Klacht ? Briefsoort.Klacht : Briefsoort.Bezwaar;
            return new(soort, stuk?.Nummer,
                invoer.Delen.Count(d => d.Soort == Deelsoort.Ingebrekestelling) > 1 ? briefId : null);
        }

        async Task<string> Neem(int i, Deel deel)
        {
            if (deel.Soort == Deelsoort.Ingebrekestelling)
                return await StelInGebreke(i, deel.Nummer?.Trim() ?? dossiernummer, deel.Aanvragers ?? 1);
            if (deel.Soort == Deelsoort.Wijziging) return await Wijzig(i, deel.Wijziging!, deel.Tekst!);
            if (deel.Soort == Deelsoort.Klacht)
                return (await KlachtIndienen.Neem(new(dossiernummer, deel.Tekst!, OntvangenOp: dag, Besluitnummer: deel.Nummer?.Trim(),
                    Poststempel: invoer.Poststempel, EldersOntvangenOp: invoer.EldersOntvangenOp), gebruiker, db, klok, annulering))
                    .Klachtnummer;
            var bezwaar = await BezwaarMaken.Neem(new(deel.Nummer?.Trim() ?? dossiernummer, Gronden: deel.Tekst, OntvangenOp: dag,
                Poststempel: invoer.Poststempel, EldersOntvangenOp: invoer.EldersOntvangenOp), gebruiker, db, klok, annulering,
                voegBij: true);
            ZelfdePersoon.Eis(inwoner, (bezwaar.Dossiernummer, bezwaar.PersoonId), deel.Nummer?.Trim() ?? dossiernummer,
                $"delen[{i}].nummer");
            return bezwaar.Bezwaarnummer;
        }

        async Task<string> Wijzig(int i, Gevraagd gevraagd, string tekst)
        {
            var verzoek = await WijzigingVragen.Neem(gevraagd.VoorzieningId,
                new(gevraagd.Vraag, tekst, Meldkanaal.Brief, dag, gevraagd.LaatsteDag, gevraagd.RedenLaat), gebruiker, db, beleid, kluis,
                grenzen, klok, annulering);
            ZelfdePersoon.Eis(inwoner, (verzoek.Dossiernummer, verzoek.PersoonId), "Deze hulp", $"delen[{i}].wijziging.voorzieningId");
            return verzoek.Wijzigingsnummer;
        }

        async Task<string> StelInGebreke(int i, string nummer, int aanvragers)
        {
            var zaak = await db.ZoekBeslisplicht(nummer, gebruiker, annulering);
            ZelfdePersoon.Eis(inwoner, (zaak.Dossiernummer, zaak.PersoonId), nummer, $"delen[{i}].nummer");
            zaak.StelInGebreke(dag, aanvragers, null, beleid, klok.GetUtcNow(), Herken());
            return zaak.Nummer;
        }
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Dossiernummer).NotEmpty().WithMessage("Noem het dossier.").MaximumLength(30)
                .WithMessage("Gebruik hooguit 30 tekens.");
            RuleFor(v => v.Delen).NotEmpty().WithMessage("Noem wat er in de brief staat.").Must(d => d.Count is >= 2 and <= 10)
                .WithMessage("Noem 2 tot en met 10 delen. Is het één ding, leg dat dan zelf vast.");
            RuleForEach(v => v.Delen).NotNull().WithMessage("Een deel is leeg.").ChildRules(deel =>
            {
                deel.RuleFor(d => d.Nummer).MaximumLength(30).WithMessage("Gebruik hooguit 30 tekens.");
                deel.RuleFor(d => d.Tekst).MaximumLength(20_000).WithMessage("Gebruik hooguit 20.000 tekens.");
                deel.RuleFor(d => d.Aanvragers).InclusiveBetween(1, 1000).WithMessage("Kies 1 tot en met 1000 aanvragers.");
                deel.RuleFor(d => d.Tekst).NotEmpty().When(d => d.Soort == Deelsoort.Klacht).WithMessage("Omschrijf de klacht.");
                deel.RuleFor(d => d.Wijziging).NotNull().When(d => d.Soort == Deelsoort.Wijziging)
                    .WithMessage("Noem de hulp, en wat er anders moet.");
                deel.RuleFor(d => d.Wijziging).Null().When(d => d.Soort != Deelsoort.Wijziging)
                    .WithMessage("Laat dit weg. Het hoort bij een wijziging.");
                deel.RuleFor(d => new WijzigingVragen.Invoer(d.Wijziging!.Vraag, d.Tekst ?? "", null, null, d.Wijziging.LaatsteDag,
                        d.Wijziging.RedenLaat, null)).SetValidator(new WijzigingVragen.Vorm()).OverridePropertyName("wijziging")
                    .When(d => d is { Soort: Deelsoort.Wijziging, Wijziging: not null });
            });
        }
    }
}
