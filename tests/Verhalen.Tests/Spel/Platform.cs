extern alias keten;

using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Correspondentie.Opslag;
using WmoPlatform.Dossiers.Opslag;
using WmoPlatform.EigenBijdrage.Opslag;
using WmoPlatform.Keten.Tests.Spel;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Messaging;
using WmoPlatform.Onderzoeken.Opslag;
using WmoPlatform.Pgb.Opslag;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Testhuis;
using WmoPlatform.Verhalen.Tests.Spel;
using WmoPlatform.Zorgaanbieders.Opslag;

[assembly: AssemblyFixture(typeof(Platform))]

namespace WmoPlatform.Verhalen.Tests.Spel;

/// <summary>
/// The eight services, the gateway and the simulated partners, each on its own port of this process, on one PostgreSQL and one RabbitMQ,
/// with one clock. Stories use it over HTTP, through the gateway.
/// </summary>
public sealed class Platform : IAsyncLifetime
{
    private static readonly DateTimeOffset Begin = Dag.Om(Dag.Lees("vrijdag 2 januari 2026"), new(10, 0));

    private readonly TestKlok _klok = new();
    private readonly string _data = Directory.CreateTempSubdirectory("verhalen-").FullName;
    private readonly Dictionary<string, NpgsqlDataSource> _databases = [];
    private readonly List<IServiceProvider> _diensten = [];
    private readonly List<IAsyncDisposable> _onderdelen = [];
    private readonly ConcurrentDictionary<string, string> _tokens = new();
    private readonly ConcurrentDictionary<string, bool> _wachtOpPartner = new();
    private HttpClient _http = null!;
    private HttpClient _keten = null!;
    private int _metDigiD;
    private int _inwoner;

    internal Tijd Tijd { get; private set; } = null!;

    /// <summary>The day in Amsterdam.</summary>
    internal DateOnly Vandaag => TestKlok.Dag(_klok.GetUtcNow());

    internal DateTimeOffset Nu => _klok.GetUtcNow();

    /// <summary>A resident of whom nobody has heard yet.</summary>
    /// <param name="metDigiD">Whether the resident can sign in.</param>
    internal Inwoner NieuweInwoner(bool metDigiD) => metDigiD ? Mensen.Inwoner(Interlocked.Increment(ref _metDigiD) - 1)
        : Mensen.Inwoner(Mensen.MetAanmelding + Interlocked.Increment(ref _inwoner) - 1);

