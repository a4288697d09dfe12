using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Besluiten;

/// <summary>
/// Somebody acts for the applicant, who proved that (Awb 2:1). Letters go to them, with a copy to the applicant, until it ends: about the
/// aanvraag, and about the help and a bezwaar as far as it covers these.
/// </summary>
public static class GemachtigdeVastleggen
{
    /// <param name="Naam">De naam van de gemachtigde, zoals die boven de brief komt.</param>
    /// <param name="Adresregels">De regels van het postadres onder de naam.</param>
    /// <param name="MachtigingVan">De dag van de schriftelijke machtiging.</param>
    /// <param name="Omvang">Waarvoor de machtiging geldt.</param>
    public sealed record Invoer(string Naam, IReadOnlyList<string> Adresregels, DateOnly MachtigingVan, Machtigingsomvang Omvang)
        : IRequestBody;

    /// <param name="Op">De dag waarop de machtiging eindigde; vandaag als u niets invult.</param>
    public sealed record Einde(DateOnly? Op = null) : IRequestBody;

    public static void MapGemachtigdeVastleggen(this IEndpointRouteBuilder api)
    {
        api.MapPost("/aanvragen/{dossiernummer}/gemachtigde", LegVast).Voor(Rollen.Consulent, Rollen.Backoffice).WithIdempotency()
            .Valideer(new Vorm())
            .WithSummary("Gemachtigde vastleggen")
            .WithDescription("Legt vast wie de inwoner vertegenwoordigt, met een schriftelijke machtiging. Brieven over de aanvraag gaan "
                + "dan naar de gemachtigde, en de inwoner krijgt een afschrift; ook die over de hulp of een bezwaar, als de machtiging "
                + "daarvoor geldt. Een nieuwe gemachtigde komt in de plaats van de vorige.");
        api.MapPost("/aanvragen/{dossiernummer}/gemachtigde/einde", Beeindig).Voor(Rollen.Consulent, Rollen.Backoffice).WithIdempotency()
            .WithSummary("Machtiging beëindigen")
            .WithDescription("Legt vast dat de gemachtigde de inwoner niet meer vertegenwoordigt. Brieven gaan weer naar de inwoner.");
    }

    private static async Task<NoContent> LegVast(string dossiernummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Vault kluis,
        TimeProvider klok, IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var aanvraag = await db.Zoek(dossiernummer, gebruiker, annulering);
        ifMatch?.Eis(aanvraag);
        var eerder = aanvraag.Besluitvorming.Machtiging?.VoorHulp;
        aanvraag.MachtigIemand(new(invoer.Naam.Trim(), [.. invoer.Adresregels.Select(r => r.Trim())]), invoer.MachtigingVan, invoer.Omvang,
            kluis, klok.GetUtcNow());
        await Volg(db, aanvraag, eerder, kluis, annulering);
        await db.SaveChangesAsync(annulering);
        etag.Zet(aanvraag);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Beeindig(string dossiernummer, Einde invoer, Gebruiker gebruiker, BeschikkingenDb db,
        Vault kluis, TimeProvider klok, IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var aanvraag = await db.Zoek(dossiernummer, gebruiker, annulering);
        ifMatch?.Eis(aanvraag);
        var eerder = aanvraag.Besluitvorming.Machtiging?.VoorHulp;
        aanvraag.BeeindigMachtiging(invoer.Op ?? klok.Vandaag(), klok.GetUtcNow());
        await Volg(db, aanvraag, eerder, kluis, annulering);
        await db.SaveChangesAsync(annulering);
        etag.Zet(aanvraag);
        return TypedResults.NoContent();
    }

    /// <summary>What followed from the aanvraag follows the machtiging as far as that covers it.</summary>
    internal static async Task Volg(BeschikkingenDb db, Aanvraag aanvraag, Guid? eerder, Vault kluis, CancellationToken annulering)
    {
        var machtiging = aanvraag.Besluitvorming.Machtiging;
        var hulp = aanvraag.Voorzieningen.Select(v => v.VoorzieningId).ToList();
        var voorzieningen = await db.Voorzieningen.Where(v => hulp.Contains(v.VoorzieningId)).ToListAsync(annulering);
        var herzieningen = await db.Herzieningen.Where(h => hulp.Contains(h.VoorzieningId)).ToListAsync(annulering);
        // A machtiging for one aanvraag leaves another one for the help as it is.
        bool Volgt(Guid? nu) => nu == eerder || machtiging?.VoorHulp is not null;
        foreach (var voorziening in voorzieningen.Where(v => Volgt(v.MachtigingId))) voorziening.NeemMachtiging(machtiging?.VoorHulp);
        foreach (var herziening in herzieningen.Where(h => Volgt(h.MachtigingId))) herziening.NeemMachtiging(machtiging?.VoorHulp);
        foreach (var ander in (await db.Aanvragen.Where(a => a.PersoonId == aanvraag.PersoonId && a.Id != aanvraag.Id
                && a.Wijzigingsnummer != null).ToListAsync(annulering))
            .Where(a => hulp.Contains(a.Voorzieningen[0].VoorzieningId) && Volgt(a.Besluitvorming.Machtiging?.VoorHulp)))
            ander.NeemMachtiging(machtiging?.VoorHulp is null ? null : (machtiging, aanvraag.Gemachtigde(kluis)), kluis);
        // A bezwaar may be about the dwangsom of another bezwaar, and follows that one.
        var volgt = herzieningen.SelectMany(h => h.Besluiten()).ToDictionary(id => id, _ => machtiging?.VoorHulp);
        volgt[aanvraag.Id] = machtiging?.VoorBezwaar;
        var bezwaren = await db.Bezwaren.Where(b => b.PersoonId == aanvraag.PersoonId).OrderBy(b => b.Id).ToListAsync(annulering);
        foreach (var bezwaar in bezwaren)
            if (volgt.TryGetValue(bezwaar.BesluitId, out var id)) bezwaar.NeemMachtiging(volgt[bezwaar.Id] = id);
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Naam).NotEmpty().WithMessage("Vul de naam van de gemachtigde in.").MaximumLength(200)
                .WithMessage("Gebruik hooguit 200 tekens.");
            RuleFor(v => v.Adresregels).NotEmpty().WithMessage("Vul het postadres in.").Must(r => r is { Count: <= 4 })
                .WithMessage("Gebruik hooguit vier regels.");
            RuleForEach(v => v.Adresregels).NotEmpty().WithMessage("Een regel van het adres is leeg.").MaximumLength(100)
                .WithMessage("Gebruik hooguit 100 tekens per regel.");
        }
    }
}
