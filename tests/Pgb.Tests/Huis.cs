using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Messaging;
using WmoPlatform.Pgb.Opslag;
using WmoPlatform.Pgb.Tests;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Testhuis;

[assembly: AssemblyFixture(typeof(Huis))]

namespace WmoPlatform.Pgb.Tests;

/// <summary>Pgb on its own database, with its own SVB and without the broker, so that a test sees the announcements.</summary>
public class Huis : IAsyncLifetime
{
    public const string Team = "wijkteam-haven";

    public DienstFabriek<PgbDb> Dienst { get; private set; } = null!;
    public NepPartner Svb { get; private set; } = null!;
    public DateOnly Vandaag => Dienst.Klok.Vandaag();
    public HttpClient Consulent => Dienst.Als(Rollen.Consulent, teams: [Team]);
    public HttpClient Backoffice => Dienst.Als(Rollen.Backoffice);

    protected virtual bool MetBroker => false;

    public async ValueTask InitializeAsync()
    {
        Svb = await NepPartner.StartAsync();
        Dienst = await DienstFabriek.StartAsync<PgbDb>(
            Diensten.Pgb, MetBroker, new Dictionary<string, string> { ["Partners:Svb:Adres"] = Svb.Adres, ["Gemeente:Code"] = "0034" });
    }

    public async ValueTask DisposeAsync()
    {
        await Dienst.DisposeAsync();
        await Svb.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    public static string Toets(Guid voorzieningId) => $"/pgb/v1/toetsen/{voorzieningId}";
    public static string Budget(Guid voorzieningId) => $"/pgb/v1/budgetten/{voorzieningId}";

    /// <summary>A resident has chosen a pgb; returns the voorziening.</summary>
    public async Task<Guid> Gekozen(string wijkteam = Team)
    {
        var keuze = Voorbeelden.Keuze(wijkteam: wijkteam) with { Op = Dienst.Klok.GetUtcNow() };
        await Dienst.Verwerk(keuze);
        return keuze.VoorzieningId;
    }

    /// <summary>A budget was granted, and the SVB has its WMO501.</summary>
    public async Task<(Guid Id, Wmo501 Bericht)> Toegekend(BeschikteVoorziening? voorziening = null)
    {
        var pgb = voorziening ?? Voorbeelden.Hulp(Vandaag);
        var beschikking = Voorbeelden.Beschikking(pgb);
        await Dienst.Verwerk(beschikking);
        return (pgb.VoorzieningId, await SvbKrijgt(beschikking.Persoon.Waarde.Bsn));
    }

    /// <summary>A budget was granted and the SVB has reserved it.</summary>
    public async Task<(Guid Id, Wmo501 Bericht)> Gereserveerd(BeschikteVoorziening? voorziening = null)
    {
        var (id, bericht) = await Toegekend(voorziening);
        await Antwoord(Voorbeelden.Akkoord(bericht));
        return (id, bericht);
    }

    /// <summary>The messages about this person that the SVB accepted, each once.</summary>
    public IReadOnlyList<Wmo501> BijSvb(string bsn) =>
        [.. Svb.Genomen.Select(b => Ketenbericht.Lees(new MemoryStream(b)))
            .OfType<Wmo501>().Where(b => b.Client.Bsn == bsn).DistinctBy(b => b.Identificatie)];

    /// <summary>Waits for the SVB to receive this many messages about this person, and returns the last of them.</summary>
    public Task<Wmo501> SvbKrijgt(string bsn, int nummer = 1) =>
        Tot.Gevonden(() => Task.FromResult(BijSvb(bsn).ElementAtOrDefault(nummer - 1)), melding: $"WMO501 nummer {nummer}");

    /// <summary>Waits until all post has left, and returns the messages about this person at the SVB.</summary>
    public async Task<IReadOnlyList<Wmo501>> AllesBijSvb(string bsn)
    {
        await Tot.Waar(async () => await Dienst
            .Vraag(db => Task.FromResult(!db.Set<Ketenverkeer.Poststuk>().Any(b => b.Status == Ketenverkeer.Poststatus.TeVerzenden))));
        return BijSvb(bsn);
    }

    public async Task Antwoord(Wmo502 retour)
    {
        using var antwoord = await Lever(retour);
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Accepted, await antwoord.Content.ReadAsStringAsync());
    }

    public async Task<HttpResponseMessage> Lever(Ketenbericht bericht)
    {
        using var inhoud = new ByteArrayContent(bericht.ToBytes());
        inhoud.Headers.ContentType = new MediaTypeHeaderValue("application/xml") { CharSet = "utf-8" };
        return await Dienst.Als(Rollen.Keten).PostAsync(new Uri("/pgb/v1/ipgb/berichten", UriKind.Relative), inhoud);
    }

    /// <summary>The SVB receives the message with this number and answers that it agrees.</summary>
    public async Task<Wmo501> Akkoord(string bsn, int nummer)
    {
        var bericht = await SvbKrijgt(bsn, nummer);
        await Antwoord(Voorbeelden.Akkoord(bericht));
        return bericht;
    }