    public async ValueTask InitializeAsync()
    {
        _klok.Zet(Begin);
        string[] namen = ["keten", "gateway", .. Diensten];
        var poorten = namen.ToDictionary(n => n, _ => VrijePoort.Neem());
        var adressen = poorten.ToDictionary(p => p.Key, p => $"http://127.0.0.1:{p.Value}");
        var vhost = await TestVhost.NieuwAsync("verhalen");

        StartKeten(poorten["keten"], adressen["keten"], adressen["gateway"]);
        await Task.WhenAll(
            Start<MeldingenDb>(Contracts.Diensten.Meldingen), Start<OnderzoekDb>(Contracts.Diensten.Onderzoek),
            Start<BeschikkingenDb>(Contracts.Diensten.Beschikkingen), Start<PgbDb>(Contracts.Diensten.Pgb),
            Start<ZorgaanbiedersDb>(Contracts.Diensten.Zorgaanbieders), Start<EigenBijdrageDb>(Contracts.Diensten.EigenBijdrage),
            Start<CorrespondentieDb>(Contracts.Diensten.Correspondentie), Start<DossiersDb>(Contracts.Diensten.Dossiers));
        var gateway = await StartGateway(adressen);
        _onderdelen.Reverse();
        _onderdelen.Insert(0, gateway);
        _onderdelen.Add(vhost);

        _http = new HttpClient { BaseAddress = new Uri(adressen["gateway"]), Timeout = Tot.Gewoon };
        await Contracteer(Agb.ZorgDichtbij, "Zorg Dichtbij");
        await Contracteer(Agb.DeBrug, "De Brug Begeleiding");
        Tijd = new(_klok, Begin, NieuweDag, () => Rust());
        await Rust();

        async Task Start<TDb>(string dienst) where TDb : ServiceDb
        {
            var fabriek = await DienstFabriek.StartAsync<TDb>(dienst, vhost, _klok, poorten[dienst], Instellingen(adressen));
            lock (_onderdelen)
            {
                _onderdelen.Add(fabriek);
                _diensten.Add(fabriek.Services);
                _databases[dienst] = NpgsqlDataSource.Create(fabriek.Database.ConnectionString);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        _keten?.Dispose();
        Tijd?.Dispose();
        foreach (var database in _databases.Values) await database.DisposeAsync();
        foreach (var onderdeel in _onderdelen) await onderdeel.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    private static IReadOnlyCollection<string> Diensten => Sleutels.Bezitters;

    /// <summary>
    /// The settings of the services together: those of Almere, with the simulated partners. For dagbesteding (07) this municipality made
    /// two choices that some stories are about: its end needs four eyes, and the aanvraag of a pgb is complete with its forms.
    /// </summary>
    private Dictionary<string, string> Instellingen(Dictionary<string, string> adressen) => new()
    {
        ["Aanmelding:Authority"] = adressen["keten"],
        ["Gemeente:Code"] = "0034",
        ["Gemeente:Naam"] = "Almere",
        ["Gemeente:Telefoon"] = "14 036",
        ["Gemeentebeleid:0:Vanaf"] = "2015-01-01",
        ["Gemeentebeleid:0:Bron"] = "Almere, met vier ogen en pgb-formulieren bij dagbesteding",
        ["Gemeentebeleid:0:Servicenormen:BevestigingWerkdagen"] = "5",
        ["Gemeentebeleid:0:Servicenormen:AfspraakWerkdagen"] = "5",
        ["Gemeentebeleid:0:Servicenormen:WijzigingWeken"] = "8",
        ["Gemeentebeleid:0:Servicenormen:GelijkgesteldeDagenTellen"] = "false",
        ["Gemeentebeleid:0:Dwangsom:EenDagTeVroegTelt"] = "false",
        ["Gemeentebeleid:0:Dwangsom:BesluitdagTelt"] = "false",
        ["Gemeentebeleid:0:Pgb:Professional"] = "0.85",
        ["Gemeentebeleid:0:Pgb:BeschermdWonen"] = "0.90",
        ["Gemeentebeleid:0:Pgb:Bekende"] = "1.20",
        ["Gemeentebeleid:0:Pgb:Minimumleeftijd"] = "22",
        ["Gemeentebeleid:0:Pgb:UrenPerWeek"] = "40",
        ["Gemeentebeleid:0:Besluiten:Vierogen:0:Uitkomsten:0"] = "intrekken",
        ["Gemeentebeleid:0:Besluiten:Vierogen:0:Categorieen:0"] = "07",
        ["Gemeentebeleid:0:Aanvraag:PgbFormulieren:0"] = "07",
        ["Gemeente:Clientondersteuning"] = "OCO Almere, telefoon 036-2002158",
        ["Gemeente:StandaardWijkteam"] = "wijkteam-centrum",
        ["Gemeente:Wijkteams:0"] = "wijkteam-centrum",
        ["Gemeente:Wijkteams:1"] = "wijkteam-haven",
        ["Partners:Brp:Adres"] = $"{adressen["keten"]}/brp/personen",
        ["Partners:Brp:Volgen:Adres"] = $"{adressen["keten"]}/brp/",
        ["Partners:Brp:Volgen:Peiling"] = "00:00:01",
        ["Partners:Ggk:Adres"] = $"{adressen["keten"]}/ggk/berichten",
        ["Partners:Ggk:Transport"] = "https",
        ["Partners:Svb:Adres"] = $"{adressen["keten"]}/svb/berichten",
        ["Partners:Cak:Adres"] = $"{adressen["keten"]}/cak/berichten",
        ["Partners:Ggk:Afleveraars"] = "ggk:*",
        ["Partners:Svb:Afleveraars"] = "svb:*",
        ["Partners:Cak:Afleveraars"] = "cak:*",
        ["Smtp:Gateway"] = adressen["gateway"],
        ["Smtp:Ophaalmap"] = Path.Combine(_data, "post"),
        ["Smtp:PerAdres"] = "0",
        ["Smtp:Afzender"] = "post@gemeente.example",
        ["OTEL_SDK_DISABLED"] = "true",
    };

    private void StartKeten(int poort, string adres, string gateway)
    {
        var fabriek = new WebApplicationFactory<keten::Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Development");
            host.UseContentRoot(AppContext.BaseDirectory);
            host.ConfigureLogging(log => log.ClearProviders());
            host.UseSetting("Platform:Gateway", gateway);
            host.UseSetting("Aanmelding:Issuer", adres);
            host.UseSetting("Aanmelding:Authority", adres);
            host.UseSetting("Keten:Map", Path.Combine(_data, "keten"));
            host.UseSetting("Keten:AntwoordNaMs", "0");
            host.UseSetting("Keten:StapMs", "0");
            foreach (var (naam, waarde) in Mensen.Clients()) host.UseSetting(naam.Replace("__", ":", StringComparison.Ordinal), waarde);
            host.ConfigureTestServices(diensten => diensten.AddSingleton<TimeProvider>(_klok));
        });
        fabriek.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, poort));
        fabriek.StartServer();
        _onderdelen.Add(fabriek);
        _keten = new HttpClient { BaseAddress = new Uri(adres), Timeout = Tot.Gewoon };
    }

    private static async Task<WebApplication> StartGateway(Dictionary<string, string> adressen)
    {
        var gateway = Gateway.Program.Maak([.. ((IEnumerable<string>)[
            "environment=Development", $"urls={adressen["gateway"]}", "Logging:LogLevel:Default=None",
            $"Aanmelding:Authority={adressen["keten"]}", "Aanmelding:Audience=wmoplatform",
            "Grenzen:Antwoord=00:05:00", "Grenzen:Stilte=00:05:00",
            .. Diensten.Select(d => $"services:{d}:http:0={adressen[d]}")]).Select(i => "--" + i)]);
        await gateway.StartAsync();
        return gateway;
    }

    private Task Contracteer(string agb, string naam) => Stuur(HttpMethod.Put, Mensen.Backoffice,
        $"/zorgaanbieders/v1/zorgaanbieders/{agb}",
        new { naam, productcategorieen = new List<string> { "02", "07", "12" }, geldigVan = "2026-01-01", opzegtermijnDagen = 14 });

    // ------------------------------------------------------------------------------------------ the days

    /// <summary>What falls due by itself, which the services do a few times a day.</summary>
    private async Task NieuweDag()
    {
        foreach (var ronde in _diensten.SelectMany(d => d.GetServices<IHostedService>()).OfType<Rounds>()
            .Where(r => r.GetType().BaseType is { IsGenericType: true } soort && soort.GetGenericTypeDefinition() == typeof(RowRounds<>)))
        {
            Uitvoerder.Nu = Actor.Zelf(ronde.GetType().Name);
            await ronde.Round(CancellationToken.None);
        }
        await Rust();
    }

    /// <summary>
    /// Waits until every announced event has had its effect in every service that reacts to it, nothing is left to send, and every partner
    /// has answered.
    /// </summary>
    /// <param name="dossiernummer">Only what is about this dossier; null for all.</param>
    internal async Task Rust(string? dossiernummer = null)
    {
        var laatste = "";
        int? eerder = null;
        try
        {
            // What is handled between two questions may have announced more. So it is quiet once two rounds in a row see the same.
            await Tot.Waar(async () =>
            {
                (laatste, var aantal) = await Onrust(dossiernummer);
                var stil = laatste.Length == 0 && aantal == eerder;
                eerder = laatste.Length == 0 ? aantal : null;
                return stil;
            }, melding: "alles heeft zijn gevolg gehad");
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{e.Message}: {laatste}", e);
        }
    }

    /// <returns>What is not done yet, empty if all is; and how many events there were.</returns>
    private async Task<(string Wat, int Gebeurtenissen)> Onrust(string? dossiernummer)
    {
        var aantal = 0;
        var verwacht = new Dictionary<string, HashSet<Guid>>();
        foreach (var (dienst, database) in _databases)
        {
            if (await Tel(database, "SELECT count(*) FROM failed_message") is var mislukt and > 0)
                throw new InvalidOperationException($"{dienst} heeft {mislukt} mislukte berichten.");
            if (await Tel(database, "SELECT count(*) FROM outbox_message WHERE $1 IS NULL OR order_key = $1", dossiernummer) > 0)
                return ($"{dienst} heeft nog niet alles aangekondigd", aantal);
            if (Onderweg(dienst) is { } vraag && await Tel(
                database, $"{vraag} AND ($1 IS NULL OR dossiernummer = $1) AND dossiernummer <> ALL($2)", dossiernummer,
                _wachtOpPartner.Keys) > 0)
                return ($"{dienst} wacht op een partner of op de post", aantal);
            await using var opdracht = Opdracht(database,
                "SELECT message_id, event_name FROM published_message WHERE $1 IS NULL OR order_key = $1", dossiernummer);
            await using var lezer = await opdracht.ExecuteReaderAsync();
            for (; await lezer.ReadAsync(); aantal++)
                foreach (var naar in Abonnees[lezer.GetString(1)])
                    (verwacht.TryGetValue(naar, out var bij) ? bij : verwacht[naar] = []).Add(lezer.GetGuid(0));
        }
        foreach (var (dienst, berichten) in verwacht)
        {
            await using var opdracht = _databases[dienst].CreateCommand(
                "SELECT count(*) FROM processed_message WHERE message_id = ANY($1)");
            opdracht.Parameters.Add(new() { Value = berichten.ToArray() });
            if ((long)(await opdracht.ExecuteScalarAsync())! < berichten.Count) return ($"{dienst} heeft nog niet alles verwerkt", aantal);
        }
        return ("", aantal);
    }

    private static readonly ILookup<string, string> Abonnees = Gebeurtenissen.Abonnementen
        .SelectMany(a => a.Value.Select(soort => (Naam: Gebeurtenissen.Naam(soort), Dienst: a.Key))).ToLookup(a => a.Naam, a => a.Dienst);

    /// <summary>What a service has begun with others and did not end.</summary>
    private static string? Onderweg(string dienst) => dienst switch
    {
        "meldingen" => "SELECT count(*) FROM melding WHERE due_at IS NOT NULL",
        "pgb" or "zorgaanbieders" or "eigenbijdrage" => "SELECT count(*) FROM poststuk WHERE (status = 'TeVerzenden' "
            + "OR status = 'Verzonden' AND verwacht_antwoord)",
        "correspondentie" => "SELECT count(*) FROM verzending WHERE status = 'TeVerzenden'",
        "dossiers" => "SELECT count(*) FROM te_tonen WHERE true",
        _ => null,
    };

    private static async Task<long> Tel(
        NpgsqlDataSource database, string vraag, string? dossiernummer = null, IEnumerable<string>? behalve = null)
    {
        await using var opdracht = Opdracht(database, vraag, dossiernummer);
        if (behalve is not null) opdracht.Parameters.Add(new() { Value = behalve.ToArray() });
        return Convert.ToInt64(await opdracht.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static NpgsqlCommand Opdracht(NpgsqlDataSource database, string vraag, params string?[] waarden)
    {
        var opdracht = database.CreateCommand(vraag);
        foreach (var waarde in waarden)
            opdracht.Parameters.Add(new() { Value = (object?)waarde ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        return opdracht;
    }

    // ------------------------------------------------------------------------------------------ over HTTP, through the gateway

    internal async Task<JsonNode> Lees(string wie, string pad) => (await Stuur(HttpMethod.Get, wie, pad))!;

    /// <summary>Sends a change. With <paramref name="gezienOp"/> it carries the ETag of that resource.</summary>
    internal async Task<JsonNode?> Doe(string wie, string pad, object inhoud, string? gezienOp = null, HttpMethod? methode = null)
    {
        for (; ; )
        {
            var etag = gezienOp is null ? null : await Etag(wie, gezienOp);
            try
            {
                return await Stuur(methode ?? HttpMethod.Post, wie, pad, inhoud, etag);
            }
            catch (Geweigerd g) when (g.Code is "intussen-gewijzigd" || (etag is not null && g.Status == HttpStatusCode.PreconditionFailed))
            {
                // A reaction of the platform changed it in between.
            }
        }
    }

    internal async Task<string> Etag(string wie, string pad)
    {
        using var verzoek = new HttpRequestMessage(HttpMethod.Get, pad);
        verzoek.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Token(wie));
        using var antwoord = await _http.SendAsync(verzoek);
        return antwoord.EnsureSuccessStatusCode().Headers.ETag!.ToString();
    }

    internal async Task<JsonNode?> Stuur(HttpMethod methode, string wie, string pad, object? inhoud = null, string? etag = null)
    {
        using var verzoek = new HttpRequestMessage(methode, pad);
        verzoek.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Token(wie));
        if (methode == HttpMethod.Post) verzoek.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        if (etag is not null) verzoek.Headers.Add("If-Match", etag);
        if (inhoud is not null) verzoek.Content = JsonContent.Create(inhoud, options: JsonSerializerOptions.Web);
        using var antwoord = await _http.SendAsync(verzoek);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        if (!antwoord.IsSuccessStatusCode) throw Geweigerd.Van(antwoord.StatusCode, tekst, $"{methode} {pad}");
        return tekst.Length == 0 ? null : JsonNode.Parse(tekst);
    }

    /// <summary>The mark of a user in the files of the municipality: the sub of the token.</summary>
    internal async Task<string> Kenmerk(string wie)
    {
        var inhoud = (await Token(wie)).Split('.')[1].Replace('-', '+').Replace('_', '/');
        var json = Convert.FromBase64String(inhoud.PadRight((inhoud.Length + 3) / 4 * 4, '='));
        return JsonNode.Parse(json)!["sub"]!.GetValue<string>();
    }

    private async Task<string> Token(string client)
    {
        if (_tokens.TryGetValue(client, out var bekend)) return bekend;
        using var formulier = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = client, ["client_secret"] = "demo" });
        using var antwoord = await _keten.PostAsync(new Uri("token", UriKind.Relative), formulier);
        antwoord.EnsureSuccessStatusCode();
        return _tokens[client] = (await antwoord.Content.ReadFromJsonAsync<JsonNode>())!["access_token"]!.GetValue<string>();
    }

    // ------------------------------------------------------------------------------------------ the partners

    /// <summary>A partner takes the messages about a resident and answers none of them, until it is to speak again.</summary>
    /// <param name="partner">svb, cak, or the AGB code of a provider.</param>
    /// <param name="bsn">The resident.</param>
    /// <param name="dossiernummer">The dossier, of which nobody waits for an answer meanwhile.</param>
    /// <param name="zwijgt">Whether it is silent from now on.</param>
    internal async Task Zwijg(string partner, string bsn, string dossiernummer, bool zwijgt)
    {
        if (zwijgt) _wachtOpPartner[dossiernummer] = true;
        else _wachtOpPartner.TryRemove(dossiernummer, out _);
        using var antwoord = await _keten.PutAsJsonAsync(
            $"beheer/gedrag/{partner}", new { modus = zwijgt ? "zwijgen" : "normaal", bsn });
        antwoord.EnsureSuccessStatusCode();
        if (!zwijgt) await Rust(dossiernummer);
    }

    /// <summary>Gives an order to a simulated partner, which it carries out of its own accord.</summary>
    internal async Task<JsonNode?> Partner(string pad, object opdracht)
    {
        using var antwoord = await _keten.PostAsJsonAsync($"beheer/{pad}", opdracht);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        antwoord.IsSuccessStatusCode.ShouldBeTrue(tekst);
        return tekst.Length == 0 ? null : JsonNode.Parse(tekst);
    }

    /// <summary>What a partner knows.</summary>
    internal async Task<JsonNode> Partner(string pad) => (await _keten.GetFromJsonAsync<JsonNode>($"beheer/{pad}"))!;

    /// <summary>The messages that a partner received.</summary>
    internal async Task<JsonArray> Ontvangen(string partner, string? soort) =>
        (await _keten.GetFromJsonAsync<JsonArray>($"beheer/ontvangen?partner={partner}&soort={soort}&inhoud=true"))!;
}

/// <summary>A refusal of the platform, which a story may expect.</summary>
internal sealed class Geweigerd(HttpStatusCode status, string code, string? artikel, string bericht) : Exception(bericht)
{
    public HttpStatusCode Status { get; } = status;
    public string Code { get; } = code;
    public string? Artikel { get; } = artikel;

    public static Geweigerd Van(HttpStatusCode status, string tekst, string wat)
    {
        var probleem = tekst.StartsWith('{') ? JsonNode.Parse(tekst) : null;
        return new(status, probleem?["code"]?.GetValue<string>() ?? "", probleem?["grondslag"]?.GetValue<string>(),
            $"{wat} gaf {(int)status}: {tekst}");
    }
}
