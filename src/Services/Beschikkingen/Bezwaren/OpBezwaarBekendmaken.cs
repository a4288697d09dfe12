using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>The decision on the bezwaar is made known. Beroep is possible from the next day, for six weeks (Awb 6:7, 7:12 lid 2).</summary>
public static class OpBezwaarBekendmaken
{
    /// <param name="BekendgemaaktOp">De dag van bekendmaking; vandaag als u niets invult.</param>
    public sealed record Invoer(DateOnly? BekendgemaaktOp = null) : IRequestBody;

    public static void MapOpBezwaarBekendmaken(this IEndpointRouteBuilder api) =>
        api.MapPost("/bezwaren/{bezwaarnummer}/bekendmaking", MaakBekend).Voor(Rollen.Beslisser, Rollen.Backoffice).WithIdempotency()
            .WithSummary("Beslissing op bezwaar bekendmaken")
            .WithDescription("Legt vast dat de beslissing bekend is gemaakt. De inwoner krijgt haar per brief, en kan in beroep gaan.");

    private static async Task<Ok<Bezwaarstand>> MaakBekend(
        string bezwaarnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, Vault kluis,
        TimeProvider klok, IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var bezwaar = await db.ZoekBezwaar(bezwaarnummer, gebruiker, annulering);
        ifMatch?.Eis(bezwaar.RowVersion);
        var (dag, nu) = (invoer.BekendgemaaktOp ?? klok.Vandaag(), klok.GetUtcNow());
        foreach (var besluit in bezwaar.MaakBekend(dag, beleid, nu).Where(b => b.IsToegekend))
            if (await db.Voorzieningen.SingleOrDefaultAsync(v => v.VoorzieningId == besluit.VoorzieningId, annulering) is { } voorziening)
                voorziening.Wijzig(Besluitsoort.Bezwaar, bezwaar.Id, bezwaar.Bezwaarnummer, dag, Delen(voorziening, besluit),
                    Termijnen.Beroep(dag).AlsTermijn(), bezwaar.Besluit!.Motivering, kluis, nu);
        await db.SaveChangesAsync(annulering);
        etag.Zet(bezwaar.RowVersion);
        return TypedResults.Ok(Bezwaarstand.Van(bezwaar, gebruiker));
    }

    /// <summary>The new decision takes the place of what was granted in its period; the rest stays.</summary>
    private static IReadOnlyList<Voorzieningdeel> Delen(Voorziening voorziening, BeschikteVoorziening besluit) =>
    [
        .. voorziening.Delen.Voor(besluit.Periode.Ingangsdatum).Met(
            new(besluit.Product, besluit.Omvang, besluit.Periode, besluit.Leveringsvorm, besluit.Agb, besluit.Budget)
            {
                Tijdelijk = voorziening.TijdelijkVoor is not null && !(voorziening.LaatsteDag > besluit.Periode.Einddatum),
            }),
        .. voorziening.Delen.Where(d => d.Periode.Ingangsdatum > besluit.Periode.Einddatum),
    ];
}
