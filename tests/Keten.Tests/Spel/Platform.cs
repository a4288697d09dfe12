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
/// The whole platform as users run it: eight services, gateway and chain partners, each a process, on its own databases and virtual host.
/// Tests use it over HTTP, through the gateway.
/// </summary>
public sealed class Platform : IAsyncLifetime
{
    /// <summary>
    /// How long a test waits for the platform. The limit is wide, because ten processes share a small machine, perhaps with others.
    /// </summary>
    public static readonly TimeSpan Geduld = TimeSpan.FromMinutes(5);

    /// <summary>How long ten processes may take to become ready together.</summary>
    public static readonly TimeSpan Opstarten = TimeSpan.FromMinutes(10);

    /// <summary>The same wide limits at the gateway: these tests do not measure how fast a service answers.</summary>
    private static readonly IReadOnlyDictionary<string, string?> Ruim = new Dictionary<string, string?>
    {
        ["Grenzen__Antwoord"] = "00:05:00",
        ["Grenzen__Stilte"] = "00:05:00",
    };

    /// <summary>Two instances of every service share the connections of one server.</summary>
    private const int KleinePool = 14;

    private readonly bool _eigenServers;
    private readonly string? _uitgave;
    private readonly IReadOnlyList<KeyValuePair<string, string?>> _extra;
    private readonly Dictionary<string, int> _poorten = [];
    private readonly string _data = Directory.CreateTempSubdirectory("wmoplatform-").FullName;
    private readonly Dictionary<string, TestDatabase> _databases = [];
    private readonly ConcurrentDictionary<string, ServiceProces> _processen = new();
    private readonly ConcurrentDictionary<string, Tussenstation> _netwerken = new();
    private readonly ConcurrentDictionary<string, string> _tokens = new();
    private Model _model = null!;
    private EigenServers? _servers;
    private TestVhost? _vhost;
    private HttpClient _http = null!;
    private int _inwoner = Mensen.VoorWillekeur - 1;

    /// <summary>On servers of its own, which the soak kills, and with short pauses of redelivery.</summary>
    public Platform() : this(Herbezorging(), eigenServers: true)
    {
    }

    /// <param name="extra">Extra settings for every process.</param>
    /// <param name="eigenServers">Whether it has servers of its own, or uses the shared ones.</param>
    /// <param name="uitgave">The folder with the programs of an earlier release, which it starts with; null for this build.</param>
    internal Platform(IEnumerable<KeyValuePair<string, string?>> extra, bool eigenServers = false, string? uitgave = null) =>
        (_extra, _eigenServers, _uitgave) = ([.. extra], eigenServers, uitgave);

    private bool Onderbreekbaar => _eigenServers && Duur.Lang;

    /// <summary>Whether a failed request is sent again with the same Idempotency-Key, as a client does during an outage.</summary>
    internal bool Volhardend { get; set; }

    internal EigenServers Servers => _servers ?? throw new InvalidOperationException("Dit platform gebruikt gedeelde servers.");

    internal IReadOnlyDictionary<string, ServiceProces> Processen => _processen;
    internal IEnumerable<string> Diensten => _model.Diensten;

    /// <summary>In a long run, the network between each instance and each of its servers.</summary>
    internal IReadOnlyDictionary<string, Tussenstation> Netwerken => _netwerken;

    internal string Broker => _vhost!.Uri;
    internal string Data => _data;
    internal Postbus Postbus => new(Path.Combine(_data, "post"), _http);
    internal static DateOnly Vandaag => TestKlok.Vandaag;

    /// <summary>
    /// Moves the clock of all processes, and waits until a new melding has the new day, and its confirmation of receipt is not too late.
    /// </summary>
    /// <param name="verder">From the real time.</param>
    internal async Task VerzetKlok(TimeSpan verder)
    {
        await File.WriteAllTextAsync(Path.Combine(_data, "klok"), verder.ToString("c", CultureInfo.InvariantCulture));
        var dag = Vandaag.AddDays(verder.Days);
        await Tot.Waar(async () =>
        {
            var melding = await Dossier().MeldingGedaan();
            var tijdlijn = (await Get(Mensen.Backoffice, $"/dossiers/v1/dossiers/{melding.Nummer}"))["tijdlijn"]!.AsArray();
            var post = (await Get(Mensen.Backoffice, $"/correspondentie/v1/verzendingen?dossiernummer={melding.Nummer}"))["items"]!;
            return TestKlok.Dag(tijdlijn[0]!["op"]!.GetValue<DateTimeOffset>()) == dag && post[0]!["wijze"]!.GetValue<string>() == "email";
        }, Geduld, "de klok is verzet");
    }

