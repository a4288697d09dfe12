using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Keten.Tests.Spel;

/// <summary>
/// The whole platform as it runs for people: eight services, gateway and chain partners, each a process, on databases and a virtual host of
/// their own. Everything is asked and done over HTTP, through the gateway.
/// </summary>
public sealed class Platform : IAsyncLifetime
{
    /// <summary>
    /// How long a thing may take that happens by itself: wide, because ten processes share a small machine, and may share it with others.
    /// </summary>
    public static readonly TimeSpan Geduld = TimeSpan.FromMinutes(5);

    /// <summary>How long ten processes may take to be ready together.</summary>
    public static readonly TimeSpan Opstarten = TimeSpan.FromMinutes(10);

    /// <summary>As wide at the door: no test is about how fast a service answers.</summary>
    private static readonly IReadOnlyDictionary<string, string?> Ruim = new Dictionary<string, string?>
    {
        ["Grenzen__Antwoord"] = "00:05:00",
        ["Grenzen__Stilte"] = "00:05:00",
    };

    private readonly EigenServers? _op;
    private readonly IReadOnlyList<KeyValuePair<string, string?>> _extra;
    private readonly Dictionary<string, int> _poorten = [];
    private readonly string _data = Directory.CreateTempSubdirectory("wmoplatform-").FullName;
    private readonly Dictionary<string, TestDatabase> _databases = [];
    private readonly ConcurrentDictionary<string, ServiceProces> _processen = new();
    private readonly ConcurrentDictionary<string, string> _tokens = new();
    private Model _model = null!;
    private TestVhost? _vhost;
    private HttpClient _http = null!;
    private int _inwoner = -1;

    public Platform() : this(null)
    {
    }

    /// <param name="op">Servers to kill; the shared ones without.</param>
    /// <param name="extra">Settings on top, for every process.</param>
    internal Platform(EigenServers? op, IReadOnlyList<KeyValuePair<string, string?>>? extra = null) => (_op, _extra) = (op, extra ?? []);

    /// <summary>
    /// Whether a request that gets no good answer is sent again, with the same Idempotency-Key: what a client does while things fall over.
    /// </summary>
    internal bool Volhardend { get; init; }

    internal IReadOnlyDictionary<string, ServiceProces> Processen => _processen;
    internal string Broker => _vhost!.Uri;
    internal string Data => _data;
    internal static DateOnly Vandaag => TestKlok.Vandaag;

