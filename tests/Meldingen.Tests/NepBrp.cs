using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace WmoPlatform.Meldingen.Tests;

/// <summary>A BRP for tests. It knows the persons that a test adds, and can fail for one person.</summary>
public sealed class NepBrp : IAsyncDisposable
{
    /// <summary>A complete answer of Haal Centraal.</summary>
    public const string Volledig =
        """
        { "naam": { "voornamen": "Bea", "voorletters": "B.", "voorvoegsel": "van", "geslachtsnaam": "Aastra" },
          "geboorte": { "datum": { "type": "Datum", "datum": "1950-02-03" } }, "geslacht": { "code": "V" },
          "verblijfplaats": { "verblijfadres": {
              "korteStraatnaam": "Zeeweg", "huisnummer": 12, "huisletter": "a", "postcode": "1301 AB", "woonplaats": "Almere" } } }
        """;

    private readonly WebApplication _host;
    private readonly ConcurrentDictionary<string, string> _personen = [];
    private readonly ConcurrentDictionary<string, HttpStatusCode> _storingen = [];
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _wachtenden = [];
    private readonly ConcurrentDictionary<string, int> _gevraagd = [];
    private readonly ConcurrentDictionary<string, bool> _gewijzigd = [];
    private readonly ConcurrentQueue<(string Adres, JsonNode Inhoud)> _verzoeken = [];

    /// <summary>The key that the last client showed.</summary>
    public string? Sleutel { get; private set; }

    /// <summary>The day from which changes were last asked; null for all.</summary>
    public string? Vanaf { get; private set; }

    /// <summary>The token that lets a client in; null when anybody may come.</summary>
    public string? Token { get; set; }

    /// <summary>Whether its issuer gives tokens.</summary>
    public bool GeeftTokens { get; set; } = true;

    /// <summary>The forms with which tokens were asked.</summary>
    public ConcurrentQueue<IReadOnlyDictionary<string, string>> Tokenvragen { get; } = [];

    /// <summary>The address of the issuer of its tokens.</summary>
    public string Tokenadres => _host.Urls.First() + "/token";

    private NepBrp(WebApplication host) => _host = host;

    /// <summary>The address on which it listens.</summary>
    public string Adres => _host.Urls.First() + "/personen";

    /// <summary>The address of the BRP Update API.</summary>
    public string Volgadres => _host.Urls.First() + "/volgen";

    /// <summary>The requests, with their paths.</summary>
    public IReadOnlyCollection<(string Adres, JsonNode Inhoud)> Verzoeken => _verzoeken;

    public void Ken(string bsn, string persoon = Volledig) => _personen[bsn] = persoon;

    /// <summary>Answers with an error for this person until <see cref="Herstel"/>.</summary>
    public void Stoor(string bsn, HttpStatusCode status = HttpStatusCode.ServiceUnavailable) => _storingen[bsn] = status;

    public void Herstel(string bsn) => _storingen.TryRemove(bsn, out _);

    /// <summary>Delays the answer about this person until the source is set.</summary>
    public TaskCompletionSource LaatWachten(string bsn) => _wachtenden[bsn] = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whom the service follows, with the day on which that ends; null without an end.</summary>
    public ConcurrentDictionary<string, string?> Gevolgd { get; } = [];

    /// <summary>Whether following works.</summary>
    public bool VolgenStoort { get; set; }

    /// <summary>The record of this person changes, which the BRP tells whoever follows them.</summary>
    public void Wijzig(string bsn, string persoon)
    {
        Ken(bsn, persoon);
        Meld(bsn);
    }

    /// <summary>The BRP does not know this number any more.</summary>
    public void Vergeet(string bsn)
    {
        _personen.TryRemove(bsn, out _);
        Meld(bsn);
    }

    /// <summary>The BRP says that something about this person changed, whether it did or not.</summary>
    public void Meld(string bsn) => _gewijzigd[bsn] = true;

    public int KeerGevraagd(string bsn) => _gevraagd.GetValueOrDefault(bsn);

    public static async Task<NepBrp> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var host = builder.Build();
        var brp = new NepBrp(host);
        host.Use(async (http, verder) =>
        {
            var mag = brp.Token is not { } token || http.Request.Path == "/token"
                || http.Request.Headers.Authorization == $"Bearer {token}";
            if (mag) await verder(http);
            else http.Response.StatusCode = 401;
        });
        host.MapPost("/token", async (HttpRequest verzoek) =>
        {
            var formulier = await verzoek.ReadFormAsync();
            brp.Tokenvragen.Enqueue(formulier.ToDictionary(v => v.Key, v => v.Value.ToString()));
            return brp.GeeftTokens && formulier["client_secret"] == "geheim"
                ? Results.Json(new { access_token = brp.Token, expires_in = 3600 })
                : Results.BadRequest(new { error = "invalid_client" });
        });
        host.MapPost("/personen", async (HttpRequest verzoek) =>
        {
            brp.Sleutel = verzoek.Headers["X-API-KEY"];
            var vraag = (await JsonNode.ParseAsync(verzoek.Body))!;
            brp._verzoeken.Enqueue((verzoek.Path + verzoek.QueryString, vraag));
            var bsn = vraag["burgerservicenummer"]![0]!.GetValue<string>();
            brp._gevraagd.AddOrUpdate(bsn, 1, (_, keer) => keer + 1);
            if (brp._wachtenden.TryGetValue(bsn, out var wachten)) await wachten.Task;
            if (brp._storingen.TryGetValue(bsn, out var status)) return Results.StatusCode((int)status);
            JsonArray personen = brp._personen.TryGetValue(bsn, out var persoon) ? [JsonNode.Parse(persoon)] : [];
            return Results.Json(new JsonObject { ["type"] = "RaadpleegMetBurgerservicenummer", ["personen"] = personen });
        });
        host.MapPut("/volgen/volgindicaties/{bsn}", async (string bsn, HttpRequest verzoek) =>
        {
            var inhoud = (await JsonNode.ParseAsync(verzoek.Body))!;
            brp._verzoeken.Enqueue((verzoek.Path, inhoud));
            if (brp.VolgenStoort) return Results.StatusCode(503);
            brp.Gevolgd[bsn] = inhoud["einddatum"]?.GetValue<string>();
            return Results.Json(new { burgerservicenummer = bsn }, statusCode: 201);
        });
        host.MapGet("/volgen/volgindicaties", () => brp.VolgenStoort ? Results.StatusCode(503) : Results.Json(
            new { volgindicaties = brp.Gevolgd.Where(g => g.Value is null).Select(g => new { burgerservicenummer = g.Key }) }));
        host.MapGet("/volgen/wijzigingen", (string? vanaf) =>
        {
            brp.Vanaf = vanaf;
            return brp.VolgenStoort ? Results.StatusCode(503)
                : Results.Json(new { burgerservicenummers = brp._gewijzigd.Keys.Where(b => brp.Gevolgd.ContainsKey(b)) });
        });
        await host.StartAsync();
        return brp;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