    public async ValueTask InitializeAsync()
    {
        _model = await Model.VanAppHost;
        foreach (var (naam, _) in _model.Processen) _poorten[naam] = VrijePoort.Neem();
        if (_eigenServers) _servers = await EigenServers.StartAsync();
        var databases = _model.Diensten.Select(async dienst => (dienst, await TestDatabase.NieuwAsync(dienst, _servers))).ToList();
        _vhost = await TestVhost.NieuwAsync("keten", _servers, ingericht: _uitgave is null);
        if (_uitgave is not null) await Programma.VoerAsync("Inrichting", [], _vhost.Inrichting(), _uitgave);
        foreach (var (dienst, database) in await Task.WhenAll(databases)) _databases[dienst] = database;
        // Starts all processes at once: they wait for each other.
        await Task.WhenAll(_model.Processen.Select(async p =>
            _processen[p.Naam] = await ServiceProces.StartAsync(
                p.Project, Omgeving(p.Naam), limiet: Opstarten, poort: _poorten[p.Naam], bin: _uitgave)));
        _http = new HttpClient { BaseAddress = _processen["gateway"].Adres, Timeout = Geduld };
        await Contracteer(Agb.ZorgDichtbij, "Zorg Dichtbij");
        await Contracteer(Agb.DeBrug, "De Brug Begeleiding");
        await Tot.Waar(async () => await Tel("onderzoek", "SELECT count(*) FROM zorgaanbieder") == 2, Geduld);
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        await Task.WhenAll(_processen.Values.Select(p => p.DisposeAsync().AsTask()));
        foreach (var netwerk in _netwerken.Values) await netwerk.DisposeAsync();
        foreach (var database in _databases.Values) await database.DisposeAsync();
        if (_vhost is not null) await _vhost.DisposeAsync();
        if (_servers is not null) await _servers.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    /// <summary>The settings of one process.</summary>
    /// <param name="naam">The name in the model.</param>
    /// <param name="exemplaar">Which of two instances; the name if there is one.</param>
    internal Dictionary<string, string?> Omgeving(string naam, string? exemplaar = null)
    {
        var omgeving = _model.Omgeving(naam, _data, _poorten, open => open switch
        {
            _ when open == $"{naam}-broker.connectionString" => NaarBroker(exemplaar ?? naam, _vhost!.VoorDienst(naam)),
            "messaging-sleutel.value" => Sleutels.Verzegeling,
            _ when open.EndsWith("-handtekening-sleutel.value", StringComparison.Ordinal) => Sleutels.Geheim(Bezitter(open)),
            _ when open.EndsWith("-handtekening-openbaar.value", StringComparison.Ordinal) => Sleutels.Openbaar(Bezitter(open)),
            _ when open == $"{naam}-db.connectionString" => NaarDatabase(exemplaar ?? naam, _databases[naam].ConnectionString),
            _ => throw new InvalidOperationException($"Het model laat {open} open bij {naam}: zeg hier wat de test daarvoor heeft."),
        });
        IEnumerable<KeyValuePair<string, string?>> clients = naam == "keten" ? Mensen.Clients() : [];
        foreach (var (sleutel, waarde) in Ruim.Concat(clients).Concat(_extra)) omgeving[sleutel] = waarde;
        return omgeving;
    }

    private string NaarBroker(string exemplaar, string adres)
    {
        if (!Onderbreekbaar) return adres;
        var uri = new UriBuilder(adres);
        (uri.Host, uri.Port) = ("127.0.0.1", Netwerk($"{exemplaar} en broker", uri.Host, uri.Port));
        return uri.Uri.AbsoluteUri;
    }

    private string NaarDatabase(string exemplaar, string adres)
    {
        var database = new NpgsqlConnectionStringBuilder(adres);
        if (Duur.Lang) database.MaxPoolSize = KleinePool;
        if (Onderbreekbaar)
            (database.Host, database.Port) = ("127.0.0.1", Netwerk($"{exemplaar} en database", database.Host!, database.Port));
        return database.ConnectionString;
    }

    private int Netwerk(string naam, string host, int poort) => _netwerken.GetOrAdd(naam, _ => new Tussenstation(host, poort)).Poort;

    private static string Bezitter(string open) => open[..open.IndexOf('-', StringComparison.Ordinal)];

    /// <summary>Starts a second instance of every service, and lets the gateway use both.</summary>
    internal async Task Verdubbel()
    {
        var adressen = new ConcurrentDictionary<string, string?>();
        await Task.WhenAll(_model.Diensten.Select(async dienst =>
        {
            var poort = VrijePoort.Neem();
            var omgeving = Omgeving(dienst, $"{dienst}-2");
            omgeving["ASPNETCORE_URLS"] = $"http://127.0.0.1:{poort}";
            var project = _model.Processen.Single(p => p.Naam == dienst).Project;
            _processen[$"{dienst}-2"] = await ServiceProces.StartAsync(project, omgeving, limiet: Opstarten, poort: poort);
            adressen[$"services__{dienst}__http__1"] = Adres($"{dienst}-2");
        }));
        await _processen["gateway"].StopAsync();
        await _processen["gateway"].HerstartAsync(adressen, limiet: Opstarten);
    }

    /// <summary>
    /// Upgrades as an operator does: first the broker, then an instance of every service of this build beside the running one, then the
    /// gateway, and in the end the running ones stop, each replaced by one of this build.
    /// </summary>
    /// <param name="samen">What happens while both serve.</param>
    /// <param name="vervanging">What happens while the running ones stop.</param>
    internal async Task WerkBij(Func<Task> samen, Func<Task> vervanging)
    {
        await _vhost!.RichtIn();
        await Verdubbel();
        await Vervang("gateway");
        await samen();
        Volhardend = true;
        var doorgaand = vervanging();
        foreach (var dienst in _model.Diensten) await Vervang(dienst);
        await doorgaand;
        Volhardend = false;
    }

    /// <summary>Stops a process and starts the one of this build in its place.</summary>
    private async Task Vervang(string naam)
    {
        (await _processen[naam].StopAsync()).ShouldBe(0, $"{naam} stopt ordelijk");
        await _processen[naam].DisposeAsync();
        var omgeving = Omgeving(naam);
        if (naam == "gateway")
            foreach (var dienst in _model.Diensten) omgeving[$"services__{dienst}__http__1"] = Adres($"{dienst}-2");
        var project = _model.Processen.Single(p => p.Naam == naam).Project;
        _processen[naam] = await ServiceProces.StartAsync(project, omgeving, limiet: Opstarten, poort: _poorten[naam]);
    }

    private string Adres(string naam) => _processen[naam].Adres.GetLeftPart(UriPartial.Authority);

    /// <summary>Makes a copy of a service's database; the service stops for it.</summary>
    internal async Task MaakReservekopie(string dienst)
    {
        await _processen[dienst].StopAsync();
        await Beheer(dienst, naam => [$"CREATE DATABASE \"{naam}-kopie\" TEMPLATE \"{naam}\""]);
        await _processen[dienst].HerstartAsync(limiet: Opstarten);
    }

    /// <summary>Kills a service, and puts the copy of its database in the place of the database. The service does not start yet.</summary>
    internal async Task ZetReservekopieTerug(string dienst)
    {
        await _processen[dienst].Kill9Async();
        await Beheer(dienst, naam =>
            [$"DROP DATABASE \"{naam}\" WITH (FORCE)", $"ALTER DATABASE \"{naam}-kopie\" RENAME TO \"{naam}\""]);
    }

    /// <summary>Runs commands about a service's database, from another one.</summary>
    private async Task Beheer(string dienst, Func<string, string[]> opdrachten)
    {
        var adres = new NpgsqlConnectionStringBuilder(_databases[dienst].ConnectionString) { Pooling = false };
        var naam = adres.Database!;
        adres.Database = "postgres";
        await using var db = new NpgsqlConnection(adres.ConnectionString);
        await db.OpenAsync();
        await using (var sluit = new NpgsqlCommand(
            $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{naam}' AND pid <> pg_backend_pid()", db))
            await sluit.ExecuteNonQueryAsync();
        foreach (var opdracht in opdrachten(naam))
        {
            await using var voer = new NpgsqlCommand(opdracht, db);
            await voer.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Lets a database refuse every change, or take them again.</summary>
    internal Task AlleenLezen(string dienst, bool alleenLezen) => Beheer(dienst, naam =>
        [
            $"ALTER DATABASE \"{naam}\" SET default_transaction_read_only TO {(alleenLezen ? "on" : "off")}",
            $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{naam}' AND pid <> pg_backend_pid()",
        ]);

    /// <summary>A new dossier, of a resident who has none yet.</summary>
    internal Dossier Dossier() => new(this, Mensen.Inwoner(Interlocked.Increment(ref _inwoner)));

    // ------------------------------------------------------------------------------------------ over HTTP, through the gateway

    internal async Task<JsonNode> Get(string wie, string pad) => (await Gelukt(HttpMethod.Get, wie, pad)).Inhoud!;

    internal async Task<JsonNode?> Post(string wie, string pad, object inhoud, string? gezienOp = null) =>
        (await Gezien(HttpMethod.Post, wie, pad, inhoud, gezienOp, sleutel: Guid.NewGuid().ToString())).Inhoud;

    internal Task Put(string wie, string pad, object inhoud, string? gezienOp = null) => Gezien(HttpMethod.Put, wie, pad, inhoud, gezienOp);

    /// <summary>Sends a change with the ETag of <paramref name="gezienOp"/>, and tries again with a new ETag after 412.</summary>
    private Task<Antwoord> Gezien(HttpMethod methode, string wie, string pad, object inhoud, string? gezienOp, string? sleutel = null) =>
        Tot.Gevonden(async () =>
    {
        var etag = gezienOp is null ? null : (await Gelukt(HttpMethod.Get, wie, gezienOp)).Etag;
        var antwoord = await Stuur(methode, wie, pad, inhoud, etag, sleutel);
        return antwoord.Status == HttpStatusCode.PreconditionFailed ? null : antwoord.Gelukt($"{methode} {pad}");
    }, Geduld, $"{methode} {pad}");

    /// <summary>Sends a request, and repeats it after a 409 that says that the dossier changed at the same moment.</summary>
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

    /// <summary>Sends a request as it is, once, and reads its answer.</summary>
    internal async Task<T> Ruw<T>(HttpRequestMessage verzoek, Func<HttpResponseMessage, Task<T>> lees)
    {
        using var antwoord = await _http.SendAsync(verzoek);
        return await lees(antwoord);
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

    private static IEnumerable<KeyValuePair<string, string?>> Herbezorging() =>
        new[] { 0.5, 1, 2, 5, 10, 20, 20 }.Select((s, i) => new KeyValuePair<string, string?>(
            $"Messaging__Herbezorging__{i}", TimeSpan.FromSeconds(s).ToString("c", CultureInfo.InvariantCulture)));

    private Task Contracteer(string agb, string naam) => Put(Mensen.Backoffice, $"/zorgaanbieders/v1/zorgaanbieders/{agb}", new
    {
        naam,
        productcategorieen = new List<string> { "02" },
        geldigVan = new DateOnly(2026, 1, 1),
    });

    // ------------------------------------------------------------------------------------------ the chain partners

    /// <summary>Sets the behaviour of a partner for messages about one person, so that other tests do not notice.</summary>
    internal async Task Gedraag(string partner, string bsn, string modus, int? aantal)
    {
        using var antwoord = await _processen["keten"].Http.PutAsJsonAsync($"beheer/gedrag/{partner}", new { modus, aantal, bsn });
        antwoord.EnsureSuccessStatusCode();
    }

    /// <summary>The record of this person changes at the BRP.</summary>
    internal async Task WijzigBijBrp(object wijziging)
    {
        using var antwoord = await _processen["keten"].Http.PostAsJsonAsync("beheer/brp/wijziging", wijziging);
        antwoord.EnsureSuccessStatusCode();
    }

    /// <summary>Sets the behaviour of a partner for everybody. Only for the soak, which plays after all other tests.</summary>
    internal async Task GedraagVoorIedereen(string partner, string modus, int aantal, int vertragingMs)
    {
        using var antwoord = await _processen["keten"].Http.PutAsJsonAsync(
            $"beheer/gedrag/{partner}", new { modus, aantal, vertragingMs });
        antwoord.EnsureSuccessStatusCode();
    }

    /// <summary>The messages that a partner received, each once, by identification.</summary>
    internal async Task<IReadOnlyList<Ontvangst>> Ontvangen(string partner, string soort) =>
        (await _processen["keten"].Http.GetFromJsonAsync<Ontvangst[]>($"beheer/ontvangen?partner={partner}&soort={soort}"))!;

    /// <summary>Whether a partner has delivered these messages, including duplicates.</summary>
    internal async Task<bool> HeeftBezorgd(string partner, IReadOnlySet<string> identificaties)
    {
        var verzonden = (await _processen["keten"].Http.GetFromJsonAsync<JsonArray>($"beheer/verzonden?partner={partner}"))!;
        return verzonden.Where(z => identificaties.Contains(z!["identificatie"]!.GetValue<string>()))
            .All(z => z!["bezorgd"]!.GetValue<bool>());
    }

    /// <summary>The data of the SVB, without personal data.</summary>
    internal async Task<System.Text.Json.Nodes.JsonNode> BijSvb() =>
        (await _processen["keten"].Http.GetFromJsonAsync<System.Text.Json.Nodes.JsonNode>("beheer/svb"))!;

    /// <summary>The SVB closes a budget.</summary>
    internal async Task SluitBudget(object afsluiting)
    {
        using var antwoord = await _processen["keten"].Http.PostAsJsonAsync("beheer/svb/afsluiting", afsluiting);
        antwoord.IsSuccessStatusCode.ShouldBeTrue(await antwoord.Content.ReadAsStringAsync());
    }

    /// <summary>The data of a provider, without personal data.</summary>
    internal async Task<System.Text.Json.Nodes.JsonNode> BijAanbieder(string agb) =>
        (await _processen["keten"].Http.GetFromJsonAsync<System.Text.Json.Nodes.JsonNode>($"beheer/aanbieders/{agb}"))!;

    /// <summary>A provider acts of its own accord. A repeat, after its answer got lost, does no harm.</summary>
    /// <returns>The identification of its message; empty if an earlier try succeeded and its answer got lost.</returns>
    internal Task<string> Aanbieder(string agb, string wat, object opdracht) => Tot.Gevonden(async () =>
    {
        using var antwoord = await _processen["keten"].Http.PostAsJsonAsync($"beheer/aanbieders/{agb}/{wat}", opdracht);
        if (Volhardend && antwoord.StatusCode == HttpStatusCode.Conflict) return "";
        return antwoord.IsSuccessStatusCode ? (await antwoord.Content.ReadFromJsonAsync<JsonNode>())!["identificatie"]!.GetValue<string>()
            : null;
    }, Geduld, $"de aanbieder meldt {wat}");

    // ------------------------------------------------------------------------------------------ databases and consoles

    /// <summary>Runs a query that returns one number on a service's database.</summary>
    internal async Task<long> Tel(string dienst, string vraag)
    {
        await using var db = new NpgsqlConnection(_databases[dienst].ConnectionString);
        await db.OpenAsync();
        await using var opdracht = new NpgsqlCommand(vraag, db);
        return Convert.ToInt64(await opdracht.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    /// <summary>The number of messages of a service that are still to be sent or still expect an answer.</summary>
    internal Task<long> OnderwegVan(string dienst) =>
        Tel(dienst, "SELECT count(*) FROM poststuk WHERE status = 'TeVerzenden' OR status = 'Verzonden' AND verwacht_antwoord");

    /// <summary>The last console lines of every process, for the message of a failed test.</summary>
    internal string LaatsteRegels() =>
        string.Join('\n',
            _processen.Values.SelectMany(p => p.Uitvoer.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(8)
                .Select(r => $"{p.Project,-16} {r}")));

    /// <summary>Runs a query that returns one number on the database of every service.</summary>
    internal async Task<IReadOnlyDictionary<string, long>> TelOveral(string vraag)
    {
        var uit = new Dictionary<string, long>();
        foreach (var dienst in _databases.Keys) uit[dienst] = await Tel(dienst, vraag);
        return uit;
    }
}

/// <summary>An answer of the gateway.</summary>
internal sealed record Antwoord(HttpStatusCode Status, string Tekst, string? Etag)
{
    public JsonNode? Inhoud => Tekst.Length == 0 ? null : JsonNode.Parse(Tekst);

    /// <summary>Whether the same request may succeed later.</summary>
    public bool IsStoring => (int)Status >= 500 || Status == HttpStatusCode.TooManyRequests;

    /// <summary>Whether another change of the same dossier came first.</summary>
    public bool IsGelijktijdig => Status == HttpStatusCode.Conflict && Inhoud?["code"]?.GetValue<string>() == "intussen-gewijzigd";

    public Antwoord Gelukt(string wat) =>
        (int)Status < 400 ? this : throw new InvalidOperationException($"{wat} gaf {(int)Status}: {Tekst}");
}

/// <summary>A message that a partner received.</summary>
/// <param name="Partner">svb, cak or an AGB code.</param>
/// <param name="Soort">For instance WMO301.</param>
/// <param name="Identificatie">The identification of the message.</param>
/// <param name="Keer">How often it came in.</param>
/// <param name="Sleutel">Its subject: toewijzingnummer, budget or start number.</param>
/// <param name="Codes">The codes of its rejection; empty if it was accepted.</param>
internal sealed record Ontvangst(string Partner, string Soort, string Identificatie, int Keer, string Sleutel, IReadOnlyList<string> Codes);