    public async ValueTask InitializeAsync()
    {
        _model = await Model.VanAppHost;
        foreach (var (naam, _) in _model.Processen) _poorten[naam] = VrijePoort.Neem();
        var databases = _model.Diensten.Select(async dienst => (dienst, await TestDatabase.NieuwAsync(dienst, _op))).ToList();
        _vhost = await TestVhost.NieuwAsync("keten", _op);
        foreach (var (dienst, database) in await Task.WhenAll(databases)) _databases[dienst] = database;
        // All at once: they wait for each other, in whatever order they come up.
        await Task.WhenAll(_model.Processen.Select(async p =>
            _processen[p.Naam] = await ServiceProces.StartAsync(p.Project, Omgeving(p.Naam), limiet: Opstarten, poort: _poorten[p.Naam])));
        _http = new HttpClient { BaseAddress = _processen["gateway"].Adres, Timeout = Geduld };
        await Contracteer(Agb.ZorgDichtbij, "Zorg Dichtbij");
        await Contracteer(Agb.DeBrug, "De Brug Begeleiding");
        await Tot.Waar(async () => await Tel("onderzoek", "SELECT count(*) FROM zorgaanbieder") == 2, Geduld);
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        await Task.WhenAll(_processen.Values.Select(p => p.DisposeAsync().AsTask()));
        foreach (var database in _databases.Values) await database.DisposeAsync();
        if (_vhost is not null) await _vhost.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    /// <summary>The settings of one process.</summary>
    internal Dictionary<string, string?> Omgeving(string naam)
    {
        var omgeving = _model.Omgeving(naam, _data, _poorten, open => open switch
        {
            "rabbitmq.connectionString" => _vhost!.Uri,
            "messaging-sleutel.value" => ServiceProces.Sleutel,
            _ when open == $"{naam}-db.connectionString" => _databases[naam].ConnectionString,
            _ => throw new InvalidOperationException($"Het model laat {open} open bij {naam}: zeg hier wat de test daarvoor heeft."),
        });
        IEnumerable<KeyValuePair<string, string?>> clients = naam == "keten" ? Mensen.Clients() : [];
        foreach (var (sleutel, waarde) in Ruim.Concat(clients).Concat(_extra)) omgeving[sleutel] = waarde;
        return omgeving;
    }

    /// <summary>A dossier that still has to begin, of a resident who has none yet.</summary>
    internal Dossier Dossier() => new(this, Mensen.Inwoner(Interlocked.Increment(ref _inwoner)));

    // ------------------------------------------------------------------------------------------ over HTTP, through the gateway

    internal async Task<JsonNode> Get(string wie, string pad) => (await Gelukt(HttpMethod.Get, wie, pad)).Inhoud!;

    internal async Task<JsonNode?> Post(string wie, string pad, object inhoud, string? gezienOp = null) =>
        (await Gezien(HttpMethod.Post, wie, pad, inhoud, gezienOp, sleutel: Guid.NewGuid().ToString())).Inhoud;

    internal Task Put(string wie, string pad, object inhoud, string? gezienOp = null) => Gezien(HttpMethod.Put, wie, pad, inhoud, gezienOp);

    /// <summary>Changes what was seen at <paramref name="gezienOp"/>; when somebody came in between, it is looked at again.</summary>
    private Task<Antwoord> Gezien(HttpMethod methode, string wie, string pad, object inhoud, string? gezienOp, string? sleutel = null) =>
        Tot.Gevonden(async () =>
    {
        var etag = gezienOp is null ? null : (await Gelukt(HttpMethod.Get, wie, gezienOp)).Etag;
        var antwoord = await Stuur(methode, wie, pad, inhoud, etag, sleutel);
        return antwoord.Status == HttpStatusCode.PreconditionFailed ? null : antwoord.Gelukt($"{methode} {pad}");
    }, Geduld, $"{methode} {pad}");

    /// <summary>
    /// Sends it, and sends it again when something else changed the same dossier at that very moment, as the answer then says.
    /// </summary>
    internal Task<Antwoord> Stuur(HttpMethod methode, string wie, string pad, object? inhoud = null, string? etag = null,
        string? sleutel = null) => Tot.Gevonden(async () =>
    {
        var antwoord = await Eenmaal(methode, wie, pad, inhoud, etag, sleutel);
        return antwoord.IsGelijktijdig || (Volhardend && antwoord.IsStoring) ? null : antwoord;
    }, Geduld, $"{methode} {pad}");

    private async Task<Antwoord> Gelukt(HttpMethod methode, string wie, string pad, object? inhoud = null, string? sleutel = null) =>
        (await Stuur(methode, wie, pad, inhoud, sleutel: sleutel)).Gelukt($"{methode} {pad}");

    private async Task<Antwoord> Eenmaal(HttpMethod methode, string wie, string pad, object? inhoud, string? etag, string? sleutel)
    {
        using var verzoek = new HttpRequestMessage(methode, pad);
        verzoek.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Token(wie));
        if (sleutel is not null) verzoek.Headers.Add("Idempotency-Key", sleutel);
        if (etag is not null) verzoek.Headers.Add("If-Match", etag);
        if (inhoud is not null) verzoek.Content = JsonContent.Create(inhoud, options: JsonSerializerOptions.Web);
        using var antwoord = await _http.SendAsync(verzoek);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        return new(antwoord.StatusCode, tekst, antwoord.Headers.ETag?.ToString());
    }