    /// <summary>A later decision on the voorziening, made known today, grants these parts; none withdraws all.</summary>
    public async Task<JsonNode> Besluit(Guid id, params Voorzieningdeel[] delen)
    {
        var (budget, stand) = await Dienst.Vraag(async db => (await db.Budgetten.AsNoTracking().FirstAsync(b => b.VoorzieningId == id),
            await db.Besluitstanden.Where(s => s.VoorzieningId == id).Select(s => (int?)s.Stand).SingleOrDefaultAsync()));
        var persoon = budget.Persoon(Dienst.Services.GetRequiredService<Vault>());
        var beschikking = Voorbeelden.Beschikking(Voorbeelden.Hulp(Vandaag)) with
        {
            PersoonId = budget.PersoonId,
            Wijkteam = budget.Wijkteam,
            Dossiernummer = budget.Dossiernummer,
            GeenBerichtenverkeer = budget.MetDeHand,
        };
        beschikking = beschikking with { Persoon = new(beschikking.Persoon.Waarde with { Bsn = persoon.Bsn }) };
        await Dienst.Verwerk(beschikking.Besluit(id, (stand ?? 1) + 1, Vandaag, delen));
        return await Backoffice.Lees(Budget(id));
    }

    /// <summary>Carries a budget out in another way, with its latest ETag.</summary>
    public async Task<JsonNode> Verdeel(Guid id, params object[] functiebudgetten) =>
        await Consulent.Doe($"{Budget(id)}/wijziging", new { reden = "Per kalenderjaar.", functiebudgetten },
            await Consulent.Etag(Budget(id)));

    /// <summary>The SVB sends this message; returns the municipality's answer.</summary>
    public async Task<Wmo508> SvbHoort(Wmo507 bericht)
    {
        using var antwoord = await Lever(bericht);
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Accepted, await antwoord.Content.ReadAsStringAsync());
        return await Tot.Gevonden(() => Task.FromResult(Svb.Genomen.Select(b => Ketenbericht.Lees(new MemoryStream(b))).OfType<Wmo508>()
            .FirstOrDefault(b => b.Header.BerichtIdentificatie.Identificatie == bericht.Identificatie)), melding: "WMO508");
    }

    public async Task<string> Status(Guid id) => (await Backoffice.Lees(Budget(id)))["status"]!.GetValue<string>();

    /// <summary>The events about this voorziening, in order, without what was agreed about it.</summary>
    public async Task<IReadOnlyList<Gebeurtenis>> Aangekondigd(Guid voorzieningId) =>
        [.. (await Dienst.Aangekondigd())
            .Where(g => g is not BudgetAfgesproken
                && g.GetType().GetProperty("VoorzieningId")?.GetValue(g) is Guid id && id == voorzieningId)];

    /// <summary>The names of the events about this voorziening, in order.</summary>
    public async Task<string> Verhaal(Guid voorzieningId) =>
        string.Join(' ', (await Aangekondigd(voorzieningId)).Select(g => g.GetType().Name));
}

internal static class Vragen
{
    /// <summary>Sends a GET and expects 200.</summary>
    public static async Task<JsonNode> Lees(this HttpClient http, string pad)
    {
        using var antwoord = await http.GetAsync(new Uri(pad, UriKind.Relative));
        var tekst = await antwoord.Content.ReadAsStringAsync();
        antwoord.StatusCode.ShouldBe(HttpStatusCode.OK, tekst);
        return JsonNode.Parse(tekst)!;
    }

    /// <summary>Sends a POST and expects 200.</summary>
    public static async Task<JsonNode> Doe(this HttpClient http, string pad, object body, string? ifMatch = null, string? sleutel = null)
    {
        using var antwoord = await http.Stuur(pad, body, ifMatch, sleutel);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        antwoord.StatusCode.ShouldBe(HttpStatusCode.OK, tekst);
        return JsonNode.Parse(tekst)!;
    }

    /// <summary>Sends a POST or a GET and expects a refusal.</summary>
    public static async Task<(int Status, string Code)> Weigert(
        this HttpClient http, string pad, object? body = null, string? ifMatch = null)
    {
        using var antwoord = body is null ? await http.GetAsync(new Uri(pad, UriKind.Relative)) : await http.Stuur(pad, body, ifMatch);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        antwoord.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json", tekst);
        return ((int)antwoord.StatusCode, JsonNode.Parse(tekst)!["code"]!.GetValue<string>());
    }

    /// <summary>Posts an object, or a string as literal JSON.</summary>
    public static async Task<HttpResponseMessage> Stuur(
        this HttpClient http, string pad, object body, string? ifMatch = null, string? sleutel = null)
    {
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, new Uri(pad, UriKind.Relative))
        {
            Content = body is string json ? new StringContent(json, Encoding.UTF8, "application/json") : JsonContent.Create(body),
        };
        if (ifMatch is not null) verzoek.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (sleutel is not null) verzoek.Headers.Add("Idempotency-Key", sleutel);
        return await http.SendAsync(verzoek);
    }

    public static async Task<string> Etag(this HttpClient http, string pad)
    {
        using var antwoord = await http.GetAsync(new Uri(pad, UriKind.Relative));
        return antwoord.EnsureSuccessStatusCode().Headers.ETag!.ToString();
    }
}
