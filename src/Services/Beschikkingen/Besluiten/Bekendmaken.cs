using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Besluiten;

/// <summary>
/// The beschikking is made known. Help may then be arranged, and the six weeks for bezwaar start the next day (Awb 3:41, 6:8).
/// </summary>
public static class Bekendmaken
{
    /// <param name="BekendgemaaktOp">De dag van bekendmaking; vandaag als u niets invult.</param>
    public sealed record Invoer(DateOnly? BekendgemaaktOp = null) : IRequestBody;

    /// <param name="Dossiernummer">Het dossier.</param>
    /// <param name="Beschikkingnummer">Het nummer van de beschikking.</param>
    /// <param name="BekendgemaaktOp">De dag van bekendmaking.</param>
    /// <param name="BezwaarUiterlijk">De laatste dag om bezwaar te maken.</param>
    /// <param name="Tijdig">Of de wettelijke termijn is gehaald.</param>
    public sealed record Antwoord(string Dossiernummer, string Beschikkingnummer, DateOnly BekendgemaaktOp, DateOnly BezwaarUiterlijk,
        bool Tijdig);

    public static void MapBekendmaken(this IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{dossiernummer}/bekendmaking", MaakBekend).Voor(Rollen.Beslisser, Rollen.Backoffice).WithIdempotency()
            .WithSummary("Beschikking bekendmaken")
            .WithDescription("Legt vast dat de beschikking bekend is gemaakt. Daarna verandert het besluit niet meer en start de hulp.");

    private static async Task<Ok<Antwoord>> MaakBekend(
        string dossiernummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, Vault kluis,
        TimeProvider klok, IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var aanvraag = await db.Zoek(dossiernummer, gebruiker, annulering);
        ifMatch?.Eis(aanvraag.RowVersion);
        var dag = invoer.BekendgemaaktOp ?? klok.Vandaag();
        aanvraag.MaakBekend(dag, await db.Toetsen(aanvraag, annulering), beleid, kluis, klok.GetUtcNow());
        foreach (var besluit in aanvraag.Beschikt()) db.Add(Voorziening.Bij(aanvraag, besluit, kluis));
        await db.SaveChangesAsync(annulering);
        etag.Zet(aanvraag.RowVersion);
        return TypedResults.Ok(new Antwoord(aanvraag.Dossiernummer, aanvraag.Beschikkingnummer!, dag, aanvraag.BezwaarUiterlijk!.Value,
            aanvraag.IsTijdig(dag)));
    }
}