    internal async Task<string> Token(string client)
    {
        if (_tokens.TryGetValue(client, out var bekend)) return bekend;
        using var formulier = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = client, ["client_secret"] = "demo" });
        using var antwoord = await _processen["keten"].Http.PostAsync(new Uri("token", UriKind.Relative), formulier);
        antwoord.EnsureSuccessStatusCode();
        return _tokens[client] = (await antwoord.Content.ReadFromJsonAsync<JsonNode>())!["access_token"]!.GetValue<string>();
    }

    private Task Contracteer(string agb, string naam) => Put(Mensen.Backoffice, $"/zorgaanbieders/v1/zorgaanbieders/{agb}", new
    {
        naam,
        productcategorieen = new List<string> { "02" },
        geldigVan = new DateOnly(2026, 1, 1),
    });

    // ------------------------------------------------------------------------------------------ the chain partners

    /// <summary>How a partner behaves from now on towards messages about one person, so that no other test meets it.</summary>
    internal async Task Gedraag(string partner, string bsn, string modus, int? aantal)
    {
        using var antwoord = await _processen["keten"].Http.PutAsJsonAsync($"beheer/gedrag/{partner}", new { modus, aantal, bsn });
        antwoord.EnsureSuccessStatusCode();
    }

    /// <summary>What a partner received: every message once, by its identification.</summary>
    internal async Task<IReadOnlyList<Ontvangst>> Ontvangen(string partner, string soort) =>
        (await _processen["keten"].Http.GetFromJsonAsync<Ontvangst[]>($"beheer/ontvangen?partner={partner}&soort={soort}"))!;

    /// <summary>Whether a partner has delivered these messages, each as often as it was told to.</summary>
    internal async Task<bool> HeeftBezorgd(string partner, IReadOnlySet<string> identificaties)
    {
        var verzonden = (await _processen["keten"].Http.GetFromJsonAsync<JsonArray>($"beheer/verzonden?partner={partner}"))!;
        return verzonden.Where(z => identificaties.Contains(z!["identificatie"]!.GetValue<string>()))
            .All(z => z!["bezorgd"]!.GetValue<bool>());
    }

    /// <summary>What the SVB knows, never of whom.</summary>
    internal async Task<System.Text.Json.Nodes.JsonNode> BijSvb() =>
        (await _processen["keten"].Http.GetFromJsonAsync<System.Text.Json.Nodes.JsonNode>("beheer/svb"))!;

    /// <summary>The SVB closes a budget.</summary>
    internal async Task SluitBudget(object afsluiting)
    {
        using var antwoord = await _processen["keten"].Http.PostAsJsonAsync("beheer/svb/afsluiting", afsluiting);
        antwoord.IsSuccessStatusCode.ShouldBeTrue(await antwoord.Content.ReadAsStringAsync());
    }

    /// <summary>What a provider knows, never of whom.</summary>
    internal async Task<System.Text.Json.Nodes.JsonNode> BijAanbieder(string agb) =>
        (await _processen["keten"].Http.GetFromJsonAsync<System.Text.Json.Nodes.JsonNode>($"beheer/aanbieders/{agb}"))!;

    /// <summary>A provider does something of its own accord; doing it a second time, because the answer got lost, is no matter.</summary>
    /// <returns>The identification of its message; empty when the first time counted and its answer got lost.</returns>
    internal Task<string> Aanbieder(string agb, string wat, object opdracht) => Tot.Gevonden(async () =>
    {
        using var antwoord = await _processen["keten"].Http.PostAsJsonAsync($"beheer/aanbieders/{agb}/{wat}", opdracht);
        if (Volhardend && antwoord.StatusCode == HttpStatusCode.Conflict) return "";
        return antwoord.IsSuccessStatusCode ? (await antwoord.Content.ReadFromJsonAsync<JsonNode>())!["identificatie"]!.GetValue<string>()
            : null;
    }, Geduld, $"de aanbieder meldt {wat}");

    // ------------------------------------------------------------------------------------------ behind the curtain

    /// <summary>Asks one number of a service's database.</summary>
    internal async Task<long> Tel(string dienst, string vraag)
    {
        await using var db = new NpgsqlConnection(_databases[dienst].ConnectionString);
        await db.OpenAsync();
        await using var opdracht = new NpgsqlCommand(vraag, db);
        return Convert.ToInt64(await opdracht.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    /// <summary>How many messages of a service still have to leave, or wait for their answer.</summary>
    internal Task<long> OnderwegVan(string dienst) =>
        Tel(dienst, "SELECT count(*) FROM poststuk WHERE status = 'TeVerzenden' OR status = 'Verzonden' AND verwacht_antwoord");

    /// <summary>The last lines of every process: where to look when something did not happen.</summary>
    internal string LaatsteRegels() =>
        string.Join('\n',
            _processen.Values.SelectMany(p => p.Uitvoer.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(8)
                .Select(r => $"{p.Project,-16} {r}")));

    /// <summary>How often this holds over all services, for instance rows that wait in an outbox.</summary>
    internal async Task<IReadOnlyDictionary<string, long>> TelOveral(string vraag)
    {
        var uit = new Dictionary<string, long>();
        foreach (var dienst in _databases.Keys) uit[dienst] = await Tel(dienst, vraag);
        return uit;
    }
}

/// <summary>What the gateway answered.</summary>
internal sealed record Antwoord(HttpStatusCode Status, string Tekst, string? Etag)
{
    public JsonNode? Inhoud => Tekst.Length == 0 ? null : JsonNode.Parse(Tekst);

    /// <summary>Nothing is wrong with the request: the same one may succeed later.</summary>
    public bool IsStoring => (int)Status >= 500 || Status == HttpStatusCode.TooManyRequests;

    /// <summary>A message about the same dossier was being handled.</summary>
    public bool IsGelijktijdig => Status == HttpStatusCode.Conflict && Inhoud?["code"]?.GetValue<string>() == "intussen-gewijzigd";

    public Antwoord Gelukt(string wat) =>
        (int)Status < 400 ? this : throw new InvalidOperationException($"{wat} gaf {(int)Status}: {Tekst}");
}

/// <summary>A message that a partner received.</summary>
/// <param name="Partner">svb, cak or an AGB code.</param>
/// <param name="Soort">For instance WMO301.</param>
/// <param name="Identificatie">Of the message.</param>
/// <param name="Keer">How often it came in.</param>
/// <param name="Sleutel">What it is about: toewijzingnummer, budget or start number.</param>
/// <param name="Codes">Why it was rejected; empty when it was not.</param>
internal sealed record Ontvangst(string Partner, string Soort, string Identificatie, int Keer, string Sleutel, IReadOnlyList<string> Codes);
