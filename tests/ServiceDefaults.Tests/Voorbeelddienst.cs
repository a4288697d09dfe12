using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.ServiceDefaults.Inzage;
using WmoPlatform.Testhuis;

namespace WmoPlatform.ServiceDefaults.Tests;

/// <summary>A minimal service on a free port, with the same defaults as every service.</summary>
public class Voorbeelddienst : IAsyncLifetime
{
    private WebApplication? _app;

    public Uitgever Uitgever { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    /// <summary>The access log of this service.</summary>
    internal Inzageboek Inzagen { get; } = new();

    /// <summary>The security log of this service.</summary>
    internal Regelboek Logregels { get; } = new();

    /// <summary>Settings that only some tests need.</summary>
    protected virtual string[] Instellingen => [];

    public static Guid Persoon { get; } = new("0193a000-0000-7000-8000-000000000009");

    public async ValueTask InitializeAsync()
    {
        Uitgever = await Uitgever.StartAsync();
        var builder = WebApplication.CreateBuilder(
        [
            "--environment=Development", "--Logging:Console:LogLevel:Default=None",
            $"--Aanmelding:Authority={Uitgever.Authority}", $"--Aanmelding:Audience={Uitgever.Audience}",
            $"--Messaging:Sleutel={Sleutels.Verzegeling}", .. Instellingen,
        ]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddServiceDefaults(new ApiBeschrijving("Voorbeeld", "/voorbeeld/v1", "Een voorbeeld voor de tests.") { Versie = "1.4.2" });
        builder.Services.AddSingleton<IInzagelog>(Inzagen);
        builder.Logging.AddProvider(Logregels);
        var app = builder.Build();
        app.UseServiceDefaults();
        var api = app.MapApi();
        api.MapGet("/dingen", (int? aantal, string? na, Keuze<Soort>? soort) => Lijst(aantal, na, soort?.Waarde("soort")))
            .Voor(Rollen.Consulent, Rollen.Backoffice);
        api.MapGet("/dingen/{nummer}", (string nummer, Etag etag) => Een(nummer, etag)).Voor(Rollen.Consulent).WithName("DingInzien")
            .WithSummary("Eén ding bekijken");
        api.MapPut("/dingen/{nummer}", (string nummer, IfMatch ifMatch) => Wijzig(nummer, ifMatch)).Voor(Rollen.Consulent);
        api.MapPost("/dingen", (NieuwDing ding) => TypedResults.Created((string?)null, new Ding("d-1", ding.Soort, ding.Op)))
            .Voor(Rollen.Consulent)
            .Valideer(new DingRegels()).WithMetadata(new IdempotencyHeader(Verplicht: true)).WithSummary("Een ding maken");
        api.MapPost("/regel", (HttpContext _) => { throw Weigering.Regel("te-vroeg", "Dat mag pas later.", "Wmo 2015 art. 2.3.2", "op"); })
            .Voor(Rollen.Consulent);
        api.MapPost("/toestand", (HttpContext _) => { throw Weigering.Toestand("al-klaar", "Dit is al klaar."); }).Voor(Rollen.Consulent);
        api.MapPost("/stuk", (HttpContext _) => { throw new InvalidDataException("geheim 999993653"); }).Voor(Rollen.Consulent);
        api.MapGet("/ik", (Gebruiker ik) => ik).Voor([.. Rollen.Alle]);
        api.MapGet("/dossiers/{dossiernummer}", (string dossiernummer) => Dossier(dossiernummer)).Voor(Rollen.Consulent, Rollen.Inwoner);
        api.MapGet("/dossiers", () => new Pagina<Dossier>([new("D-2026-000001", null), new("D-2026-000002", Persoon)], null))
            .Voor(Rollen.Consulent);
        api.MapGet("/dagen/{dag}", (DateOnly dag, DateOnly? tot) => new Dagen(dag, tot)).Voor(Rollen.Consulent);
        api.MapGet("/tarieven", () => "19 euro").Voor(Rollen.Consulent).ToontNiemand("Een tarief is van niemand.");
        api.MapGet("/vergeten", () => "zonder beleid");
        app.MapDefaultEndpoints();
        await app.StartAsync();
        _app = app;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        await Uitgever.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Sends a request as a consulent, or with another token ("" for none).</summary>
    public async Task<Antwoord> Vraag(string methode, string pad, string? json = null, string? token = null,
        params (string Naam, string Waarde)[] koppen)
    {
        using var verzoek = new HttpRequestMessage(new HttpMethod(methode), pad);
        if (json is not null) verzoek.Content = new StringContent(json, Encoding.UTF8, "application/json");
        if (token != "") verzoek.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Uitgever.Token(Rollen.Consulent));
        foreach (var (naam, waarde) in koppen) verzoek.Headers.TryAddWithoutValidation(naam, waarde);
        var antwoord = await Client.SendAsync(verzoek);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        var type = antwoord.Content.Headers.ContentType?.MediaType;
        return new((int)antwoord.StatusCode, type, tekst, type?.EndsWith("json", StringComparison.Ordinal) == true
            ? JsonSerializer.Deserialize<JsonElement>(tekst) : default, antwoord);
    }

    private static Pagina<string> Lijst(int? aantal, string? na, Soort? soort)
    {
        var grootte = Pagina.Aantal(aantal);
        var vanaf = Pagina.Na(na);
        var rijen = Enumerable.Range(1, soort == Soort.HeelGroot ? 1 : 7).Select(i => $"ding {i}")
            .Where(d => vanaf is null || string.CompareOrdinal(d, vanaf) > 0).Take(grootte + 1).ToArray();
        return Pagina.Van(rijen, grootte, d => d);
    }

    private static Ding Een(string nummer, Etag etag)
    {
        if (nummer != "d-1") throw Weigering.Onbekend("Dit ding");
        etag.Zet(7);
        return new(nummer, Soort.HeelGroot, new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.FromHours(2)));
    }

    private static Dossier Dossier(string dossiernummer) => dossiernummer switch
    {
        "D-2026-000001" => new(dossiernummer, Persoon),
        "D-2026-000009" => throw Weigering.Toestand("gesloten", "Dit dossier is gesloten."),
        _ => throw Weigering.Onbekend("Dit dossier"),
    };

    private static IResult Wijzig(string nummer, IfMatch ifMatch)
    {
        ifMatch.Eis(7);
        return TypedResults.Ok(nummer);
    }

    public sealed record Antwoord(int Status, string? Type, string Tekst, JsonElement Json, HttpResponseMessage Http)
    {
        public string Kop(string naam) => Http.Headers.TryGetValues(naam, out var waarden) ? string.Join(" | ", waarden) : "";

        /// <summary>Checks that this is a complete problem, and returns the errors of each field.</summary>
        public IReadOnlyDictionary<string, string[]> Probleem(int status, string code)
        {
            Status.ShouldBe(status, Tekst);
            Type.ShouldBe("application/problem+json");
            Json.GetProperty("status").GetInt32().ShouldBe(status);
            Json.GetProperty("code").GetString().ShouldBe(code);
            Json.GetProperty("type").GetString().ShouldBe("urn:wmoplatform:" + code);
            Json.GetProperty("title").GetString().ShouldNotBeNullOrWhiteSpace();
            Json.GetProperty("detail").GetString().ShouldNotBeNullOrWhiteSpace();
            Kop("API-Version").ShouldBe("1.4.2");
            Kop("Cache-Control").ShouldBe("no-store");
            return Json.TryGetProperty("errors", out var velden) ? velden.Deserialize<Dictionary<string, string[]>>()!
                : new Dictionary<string, string[]>();
        }
    }
}

public enum Soort
{
    Klein,
    HeelGroot,
}

public sealed record Dossier(string Dossiernummer, Guid? PersoonId);

/// <summary>An access log that keeps its lines in memory, and can be out of order.</summary>
internal sealed class Inzageboek : IInzagelog
{
    private readonly ConcurrentQueue<Inzageregel> _regels = new();

    public bool Kapot { get; set; }

    public Inzageregel[] Van(string wie) => [.. _regels.Where(r => r.Door.Wie == wie)];

    public Task Schrijf(Inzageregel regel)
    {
        if (Kapot) throw new InzageNietVastgelegd(new TimeoutException());
        _regels.Enqueue(regel);
        return Task.CompletedTask;
    }

    public IEnumerable<string> Geladen(IServiceProvider verzoek) => [];
}

public sealed record NieuwDing(Soort Soort, string Naam, DateTimeOffset Op, Deel? Deel = null, int? Aantal = null);

public sealed record Deel(DateOnly Dag);

public sealed record Dagen(DateOnly Dag, DateOnly? Tot);

public sealed record Ding(string Nummer, Soort Soort, DateTimeOffset Op);

internal sealed class DingRegels : AbstractValidator<NieuwDing>
{
    public DingRegels()
    {
        RuleFor(d => d.Naam).NotEmpty().WithMessage("Vul een naam in.");
        RuleFor(d => d.Deel!.Dag).GreaterThan(new DateOnly(2020, 1, 1)).WithMessage("Kies een dag na 1 januari 2020.")
            .When(d => d.Deel is not null);
    }
}
