using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Herzieningen;

/// <summary>
/// Claims back in money what was given on intentionally incorrect data, by a decision of its own (Wmo 2015 art. 2.4.1), and records what is
/// paid.
/// </summary>
public static class Terugvorderen
{
    /// <param name="Posten">Wat er wordt teruggevorderd, per periode, met het stuk waaruit dat blijkt.</param>
    /// <param name="Berekening">Hoe het bedrag is berekend uit wat is geleverd of besteed.</param>
    /// <param name="Opzet">Waaruit blijkt dat de gegevens met opzet onjuist of onvolledig zijn gegeven.</param>
    /// <param name="Motivering">Waarom, in woorden die de ontvanger begrijpt.</param>
    /// <param name="Meewerker">
    /// Naam en adres van wie daaraan met opzet meewerkte, als het van die persoon wordt gevorderd; weglaten als de inwoner moet betalen.
    /// </param>
    public sealed record Invoer(
        IReadOnlyList<Vorderpost> Posten, string Berekening, string Opzet, string Motivering, Postadres? Meewerker = null) : IRequestBody;

    /// <param name="Bedrag">Euro's die binnenkwamen.</param>
    /// <param name="OntvangenOp">De dag waarop; vandaag als u niets invult.</param>
    public sealed record Betaling(decimal Bedrag, DateOnly? OntvangenOp = null) : IRequestBody;

    public static void MapTerugvorderen(this IEndpointRouteBuilder api)
    {
        api.MapPost("/herzieningen/{herzieningnummer}/terugvorderingen", VorderTerug).Voor(Rollen.Beslisser).WithIdempotency()
            .Valideer(new Vorm())
            .WithSummary("Terugvorderen")
            .WithDescription("Vordert in geld terug wat door opzettelijk onjuiste of onvolledige gegevens is verstrekt. Kan alleen na een "
                + "herziening of intrekking op die grond, over dagen waarop die hulp wegneemt.");
        api.MapPost("/herzieningen/{herzieningnummer}/terugvorderingen/{terugvorderingId:guid}/betalingen", Ontvang)
            .Voor(Rollen.Backoffice).WithIdempotency().Valideer(new Betaalvorm())
            .WithSummary("Betaling op een terugvordering")
            .WithDescription("Legt een betaling vast. Met de laatste is de terugvordering voldaan.");
    }

    private static async Task<Created<Vorderingstand>> VorderTerug(
        string herzieningnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, Vault kluis,
        TimeProvider klok, IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var (herziening, voorziening) = await db.Zoek(herzieningnummer, gebruiker, annulering);
        ifMatch?.Eis(herziening.RowVersion);
        var nu = klok.GetUtcNow();
        var vordering = herziening.VorderTerug(new(Guid.CreateVersion7(nu), await db.NieuwBeschikkingnummer(nu.Dag().Year, annulering),
            nu.Dag(), [.. invoer.Posten.Select(p => p with { Kenmerk = p.Kenmerk.Trim() })], invoer.Berekening.Trim(), invoer.Opzet.Trim(),
            invoer.Motivering.Trim(), gebruiker.Id),
            invoer.Meewerker is { } wie ? new(wie.Naam.Trim(), [.. wie.Adresregels.Select(r => r.Trim())]) : null,
            voorziening, gebruiker, beleid, kluis, nu);
        await db.SaveChangesAsync(annulering);
        etag.Zet(herziening.RowVersion);
        return TypedResults.Created($"/beschikkingen/v1/herzieningen/{herzieningnummer}", Vorderingstand.Van(vordering));
    }

    private static async Task<Ok<HerzieningenInzien.Antwoord>> Ontvang(
        string herzieningnummer, Guid terugvorderingId, Betaling invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var (herziening, _) = await db.Zoek(herzieningnummer, gebruiker, annulering);
        ifMatch?.Eis(herziening.RowVersion);
        herziening.Ontvang(terugvorderingId, invoer.Bedrag, invoer.OntvangenOp ?? klok.Vandaag(), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(herziening.RowVersion);
        return TypedResults.Ok(HerzieningenInzien.Van(herziening, gebruiker));
    }

    internal const string Bedragtekst = "Vul een bedrag in van meer dan 0 euro, met hooguit twee cijfers achter de komma.";

    internal static bool IsBedrag(decimal bedrag) => bedrag is > 0 and <= 999_999.99m && decimal.Round(bedrag, 2) == bedrag;

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Posten).NotEmpty().WithMessage("Noem wat er wordt teruggevorderd, per periode.")
                .Must(p => p is null or { Count: <= 100 }).WithMessage("Noem hooguit 100 bedragen.");
            RuleForEach(v => v.Posten).NotNull().WithMessage("Een bedrag is leeg.").ChildRules(post =>
            {
                post.RuleFor(p => p.Bedrag).Must(IsBedrag).WithMessage(Bedragtekst);
                post.RuleFor(p => p.Periode).NotNull().WithMessage("Vul de periode in.")
                    .Must(p => p is null || p.Ingangsdatum <= p.Einddatum && p.Ingangsdatum.Year >= Kalender.EersteJaar
                        && p.Einddatum.Year <= 2100)
                    .WithMessage("De laatste dag mag niet voor de eerste liggen.");
                post.RuleFor(p => p.Kenmerk).NotEmpty().WithMessage("Noem het nummer van het stuk.").MaximumLength(100)
                    .WithMessage("Gebruik hooguit 100 tekens.");
            });
            RuleFor(v => v.Berekening).NotEmpty().WithMessage("Leg uit hoe het bedrag is berekend.").MaximumLength(4000)
                .WithMessage("Gebruik hooguit 4000 tekens.");
            RuleFor(v => v.Opzet).NotEmpty().WithMessage("Leg uit waaruit blijkt dat het met opzet was.").MaximumLength(4000)
                .WithMessage("Gebruik hooguit 4000 tekens.");
            RuleFor(v => v.Motivering).NotEmpty().WithMessage("Geef een motivering.").MaximumLength(10_000)
                .WithMessage("Gebruik hooguit 10.000 tekens.");
            RuleFor(v => v.Meewerker).Must(m => m is null || !string.IsNullOrWhiteSpace(m.Naam) && m.Naam.Length <= 200
                    && m.Adresregels is { Count: > 0 and <= 4 }
                    && m.Adresregels.All(r => !string.IsNullOrWhiteSpace(r) && r.Length <= 100))
                .WithMessage("Vul de naam in en hooguit vier regels van het postadres.");
        }
    }

    private sealed class Betaalvorm : AbstractValidator<Betaling>
    {
        public Betaalvorm() => RuleFor(v => v.Bedrag).Must(IsBedrag).WithMessage(Bedragtekst);
    }
}
