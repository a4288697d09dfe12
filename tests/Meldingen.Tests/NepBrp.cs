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
    private readonly ConcurrentQueue<(string Adres, JsonNode Inhoud)> _verzoeken = [];

    /// <summary>The key that the last client showed.</summary>
    public string? Sleutel { get; private set; }

    private NepBrp(WebApplication host) => _host = host;

    /// <summary>The address on which it listens.</summary>
    public string Adres => _host.Urls.First() + "/personen";

    /// <summary>The requests, with their paths.</summary>
    public IReadOnlyCollection<(string Adres, JsonNode Inhoud)> Verzoeken => _verzoeken;

    public void Ken(string bsn, string persoon = Volledig) => _personen[bsn] = persoon;

    /// <summary>Answers with an error for this person until <see cref="Herstel"/>.</summary>
    public void Stoor(string bsn, HttpStatusCode status = HttpStatusCode.ServiceUnavailable) => _storingen[bsn] = status;

    public void Herstel(string bsn) => _storingen.TryRemove(bsn, out _);

    /// <summary>Delays the answer about this person until the source is set.</summary>
    public TaskCompletionSource LaatWachten(string bsn) => _wachtenden[bsn] = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int KeerGevraagd(string bsn) => _gevraagd.GetValueOrDefault(bsn);

    public static async Task<NepBrp> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var host = builder.Build();
        var brp = new NepBrp(host);
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
        await host.StartAsync();
        return brp;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
