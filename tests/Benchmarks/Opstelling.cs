using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Origin;
using WmoPlatform.Messaging.Outbox;
using WmoPlatform.Testhuis;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Benchmarks;

/// <summary>The databases and the virtual host of one row, the settings of its processes, and their load.</summary>
internal sealed class Opstelling : IAsyncDisposable
{
    private const string Hulpvraag = "Ik heb hulp nodig bij het huishouden en bij het op orde houden van mijn post.";

    private static readonly Signatures Ondertekenaar = Sleutels.Ondertekenaar(Diensten.Meldingen);

    private readonly Bank _bank;
    private readonly TestVhost _vhost;
    private readonly List<IAsyncDisposable> _delen = [];

    private Opstelling(Bank bank, TestDatabase meldingen, TestDatabase onderzoek, TestVhost vhost)
    {
        (_bank, Meldingen, Onderzoek, _vhost) = (bank, meldingen.ConnectionString, onderzoek.ConnectionString, vhost);
        _delen.AddRange([vhost, onderzoek, meldingen]);
    }

    public string Meldingen { get; }
    public string Onderzoek { get; }
    public string Broker => _vhost.Uri;

    /// <summary>Official test numbers: 9999 and five more digits that pass the elfproef.</summary>
    public static IReadOnlyList<string> Bsns { get; } =
    [
        .. Enumerable.Range(0, 100_000).Select(n => $"9999{n:00000}").Where(t => Bsn.TryParse(t, out _)).Take(5000),
    ];

    public static async Task<Opstelling> NieuwAsync(Bank bank) => new(
        bank,
        await TestDatabase.NieuwAsync("meldingen", bank.Servers),
        await TestDatabase.NieuwAsync("onderzoek", bank.Servers),
        await TestVhost.NieuwAsync("bench", bank.Servers));

    public async Task<ServiceProces> Start(string project, params (string Naam, string Waarde)[] extra)
    {
        var omgeving = new Dictionary<string, string?>
        {
            ["ConnectionStrings__meldingen"] = Meldingen,
            ["ConnectionStrings__onderzoek"] = Onderzoek,
            ["ConnectionStrings__rabbitmq"] = _vhost.VoorDienst(project.ToLowerInvariant()),
            ["Aanmelding__Authority"] = _bank.Uitgever.Authority,
            ["Aanmelding__Audience"] = Uitgever.Audience,
            // No server listens there: asking the BRP is not part of any row.
            ["Partners__Brp__Adres"] = "http://127.0.0.1:1/personen",
            ["Logging__LogLevel__Default"] = "Error",
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            // One user reports about a few people, all day long.
            ["Grenzen__MeldingenPerPersoon"] = "0",
            ["Grenzen__MeldingenPerMelder"] = "0",
        };
        foreach (var (naam, waarde) in extra) omgeving[naam] = waarde;
        var proces = await ServiceProces.StartAsync(project, omgeving);
        _delen.Insert(0, proces);
        return proces;
    }

    public string Token() => _bank.Uitgever.Token("consulent", teams: ["wijkteam-centrum"]);

    /// <summary>A wrk script that posts meldingen, each with a key and a person of its own.</summary>
    public string PostLua() =>
        $$"""
        local bsns = { "{{string.Join("\",\"", Bsns)}}" }
        local n, start = 0, tostring(os.time()) .. tostring(math.random(1, 1e9))
        wrk.method = "POST"
        wrk.headers["Content-Type"] = "application/json"
        wrk.headers["Authorization"] = "Bearer {{Token()}}"
        request = function()
          n = n + 1
          wrk.headers["Idempotency-Key"] = start .. "-" .. n
          return wrk.format(nil, "/meldingen/v1/meldingen", nil,
            '{"kanaal":"telefoon","bsn":"' .. bsns[n % #bsns + 1] ..
            '","hulpvraag":"{{Hulpvraag}} Sinds mijn val lukt mij dat niet meer alleen.","email":"inwoner@example.org"}')
        end
        """;

    public string GetLua() => $"wrk.headers[\"Authorization\"] = \"Bearer {Token()}\"";

    /// <summary>A complete MeldingGedaan, as the outbox holds it.</summary>
    public static OutboxMessage MeldingGedaan(int nummer)
    {
        var json = new EventJson(Sleutels.Kluis(Diensten.Meldingen));
        var melding = new MeldingGedaan(
            $"M-2026-{nummer:000000}", Guid.CreateVersion7(), new DateOnly(2026, 11, 23), Meldkanaal.Telefoon, "wijkteam-centrum", false,
            new Termijn("bevestiging", new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 30), "servicenorm"),
            new(new MeldingInhoud(Bsns[nummer % Bsns.Count], Hulpvraag, "inwoner@example.org", null)))
        {
            Dossiernummer = $"D-2026-{nummer:000000}",
            AggregaatId = Guid.CreateVersion7(),
            Versie = 1,
            Op = DateTimeOffset.UtcNow,
        };
        return Envelope.Wrap(melding, json, Ondertekenaar);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var deel in _delen) await deel.DisposeAsync();
    }
}
