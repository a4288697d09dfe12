using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Inzage;

namespace WmoPlatform.Messaging.AccessLog;

/// <summary>Lets an auditor read the access log of this service, and prove that it is complete. No other role reads it.</summary>
public static class AccessLogApi
{
    /// <summary>One line of the log.</summary>
    /// <param name="Nr">Het volgnummer.</param>
    /// <param name="Op">Wanneer.</param>
    /// <param name="Wie">Het kenmerk van de gebruiker; het is geen naam en geen BSN.</param>
    /// <param name="Rol">De rol waarin het verzoek werd gedaan.</param>
    /// <param name="Client">Het programma waarmee.</param>
    /// <param name="Operatie">De methode en het adres van de API.</param>
    /// <param name="Onderwerpen">De dossiers en personen, bijvoorbeeld D-2026-000123 of toewijzing/48.</param>
    /// <param name="Status">De HTTP-status van het antwoord.</param>
    /// <param name="Geweigerd">Of het verzoek is geweigerd, zodat er niets te zien was.</param>
    /// <param name="TraceId">Het spoor van het verzoek in de telemetrie.</param>
    public sealed record Regel(
        long Nr, DateTimeOffset Op, string Wie, string Rol, string? Client, string Operatie, IReadOnlyList<string> Onderwerpen, int Status,
        bool Geweigerd, string? TraceId);

    /// <summary>The outcome of the check.</summary>
    /// <param name="Klopt">Of alles wat is nagekeken volledig en ongewijzigd is.</param>
    /// <param name="GebrokenBlokken">De blokken waarin iets is gewijzigd, toegevoegd of weggehaald, of die zelf weg zijn.</param>
    /// <param name="Blokken">Hoeveel blokken zijn nagekeken.</param>
    /// <param name="Regels">Hoeveel regels daarin staan.</param>
    /// <param name="VerwijderdTotEnMet">Het laatste blok dat na de bewaartermijn is verwijderd; 0 als er niets is verwijderd.</param>
    /// <param name="NietGesloten">Hoeveel regels ouder dan een minuut nog in geen blok zitten; dat hoort 0 te zijn.</param>
    /// <param name="Volgende">Geef dit mee als na om de rest na te kijken; leeg als alles is nagekeken.</param>
    public sealed record Controle(
        bool Klopt, IReadOnlyList<long> GebrokenBlokken, int Blokken, long Regels, long VerwijderdTotEnMet, long NietGesloten,
        string? Volgende);

    /// <summary>Maps <c>/inzagelog</c> below the API's path.</summary>
    public static void MapAccessLog(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/inzagelog");
        group.MapGet("", List).Voor(Rollen.Auditor)
            .WithSummary("Inzagelog")
            .WithDescription("Wie heeft welk dossier of welke persoon gezien, of dat geprobeerd; oudste eerst. Kies met `onderwerp`, "
                + "`wie`, `vanaf`, `tot` en `geweigerd`. Dat u dit leest, staat er zelf ook in.");
        group.MapGet("/controle", Check).Voor(Rollen.Auditor)
            .ToontNiemand("De controle noemt alleen nummers van blokken.")
            .WithSummary("Klopt het inzagelog")
            .WithDescription("Kijkt na of het inzagelog volledig en ongewijzigd is, en noemt de blokken waar dat niet zo is.");
    }

    private static async Task<Ok<Pagina<Regel>>> List(
        ServiceDb db, string? onderwerp, string? wie, DateTimeOffset? vanaf, DateTimeOffset? tot, bool? geweigerd, string? na, int? aantal,
        CancellationToken cancellation)
    {
        var n = Pagina.Aantal(aantal);
        var from = Pagina.NaNummer(na);
        var rows = db.Set<AccessRow>().AsNoTracking().Where(r => r.Nr > from);
        if (onderwerp is not null) rows = rows.Where(r => r.Subjects.Contains(onderwerp));
        if (wie is not null) rows = rows.Where(r => r.Who == wie);
        if (vanaf is { } begin) rows = rows.Where(r => r.At >= begin.ToUniversalTime());
        if (tot is { } end) rows = rows.Where(r => r.At < end.ToUniversalTime());
        if (geweigerd is { } refused) rows = rows.Where(r => refused == (r.Status >= 400));
        var found = await rows.OrderBy(r => r.Nr).Take(n + 1)
            .Select(r => new Regel(
                r.Nr, r.At, r.Who, r.Role, r.Client, r.Operation, r.Subjects, r.Status, r.Status >= 400, r.TraceId))
            .ToListAsync(cancellation);
        return TypedResults.Ok(Pagina.Van(found, n, r => r.Nr.ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task<Ok<Controle>> Check(Verify verify, string? na, CancellationToken cancellation)
    {
        var outcome = await verify.Check(Pagina.NaNummer(na), cancellation);
        return TypedResults.Ok(new Controle(
            outcome.Broken.Count == 0, outcome.Broken, outcome.Blocks, outcome.Rows, outcome.End, outcome.Open,
            outcome.More ? Pagina.Cursor(outcome.UpTo.ToString(CultureInfo.InvariantCulture)) : null));
    }
}
