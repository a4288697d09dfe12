using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Beroepen;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Beschikkingen.Wijzigingsverzoeken;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Besluiten;

/// <summary>
/// The beschikking is made known by sending it: the platform sends the letter today. Help may then be arranged, and the six weeks for
/// bezwaar start the next day (Awb 3:41, 6:8).
/// </summary>
public static class Bekendmaken
{
    /// <param name="BekendgemaaktOp">
    /// De dag waarop de beschikking buiten het platform is verstuurd of uitgereikt. Weglaten als het platform de brief verstuurt: dat is
    /// vandaag.
    /// </param>
    /// <param name="RedenBuitenPlatform">Hoe en waarom de beschikking buiten het platform is verstuurd. Alleen samen met die dag.</param>
    public sealed record Invoer(DateOnly? BekendgemaaktOp = null, string? RedenBuitenPlatform = null) : IRequestBody;

    /// <param name="Dossiernummer">Het dossier.</param>
    /// <param name="Beschikkingnummer">Het nummer van de beschikking.</param>
    /// <param name="BekendgemaaktOp">De dag van bekendmaking.</param>
    /// <param name="BezwaarUiterlijk">De laatste dag om bezwaar te maken.</param>
    /// <param name="Tijdig">Of de wettelijke termijn is gehaald.</param>
    public sealed record Antwoord(string Dossiernummer, string Beschikkingnummer, DateOnly BekendgemaaktOp, DateOnly BezwaarUiterlijk,
        bool Tijdig);

    public static void MapBekendmaken(this IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{dossiernummer}/bekendmaking", MaakBekend).Voor(Rollen.Beslisser, Rollen.Backoffice).WithIdempotency()
            .Valideer(new Vorm())
            .WithSummary("Beschikking bekendmaken")
            .WithDescription("Maakt de beschikking vandaag bekend: het platform stuurt de brief naar de inwoner, of naar de gemachtigde "
                + "met een afschrift aan de inwoner. Is zij buiten het platform verstuurd, leg dan de dag en de reden vast. "
                + "Daarna verandert het besluit niet meer en start de hulp.");

    private static async Task<Ok<Antwoord>> MaakBekend(
        string dossiernummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, Vault kluis,
        TimeProvider klok, IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var aanvraag = await db.Zoek(dossiernummer, gebruiker, annulering);
        ifMatch?.Eis(aanvraag);
        await db.HoudMelding(aanvraag.Meldingnummer, annulering);
        var dag = invoer.BekendgemaaktOp ?? klok.Vandaag();
        var (nu, vandaag) = (klok.GetUtcNow(), klok.Vandaag());
        var hulp = await db.HulpVan(aanvraag, annulering);
        var delen = hulp is null ? null : aanvraag.NieuweDelen(hulp);
        var (tijdelijk, opdrachten) = await db.TotBesluit(aanvraag, annulering);
        aanvraag.MaakBekend(dag, await db.Toetsen(aanvraag, annulering), beleid, kluis, nu, invoer.RedenBuitenPlatform?.Trim(),
            [.. tijdelijk.Where(v => v.LooptTotBesluit(vandaag, opdrachten)).Select(v => v.Gevraagd.Product.Categorie)]);
        foreach (var voorziening in tijdelijk)
        {
            voorziening.EindigTijdelijk(aanvraag, opdrachten, kluis, nu);
            await db.VolgRechtershulp(voorziening, annulering);
        }
        // An aanvraag to change granted help begins no new help: what is granted changes it, and a refusal leaves it.
        if (hulp is null) await Neem(db, aanvraag, kluis, nu, annulering);
        else if (delen is not null)
        {
            hulp.Wijzig(Besluitsoort.Vormwijziging, aanvraag.Id, aanvraag.Beschikkingnummer!, dag, delen,
                Termijnen.Bezwaar(dag).AlsTermijn(), aanvraag.Besluiten[0].Motivering, kluis, nu);
            await db.VolgRechtershulp(hulp, annulering);
        }
        await db.VolgWijziging(aanvraag, beleid, nu, annulering);
        await db.SaveChangesAsync(annulering);
        etag.Zet(aanvraag);
        return TypedResults.Ok(new Antwoord(aanvraag.Dossiernummer, aanvraag.Beschikkingnummer!, dag, aanvraag.BezwaarUiterlijk!.Value,
            aanvraag.IsTijdig(dag)));
    }

    /// <summary>
    /// The help begins with the decision on its first aanvraag. An onderzoek may lead to several, because closing a zaak takes no right
    /// away; a later one that grants changes the help that there is, and one that refuses leaves it.
    /// </summary>
    private static async Task Neem(
        BeschikkingenDb db, Aanvraag aanvraag, Vault kluis, DateTimeOffset nu, CancellationToken annulering)
    {
        List<BeschikteVoorziening> besluiten = [.. aanvraag.Beschikt()];
        List<Guid> ids = [.. besluiten.Select(b => b.VoorzieningId)];
        var bekend = await db.Voorzieningen.Where(v => ids.Contains(v.VoorzieningId)).ToDictionaryAsync(v => v.VoorzieningId, annulering);
        var dag = aanvraag.BekendgemaaktOp!.Value;
        foreach (var besluit in besluiten)
            if (!bekend.TryGetValue(besluit.VoorzieningId, out var hulp)) db.Add(Voorziening.Bij(aanvraag, besluit, kluis));
            else if (besluit.IsToegekend)
            {
                hulp.Wijzig(Besluitsoort.Aanvraag, aanvraag.Id, aanvraag.Beschikkingnummer!, dag,
                    hulp.Eigen.Overdekt(besluit.Deel()), Termijnen.Bezwaar(dag).AlsTermijn(),
                    aanvraag.Besluiten.First(b => b.VoorzieningId == besluit.VoorzieningId).Motivering, kluis, nu);
                await db.VolgRechtershulp(hulp, annulering);
            }
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm() => RuleFor(v => v.RedenBuitenPlatform)
            .Must((v, reden) => (reden is null) == (v.BekendgemaaktOp is null) && (reden is null || reden.Trim().Length > 0))
            .WithMessage("Vul de dag en de reden allebei in als de beschikking buiten het platform is verstuurd, en anders geen van beide.")
            .MaximumLength(2000).WithMessage("Gebruik hooguit 2000 tekens.");
    }
}
